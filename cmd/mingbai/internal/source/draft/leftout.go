package draft

import (
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// LeftOut collects what a reader takes for no part of the document's text, so
// that a person can see whether it was right.
type LeftOut struct {
	kinds []diag.Text // in the order they were first met
	texts map[diag.Text][]string
}

// Add notes a text under a kind of thing, such as page numbers.
func (l *LeftOut) Add(kind diag.Text, text string) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return
	}
	if l.texts == nil {
		l.texts = map[diag.Text][]string{}
	}
	if _, ok := l.texts[kind]; !ok {
		l.kinds = append(l.kinds, kind)
	}
	l.texts[kind] = append(l.texts[kind], text)
}

// Findings gives one finding for each kind.
func (l *LeftOut) Findings(file string) []diag.Finding {
	var out []diag.Finding
	for _, kind := range l.kinds {
		n, texts := 0, distinct(l.texts[kind])
		for _, t := range l.texts[kind] {
			n += Letters(t)
		}
		excerpt := Excerpt(strings.Join(texts, " / "))
		f := leftOut.At(diag.Position{File: file})
		f.Message = diag.Text{
			En: diag.Text{En: leftOut.Message.En}.Sprintf(kind.En, n, excerpt).En,
			Zh: diag.Text{Zh: leftOut.Message.Zh}.Sprintf(kind.Zh, n, excerpt).Zh,
		}
		out = append(out, f)
	}
	return out
}

// distinct keeps the first of equal texts.
func distinct(texts []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

// excerptLength is how many characters of a text a finding shows.
const excerptLength = 80

// Excerpt is the beginning of a text, for a finding.
func Excerpt(s string) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) <= excerptLength {
		return string(runes)
	}
	return string(runes[:excerptLength]) + "…"
}
