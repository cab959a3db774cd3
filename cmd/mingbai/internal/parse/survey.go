package parse

import (
	"strings"
	"unicode/utf8"
)

// survey finds what a line alone does not show: where the text begins and
// ends, which numbers list annexes, and numbers that lost their full stop.
func (r *reader) survey() {
	r.textFrom, r.textTo = len(r.lines), len(r.lines)
	for i := range r.lines {
		if r.isText(i) {
			r.textFrom = i
			break
		}
	}
	for i := len(r.lines) - 1; i >= r.textFrom; i-- {
		l := &r.lines[i]
		if !l.blank() && !l.mark() && !(l.titleLike() && utf8.RuneCountInString(l.folded) < 30) {
			break
		}
		r.textTo = i
	}
	r.listAnnexes()
	r.weakNumbers()
}

// isText reports whether a line is prose, an addressee or numbered: no head
// matter.
func (r *reader) isText(i int) bool {
	l := &r.lines[i]
	if l.blank() || l.mark() {
		return false
	}
	return l.numed || sentenceEnd.MatchString(l.folded) && utf8.RuneCountInString(l.folded) > 12 || utf8.RuneCountInString(l.folded) > 120
}

// listAnnexes marks the lines under 附件：1.… that go on with the list.
func (r *reader) listAnnexes() {
	for i := range r.lines {
		l := &r.lines[i]
		_, rest, ok := strings.Cut(l.folded, ":")
		if !ok || !annexLine.MatchString(l.folded) {
			continue
		}
		want := 1
		if n, numed := readNumber(rest); numed {
			want = n.value + 1
		} else if strings.TrimSpace(rest) != "" {
			continue
		}
		for j := i + 1; j < len(r.lines); j++ {
			next := &r.lines[j]
			if next.blank() {
				continue
			}
			if !next.numed || next.num.form < formDot || next.num.value != want || strings.ContainsAny(next.folded, "。") {
				break
			}
			r.annexItems[j], next.numed = true, false
			want++
		}
	}
}

// weakest is the least length of a list whose numbers lack their mark.
const weakest = 3

// weakNumbers takes digits at the heads of lines (1 突破…, 2强化…, 一　总体要求) for
// numbers where they count up from one: a mark was lost with its font.
func (r *reader) weakNumbers() {
	for _, read := range []func(string) (number, bool){weakNumber, weakHeading} {
		var found []int
		want := 1
		for i := range r.lines {
			l := &r.lines[i]
			if l.numed || strings.Contains(l.text, "\t") {
				continue
			}
			if n, ok := read(l.text); ok && n.value == want && utf8.RuneCountInString(l.folded) > 4 {
				found = append(found, i)
				want++
			}
		}
		if len(found) < weakest {
			continue
		}
		for _, i := range found {
			l := &r.lines[i]
			l.num, l.numed = read(l.text)
		}
		first := &r.lines[found[0]]
		r.report(numbersMended, found[0], 0, len(found), head(first.trimmed(), 6))
	}
}
