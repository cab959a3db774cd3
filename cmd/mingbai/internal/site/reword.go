package site

import (
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Reword gives the text that a page is about another body in one language, for
// a first look at an edit: all lists stay as they are, and so does what was
// found by comparing this text with others. It reports false for a page that is
// about no text, and for a text without a title, which is called by its body.
// Nobody else may use the site meanwhile.
func (s *Site) Reword(p *Page, lang plan.Lang, text content.Localized) bool {
	pair := p.Pair()
	if pair == nil || pair.Zh.Title == "" && pair.En.Title == "" {
		return false
	}
	changed := *pair
	*changed.In(lang) = text
	// The content is shared with others who read it: what changes is a copy.
	switch {
	case p.Measure != nil:
		m := *p.Measure.Measure
		m.Pair = changed
		p.Document.readTexts()
		p.Measure.Measure = &m
		p.Measure.citations = p.Document.cited().citations(&m.Pair)
	case p.Plan != nil:
		c := *p.Plan.Plan
		c.Pair = changed
		p.Plan.Plan = &c
	case p.Action != nil:
		c := *p.Action.Action
		c.Pair = changed
		p.Action.Action = &c
	case p.Document != nil:
		c := *p.Document.Document
		c.Pair = changed
		p.Document.Document = &c
	default:
		c := *p.Department.Department
		c.Pair = changed
		p.Department.Department = &c
	}
	return true
}
