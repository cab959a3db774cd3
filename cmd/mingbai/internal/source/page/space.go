package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/zh"
)

func endsSpaced(b *strings.Builder) bool {
	r, _ := utf8.DecodeLastRuneInString(b.String())
	return unicode.IsSpace(r)
}

// middleGap is the middle of the gaps between the characters of a line, which
// are set apart to fill it.
func middleGap(glyphs []Glyph) float64 {
	var gaps []float64
	for i := 1; i < len(glyphs); i++ {
		if a, b := &glyphs[i-1], &glyphs[i]; strings.TrimSpace(a.Text) != "" && strings.TrimSpace(b.Text) != "" {
			gaps = append(gaps, gapOf(a, b))
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return min(max(gaps[len(gaps)/2], 0), 0.5)
}

// gapOf is the gap between two characters, in sizes of the font.
func gapOf(a, b *Glyph) float64 { return (b.X - a.X - a.Width) / max(a.Size, b.Size) }

// apart reports whether the gap between two characters is a space, and no
// stretch of the line. Chinese characters stand apart from Latin ones by a
// quarter.
func apart(a, b *Glyph, stretch float64) bool {
	last, _ := utf8.DecodeLastRuneInString(a.Text)
	first, _ := utf8.DecodeRuneInString(b.Text)
	gap := gapOf(a, b) - stretch
	switch {
	case opens(last) || hangs(first) || wide(last) && hangs(last):
		return false
	case !wide(last) && !wide(first):
		return gap > 0.2
	}
	return gap > 0.9
}

// headWidth is the width of what a line break cannot part from the first
// character: a word, or a mark and its neighbour. Some programs break no line
// behind a Chinese mark between two Latin words either.
func headWidth(glyphs []Glyph) float64 {
	var first, last *Glyph
	for i := range glyphs {
		g := &glyphs[i]
		r, _ := utf8.DecodeRuneInString(g.Text)
		if unicode.IsSpace(r) {
			if first == nil {
				continue
			}
			break
		}
		if first == nil {
			first, last = g, g
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(last.Text)
		opening, _ := utf8.DecodeRuneInString(first.Text)
		if !sticks(before, r) && (wide(opening) || wide(r) || !hangs(before)) {
			break
		}
		last = g
	}
	if first == nil {
		return 0
	}
	return last.X + last.Width - first.X
}

// sticks reports whether no line ends between two characters.
func sticks(a, b rune) bool {
	return opens(a) || strings.ContainsRune("）)》〉”’」』】〕]。，、；：？！,.;:?!%％", b) ||
		!wide(a) && !wide(b)
}

func opens(r rune) bool { return strings.ContainsRune("（(《〈“‘「『【〔[", r) }

// hangs reports whether a mark may stand beyond the edge of the text.
func hangs(r rune) bool {
	return strings.ContainsRune("，。、；：！？）》」』】〕”’,.;:)", r)
}

// wide reports whether a character takes the width of a Chinese one.
func wide(r rune) bool {
	return zh.IsHan(r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r >= 0x2010 && r <= 0x2027 || r >= '①' && r <= '⑳'
}
