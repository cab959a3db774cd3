package render

import (
	"html/template"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/markdown"
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

// section adds the heading of a section.
func (r *parallelRows) section(s *site.Section) {
	row := PairRow{ID: r.anchor(s.ID), Title: true, Level: 2}
	for _, lang := range r.site.Languages() {
		name := r.in(lang).sectionTitle(s)
		if name.Lang != "" {
			name = Name{}
		}
		row.Cells = append(row.Cells, r.in(lang).titleCell(name))
	}
	r.rows = append(r.rows, row)
}

// title adds a title, that of a measure with its number, and with a link to its
// own side-by-side page.
func (r *parallelRows) title(level int, id string, m *site.Measure, pair *site.Pair, to *site.Page) {
	row := PairRow{ID: r.anchor(id), Title: true, Level: level}
	for _, lang := range r.site.Languages() {
		q := r.in(lang)
		c := q.titleCell(q.ownTitle(pair))
		if m != nil {
			if number := q.number(m); number.Lang == "" {
				c.Number = number.Text
			}
		}
		if to != nil && c.Text != "" {
			c.Href = r.place.to(to.URL)
		}
		row.Cells = append(row.Cells, c)
	}
	r.rows = append(r.rows, row)
}

// titleCell is a cell with a title in the pager's language.
func (p *pager) titleCell(n Name) Cell {
	c := Cell{Lang: tag(p.lang), Text: n.Text}
	switch {
	case n.Text == "":
		c.Gap = p.say("parallel.missing")
	case n.Mark == string(plan.Restored) || n.Mark == string(plan.Unconfirmed):
		c.Mark, c.Marked = n.Mark, p.say("mark."+n.Mark)
	}
	return c
}

// in is the pager with another language for its words.
func (p *pager) in(lang plan.Lang) *pager {
	q := *p
	q.lang = lang
	return &q
}

// ownTitle is a title in the pager's language, else the beginning of the text;
// "" where the language has neither.
func (p *pager) ownTitle(pair *site.Pair) Name {
	n := site.TitleOf(pair, p.lang)
	if n.Text == "" {
		n = site.Excerpt(pair, p.lang)
	}
	if n.Foreign(p.lang) {
		return Name{}
	}
	return p.text(n)
}

// paragraphs adds rows of text.
func (r *parallelRows) paragraphs(pair *site.Pair, rows []site.Row) {
	for _, row := range rows {
		out := PairRow{ID: r.anchor(row.Anchor)}
		for _, lang := range r.site.Languages() {
			c := Cell{Lang: tag(lang)}
			if from := row.In(lang); from != nil {
				c.HTML = r.cell(pair, from, row.Anchor)
				r.state(pair, lang, row.Anchor)
			} else {
				c.Gap = r.in(lang).say("parallel.missing")
			}
			out.Cells = append(out.Cells, c)
		}
		r.rows = append(r.rows, out)
	}
}

// anchor gives an anchor to the first row that asks for it.
func (r *parallelRows) anchor(id string) string {
	if id == "" || r.seen[id] {
		return ""
	}
	r.seen[id] = true
	return id
}

// state notes what a paragraph is for the head of its column. Paragraphs of
// editors are told of by none.
func (r *parallelRows) state(pair *site.Pair, lang plan.Lang, anchor string) {
	if from := site.ProvenanceOf(pair, lang, anchor); from.Line > 0 {
		r.note(lang, from.State, pair)
	}
}

// note adds a state to the head of a column, once.
func (r *parallelRows) note(lang plan.Lang, state site.TextState, pair *site.Pair) {
	key := string(state)
	if state == site.Original {
		key = issuedAs(pair, lang)
	}
	if word := r.in(lang).say("text." + key); state != site.Missing && !slices.Contains(r.states[lang], word) {
		r.states[lang] = append(r.states[lang], word)
	}
}

// cell is a paragraph in its language with its sign. The row has the anchor,
// and inside its cells anchors would stand twice.
func (r *parallelRows) cell(pair *site.Pair, from *site.Passage, anchor string) template.HTML {
	converted, problems, err := r.md.Convert(from.Markdown(), markdown.Options{
		Lang: string(from.Lang),
		Link: func(address string) (string, bool) { return r.contentLink(from.Path, address) },
	})
	if err != nil {
		r.findings = append(r.findings, badBody.At(diag.Position{File: "content/" + from.Path, Line: from.FileLine(1)}, err))
		return ""
	}
	for _, problem := range problems {
		r.findings = append(r.findings, problemFinding(*from, problem))
	}
	var html strings.Builder
	sign := r.signHTML(r.sign(pair, from.Lang, anchor))
	for i, b := range converted {
		text := anchorAttribute.ReplaceAllString(r.signed(pair, from.Lang, b), "")
		switch {
		case sign == "" || i < len(converted)-1:
		case b.Kind == markdown.Paragraph:
			text = r.signedParagraph(text, sign)
		default:
			text += "<p>" + sign + "</p>"
		}
		html.WriteString(text)
	}
	return template.HTML(html.String())
}
