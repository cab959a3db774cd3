package zh

import (
	"strings"
	"unicode/utf8"
)

// foldRune gives the half-width form of full-width letters, digits and
// punctuation, and a plain space for the spaces documents contain.
func foldRune(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '　' || r == '\u00a0' || r == '\t':
		return ' '
	case r == '—' || r == '–' || r == '―' || r == '−' || r == '‐' || r == '‑':
		return '-'
	case r == '〔' || r == '﹝':
		return '['
	case r == '〕' || r == '﹞':
		return ']'
	case r == '∶':
		return ':'
	case r == '﹒':
		return '.'
	}
	return r
}

// Folded is a text with its widths folded, so that one pattern matches all the
// ways of writing, and with the way back to the original's offsets.
type Folded struct {
	Text string // folded
	orig string
	at   []int // byte offset in orig for each byte offset in Text, and the end
}

// Fold folds s rune by rune.
func Fold(s string) Folded {
	f := Folded{orig: s, at: make([]int, 0, len(s)+1)}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		from := b.Len()
		if r == utf8.RuneError { // kept byte for byte, as it may be no character
			_, size := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+size])
		} else {
			b.WriteRune(foldRune(r))
		}
		for range b.Len() - from {
			f.at = append(f.at, i)
		}
	}
	f.at = append(f.at, len(s))
	f.Text = b.String()
	return f
}

// Orig gives the original's text for a range of the folded text. Both ends must
// stand at character boundaries, as the ends of a match do.
func (f Folded) Orig(start, end int) string { return f.orig[f.at[start]:f.at[end]] }

// Offset gives the original's byte offset for an offset in the folded text.
func (f Folded) Offset(i int) int { return f.at[i] }

// FoldString is the folded text alone.
func FoldString(s string) string { return Fold(s).Text }
