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

// Brackets finds the outermost brackets of s, round ones of either width and
// mixed as they are in practice, and square ones; and the offset of the first
// opening round bracket that is never closed (-1 when there is none). What
// stands whole behind that one is found too.
func Brackets(s string) (spans []Span, unclosed int) {
	var open [len(bracketKinds)][]int
	var pairs []Span
	for i, r := range s {
		for k, kind := range bracketKinds {
			if r == kind.open[0] || r == kind.open[1] {
				open[k] = append(open[k], i)
			} else if n := len(open[k]); n > 0 && (r == kind.close[0] || r == kind.close[1]) {
				pairs = append(pairs, Span{open[k][n-1], i + utf8.RuneLen(r)})
				open[k] = open[k][:n-1]
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
	if len(open[0]) > 0 {
		return spans, open[0][0]
	}
	return spans, -1
}

// bracketKinds are the brackets, half-width and full-width; round ones first.
var bracketKinds = [...]struct{ open, close [2]rune }{
	{[2]rune{'(', '（'}, [2]rune{')', '）'}},
	{[2]rune{'[', '［'}, [2]rune{']', '］'}},
	{[2]rune{'【', '〔'}, [2]rune{'】', '〕'}},
}

// Protected reports, for each byte of s, whether it stands inside brackets,
// quotation marks or a book title: punctuation there ends no heading. A mark
// that is never closed holds nothing.
func Protected(s string) []bool {
	out := make([]bool, len(s))
	type opened struct {
		closer rune
		end    int // behind the opening mark
	}
	var stack []opened
	for i, r := range s {
		if k := lastIndex(len(stack), func(k int) bool { return closes(r, stack[k].closer) }); k >= 0 {
			for j := stack[k].end; j < i+utf8.RuneLen(r); j++ {
				out[j] = true
			}
			stack = stack[:k]
			continue
		}
		if c, ok := closers[r]; ok && len(stack) < depth {
			stack = append(stack, opened{c, i + utf8.RuneLen(r)})
		}
	}
	return out
}

func lastIndex(n int, is func(int) bool) int {
	for k := n - 1; k >= 0; k-- {
		if is(k) {
			return k
		}
	}
	return -1
}

func closes(r, closer rune) bool { return r == closer || round(r) && round(closer) }

func round(r rune) bool { return r == ')' || r == '）' }
