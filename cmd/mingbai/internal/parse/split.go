package parse

import (
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/zh"
)

// A text whose line breaks were lost has several numbered items in one line:
// …。（二）加强…, or a whole plan. It is cut before every number that goes on with
// a list. A list within a sentence (：1.…；2.…) stays whole.

// marker is a number within a line, where an item may begin.
type marker struct {
	at    int // byte offset of the number
	after int // byte offset behind it
	form  form
	value int
}

var markerForm = pattern.New(`[` + zhDigits + `]{1,3}、|\( ?[` + zhDigits + `]{1,3} ?\)|\( ?\d{1,2} ?\)|\d{1,3} ?[.、]|第[` + zhDigits + `]{1,4}[章节条]`)

// resplit cuts passages in which several items stand.
func resplit(ps []passage) []passage {
	var out []passage
	lists := listState{}
	for i := range ps {
		p := &ps[i]
		cuts := lists.cuts(p)
		at := 0
		for _, c := range cuts {
			out = append(out, p.slice(at, c))
			at = c
		}
		out = append(out, p.slice(at, len(p.text)))
		if at == 0 {
			out[len(out)-1] = *p // blank lines keep their pieces
		}
	}
	return out
}

// listState is the latest value of each form of number up to a place.
type listState map[form]int

// note takes notice of an item: lists of deeper forms begin anew.
func (s listState) note(f form, value int) {
	s[f] = value
	for deeper := range s {
		if deeper > f {
			delete(s, deeper)
		}
	}
}

// cuts are the offsets at which items begin within a passage.
func (s listState) cuts(p *passage) []int {
	lead, numed := readNumber(p.text)
	if numed {
		s.note(lead.form, lead.value)
	}
	if utf8.RuneCountInString(p.text) < 30 || tabbed(p.text) {
		return nil
	}
	list := markersOf(p.text)
	var cuts []int
	for k, m := range list {
		if m.after <= lead.end && numed {
			continue
		}
		if s.begins(p.text, list, k, len(cuts) > 0 || numed) {
			cuts = append(cuts, m.at)
			s.note(m.form, m.value)
		}
	}
	return cuts
}

// begins reports whether the item of marker k begins there: its number goes on
// with its list behind the end of a sentence, or opens a list that goes on.
func (s listState) begins(text string, list []marker, k int, within bool) bool {
	m := list[k]
	before := strings.TrimRight(text[:m.at], " \t　")
	end := lastRune(before)
	closed := strings.ContainsRune("。！？.)）】", end) || strings.ContainsRune("”’", end) && strings.HasSuffix(strings.TrimRight(before, "”’"), "。")
	if m.value > 1 {
		last, open := s[m.form]
		return open && m.value == last+1 && (closed || strings.ContainsRune("；;", end) && within)
	}
	if end == '：' || end == ':' || end == '，' || end == ',' || end == '、' || strings.ContainsRune("；;", end) {
		return false
	}
	return (closed || zh.IsHan(end) || end == '”') && opensList(text, list, k)
}

// opensList reports whether the first number of a list is followed by a second
// behind the end of a sentence, and something in the line says that breaks were
// lost: a clause between the two, or numbers of several forms.
func opensList(text string, list []marker, k int) bool {
	m := list[k]
	forms := map[form]bool{m.form: true}
	for _, n := range list[k+1:] {
		forms[n.form] = true
		if n.form != m.form || n.value != 2 {
			continue
		}
		before := strings.TrimRight(text[:n.at], " \t　")
		r := lastRune(before)
		if r == ')' || r == '）' {
			return true
		}
		return r == '。' && (m.form <= formParenZh || len(forms) > 1 || afterHeading(text[:m.at]))
	}
	return len(forms) > 1 && m.form < formDot && utf8.RuneCountInString(text) > 200
}

// afterHeading reports whether a list follows at once on an item's heading.
func afterHeading(before string) bool {
	n, ok := readNumber(before)
	if !ok {
		return false
	}
	head := strings.TrimSpace(before[n.end:])
	return utf8.RuneCountInString(head) <= longHeading && strings.Count(head, "。") <= 1
}

// markersOf finds the numbers in a text that no bracket or quotation holds.
func markersOf(text string) []marker {
	folded := zh.Fold(text)
	held := zh.Protected(text)
	var out []marker
	for _, m := range markerForm.FindAllStringIndex(folded.Text, -1) {
		at := folded.Offset(m[0])
		if held[at] && !strings.HasPrefix(folded.Text[m[0]:], "(") || at > 0 && held[at-1] && held[at] {
			continue
		}
		if m[0] > 0 && (startsWithDigit(folded.Text[m[0]-1:]) || strings.ContainsAny(folded.Text[m[0]-1:m[0]], ".-/")) {
			continue
		}
		if r, _ := utf8.DecodeLastRuneInString(folded.Text[:m[0]]); strings.ContainsRune(zhDigits+"第、", r) {
			continue // 一、二、三产业 and 第1、2项
		}
		n, ok := readNumber(text[at:])
		if ok {
			out = append(out, marker{at: at, after: at + n.end, form: n.form, value: n.value})
		}
	}
	return out
}
