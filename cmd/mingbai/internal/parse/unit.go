package parse

import (
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
)

// unit is a measure while it is read.
type unit struct {
	plan    int // index into reader.bodies
	section int // index into Plan.Sections
	parent  *unit
	number  number
	numed   bool
	lang    plan.Lang
	lines   []unitLine
	title   string // as printed
	heads   bool   // has children
	several bool   // its paragraphs are measures of their own
	rule    string // name of the recognizer that made it
	measure plan.Measure

	titlePrinted string // of a row: the title with its full stop
}

// unitLine is a line, or the rest of one, that belongs to a unit.
type unitLine struct {
	index   int // into reader.lines
	from    int // byte offset behind number and heading
	clauses []clauseSpan
	row     bool   // a row of a table
	cells   []cell // of a row, without number and title
}

// hasClause reports whether any line of the unit carries a clause.
func (u *unit) hasClause() bool {
	for _, l := range u.lines {
		if len(l.clauses) > 0 {
			return true
		}
	}
	return false
}

// empty reports whether the unit has neither text nor clause, only a heading.
func (u *unit) empty(r *reader) bool {
	for _, l := range u.lines {
		if strings.TrimSpace(r.lines[l.index].text[l.from:]) != "" {
			return false
		}
	}
	return true
}

// addLine gives a line to a unit; heading says that it may begin with one.
func (o *outliner) addLine(u *unit, i, from int, heading bool) {
	l := &o.lines[i]
	clauses := findClauses(l.text, from, l.lang, o.resolver)
	body := from
	if heading {
		limit := len(l.text)
		if len(clauses) > 0 {
			limit = clauses[0].start
		}
		stop := splitHeading(l.text[from:], l.lang, limit-from)
		if !u.numed && utf8.RuneCountInString(l.text[from:from+stop]) > shortHeading {
			stop = 0 // a first sentence, not a heading
		}
		if stop > 0 {
			body = from + stop
			u.title = headingText(l.text[from:body])
		}
	}
	u.lines = append(u.lines, unitLine{index: i, from: body, clauses: clauses})
	cuts := []cut{{from, plan.PartNumber}, {body, plan.PartHeading}}
	for _, c := range clauses {
		cuts = append(cuts, cut{c.start, plan.PartText}, cut{c.end, plan.PartClause})
	}
	o.parts[i] = partsOf(l.text, cuts...)
	o.checkBrackets(i)
}
