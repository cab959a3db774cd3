package check

import (
	"context"
	"slices"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
)

// Scan and Read are the two ways to the facts of a page, for tests outside.

func (c *Checker) Scan(name string, data []byte) (Facts, bool) { return c.scan(name, data) }

func (c *Checker) Read(name string, data []byte) Facts {
	return c.factsOf(pageFile, c.readPage(name, data))
}

// Translations compares all translations in the content, on every core.
func Translations(tree *content.Tree, terms *glossary.Terms, suppressions []glossary.Suppression) []diag.Finding {
	t := NewComparer(tree.Departments, terms)
	documents := make([][]Compared, len(tree.Documents))
	var pages []*Compared
	for i, doc := range tree.Documents {
		for _, p := range TextPairs(doc) {
			documents[i] = append(documents[i], Compared{TextPair: p})
		}
		for j := range documents[i] {
			pages = append(pages, &documents[i][j])
		}
	}
	_ = inParallel(context.Background(), len(pages), func(i int) { pages[i].Comparison = t.Compare(pages[i].TextPair) })
	return t.Findings(documents, suppressions)
}

// Findings gives what is wrong with the translations of all documents, each with
// its pages in the order of TextPairs. Findings that the suppressions name are
// left out; a suppression that names none is a finding itself.
func (t *Comparer) Findings(documents [][]Compared, suppressions []glossary.Suppression) []diag.Finding {
	var all []textFinding
	for _, pages := range documents {
		all = t.document(all, pages)
	}
	findings := suppress(all, suppressions)
	diag.Sort(findings)
	return findings
}

// Content holds all content against the rules that need no page.
func Content(tree *content.Tree) []diag.Finding {
	found := make([][]diag.Finding, len(tree.Documents))
	_ = inParallel(context.Background(), len(found), func(i int) { found[i] = Document(tree.Documents[i]) })
	findings := append(slices.Concat(found...), Departments(tree.Departments)...)
	diag.Sort(findings)
	return findings
}
