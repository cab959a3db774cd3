package zh

// Span is a byte range of a text.
type Span struct{ Start, End int }

var closers = map[rune]rune{
	'(': ')', '（': '）', '〔': '〕', '[': ']', '【': '】',
	'《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』',
}

// depth bounds nesting, so that hostile text costs no more than its length.
const depth = 16

// Brackets finds the outermost round brackets of s, of either width and mixed
// as they are in practice, and the offset of an opening bracket that is never
// closed (-1 when there is none).
func Brackets(s string) (spans []Span, unclosed int) {
	var open []int
	unclosed = -1
	for i, r := range s {
		switch r {
		case '(', '（':
			if len(open) < depth {
				open = append(open, i)
			}
		case ')', '）':
			if len(open) == 0 {
				continue
			}
			start := open[len(open)-1]
			open = open[:len(open)-1]
			if len(open) == 0 {
				spans = append(spans, Span{start, i + len(string(r))})
			}
		}
	}
	if len(open) > 0 {
		unclosed = open[0]
		spans = append(spans, inner(s, open[0])...)
	}
	return spans, unclosed
}

// inner finds the brackets that are whole behind an opening one that is not.
func inner(s string, at int) []Span {
	rest := s[at+1:]
	if at+len("（") <= len(s) && s[at:at+len("（")] == "（" {
		rest = s[at+len("（"):]
	}
	base := len(s) - len(rest)
	spans, _ := Brackets(rest)
	for i := range spans {
		spans[i].Start += base
		spans[i].End += base
	}
	return spans
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
