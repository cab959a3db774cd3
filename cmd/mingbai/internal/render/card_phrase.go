package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// PhraseView is words of the text, with what matters in them marked.
type PhraseView struct {
	Lang   string // language tag where it is not the page's; else ""
	Parts  []site.Part
	Before bool // the sentence begins before it
	After  bool // the sentence goes on
}

// Text is the phrase without marks.
func (v PhraseView) Text() string {
	var b strings.Builder
	for _, part := range v.Parts {
		b.WriteString(part.Text)
	}
	return b.String()
}

func (p *pager) phrase(from site.Phrase, lang plan.Lang) PhraseView {
	v := PhraseView{Parts: from.Parts, Before: from.Before, After: from.After}
	if lang != p.lang {
		v.Lang = tag(lang)
	}
	return v
}

// about is a phrase without the time limit that it begins with, which stands
// before it on the card already; without a text where nothing else is left.
func (p *pager) about(from site.Phrase) PhraseView {
	v := p.phrase(from, p.lang)
	parts := slices.Clone(v.Parts)
	if len(parts) > 1 && slices.Contains(beforeLimit, parts[0].Text) {
		parts = parts[1:]
	}
	if len(parts) > 0 && parts[0].Found {
		parts, v.Before = parts[1:], false
		if len(parts) > 0 {
			parts[0].Text = strings.TrimLeft(parts[0].Text, "，, ")
		}
	}
	for i := range parts { // the limit itself is not what the phrase stands for
		parts[i].Found = false
	}
	v.Parts = parts
	return v
}

// beforeLimit is what may stand before a time limit and belongs to it.
var beforeLimit = []string{"From ", "from ", "Until ", "until ", "By ", "by ", "自", "从", "至", "截至"}

// Sums is what a text says of money and rates, in its own words: whether five
// billion are for all or for one, only the words around them tell.
type Sums struct {
	Phrases []PhraseView
	More    int // that are not shown
}

// mostSums is how many phrases the card shows; a text that has more is read
// itself.
const mostSums = 5

func (p *pager) sums(m *site.Measure) Sums {
	left := m.Amounts
	var all []sumPhrase
	for _, lang := range []plan.Lang{p.lang, p.lang.Other()} {
		var found []sumPhrase
		found, left = p.sumsIn(m, lang, left)
		all = append(all, found...)
	}
	for _, a := range left { // stands nowhere: the checks report it
		all = append(all, sumPhrase{PhraseView{Parts: []site.Part{{Text: p.amount(a).Text, Found: true}}}, a.Unit == plan.CNY})
	}
	all = slices.CompactFunc(all, func(a, b sumPhrase) bool { return a.Text() == b.Text() })
	return choose(all)
}

// sumPhrase is a phrase with sums or rates.
type sumPhrase struct {
	PhraseView
	money bool
}

// sumsIn finds the phrases of amounts in the text in a language, and tells
// which amounts do not stand there.
func (p *pager) sumsIn(m *site.Measure, lang plan.Lang, amounts []plan.Amount) (found []sumPhrase, left []plan.Amount) {
	var words [][]string
	for _, a := range amounts {
		a.Qualifier = plan.Exactly // the text has words of its own for it
		form, _ := wording.Amount(p.words, lang, a)
		words = append(words, []string{a.Text, form})
	}
	phrases, of := m.Phrases(lang, words)
	for _, ph := range phrases {
		found = append(found, sumPhrase{PhraseView: p.phrase(ph, lang)})
	}
	for i, a := range amounts {
		if of[i] < 0 {
			left = append(left, a)
		} else if a.Unit == plan.CNY {
			found[of[i]].money = true
		}
	}
	return found, left
}

// choose keeps as many phrases as the card has room for, in the order of the
// text: those with money come before those with rates alone.
func choose(all []sumPhrase) Sums {
	var s Sums
	room := mostSums
	keep := make([]bool, len(all))
	for _, money := range []bool{true, false} {
		for i, ph := range all {
			if ph.money == money && room > 0 {
				keep[i] = true
				room--
			}
		}
	}
	for i, ph := range all {
		if keep[i] {
			s.Phrases = append(s.Phrases, ph.PhraseView)
		} else {
			s.More++
		}
	}
	return s
}
