package page

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// maxRules is how many lines a page may have and still be looked through for
// tables; one with more has drawings.
const maxRules = 3000

// grid is a table that is ruled on a page.
type grid struct {
	level, upright []Rule
	xs, ys         []float64 // of its lines, from left to right and from the top
	near           float64   // what counts as the same place
}

// ruledTables finds tables by their lines, and takes what stands in them.
func (s *sheet) ruledTables(i int, glyphs []Glyph) (rows []line, rest []Glyph) {
	near := 0.2 * middleSize(glyphs)
	grids := findGrids(s.pages[i].Rules, near)
	if len(grids) == 0 {
		return nil, glyphs
	}
	cells := make([]map[int]map[int][]Glyph, len(grids)) // grid → row → column → what stands there
	for _, g := range glyphs {
		k, row, column := place(grids, g)
		if k < 0 {
			rest = append(rest, g)
			continue
		}
		if cells[k] == nil {
			cells[k] = map[int]map[int][]Glyph{}
		}
		if cells[k][row] == nil {
			cells[k][row] = map[int][]Glyph{}
		}
		cells[k][row][column] = append(cells[k][row][column], g)
	}
	for k := range grids {
		for _, row := range slices.Sorted(maps.Keys(cells[k])) {
			l := s.newRow(i, 0, cells[k][row])
			for len(l.row) < len(grids[k].xs)-1 {
				l.row = append(l.row, "")
			}
			l.y = grids[k].ys[row] + near // a row stands where it begins, whatever is in it
			rows = append(rows, l)
		}
	}
	return rows, rest
}

func middleSize(glyphs []Glyph) float64 {
	if len(glyphs) == 0 {
		return 0
	}
	sizes := make([]float64, len(glyphs))
	for i, g := range glyphs {
		sizes[i] = g.Size
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// findGrids joins lines that touch, and gives those that make several columns.
func findGrids(rules []Rule, near float64) []*grid {
	if len(rules) > maxRules || near <= 0 {
		return nil
	}
	var parts []*grid
	for _, r := range rules {
		r = Rule{min(r.X1, r.X2), min(r.Y1, r.Y2), max(r.X1, r.X2), max(r.Y1, r.Y2)}
		own := &grid{}
		if r.Y2-r.Y1 <= r.X2-r.X1 {
			own.level = []Rule{r}
		} else {
			own.upright = []Rule{r}
		}
		var apart []*grid
		for _, p := range parts {
			if p.touches(r, near) {
				own.level, own.upright = append(own.level, p.level...), append(own.upright, p.upright...)
			} else {
				apart = append(apart, p)
			}
		}
		parts = append(apart, own)
	}
	var out []*grid
	for _, g := range parts {
		if g.measure(near); len(g.xs) >= 3 && len(g.ys) >= 2 {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b *grid) int { return cmp.Compare(a.ys[0], b.ys[0]) })
	return out
}

func (g *grid) touches(r Rule, near float64) bool {
	meet := func(o Rule) bool {
		return r.X1 <= o.X2+near && o.X1 <= r.X2+near && r.Y1 <= o.Y2+near && o.Y1 <= r.Y2+near
	}
	return slices.ContainsFunc(g.level, meet) || slices.ContainsFunc(g.upright, meet)
}

func (g *grid) measure(near float64) {
	var xs, ys []float64
	for _, r := range g.upright {
		xs = append(xs, (r.X1+r.X2)/2)
	}
	for _, r := range g.level {
		ys = append(ys, (r.Y1+r.Y2)/2)
	}
	g.near = near
	g.xs, g.ys = distinct(xs, near), distinct(ys, near)
}

// distinct gives one of values that are near each other, in order.
func distinct(values []float64, near float64) []float64 {
	slices.Sort(values)
	var out []float64
	for _, v := range values {
		if len(out) == 0 || v-out[len(out)-1] > 2*near {
			out = append(out, v)
		}
	}
	return out
}

// place finds the cell that a glyph stands in: that of the upper left corner,
// where lines are missing because cells are merged. It gives -1 outside tables.
func place(grids []*grid, g Glyph) (k, row, column int) {
	x, y := g.X+g.Width/2, g.Y-0.35*g.Size
	for k, t := range grids {
		row, column := between(t.ys, y), between(t.xs, x)
		if row < 0 || column < 0 {
			continue
		}
		for column > 0 && !t.crossed(t.upright, t.xs[column], y, true) {
			column--
		}
		for row > 0 && !t.crossed(t.level, t.ys[row], x, false) {
			row--
		}
		return k, row, column
	}
	return -1, 0, 0
}

// between gives the interval of sorted values that v lies in, or -1.
func between(values []float64, v float64) int {
	i, _ := slices.BinarySearch(values, v)
	if i == 0 || i == len(values) {
		return -1
	}
	return i - 1
}

// crossed reports whether a line at one coordinate passes another.
func (g *grid) crossed(rules []Rule, at, passing float64, upright bool) bool {
	for _, r := range rules {
		pos, from, to := (r.Y1+r.Y2)/2, r.X1, r.X2
		if upright {
			pos, from, to = (r.X1+r.X2)/2, r.Y1, r.Y2
		}
		if math.Abs(pos-at) <= 2*g.near && passing > from && passing < to {
			return true
		}
	}
	return false
}
