package render

import (
	"html/template"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// ParallelData is what parallel.html shows: a text in both languages, Chinese
// first, row by row.
type ParallelData struct {
	Columns []Column
	Rows    []PairRow
	Source  *SourceLine
}

// Column is what one language's texts on the page are.
type Column struct {
	Lang   string
	Name   string
	States []string // in words; none where the page has titles alone
}

// PairRow is a title or a paragraph in both languages.
type PairRow struct {
	ID    string
	Title bool // its cells are titles
	Level int  // of a heading, 2 to 4; 0 for a title among others, and for a paragraph
	Cells []Cell
}

// Cell is a row in one language: a title, or the HTML of a paragraph.
type Cell struct {
	Lang   string
	Number string
	Text   string // of a title
	Mark   string // restored, unconfirmed; else ""
	Marked string // the mark in words
	Href   string
	HTML   template.HTML
	Gap    string // in words, where the language lacks the row; else ""
}

// parallelHeading is the heading of a side-by-side page.
func (p *pager) parallelHeading() Name {
	n := p.nameOf(p.page.Single)
	if n.Lang != "" {
		return n
	}
	return own(p.say("parallel.heading", n.Text))
}

// otherView leads from a text to the page that has it side by side, and back.
func (p *pager) otherView() *Link {
	switch {
	case p.page.Parallel != nil:
		return &Link{Href: p.place.to(p.page.Parallel.URL), Name: own(p.say("page.parallel"))}
	case p.page.Single != nil:
		return &Link{Href: p.place.to(p.page.Single.URL), Name: own(p.say("parallel.single"))}
	}
	return nil
}

// parallelRows collects the rows of a side-by-side page.
type parallelRows struct {
	*pager
	rows   []PairRow
	states map[plan.Lang][]string
	seen   map[string]bool // anchors on the page
}

func (p *pager) parallel() ParallelData {
	r := &parallelRows{pager: p, states: map[plan.Lang][]string{}, seen: map[string]bool{}}
	page := p.page
	r.title(0, "", page.Measure, page.Pair(), nil)
	var d ParallelData
	switch {
	case page.Measure != nil:
		r.measureText(page.Measure)
		for _, child := range page.Measure.Children {
			r.measure(child, 2)
		}
		d.Source = p.sourceLine(page.Document, page.Measure.Source.Line)
	case page.Plan != nil:
		r.plan(page.Plan)
		d.Source = p.sourceLine(page.Document, page.Plan.Source.Line)
	case page.Action != nil:
		r.paragraphs(&page.Action.Pair, site.Rows(&page.Action.Pair))
		r.contents(page.Action.Plans)
	default:
		r.document(page.Document)
	}
	d.Rows = r.rows
	for _, lang := range p.site.Languages() {
		d.Columns = append(d.Columns, Column{
			Lang: tag(lang), Name: p.in(lang).say("parallel.language"), States: r.states[lang],
		})
	}
	return d
}

// document shows the covering letter, and the titles of what follows it.
func (r *parallelRows) document(d *site.Document) {
	r.paragraphs(&d.Pair, site.Rows(&d.Pair))
	for _, a := range d.Actions {
		r.title(2, "", nil, &a.Pair, a.Page(r.lang).Parallel)
		for _, pl := range a.Plans {
			r.title(0, "", nil, &pl.Pair, pl.Page(r.lang).Parallel)
		}
	}
	for _, pl := range d.Plans {
		if pl.Action == nil {
			r.title(2, "", nil, &pl.Pair, pl.Page(r.lang).Parallel)
		}
	}
}

// contents shows the titles of plans and their measures.
func (r *parallelRows) contents(plans []*site.Plan) {
	for _, pl := range plans {
		r.title(2, "", nil, &pl.Pair, pl.Page(r.lang).Parallel)
		for _, m := range pl.Measures {
			r.title(0, "", m, &m.Pair, m.Page(r.lang).Parallel)
		}
	}
}

// plan shows a plan whole, its measures included, so that it can be read and
// printed in one piece.
func (r *parallelRows) plan(pl *site.Plan) {
	for _, s := range pl.Sections {
		rows := pl.Rows(s.ID)
		if len(rows) == 0 && len(s.Measures) == 0 {
			continue
		}
		r.section(s)
		r.paragraphs(&pl.Pair, rows)
		for _, m := range s.Measures {
			r.measure(m, 3)
		}
	}
}

// measure shows a measure with its parts below a heading.
func (r *parallelRows) measure(m *site.Measure, level int) {
	r.title(level, m.Slug, m, &m.Pair, m.Page(r.lang).Parallel)
	r.measureText(m)
	for _, child := range m.Children {
		r.measure(child, min(level+1, 4))
	}
}

// measureText shows the paragraphs of a measure. Where it only heads others,
// its title is the text.
func (r *parallelRows) measureText(m *site.Measure) {
	rows := site.Rows(&m.Pair)
	r.paragraphs(&m.Pair, rows)
	if len(rows) > 0 {
		return
	}
	for _, lang := range r.site.Languages() {
		if m.In(lang).Title != "" {
			r.note(lang, site.State(&m.Pair, lang).State, &m.Pair)
		}
	}
}
