package site

import (
	"sync"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Document is a policy document with all that it holds.
type Document struct {
	*content.Document
	pages
	AsIssued pages         // the pages on which its text as issued begins; none where the site leaves them out
	Parts    []*SourcePart // that text, page by page; empty where the site leaves it out
	AsMatrix pages         // the pages that show its matrix; none where the site leaves them out
	Issuer   *Department   // nil when not known
	Actions  []*Action
	Plans    []*Plan    // all, those of actions included, in order
	Measures []*Measure // all, in order
	Matrix   *Matrix    // departments × actions
	Origins  []*Origin  // by line of the text as issued: what was made of it; nil where nothing was
	Standing Standing   // of the document as a whole

	texts sync.Once         // see readTexts
	cited func() citedIndex // of the site
}

// Action is one of a document's actions.
type Action struct {
	*content.Action
	pages
	Document *Document
	Plans    []*Plan
	Summary  Summary
}

// Plan is a plan of a document.
type Plan struct {
	*content.Plan
	pages
	Document  *Document
	Action    *Action     // nil where the document has no actions
	Author    *Department // nil when not known
	Sections  []*Section
	Measures  []*Measure // in order, children after their parent
	Deadlines []*Deadline
	Summary   Summary
}

// Section is a section of a plan with its measures.
type Section struct {
	content.Section
	Measures []*Measure // without children
}

// Summary counts what an action or a plan holds.
type Summary struct {
	Measures    int           // that are more than a heading
	Departments []*Department // that have to do something for it, by number of measures
	Deadlines   []*Deadline
}

// Scope is what measures are grouped by in lists: an action, or a plan that
// belongs to none.
type Scope struct {
	Action *Action
	Plan   *Plan // nil where Action is set
}

// Pair is the titles of the scope.
func (s Scope) Pair() *content.Pair {
	if s.Action != nil {
		return &s.Action.Pair
	}
	return &s.Plan.Pair
}

// Page is the page of the scope.
func (s Scope) Page(lang plan.Lang) *Page {
	if s.Action != nil {
		return s.Action.Page(lang)
	}
	return s.Plan.Page(lang)
}

// Scope is the scope that a plan belongs to.
func (p *Plan) Scope() Scope {
	if p.Action != nil {
		return Scope{Action: p.Action}
	}
	return Scope{Plan: p}
}

func (b *builder) addDocument(c *content.Document) {
	d := &Document{Document: c, Issuer: b.optionalDepartment(c.Issuer, c.Zh.Path)}
	b.site.Documents = append(b.site.Documents, d)
	for _, ca := range c.Actions {
		a := &Action{Action: ca, Document: d}
		d.Actions = append(d.Actions, a)
		for _, cp := range ca.Plans {
			a.Plans = append(a.Plans, b.addPlan(cp, d, a))
		}
	}
	for _, cp := range c.Plans {
		b.addPlan(cp, d, nil)
	}
}

func (b *builder) addPlan(c *content.Plan, d *Document, a *Action) *Plan {
	p := &Plan{Plan: c, Document: d, Action: a, Author: b.optionalDepartment(c.Author, c.Zh.Path)}
	d.Plans = append(d.Plans, p)
	sections := map[string]*Section{}
	for _, cs := range c.Sections {
		s := &Section{Section: cs}
		sections[cs.ID] = s
		p.Sections = append(p.Sections, s)
	}
	measures := map[string]*Measure{}
	for _, cm := range c.Measures {
		m := &Measure{Measure: cm, Plan: p}
		measures[cm.ID] = m
		p.Measures = append(p.Measures, m)
		m.Parent = measures[cm.Parent]
		if cm.Parent != "" && m.Parent == nil {
			b.report(unknownParent, cm.Zh.Path, cm.Parent)
		}
		if m.Parent != nil {
			m.Parent.Children = append(m.Parent.Children, m)
			m.Section = m.Parent.Section
			continue
		}
		if sections[cm.Section] == nil {
			b.report(unknownSection, cm.Zh.Path, cm.Section)
			s := &Section{Section: content.Section{ID: cm.Section, Kind: plan.OtherKind}}
			sections[cm.Section] = s
			p.Sections = append(p.Sections, s)
		}
		m.Section = sections[cm.Section]
		m.Section.Measures = append(m.Section.Measures, m)
	}
	d.Measures = append(d.Measures, p.Measures...)
	return p
}

func countMeasures(measures []*Measure) int {
	n := 0
	for _, m := range measures {
		if !m.Heading {
			n++
		}
	}
	return n
}
