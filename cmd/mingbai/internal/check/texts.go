package check

import (
	"context"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
)

// TextFinding is a finding with the text that it is about, by which a
// suppression names it.
type TextFinding struct {
	Text string
	diag.Finding
}

// Document compares the texts of one document, on every core. What it finds
// depends on the document and on what Key stands for.
func (t *Comparer) Document(ctx context.Context, doc *content.Document) ([]TextFinding, error) {
	var pages []Compared
	for _, p := range TextPairs(doc) {
		pages = append(pages, Compared{TextPair: p})
	}
	err := inParallel(ctx, len(pages), func(i int) { pages[i].Comparison = t.Compare(pages[i].TextPair) })
	if err != nil {
		return nil, err
	}
	var out []TextFinding
	for _, f := range t.document(nil, pages) {
		out = append(out, TextFinding{f.text, f.Finding})
	}
	return out, nil
}

// Suppress gives the findings of all documents that no suppression names, and
// one for every suppression that names none.
func Suppress(found []TextFinding, suppressions []glossary.Suppression) []diag.Finding {
	all := make([]textFinding, len(found))
	for i, f := range found {
		all[i] = textFinding{f.Text, f.Finding}
	}
	return suppress(all, suppressions)
}
