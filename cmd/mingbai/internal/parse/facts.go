package parse

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// readFacts reads clauses, deadlines and amounts of every unit, names the units,
// and gives them to their plans.
func (r *reader) readFacts() {
	r.firstLeadsLines()
	ids := newNamer()
	for _, u := range r.units {
		b := &r.bodies[u.plan]
		m := &u.measure
		section := b.plan.Sections[u.section]
		m.Section, m.Lang, m.Title = section.ID, u.lang, u.title
		m.Rule = u.rule
		m.Number, m.Line = u.number.text, r.lines[u.lines[0].index].no
		m.Slug = ids.slug(u, section)
		m.ID = b.plan.ID + "/" + m.Slug
		if u.parent != nil {
			m.Parent = u.parent.measure.ID
		}
		r.readUnit(u)
		m.Heading = u.heads && strings.TrimSpace(m.Text) == ""
		b.plan.Measures = append(b.plan.Measures, *m)
	}
	r.own()
}

// readUnit reads the facts of one unit from its lines.
func (r *reader) readUnit(u *unit) {
	var text []string
	for k := range u.lines {
		l := &u.lines[k]
		line := &r.lines[l.index]
		if l.row {
			r.readRow(u, l)
			text = append(text, r.rowText(l))
			continue
		}
		from := l.from
		var rest strings.Builder
		for _, c := range l.clauses {
			rest.WriteString(line.text[from:c.start])
			r.readClause(u, l.index, c)
			from = c.end
		}
		rest.WriteString(line.text[from:])
		if s := strings.TrimSpace(rest.String()); s != "" {
			text = append(text, s)
		}
		r.readDeadlines(u, l.index, span{to: len(line.text)}, l.clauses, limitAlone.MatchString(line.folded))
		u.measure.Amounts = append(u.measure.Amounts, readAmounts(line.text)...)
		if strings.TrimSpace(line.text[l.from:]) != "" {
			u.measure.Paragraphs = append(u.measure.Paragraphs, r.paragraph(l.index, l.from))
		}
	}
	u.measure.Text = strings.Join(text, "\n")
	r.readRunning(u)
}

// readRow reads the facts of a row cell by cell.
func (r *reader) readRow(u *unit, ul *unitLine) {
	line := &r.lines[ul.index]
	for _, c := range ul.clauses {
		r.readClause(u, ul.index, c)
	}
	for _, c := range cellsOf(line.text) {
		limit := false
		for _, known := range ul.cells {
			limit = limit || known.column == limitColumn && known.start >= c.start && known.end <= c.end
		}
		r.readDeadlines(u, ul.index, span{from: c.start, to: c.end}, ul.clauses, limit)
	}
	u.measure.Amounts = append(u.measure.Amounts, readAmounts(line.text)...)
	u.measure.Paragraphs = append(u.measure.Paragraphs, r.rowParagraphs(ul)...)
}

// own notes for every line which measure or plan it belongs to.
func (r *reader) own() {
	for _, b := range r.bodies {
		for _, i := range slices.Concat(b.title, b.lines) {
			r.owners[i] = b.plan.ID
		}
		if b.author > 0 {
			r.owners[b.author] = b.plan.ID
		}
	}
	for _, u := range r.units {
		for _, l := range u.lines {
			r.owners[l.index] = u.measure.ID
		}
	}
}

// paragraph is the text of a line from a byte offset on.
func (r *reader) paragraph(i, from int) plan.Paragraph {
	l := &r.lines[i]
	return plan.Paragraph{Line: l.no, Lang: l.lang, Text: strings.TrimSpace(l.text[from:])}
}
