package page

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// line is a line of text on a page, or a row of a table.
type line struct {
	page     int
	x, right float64 // of what is seen
	inner    float64 // right, without a mark that may hang over the edge
	y, size  float64
	text     string
	spaced   bool    // a space stood at its end
	head     float64 // width of what cannot be parted from its first character
	block    int
	artifact bool
	row      []string // cells, of a table's row
	rowID    int      // of a row, where the file says so
}

// linesOf puts the characters of a page into lines.
func (s *sheet) linesOf(i int) []line {
	glyphs := tidy(s.pages[i].Glyphs)
	rows, rest := s.tables(i, glyphs)
	out := rows
	for _, group := range group(rest) {
		if l, ok := s.newLine(i, group); ok {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b line) int { return cmp.Compare(a.y, b.y) })
	return out
}

// tidy drops what cannot be placed, and gives widths where there are none.
func tidy(glyphs []Glyph) []Glyph {
	var out []Glyph
	for _, g := range glyphs {
		if !(g.Size > 0) || math.IsInf(g.X+g.Y+g.Width+g.Size, 0) || math.IsNaN(g.X+g.Y+g.Width) || g.Text == "" {
			continue
		}
		g.Text = unify(g.Text)
		if g.Width <= 0 {
			g.Width = g.Size / 2
			if r, _ := utf8.DecodeRuneInString(g.Text); wide(r) {
				g.Width = g.Size
			}
		}
		out = append(out, g)
	}
	return out
}

// unify gives the plain characters for those that fonts and not texts know:
// radicals, compatibility forms, ligatures.
func unify(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x2e80 && r <= 0x2fd5 || r >= 0xf900 && r <= 0xfaff {
			if plain := []rune(norm.NFKC.String(string(r))); len(plain) == 1 {
				return plain[0]
			}
		}
		if r == 0 || r == '\u00ad' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		if r == '\u00a0' || r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// group parts glyphs into those of one line each.
func group(glyphs []Glyph) [][]Glyph {
	slices.SortStableFunc(glyphs, func(a, b Glyph) int { return cmp.Compare(a.Y, b.Y) })
	var out [][]Glyph
	var base, size float64
	for _, g := range glyphs {
		if len(out) == 0 || g.Y-base > 0.5*min(size, g.Size) {
			out = append(out, nil)
			base, size = g.Y, g.Size
		}
		if g.Size > size {
			base, size = g.Y, g.Size
		}
		out[len(out)-1] = append(out[len(out)-1], g)
	}
	return out
}

// newLine reads a line from left to right.
func (s *sheet) newLine(page int, glyphs []Glyph) (line, bool) {
	slices.SortStableFunc(glyphs, func(a, b Glyph) int { return cmp.Compare(a.X, b.X) })
	l := line{page: page, artifact: true}
	var b strings.Builder
	var last *Glyph
	stretch := middleGap(glyphs)
	for i := range glyphs {
		g := &glyphs[i]
		if strings.TrimSpace(g.Text) == "" {
			if last != nil && b.Len() > 0 {
				b.WriteString(g.Text)
			}
			continue
		}
		if last != nil && printedTwice(last, g) {
			continue
		}
		if last == nil {
			l.x, l.y = g.X, g.Y
		} else if !endsSpaced(&b) && apart(last, g, stretch) {
			b.WriteByte(' ')
		}
		b.WriteString(g.Text)
		l.right, l.size = max(l.right, g.X+g.Width), max(l.size, g.Size)
		l.inner = l.right
		if r, _ := utf8.DecodeRuneInString(g.Text); hangs(r) {
			l.inner = g.X
		}
		l.y = max(l.y, g.Y)
		l.artifact = l.artifact && g.Artifact
		if l.block == 0 {
			l.block = g.Block
		}
		last = g
	}
	if last == nil {
		return l, false
	}
	l.text = strings.TrimRightFunc(b.String(), unicode.IsSpace)
	l.spaced = len(l.text) < b.Len()
	l.head = headWidth(glyphs)
	return l, true
}

// printedTwice tells a character that is printed over itself to look bold.
func printedTwice(a, b *Glyph) bool {
	return a.Text == b.Text && math.Abs(a.X-b.X) < 0.2*b.Size && math.Abs(a.Y-b.Y) < 0.2*b.Size
}
