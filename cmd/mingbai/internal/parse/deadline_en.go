package parse

import (
	"strconv"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
)

const (
	enMonth = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	enDay   = `(?:(?:the end of )?(?:(?:` + enMonth + `) (?:\d{1,2}, )?\d{4}|\d{1,2} (?:` + enMonth + `) \d{4}|(?:` + enMonth + `) \d{1,2}|\d{4}))`
)

// englishForms is the table of time limits in English paragraphs.
var englishForms = []deadlineForm{
	{name: "recurring", pattern: pattern.New(`(?i)\b(?:before|by) (?:the )?\w+ (?:day )?of (?:each|every) (?:month|quarter|year)|\b(?:each|every) (?:week|month|quarter|year) (?:before|by) [\w ]{2,20}`), read: plainKind(plan.Recurring)},
	{name: "period", pattern: pattern.New(`(?i)\bfrom (` + enDay + `) (?:to|until|through) (` + enDay + `)`), read: englishPeriod},
	{name: "expiry", pattern: pattern.New(`(?i)\b(?:extended (?:to|until)|until|through|expires? (?:on|at)|valid (?:to|until)) (` + enDay + `)`), read: englishDate(plan.Expiry, false)},
	{name: "by", pattern: pattern.New(`(?i)\b(?:by|before|no later than|not later than|prior to) (` + enDay + `)\b`), read: englishDate(plan.Due, false)},
	{name: "from", pattern: pattern.New(`(?i)\b(?:(?:starting|effective|beginning) )?from (` + enDay + `)\b`), read: englishFrom},
	{name: "term", pattern: pattern.New(`(?i)\b(?:extended (?:by|for)|for a (?:period|term) of|for (?:up to|no more than|not more than)) (?:\d+|one|two|three|six|twelve) (?:months?|years?|days?)`), read: plainKind(plan.Term)},
	{name: "year alone", pattern: pattern.New(`(?:^|[.;:)] ?)(In (20\d\d)),`), read: englishBare},
}

var enDayPattern = pattern.New(`(?i)^(?:the end of )?(?:(` + enMonth + `) (?:(\d{1,2})(?:, )?)?)?(?:(\d{1,2}) (` + enMonth + `) )?(\d{4})?$`)

// readEnglishDay reads "June 1, 2022", "1 June 2022", "June 2022", "June 1", "2022".
func readEnglishDay(s string, from, to int) (day, bool) {
	m := enDayPattern.FindStringSubmatch(s[from:to])
	if m == nil {
		return day{}, false
	}
	d := day{at: from}
	name, date := m[1], m[2]
	if m[4] != "" {
		name, date = m[4], m[3]
	}
	d.month = month(name)
	d.date, _ = strconv.Atoi(date)
	d.year, _ = strconv.Atoi(m[5])
	return d, d.month > 0 || d.year > 0
}

func englishDate(kind plan.DeadlineKind, first bool) func(string, []int) (limit, bool) {
	return func(s string, m []int) (limit, bool) {
		d, ok := readEnglishDay(s, m[2], m[3])
		d.first = first
		return limit{start: m[0], end: m[3], kind: kind, to: &d}, ok
	}
}

func englishFrom(s string, m []int) (limit, bool) {
	d, ok := readEnglishDay(s, m[2], m[3])
	d.first = true
	return limit{start: m[0], end: m[3], kind: plan.Ongoing, from: &d}, ok
}

func englishPeriod(s string, m []int) (limit, bool) {
	from, ok1 := readEnglishDay(s, m[2], m[3])
	to, ok2 := readEnglishDay(s, m[4], m[5])
	from.first = true
	if from.year == 0 {
		from.year = to.year
	}
	return limit{start: m[0], end: m[5], kind: plan.Period, from: &from, to: &to}, ok1 && ok2
}

func englishBare(s string, m []int) (limit, bool) {
	d, ok := readEnglishDay(s, m[4], m[5])
	return limit{start: m[2], end: m[3], kind: plan.Due, to: &d, bare: true}, ok
}
