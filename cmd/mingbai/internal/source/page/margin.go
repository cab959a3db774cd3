package page

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/zh"
)

var (
	pageNumbers      = diag.Text{En: "page numbers", Zh: "页码"}
	repeatedHeadings = diag.Text{En: "repeated headings of tables", Zh: "重复的表头"}
	running          = diag.Text{En: "running headers and footers", Zh: "页眉页脚"}
)

// pageNumber is how page numbers are printed: alone, between dashes, or with
// words.
var pageNumber = regexp.MustCompile(`^(?:[-·.~ ]*(\d{1,4})[-·.~ ]*|(?:第|page) ?(\d{1,4}) ?页?(?:[ ,/]*(?:共|of) ?\d{1,4} ?页?)?|(\d{1,4}) ?/ ?\d{1,4})$`)

// numberOf reads a page number, and whether more than the number says that it
// is one.
func numberOf(text string) (n int, decorated, ok bool) {
	folded := strings.ToLower(strings.TrimSpace(zh.FoldString(text)))
	m := pageNumber.FindStringSubmatch(folded)
	if m == nil {
		return 0, false, false
	}
	n, err := strconv.Atoi(m[1] + m[2] + m[3])
	return n, m[1] != folded, err == nil
}

// Margins are the parts of a page's height in which its furniture stands.
const (
	margin     = 0.12
	wideMargin = 0.17
	deep       = 3 // lines from either edge that are looked at
)

// stripMargins takes page numbers and running headers off the pages, from the
// edges inward, as long as there are any.
func (s *sheet) stripMargins() {
	for range deep {
		offset, regular := s.numbering()
		repeated := s.repeated()
		again := false
		for i := range s.lines {
			for _, last := range []bool{false, true} {
				again = s.stripEdge(i, last, offset, regular, repeated) || again
			}
		}
		if !again {
			return
		}
	}
}

// stripEdge takes the first or last line off a page if it is furniture.
func (s *sheet) stripEdge(i int, last bool, offset int, regular bool, repeated map[string]int) bool {
	l := s.edge(i, last)
	if l == nil || l.row != nil {
		return false
	}
	n, decorated, isNumber := numberOf(l.text)
	switch {
	case isNumber && s.inMargin(l, wideMargin) && (decorated || regular && n-i == offset || l.artifact || s.alone(i, last)):
		s.left.Add(pageNumbers, l.text)
	case l.artifact && s.inMargin(l, wideMargin):
		s.left.Add(running, l.text)
	case s.inMargin(l, margin) && repeated[key(l, last)]*2 > len(s.lines) && repeated[key(l, last)] > 1:
		s.left.Add(running, l.text)
	case s.inMargin(l, margin) && repeated[key(l, last)]*3 > len(s.lines) && repeated[key(l, last)] > 3: // odd pages, or even ones
		s.left.Add(running, l.text)
	default:
		return false
	}
	if last {
		s.lines[i] = s.lines[i][:len(s.lines[i])-1]
	} else {
		s.lines[i] = s.lines[i][1:]
	}
	return true
}

// edge is the first or last line of a page.
func (s *sheet) edge(i int, last bool) *line {
	n := len(s.lines[i])
	switch {
	case n == 0:
		return nil
	case last:
		return &s.lines[i][n-1]
	}
	return &s.lines[i][0]
}

func (s *sheet) inMargin(l *line, part float64) bool {
	h := s.pages[l.page].Height
	return l.y < h*part || l.y > h*(1-part)
}

// alone reports whether a line at the foot stands apart from the text.
func (s *sheet) alone(i int, last bool) bool {
	n := len(s.lines[i])
	if !last || n < 2 {
		return last
	}
	a, b := s.lines[i][n-2], s.lines[i][n-1]
	return b.y-a.y > 2*a.size && b.y > s.pages[i].Height*(1-margin)
}

// numbering reports whether the numbers at the edges of pages count on, and
// what must be added to a page's index to give its number.
func (s *sheet) numbering() (offset int, regular bool) {
	votes := map[int]int{}
	for i := range s.lines {
		for _, last := range []bool{false, true} {
			if l := s.edge(i, last); l != nil {
				if n, _, ok := numberOf(l.text); ok {
					votes[n-i]++
				}
			}
		}
	}
	best := 0
	for o, v := range votes {
		if v > best || v == best && o < offset {
			best, offset = v, o
		}
	}
	return offset, best >= 2 && best*2 >= len(s.lines)
}

// key is by what lines at the edges of several pages are known to be the same:
// words and height, but not the numbers in them.
func key(l *line, last bool) string {
	words := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return r
	}, zh.FoldString(l.text))
	for strings.Contains(words, "##") {
		words = strings.ReplaceAll(words, "##", "#")
	}
	return strconv.FormatBool(last) + strconv.Itoa(int(math.Round(l.y/l.size))) + words
}

func (s *sheet) repeated() map[string]int {
	out := map[string]int{}
	for i := range s.lines {
		for _, last := range []bool{false, true} {
			if l := s.edge(i, last); l != nil {
				out[key(l, last)]++
			}
		}
	}
	return out
}

// emptyPages lists the numbers of pages that have pictures and no text.
func (s *sheet) emptyPages() string {
	var out []string
	for i, p := range s.pages {
		if p.Pictures > 0 && !slices.ContainsFunc(p.Glyphs, func(g Glyph) bool { return strings.TrimSpace(g.Text) != "" }) {
			out = append(out, strconv.Itoa(i+1))
		}
	}
	return strings.Join(out, ", ")
}
