package export

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// aknMark is words that an element stands around wherever a text has them.
type aknMark struct {
	text    string
	element string
	attrs   []string
}

// marks are the names, days and sums that the facts of a measure know of in
// its text, the longest first, so that a name within another is not taken for
// itself.
func (w *aknWriter) marks(m *site.Measure) []aknMark {
	var all []aknMark
	for up := m; up != nil; up = up.Parent { // clauses may repeat those of the item above
		for _, g := range up.Roles {
			for _, duty := range g.Duties {
				all = append(all, nameMarks(duty.Department)...)
			}
		}
	}
	for _, d := range m.Deadlines {
		if d.End != "" && d.Start == "" {
			all = append(all, aknMark{d.Text, "date", []string{"date", string(d.End)}})
		}
	}
	for _, a := range m.Amounts {
		all = append(all, aknMark{a.Text, "quantity", []string{
			"refersTo", "#" + aknUnits[a.Unit], "normalized", strconv.FormatFloat(a.Value, 'f', -1, 64),
		}})
	}
	all = slices.DeleteFunc(all, func(m aknMark) bool { return utf8.RuneCountInString(m.text) < 2 })
	slices.SortStableFunc(all, func(a, b aknMark) int { return len(b.text) - len(a.text) })
	return slices.CompactFunc(all, func(a, b aknMark) bool { return a.text == b.text })
}

// aknUnits are the names of the units among the references.
var aknUnits = map[plan.Unit]string{plan.CNY: "CNY", plan.Ratio: "ratio"}

// nameMarks are all names of a department, in both languages.
func nameMarks(d *site.Department) []aknMark {
	names := append([]string{d.Zh.Title, d.En.Title, d.Short.Zh, d.Short.En}, d.Aliases...)
	var all []aknMark
	for _, name := range names {
		all = append(all, aknMark{name, "organization", []string{"refersTo", "#" + orgRef(d)}})
	}
	return all
}

// annotate takes a text apart at its marks: the children of its paragraph.
func annotate(text string, marks []aknMark, id string) []any {
	var out []any
	count := map[string]int{}
	for text != "" {
		at, mark := nextMark(text, marks)
		if mark == nil {
			break
		}
		count[mark.element]++
		n := el(mark.element, append([]string{"eId", under(id, mark.element, count[mark.element])}, mark.attrs...)...)
		out = append(out, text[:at], n.add(mark.text))
		text = text[at+len(mark.text):]
	}
	return append(out, text)
}

// nextMark is the first place of a mark; of two at one place the longer.
func nextMark(text string, marks []aknMark) (at int, mark *aknMark) {
	for i := range marks {
		if found := strings.Index(text, marks[i].text); found >= 0 && (mark == nil || found < at) {
			at, mark = found, &marks[i]
		}
	}
	return at, mark
}
