package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/zh"
)

// align gives each cell its column. Where cells were merged over several rows a
// row has fewer cells than the header: the columns that it lacks are sought so
// that number, bodies and time limit stand in theirs, those of a group first.
func (t *table) align(text string, cells []cell, known *resolver) ([]cell, bool) {
	lack := len(t.columns) - len(cells)
	best := -1
	for at := 0; lack > 0 && at <= len(cells); at++ {
		if !t.fits(text, cells, at, lack, known) {
			continue
		}
		if best < 0 || t.columns[at] == groupColumn && t.columns[best] != groupColumn {
			best = at
		}
	}
	if lack > 0 && best < 0 {
		return nil, false
	}
	for i := range cells {
		at := i
		if lack > 0 && i >= best {
			at += lack
		}
		if at < len(t.columns) {
			cells[i].column, cells[i].name = t.columns[at], t.names[at]
		}
	}
	return cells, true
}

var timeLike = pattern.New(`\d|年|月|长期|持续|常态|全年|立即|每|近期`)

// fits reports whether the cells suit their columns when lack columns are left
// out from at on.
func (t *table) fits(text string, cells []cell, at, lack int, known *resolver) bool {
	for i, c := range cells {
		s := strings.TrimSpace(zh.FoldString(text[c.start:c.end]))
		col := i
		if i >= at {
			col += lack
		}
		switch column := t.columns[col]; {
		case s == "":
		case column == seqColumn && !digitsAlone.MatchString(s):
			return false
		case column == limitColumn && !timeLike.MatchString(s):
			return false
		case t.roleOf(column) != "" && !anyBody(splitNames(s, known), known):
			return false
		}
	}
	return true
}
