package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// Years that a policy document may name; others are damaged (0402年).
const minYear, maxYear = 1949, 2100

// leapYear has every day that any year has.
const leapYear = 2000

// date checks a limit against the calendar and completes what is not written:
// a missing year is that of the date of issue, a named month or year counts to
// its end.
func (r *reader) date(l limit, i int, s stretch) (plan.Deadline, bool) {
	d := plan.Deadline{Kind: l.kind, Text: strings.TrimSpace(s.folded.Orig(l.start, l.end)), Bare: l.bare}
	for _, end := range []struct {
		day *day
		to  *plan.Date
	}{{l.from, &d.Start}, {l.to, &d.End}} {
		if end.day == nil {
			continue
		}
		at := s.offset(end.day.at)
		if end.day.year == 0 {
			year := r.issueYear()
			if year == 0 { // no year to be had, which is reported once
				if _, err := (day{year: leapYear, month: end.day.month, date: end.day.date}).resolve(); err != nil {
					r.report(noSuchDate, i, at, d.Text)
				}
				return d, false
			}
			end.day.year, d.Inferred = year, true
			if end.day.next {
				end.day.year++
			}
		}
		if end.day.year < minYear || end.day.year > maxYear {
			return d, false // reported by findDamaged
		}
		date, err := end.day.resolve()
		if err != nil {
			r.report(noSuchDate, i, at, d.Text)
			return d, false
		}
		*end.to = date
	}
	if d.Start != "" && d.End != "" && d.Start > d.End {
		r.report(endsBeforeStart, i, s.offset(l.start), d.Text)
	}
	if d.Kind == plan.Due && r.doc.Date != "" && d.End != "" && d.End < r.doc.Date {
		r.report(dueBeforeIssue, i, s.offset(l.start), d.Text, d.End, r.doc.Date)
	}
	return d, true
}

var numberYear = pattern.New(`[\[(【〈{]((?:19|20)\d{2})[\])】〉}]`)

// issueYear is the year of issue: of the date, else of the document number, else
// the one year that its title names; 0 where there is none.
func (r *reader) issueYear() int {
	if r.doc.Date != "" {
		return r.doc.Date.Year()
	}
	if m := numberYear.FindStringSubmatch(zh.FoldString(r.doc.Number)); m != nil {
		y, _ := zh.Numeral(m[1])
		return y
	}
	years := map[string]bool{}
	last := ""
	for _, m := range titleYear.FindAllStringSubmatch(zh.FoldString(r.doc.Title.Zh), -1) {
		last = m[1]
		years[last] = true
	}
	if len(years) == 1 && r.doc.Origins.Zh == plan.Printed { // 某县2024年重点工作任务
		y, _ := zh.Numeral(last)
		return y
	}
	return 0
}

var titleYear = pattern.New(`((?:19|20)\d{2}) ?(?:年|-)`)

// resolve gives the calendar day: the last of its month or year, or the first.
func (d day) resolve() (plan.Date, error) {
	month, date := d.month, d.date
	if month == 0 {
		month = 12
		if d.first {
			month = 1
		}
	}
	switch {
	case date > 0:
		return plan.MakeDate(d.year, month, date)
	case d.first:
		return plan.MakeDate(d.year, month, 1)
	}
	return plan.EndOfMonth(d.year, month)
}

var anyYear = pattern.New(`(\d{4}) ?年`)

// findDamaged reports years that cannot be.
func (r *reader) findDamaged(i int, s stretch) {
	folded := s.folded
	for _, m := range anyYear.FindAllStringSubmatchIndex(folded.Text, -1) {
		if m[2] > 0 && startsWithDigit(folded.Text[m[2]-1:]) {
			continue // part of a longer number
		}
		if y, _ := zh.Numeral(folded.Text[m[2]:m[3]]); y < minYear || y > maxYear {
			r.report(damagedDate, i, s.offset(m[0]), folded.Orig(m[0], m[1]))
		}
	}
}
