package render

import (
	"strings"

	"mingbai/cmd/mingbai/internal/markdown"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// CitedView is a document that the text cites, as the Chinese text has it.
type CitedView struct {
	Title  string // with its marks: 《…》; "" where the text gives a number alone
	Number string
	Lang   string // language tag where the page is in another language; else ""
	Href   string // of the document on this site; "" where it is none of its
	Places []Link // where it is cited
}

func (p *pager) cited(m *site.Measure) []CitedView {
	p.usesOthers = true
	var out []CitedView
	for _, c := range m.Citations() {
		v := CitedView{Number: c.Number, Lang: p.chinese("中").Lang}
		if c.Title != "" {
			v.Title = "《" + c.Title + "》"
		}
		if c.Document != nil {
			v.Href = p.place.to(c.Document.Page(p.lang).URL)
		}
		for i, anchor := range c.Anchors {
			place := p.say("card.cited.place")
			if len(c.Anchors) > 1 {
				place = p.say("card.cited.places", i+1)
			}
			v.Places = append(v.Places, Link{Href: "#" + anchor, Name: own(place)})
		}
		out = append(out, v)
	}
	return out
}

// CitationView is how to cite the measure in a language.
type CitationView struct {
	ID      string
	Lang    string // language tag
	Runs    []Name // its text
	Address Name   // of the measure's page; empty where the site has no address
}

// citations gives the form to cite the measure in each language, that of the
// page first.
func (p *pager) citations(m *site.Measure) []CitationView {
	var out []CitationView
	for _, lang := range []plan.Lang{p.lang, p.lang.Other()} {
		if page := m.Page(lang); page != nil {
			q := p.in(lang)
			v := CitationView{ID: "cite-" + string(lang), Lang: tag(lang), Runs: q.runs(q.citation(m))}
			v.Address = q.written(p.site.Absolute(page.URL))
			out = append(out, v)
		}
	}
	return out
}

// citation is the form in the pager's language: who issued what, its number and
// day, then the plan, and the measure by section and printed number.
//
//	某单位：《名称》（文号），2022年6月8日，《方案》工作措施（二）“标题”。https://…
func (p *pager) citation(m *site.Measure) string {
	doc := m.Plan.Document
	title := site.TitleOf(&doc.Pair, p.lang)
	text := p.say("cite.title", title.Text)
	add := func(key, what string) {
		if what != "" {
			text = p.say(key, text, what)
		}
	}
	if doc.Issuer != nil {
		text = p.say("cite.issuer", site.TitleOf(&doc.Issuer.Pair, p.lang).Text, text)
	}
	if title.Origin == plan.Unconfirmed {
		add("cite.number", p.say("mark.unconfirmed"))
	}
	add("cite.number", doc.Number)
	add("cite.date", wording.Date(doc.Date, p.lang))
	if pl := site.TitleOf(&m.Plan.Pair, p.lang); pl.Text != title.Text {
		add("cite.plan", pl.Text)
	}
	add("cite.place", p.citedPlace(m))
	add("cite.heading", m.In(p.lang).Title)
	return p.say("cite.end", text)
}

// runs is a text in the pager's language, split where it changes to the other.
func (p *pager) runs(text string) []Name {
	var out []Name
	for _, run := range markdown.Runs(string(p.lang), text) {
		n := Name{Text: run.Text}
		if run.Lang != string(p.lang) {
			n.Lang = markdown.HTMLLang(run.Lang)
		}
		out = append(out, n)
	}
	return out
}

// citedPlace is where a measure stands in its plan: 工作措施（二）1. An article
// needs no section: its number is the document's.
func (p *pager) citedPlace(m *site.Measure) string {
	number := strings.TrimSpace(m.FullNumber(p.lang))
	switch {
	case strings.HasPrefix(m.Number, "第"):
		return number
	case number == "" && p.lang == plan.En:
		return p.sectionTitle(m.Section).Text
	case p.lang == plan.En:
		return p.sectionTitle(m.Section).Text + " " + number
	}
	return p.sectionTitle(m.Section).Text + number
}

// RelatedGroup is measures that are related for one reason.
type RelatedGroup struct {
	Reason string // copy, audience, lead
	Label  string // in words
	Items  []RelatedItem
}

// RelatedItem is a related measure and what it belongs to.
type RelatedItem struct {
	Number Name
	Link
	Scope Name
}

func (p *pager) related(m *site.Measure) []RelatedGroup {
	var out []RelatedGroup
	p.usesOthers = true
	for _, r := range m.Related() {
		if n := len(out); n == 0 || out[n-1].Reason != string(r.Reason) {
			out = append(out, RelatedGroup{Reason: string(r.Reason), Label: p.say("related." + string(r.Reason))})
		}
		at := &out[len(out)-1]
		scope := r.Measure.Plan.Scope()
		at.Items = append(at.Items, RelatedItem{
			Number: p.number(r.Measure), Link: p.link(r.Measure.Page(p.lang)), Scope: p.nameOf(scope.Page(p.lang)),
		})
	}
	return out
}
