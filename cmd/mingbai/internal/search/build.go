package search

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

// Builder puts pages together to an index.
type Builder struct{ languages map[string]*writer }

// NewBuilder begins an index without pages.
func NewBuilder() *Builder { return &Builder{map[string]*writer{}} }

// Add adds a page. Those of a language come by their addresses, which number
// them; another order is an error.
func (b *Builder) Add(p *Extract) error {
	w := b.languages[p.Lang]
	if w == nil {
		w = &writer{
			files: map[string][]byte{}, terms: map[string]*postings{}, named: map[string]bool{},
			aside: pageList{last: -1}, facets: newFacetLists(),
		}
		b.languages[p.Lang] = w
	}
	return w.add(p)
}

// Files makes the files, as paths below public/ and bytes. The builder is of no
// use afterwards.
func (b *Builder) Files(o Options) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, lang := range slices.Sorted(maps.Keys(b.languages)) {
		w := b.languages[lang]
		if err := w.write(o); err != nil {
			return nil, fmt.Errorf("search index, %s: %w", lang, err)
		}
		for name, data := range w.files {
			files[Dir+lang+"/"+name] = data
		}
	}
	return files, nil
}

// writer makes the index of one language.
type writer struct {
	pages  int
	last   string // address of the page added last
	terms  map[string]*postings
	named  map[string]bool // pairs of titles and names
	aside  pageList
	facets facetLists
	files  map[string][]byte
}

func (w *writer) add(p *Extract) error {
	if w.pages > 0 && p.URL < w.last {
		return fmt.Errorf("search index: %s comes after %s, want pages in the order of their addresses", p.URL, w.last)
	}
	n := w.pages
	w.pages, w.last = n+1, p.URL
	w.files[pageFile(n)] = p.File
	if p.Aside {
		w.aside.add(n)
	}
	w.facets.add(&p.Facets, n)
	for pair := range lines(p.Named) {
		if !w.named[pair] {
			w.named[strings.Clone(pair)] = true
		}
	}
	i := 0
	for term := range lines(p.Terms) {
		of := w.terms[term]
		if of == nil {
			of = &postings{last: -1}
			w.terms[strings.Clone(term)] = of // the extract need not be held for it
		}
		of.add(n, int(p.Impacts[i]))
		i++
	}
	return nil
}

// lines are those of a text; none of "".
func lines(text string) iter.Seq[string] {
	if text == "" {
		return func(func(string) bool) {}
	}
	return strings.SplitSeq(text, "\n")
}

// write makes the files beside those of pages.
func (w *writer) write(o Options) error {
	m := manifest{Pages: w.pages, Aside: w.aside.String()}
	// The words look terms up, so they come before shards thin them out.
	words := compileWords(o, w.terms)
	var err error
	if m.Sounds, err = w.pinyin(words); err == nil {
		err = w.json(wordsFile, words)
	}
	if err == nil {
		err = w.json(facetsFile, w.facets.file())
	}
	if err == nil {
		m.Shards, err = w.shards()
	}
	if err == nil {
		m.Version = w.version()
		err = w.json(manifestFile, m)
	}
	return err
}

func (w *writer) json(name string, v any) error {
	data, err := encode(v)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	w.files[name] = data
	return nil
}

// shards writes the shards and lists their beginnings.
func (w *writer) shards() (string, error) {
	shards, err := makeShards(w.terms)
	if err != nil {
		return "", err
	}
	firsts := make([]string, len(shards))
	for i, s := range shards {
		w.files[shardFile(i)] = s.data
		if i > 0 {
			firsts[i] = separator(shards[i-1].last, s.first)
		}
	}
	return strings.Join(firsts, "\n"), nil
}

// version is made of all files.
func (w *writer) version() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		fmt.Fprintf(sum, "%s %d\n", name, len(w.files[name]))
		sum.Write(w.files[name])
	}
	return hex.EncodeToString(sum.Sum(nil)[:5])
}
