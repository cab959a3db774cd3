package zh

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Span is a byte range of a text.
type Span struct{ Start, End int }

var closers = map[rune]rune{
	'(': ')', '（': '）', '〔': '〕', '[': ']', '【': '】',
	'《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』',
}

// depth bounds what Protected keeps in mind of nested marks.
const depth = 16

// Brackets finds the outermost round brackets of s, of either width and mixed
// as they are in practice, and the offset of the first opening bracket that is
// never closed (-1 when there is none). What stands whole behind that one is
// found too.
func Brackets(s string) (spans []Span, unclosed int) {
	var open []int
	var pairs []Span
	for i, r := range s {
		switch r {
		case '(', '（':
			open = append(open, i)
		case ')', '）':
			if n := len(open); n > 0 {
				pairs = append(pairs, Span{open[n-1], i + utf8.RuneLen(r)})
				open = open[:n-1]
			}
		}
	}
	slices.SortFunc(pairs, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	end := 0
	for _, p := range pairs {
		if p.Start >= end {
			spans, end = append(spans, p), p.End
		}
	}
	if len(open) > 0 {
		return spans, open[0]
	}
	return spans, -1
}

// Protected reports, for each byte of s, whether it stands inside brackets,
// quotation marks or a book title: punctuation there ends no heading.
func Protected(s string) []bool {
	out := make([]bool, len(s))
	var stack []rune
	for i, r := range s {
		if len(stack) > 0 {
			for j := range len(string(r)) {
				if i+j < len(out) {
					out[i+j] = true
				}
			}
			if r == stack[len(stack)-1] || (r == ')' || r == '）') && round(stack[len(stack)-1]) {
				stack = stack[:len(stack)-1]
				continue
			}
		}
		if c, ok := closers[r]; ok && len(stack) < depth {
			stack = append(stack, c)
		}
	}
	return out
}

func round(r rune) bool { return r == ')' || r == '）' }
