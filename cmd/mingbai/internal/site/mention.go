package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
)

// Mention is the name of a department in a text.
type Mention struct {
	Start, End int // bytes
	Department *Department
}

// Mentions finds the names of those who have a duty for the measure in the
// clauses of a paragraph: its brackets, and what follows a label such as
// 责任单位：. Running text is left alone; a name there is no duty.
func (m *Measure) Mentions(lang plan.Lang, text string) []Mention {
	names := m.names(lang)
	var out []Mention
	for _, c := range clauseSpans(text) {
		for at := c[0]; at < c[1]; {
			name, ok := nameAt(names, text[:c[1]], at)
			if !ok {
				_, size := utf8.DecodeRuneInString(text[at:])
				at += size
				continue
			}
			out = append(out, Mention{at, at + len(name.text), name.department})
			at += len(name.text)
		}
	}
	return out
}

type departmentName struct {
	text       string
	department *Department
}

// names lists the names of the measure's departments, the longest first: one
// may be the beginning of another.
func (m *Measure) names(lang plan.Lang) []departmentName {
	var all []departmentName
	for _, d := range m.departments() {
		short, _ := d.Short.In(lang)
		for _, name := range append([]string{d.In(lang).Title, short}, d.Aliases...) {
			if name != "" {
				all = append(all, departmentName{name, d})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b departmentName) int { return cmp.Compare(len(b.text), len(a.text)) })
	return all
}

// nameAt is the name that stands at a place of a text, as a whole word.
func nameAt(names []departmentName, text string, at int) (departmentName, bool) {
	for _, n := range names {
		if strings.HasPrefix(text[at:], n.text) && !(joined(text, at) || joined(text, at+len(n.text))) {
			return n, true
		}
	}
	return departmentName{}, false
}

// joined reports whether two Latin letters meet at a place: there no word
// ends.
func joined(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	latin := func(r rune) bool { return unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) }
	return latin(before) && latin(after)
}

// clauseLabels are the words before the colon of a clause without brackets.
var clauseLabels = []string{"单位：", "部门：", "单位:", "部门:", "units:", "bodies:", "departments:"}

// clauseSpans is where the clauses of a paragraph may stand. A bracket within a
// bracket belongs to it: 州（市） is part of a name.
func clauseSpans(text string) [][2]int {
	var spans [][2]int
	depth, start := 0, 0
	for i, r := range text {
		switch r {
		case '（', '(':
			if depth == 0 {
				start = i
			}
			depth++
		case '）', ')':
			if depth == 1 {
				spans = append(spans, [2]int{start, i})
			}
			depth = max(depth-1, 0)
		}
	}
	label := len(text)
	for _, l := range clauseLabels {
		if at := strings.Index(text, l); at >= 0 {
			label = min(label, at)
		}
	}
	if label == len(text) {
		return spans
	}
	spans = slices.DeleteFunc(spans, func(s [2]int) bool { return s[1] > label })
	return append(spans, [2]int{label, len(text)})
}
