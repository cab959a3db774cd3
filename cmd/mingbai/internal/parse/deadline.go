package parse

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// limit is a deadline found in a folded text, before it is checked.
type limit struct {
	start, end int // byte offsets of its words
	kind       plan.DeadlineKind
	from, to   *day
	bare       bool
}

// day is a date as far as it is written.
type day struct {
	year, month, date int  // 0 where not written
	first             bool // a missing part means its beginning, not its end
	next              bool // 明年: the year after that of issue
	at                int  // offset, for findings
}

// Pieces of patterns. Text is folded, so digits, brackets and dashes are narrow.
const (
	yearPart = `(\d{4}) ?年(?:度)?`
	point    = `(?:(\d{4}) ?年 ?)?(?:(\d{1,2}) ?月(?:份)? ?)?(?:(\d{1,2}) ?[日号] ?)?`
	bound    = `(?:年?底|年?末|月底|月末)`
	thisYear = `(?:今年|本年度?|当年)`
)

// dated is what follows a recognizer's key words: a date of at least a year or
// a month, perhaps with 底.
const dated = `((?:(?:\d{4} ?年|` + thisYear + `) ?(?:\d{1,2} ?月(?:份)? ?)?(?:\d{1,2} ?[日号])?|\d{1,2} ?月(?:份)? ?(?:\d{1,2} ?[日号])?) ?` + bound + `?)`

// deadlineForm is one way to write a time limit. read gives false where the
// match is none after all.
type deadlineForm struct {
	name    string
	pattern *pattern.Pattern
	read    func(s string, m []int) (limit, bool)
	clause  bool // counts inside clauses only
}

const zhCount = `(?:\d{1,3}|[一二两三四五六七八九十半]+)`

// titles are book titles, whose years bound nothing.
var titles = pattern.New(`《[^》]{0,120}》`)

// readDeadlines reads the time limits in a stretch of a line of a unit. limit
// says that the stretch is a time limit and nothing else, as a cell may be.
func (r *reader) readDeadlines(u *unit, i int, at span, clauses []clauseSpan, limit bool) {
	l := &r.lines[i]
	forms := englishForms
	if l.lang == plan.Zh {
		forms = chineseForms
	}
	stretch := stretch{folded: zh.Fold(l.text[at.from:at.to]), base: at.from, limit: limit}
	stretch.masked = mask(stretch.folded.Text)
	var taken []found
	for _, f := range forms {
		taken = append(taken, findForm(f, stretch, clauses, taken)...)
	}
	slices.SortFunc(taken, func(a, b found) int { return cmp.Compare(a.start, b.start) })
	carryYears(stretch.masked, taken)
	for _, t := range taken {
		d, ok := r.date(t.limit, i, stretch)
		if ok {
			d.Rule = t.rule
			u.measure.Deadlines = append(u.measure.Deadlines, d)
		}
	}
	r.findDamaged(i, stretch)
}

// carryYears gives a date without a year that of the date just before it, which
// it goes on from: 2023年6月30日前、12月31日前.
func carryYears(s string, sorted []found) {
	for k := 1; k < len(sorted); k++ {
		last, next := sorted[k-1].to, sorted[k].to
		if last == nil || next == nil || next.year != 0 || next.next {
			continue
		}
		if strings.Trim(s[sorted[k-1].end:sorted[k].start], "、,，和及与 ") == "" {
			next.year = last.year
		}
	}
}

// stretch is a part of a line that is searched for time limits.
type stretch struct {
	folded zh.Folded
	masked string // without book titles
	base   int    // byte offset within the line
	limit  bool
}

// offset is the place within the line of an offset in the folded text.
func (s stretch) offset(i int) int { return s.base + s.folded.Offset(i) }

// found is a limit with the rule that found it.
type found struct {
	limit
	rule string
}

// mask blanks book titles, keeping offsets.
func mask(s string) string {
	return titles.ReplaceAllStringFunc(s, func(t string) string { return strings.Repeat("#", len(t)) })
}

// findForm finds all matches of one form that nothing has taken yet.
func findForm(f deadlineForm, s stretch, clauses []clauseSpan, taken []found) []found {
	var out []found
	for _, m := range f.pattern.FindAllStringSubmatchIndex(s.masked, -1) {
		if f.clause && !s.limit && !inside(clauses, s.offset(m[0])) {
			continue
		}
		l, ok := f.read(s.masked, m)
		if ok && free(taken, l) && free(out, l) {
			out = append(out, found{l, f.rule()})
		}
	}
	return out
}

// rule is the stable name of a form: "due/before".
func (f deadlineForm) rule() string { return "deadline/" + strings.ReplaceAll(f.name, " ", "-") }

func free(taken []found, l limit) bool {
	for _, t := range taken {
		if l.start < t.end && t.start < l.end {
			return false
		}
	}
	return true
}
