package page

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// tables takes out of the glyphs of a page those that stand in tables, as rows:
// where the file says which cell they are of, and else where lines rule cells.
func (s *sheet) tables(i int, glyphs []Glyph) (rows []line, rest []Glyph) {
	stated := map[int]map[int][]Glyph{} // row → column → what stands there
	for _, g := range glyphs {
		if b := s.block(g); b.Row > 0 {
			if stated[b.Row] == nil {
				stated[b.Row] = map[int][]Glyph{}
			}
			stated[b.Row][b.Column] = append(stated[b.Row][b.Column], g)
			continue
		}
		rest = append(rest, g)
	}
	for _, id := range slices.Sorted(maps.Keys(stated)) {
		rows = append(rows, s.newRow(i, id, stated[id]))
	}
	if len(rows) == 0 {
		rows, rest = s.ruledTables(i, rest)
	}
	// Rows of two tables side by side may begin at one height.
	slices.SortStableFunc(rows, func(a, b line) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.rowID, b.rowID)) })
	return rows, rest
}

// block is what the file says of where a glyph belongs.
func (s *sheet) block(g Glyph) Block {
	if g.Block > 0 && g.Block <= len(s.blocks) {
		return s.blocks[g.Block-1]
	}
	return Block{}
}

// maxColumns bounds what a file may claim of a cell's column; what stands in
// later ones is joined in the last.
const maxColumns = 256

// newRow makes the line of a table's row.
func (s *sheet) newRow(page, id int, cells map[int][]Glyph) line {
	l := line{page: page, rowID: id}
	for _, column := range slices.Sorted(maps.Keys(cells)) {
		glyphs, to := cells[column], min(column, maxColumns)
		for len(l.row) <= to {
			l.row = append(l.row, "")
		}
		l.row[to] = strings.TrimSpace(l.row[to] + " " + s.cellText(page, glyphs))
		for _, g := range glyphs {
			if l.y == 0 || g.Y < l.y {
				l.y = g.Y
			}
			l.size = max(l.size, g.Size)
		}
	}
	if len(l.row) == 0 {
		l.row = []string{""}
	}
	return l
}

// cellText joins the lines of a cell: one that had room for the next word ends a
// paragraph.
func (s *sheet) cellText(page int, glyphs []Glyph) string {
	var lines []line
	right := 0.0
	for _, g := range group(glyphs) {
		if l, ok := s.newLine(page, g); ok {
			lines = append(lines, l)
			right = max(right, l.right)
		}
	}
	text := ""
	for i, l := range lines {
		switch {
		case i == 0:
			text = l.text
		case right-lines[i-1].right > l.head+0.5*l.size:
			text += " " + l.text
		default:
			text = join(text, lines[i-1].spaced, l.text)
		}
	}
	return strings.TrimSpace(text)
}

// joinRows puts together the rows of tables that go on from page to page: a
// heading that is printed again is left out, and a row that a page break parted
// is one again.
func (s *sheet) joinRows(lines []line) []line {
	var out []line
	heading := -1 // index of the first row of the table
	for _, l := range lines {
		if l.row == nil {
			heading = -1
			out = append(out, l)
			continue
		}
		n := len(out)
		switch {
		case heading >= 0 && out[n-1].page != l.page && slices.Equal(out[heading].row, l.row):
			s.left.Add(repeatedHeadings, strings.Join(l.row, " "))
			continue
		case heading >= 0 && partedRow(out[n-1], l):
			out[n-1].takeRest(l)
			continue
		case heading < 0:
			heading = n
		}
		out = append(out, l)
	}
	return out
}

// takeRest adds the cells of a row's rest to it.
func (l *line) takeRest(rest line) {
	for k, cell := range rest.row {
		if k >= len(l.row) {
			l.row = append(l.row, "")
		}
		switch {
		case l.row[k] == "":
			l.row[k] = cell
		case cell != "":
			l.row[k] = join(l.row[k], false, cell)
		}
	}
	l.page = rest.page
}

// partedRow reports whether b is the rest of row a, from the page before.
func partedRow(a, b line) bool {
	if a.page == b.page {
		return false
	}
	if a.rowID > 0 && b.rowID > 0 {
		return a.rowID == b.rowID
	}
	if len(a.row) != len(b.row) || b.row[0] != "" {
		return false
	}
	for k, cell := range b.row {
		if cell != "" && (a.row[k] == "" || sentenceEnd.MatchString(a.row[k])) {
			return false
		}
	}
	return true
}
