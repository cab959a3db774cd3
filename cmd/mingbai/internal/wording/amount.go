package wording

import (
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// Amount says an amount with its qualifier (不超过50%, at most 5 billion yuan).
// In Chinese it stands as the document writes it; in English it is written
// anew. Where it was written anew, written is the document's own words.
func Amount(words *glossary.Words, lang plan.Lang, a plan.Amount) (text, written string) {
	text = a.Text
	chinese := HasHan(a.Text)
	if lang == plan.En && chinese || lang == plan.Zh && !chinese && a.Unit == plan.CNY {
		text, written = number(a, lang), a.Text
	}
	if a.Qualifier == plan.Exactly {
		return text, written
	}
	word := Say(words, lang, "qualifier."+string(a.Qualifier))
	switch {
	case strings.Contains(text, word): // the document's words hold it already
	case lang == plan.En:
		text = word + " " + text
	default:
		text = word + text
	}
	return text, written
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

// number writes a value in the largest unit that it is a whole or short
// decimal number of.
func number(a plan.Amount, lang plan.Lang) string {
	if a.Unit == plan.Ratio {
		return strconv.FormatFloat(round(a.Value*100), 'f', -1, 64) + "%"
	}
	text := group(a.Value)
	for _, s := range scales[lang] {
		if a.Value >= s.value {
			text = strconv.FormatFloat(round(a.Value/s.value), 'f', -1, 64) + s.name
			break
		}
	}
	if lang == plan.Zh {
		return text + "元"
	}
	return text + " yuan"
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
