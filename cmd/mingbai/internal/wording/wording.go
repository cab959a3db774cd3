// Package wording says the facts of the model in the words of a language: days,
// time limits, sums. Pages and the files for programs say them alike.
package wording

import (
	"strconv"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// Say is an interface word. Keys in Go code are known to exist by a test, so a
// missing one shows itself as its key.
func Say(words *glossary.Words, lang plan.Lang, key string, args ...any) string {
	text, err := words.Text(lang, key, args...)
	if err != nil {
		return key
	}
	return text
}

// Date says a day: 2022年6月8日, 8 June 2022; "" for none.
func Date(d plan.Date, lang plan.Lang) string {
	if d == "" {
		return ""
	}
	year, month, day := d.Time().Date()
	if lang == plan.En {
		return strconv.Itoa(day) + " " + month.String() + " " + strconv.Itoa(year)
	}
	return strconv.Itoa(year) + "年" + strconv.Itoa(int(month)) + "月" + strconv.Itoa(day) + "日"
}

// Limit says what the dates of a time limit say; without dates, in English,
// what its Chinese words say, and in Chinese nothing.
func Limit(words *glossary.Words, lang plan.Lang, d plan.Deadline) string {
	start, end := Date(d.Start, lang), Date(d.End, lang)
	switch {
	case start != "" && end != "":
		return Say(words, lang, "limit.period", start, end)
	case end != "" && d.Kind == plan.Due:
		return Say(words, lang, "limit.due", end)
	case end != "":
		return Say(words, lang, "limit.expiry", end)
	case start != "":
		return Say(words, lang, "limit.from", start)
	case lang == plan.En:
		return glossary.EnglishLimit(d.Text)
	}
	return ""
}

// HasHan reports whether a text holds a Chinese character.
func HasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
