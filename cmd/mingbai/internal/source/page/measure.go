package page

import (
	"cmp"
	"math"
	"slices"
)

// measure finds the size, the distances and the edges of the text.
func (s *sheet) measure(lines []line) {
	s.size = commonSize(lines)
	s.measureEdges(lines)
	s.pitch = s.median(lines, s.full)
	if s.pitch == 0 {
		s.pitch = 1.5 * s.size
	}
	s.indent = s.startsIndented(lines)
}

// commonSize is the size in which most characters are set.
func commonSize(lines []line) float64 {
	votes := map[int]int{}
	for _, l := range lines {
		votes[int(math.Round(l.size*10))] += len(l.text)
	}
	best := 0
	for size, n := range votes {
		if n > votes[best] || n == votes[best] && size < best {
			best = size
		}
	}
	return max(float64(best)/10, 0.1)
}

// fewLines are too few to tell a page's edges from; those of the whole document
// hold there.
const fewLines = 6

func (s *sheet) measureEdges(lines []line) {
	byPage := make([][]line, len(s.pages))
	for _, l := range lines {
		byPage[l.page] = append(byPage[l.page], l)
	}
	whole := s.edgesOf(lines)
	enough := s.filling(lines, whole.right) >= fewLines
	s.edges = make([]edges, len(s.pages))
	for i, own := range byPage {
		other := s.pages[i].Width != s.pages[0].Width
		certain := enough
		s.edges[i] = whole
		if e := s.edgesOf(own); len(own) >= fewLines && e.right >= whole.right-3*s.size || other {
			s.edges[i] = e
			certain = certain && !other || s.filling(own, e.right) >= fewLines
		}
		if !certain {
			s.edges[i].right = max(s.edges[i].right, leastWidth*s.pages[i].Width)
		}
	}
}

// leastWidth is the part of a page's width that text takes at least, where
// there are not enough full lines to tell.
const leastWidth = 0.7

// filling counts the lines that reach an edge.
func (s *sheet) filling(lines []line, right float64) int {
	n := 0
	for _, l := range lines {
		if l.row == nil && math.Abs(right-l.right) < 1.5*s.size {
			n++
		}
	}
	return n
}

// edgesOf finds where lines begin and end: at the outermost places where
// several do.
func (s *sheet) edgesOf(lines []line) edges {
	var xs, rights []float64
	for _, l := range lines {
		if l.row == nil {
			xs, rights = append(xs, l.x), append(rights, -l.inner)
		}
	}
	return edges{left: s.outermost(xs, 0.35), right: -s.outermost(rights, 1)}
}

// outermost is the least value that another is near to, within some
// characters; or the least where there are few.
func (s *sheet) outermost(values []float64, near float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	for i := 1; i < len(values) && len(values) >= fewLines; i++ {
		if values[i]-values[i-1] < near*s.size {
			return values[i-1]
		}
	}
	return values[0]
}

// full reports whether line a has no room for the beginning of b: what a line
// break within a paragraph looks like.
func (s *sheet) full(a, b line) bool {
	return s.room(a) < b.head+0.3*s.size
}

// room is what is left of a line.
func (s *sheet) room(l line) float64 { return s.edges[l.page].right - l.right }

// median is the middle of the distances between neighbours that are of one
// size and that fit says belong together; 0 where there are none.
func (s *sheet) median(lines []line, fit func(a, b line) bool) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if a.page == b.page && a.row == nil && b.row == nil && sameSize(a, b) && fit(a, b) {
			all = append(all, b.y-a.y)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.SortFunc(all, cmp.Compare[float64])
	return all[len(all)/2]
}

func sameSize(a, b line) bool { return math.Abs(a.size-b.size) < 0.12*max(a.size, b.size) }

// indented reports whether a line begins more than a character from the edge.
func (s *sheet) indented(l line) bool { return l.x-s.edges[l.page].left > 1.2*s.size }

// startsIndented reports whether lines that surely begin paragraphs, as the one
// before has room, mostly begin indented.
func (s *sheet) startsIndented(lines []line) bool {
	in, out := 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if a.page != b.page || a.row != nil || b.row != nil || s.full(a, b) || s.room(b) > 4*s.size && s.centred(b) {
			continue
		}
		if s.indented(b) {
			in++
		} else {
			out++
		}
	}
	return in > out
}

func (s *sheet) centred(l line) bool {
	e := s.edges[l.page]
	return math.Abs((l.x-e.left)-(e.right-l.right)) < 1.5*s.size
}
