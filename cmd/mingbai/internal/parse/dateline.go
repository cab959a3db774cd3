package parse

import (
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// dateRank orders the dates that a document prints: the one by which it was
// written comes first, that of its publication last.
type dateRank int

const (
	noRank dateRank = iota
	writtenDate
	signedDate
	headDate
	printedDate // 印发
	publishedDate
)

var (
	zhDate = pattern.New(`([\dOo` + zhDigits + `]{4}) ?年 ?([\d` + zhDigits + `]{1,3}) ?月 ?([\d` + zhDigits + `]{1,3}) ?日`)
	zhDay  = `[\dOo` + zhDigits + `]{4} ?年 ?[\d` + zhDigits + `]{1,3} ?月 ?[\d` + zhDigits + `]{1,3} ?日`

	zhDateLine = pattern.New(`^\(?(?:日期:? ?)?` + zhDay + `\)?(?: ?印发)?\)?$`)
	enDateLine = pattern.New(`^\(?(\p{L}+) (\d{1,2}), (\d{4})\)?$|^\(?(\d{1,2}) (\p{L}+),? (\d{4})\)?$`)
	isoDate    = pattern.New(`(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})`)
	isoLine    = pattern.New(`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?$`)
	// signedLine is a body and the date in one line.
	signedLine = pattern.New(`^(\p{Han}[\p{Han} 、()]{1,60}?) ?(` + zhDay + `) ?(印发)?$`)
)

func (l *line) isDate() bool {
	return zhDateLine.MatchString(l.folded) || enDateLine.MatchString(l.folded) || isoLine.MatchString(l.folded)
}

// signature takes a line apart that is a body and a date.
func (l *line) signature() (body string, printed, ok bool) {
	m := signedLine.FindStringSubmatch(l.folded)
	if m == nil || !namesBody(lastName(m[1])) {
		return "", false, false
	}
	return strings.TrimSpace(m[1]), m[3] != "", true
}

func (l *line) isSigned() bool {
	_, _, ok := l.signature()
	return ok
}

// lastName is the last of several names with space between them.
func lastName(s string) string {
	names := strings.Fields(s)
	if len(names) == 0 || !zh.HasHan(s) {
		return s
	}
	return names[len(names)-1]
}

// readDate finds the first date of a folded text.
func readDate(s string) (plan.Date, bool) {
	if m := zhDate.FindStringSubmatch(s); m != nil {
		y, ok1 := zh.Numeral(m[1])
		mo, ok2 := zh.Numeral(m[2])
		d, ok3 := zh.Numeral(m[3])
		date, err := plan.MakeDate(y, mo, d)
		return date, ok1 && ok2 && ok3 && err == nil
	}
	if m := isoDate.FindStringSubmatch(s); m != nil {
		y, _ := strconv.Atoi(m[1])
		mo, _ := strconv.Atoi(m[2])
		d, _ := strconv.Atoi(m[3])
		date, err := plan.MakeDate(y, mo, d)
		return date, err == nil
	}
	if m := enDateLine.FindStringSubmatch(s); m != nil {
		name, day, year := m[1], m[2], m[3]
		if m[5] != "" {
			day, name, year = m[4], m[5], m[6]
		}
		y, _ := strconv.Atoi(year)
		d, _ := strconv.Atoi(day)
		date, err := plan.MakeDate(y, month(name), d)
		return date, err == nil
	}
	return "", false
}

// takeDate notes a date of the document; the best rank wins, and of one rank
// the first.
func (r *reader) takeDate(i int, s string, rank dateRank) {
	d, ok := readDate(s)
	if !ok {
		if rank != publishedDate && zhDate.MatchString(s) {
			r.report(noSuchDate, i, 0, strings.TrimSpace(s))
		}
		return
	}
	if d.Year() < minYear || d.Year() > maxYear {
		return
	}
	if r.dateRank == noRank || rank < r.dateRank {
		r.doc.Date, r.dateRank = d, rank
	}
}

var months = strings.Fields("january february march april may june july august september october november december")

// month is the number of an English month's name or abbreviation, or 0.
func month(name string) int {
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	for i, m := range months {
		if m == name || len(name) >= 3 && strings.HasPrefix(m, name) {
			return i + 1
		}
	}
	return 0
}
