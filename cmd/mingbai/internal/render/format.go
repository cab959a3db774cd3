package render

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/wording"
)

// DateView is a day for a <time> element.
type DateView struct {
	Machine string // 2022-06-08
	Text    string // 2022年6月8日, 8 June 2022
}

// date formats a day in the page's language; the zero value for none.
func (p *pager) date(d plan.Date) DateView {
	return DateView{Machine: string(d), Text: wording.Date(d, p.lang)}
}

// AmountView is an amount with its qualifier.
type AmountView struct {
	Text    string // 不超过50%, at most 5 billion yuan
	Written Name   // as it stands in the document, where that is in the other language
}

// amount formats an amount; see wording.Amount.
func (p *pager) amount(a plan.Amount) AmountView {
	text, written := wording.Amount(p.words, p.lang, a)
	v := AmountView{Text: text}
	if written != "" {
		v.Written = Name{Text: written, Lang: tag(p.lang.Other())}
	}
	return v
}
