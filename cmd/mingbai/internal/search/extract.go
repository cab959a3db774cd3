package search

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Extract is all that an index needs of a document. It depends on
// nothing but the document, so that it can be kept from one index to the next.
type Extract struct {
	URL, Lang string
	Aside     bool
	Facets    Facets
	File      []byte // what a result shows
	Terms     string // in order, a line each
	Impacts   []byte // of the terms
	Named     string // the pairs of characters of its title and names, in order, a line each
}

// Extract takes a document apart.
func (x *Extractor) Extract(d *Document) (*Extract, error) {
	file, err := encode(newFragment(d))
	if err != nil {
		return nil, fmt.Errorf("search, %s: %w", d.URL, err)
	}
	p := &Extract{URL: d.URL, Lang: d.Lang, Aside: d.Aside, Facets: d.Facets, File: file}
	found := x.impacts(d)
	x.terms = slices.AppendSeq(x.terms[:0], maps.Keys(found))
	terms := x.terms
	slices.Sort(terms)
	p.Terms = strings.Join(terms, "\n")
	p.Impacts = make([]byte, len(terms))
	for i, term := range terms {
		p.Impacts[i] = byte(found[term])
	}
	named := map[string]bool{}
	pairsOf(named, d.Title)
	pairsOf(named, d.Names...)
	p.Named = strings.Join(slices.Sorted(maps.Keys(named)), "\n")
	return p, nil
}

// encode writes a value as the script reads it.
func encode(v any) ([]byte, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return []byte(strings.TrimSuffix(b.String(), "\n")), nil
}
