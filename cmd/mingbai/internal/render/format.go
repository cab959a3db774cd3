package render

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/plan"
)

// DateView is a day for a <time> element.
type DateView struct {
	Machine string // 2022-06-08
	Text    string // 2022年6月8日, 8 June 2022
}

// date formats a day in the page's language; the zero value for none.
func (p *pager) date(d plan.Date) DateView {
	return DateView{Machine: string(d), Text: formatDate(d, p.lang)}
}

func formatDate(d plan.Date, lang plan.Lang) string {
	t := d.Time()
	switch {
	case d == "":
		return ""
	case lang == plan.En:
		return fmt.Sprintf("%d %s %d", t.Day(), t.Month(), t.Year())
	}
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
}

// AmountView is an amount with its qualifier.
type AmountView struct {
	Text    string // 不超过50%, at most 5 billion yuan
	Written Name   // as it stands in the document, where that is in the other language
}

// amount formats an amount. In Chinese it stands as the document writes it; in
// English it is written anew, and the document's words are added.
func (p *pager) amount(a plan.Amount) AmountView {
	number := a.Text
	var v AmountView
	chinese := hasHan(a.Text)
	if p.lang == plan.En && chinese || p.lang == plan.Zh && !chinese && a.Unit == plan.CNY {
		number = formatAmount(a, p.lang)
		v.Written = Name{Text: a.Text, Lang: tag(p.lang.Other())}
	}
	v.Text = number
	if a.Qualifier == plan.Exactly {
		return v
	}
	word := p.say("qualifier." + string(a.Qualifier))
	switch {
	case strings.Contains(number, word): // the document's words hold it already
	case p.lang == plan.En:
		v.Text = word + " " + number
	default:
		v.Text = word + number
	}
	return v
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// scale is a unit of large sums.
type scale struct {
	value float64
	name  string
}

var scales = map[plan.Lang][]scale{
	plan.Zh: {{1e8, "亿"}, {1e4, "万"}},
	plan.En: {{1e9, " billion"}, {1e6, " million"}},
}

// formatAmount writes a value in the largest unit that it is a whole or short
// decimal number of.
func formatAmount(a plan.Amount, lang plan.Lang) string {
	if a.Unit == plan.Ratio {
		return strconv.FormatFloat(round(a.Value*100), 'f', -1, 64) + "%"
	}
	number := group(a.Value)
	for _, s := range scales[lang] {
		if a.Value >= s.value {
			number = strconv.FormatFloat(round(a.Value/s.value), 'f', -1, 64) + s.name
			break
		}
	}
	if lang == plan.Zh {
		return number + "元"
	}
	return number + " yuan"
}

// round takes away what binary fractions leave behind.
func round(f float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 12, 64), 64)
	if err != nil {
		return f
	}
	return r
}

// group writes a sum with commas between thousands.
func group(f float64) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(round(f), 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		return whole + "." + fraction
	}
	return whole
}
