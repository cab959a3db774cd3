package render

import (
	"html/template"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/markdown"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

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
	q.lang, q.described = lang, lazy[string]{}
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
	converted, ok := r.convert(pair, *from)
	if !ok {
		return ""
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
