package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// longTask bounds the cell that is a measure's title, in characters; a longer
// one is text that may begin with its heading.
const longTask = 60

// addRow makes a measure of a row.
func (o *outliner) addRow(t *table, i int, cells []cell) {
	l := &o.lines[i]
	u := &unit{plan: o.index, section: o.measureSection(), lang: plan.Zh, rule: "table-row"}
	var cuts []cut
	ul := unitLine{index: i, row: true}
	for _, c := range cells {
		text := l.text[c.start:c.end]
		s := strings.TrimFunc(text, unicode.IsSpace)
		start := c.start + len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
		end := start + len(s)
		cuts = append(cuts, cut{start, plan.PartSpace})
		switch kind := o.rowCell(u, &ul, t, c, s, start); kind {
		case plan.PartHeading:
			body := start + len(u.titlePrinted)
			cuts = append(cuts, cut{body, kind})
			if body < end {
				ul.cells = append(ul.cells, cell{body, end, c.column, c.name})
				cuts = append(cuts, cut{end, plan.PartText})
			}
		default:
			cuts = append(cuts, cut{end, kind})
		}
	}
	ul.from = ul.end(l.text)
	o.parts[i] = dropEmpty(partsOf(l.text, append(cuts, cut{len(l.text), plan.PartSpace})...))
	u.lines = []unitLine{ul}
	o.placeRow(u)
	o.open = nil
}

// rowCell reads one cell into the unit and says what part it is.
func (o *outliner) rowCell(u *unit, ul *unitLine, t *table, c cell, s string, start int) plan.PartKind {
	switch {
	case s == "":
		return plan.PartSpace
	case c.column == seqColumn && !u.numed:
		if n, ok := rowNumber(s); ok {
			u.number, u.numed = n, true
			return plan.PartNumber
		}
	case t.roleOf(c.column) != "":
		ul.clauses = append(ul.clauses, clauseSpan{start: start, end: start + len(s), role: t.roleOf(c.column)})
		ul.cells = append(ul.cells, cell{start, start + len(s), c.column, c.name})
		return plan.PartClause
	case c.column == taskColumn && u.title == "":
		if head := taskHeading(s); head > 0 {
			u.title, u.titlePrinted = headingText(s[:head]), s[:head]
			return plan.PartHeading
		}
	}
	ul.cells = append(ul.cells, cell{start, start + len(s), c.column, c.name})
	return plan.PartText
}

// taskHeading is the length of the heading that a task's cell is or begins with.
func taskHeading(s string) int {
	if utf8.RuneCountInString(s) <= longTask && !strings.ContainsAny(strings.TrimRight(s, "。"), "。；") {
		return len(s)
	}
	stop := splitHeading(s, plan.Zh, len(s))
	if stop > 0 && utf8.RuneCountInString(s[:stop]) > longHeading {
		return 0
	}
	return stop
}

func rowNumber(s string) (number, bool) {
	folded := strings.TrimSpace(zh.FoldString(s))
	v, ok := zh.Numeral(strings.Trim(folded, "().、"))
	return number{form: formDot, value: v, text: s}, ok
}

// placeRow puts a row below the group that heads it, if any.
func (o *outliner) placeRow(u *unit) {
	if n := len(o.levels); n > 0 && o.levels[0].native < formDot {
		u.parent = o.units[o.levels[n-1].node]
		if o.levels[n-1].native >= formDot && n > 1 {
			u.parent = o.units[o.levels[n-2].node]
		}
		u.parent.heads = true
	}
	o.units = append(o.units, u)
}

// end is the offset behind number and heading, where the row's text begins.
func (ul *unitLine) end(text string) int {
	if len(ul.cells) == 0 {
		return len(text)
	}
	return ul.cells[0].start
}

func dropEmpty(parts []plan.Part) []plan.Part {
	out := parts[:0]
	for _, p := range parts {
		if p.Text != "" {
			out = append(out, p)
		}
	}
	return out
}

// rowParagraphs are the cells of a row as paragraphs; pages show them under the
// names of their columns.
func (r *reader) rowParagraphs(ul *unitLine) []plan.Paragraph {
	l := &r.lines[ul.index]
	var out []plan.Paragraph
	for _, c := range ul.cells {
		p := plan.Paragraph{Line: l.no, Lang: l.lang, Text: strings.TrimSpace(l.text[c.start:c.end])}
		if c.name != "" && c.column != taskColumn {
			p.Shown = zh.Typeset(c.name + "：" + p.Text)
		}
		out = append(out, p)
	}
	return out
}

// rowText is the text of a row's cells that are no clause.
func (r *reader) rowText(ul *unitLine) string {
	l := &r.lines[ul.index]
	var out []string
	for _, c := range ul.cells {
		if s := strings.TrimSpace(l.text[c.start:c.end]); s != "" && !inside(ul.clauses, c.start) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}
