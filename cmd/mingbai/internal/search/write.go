package search

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// manifest is the file that a search begins with: search/zh/index.json.
type manifest struct {
	Version string `json:"version"` // changes with any file; asked for with each, so that none is old
	Pages   int    `json:"pages"`
	Shards  string `json:"shards"`           // the beginning of each, one a line
	Aside   string `json:"aside,omitempty"`  // pages offered beside the results, as steps like those of facets
	Sounds  string `json:"sounds,omitempty"` // letters with which known pinyin begins
}

// Names of the files below search/LANG/.
const (
	manifestFile = "index.json"
	wordsFile    = "words.json"
	facetsFile   = "facets.json"
	variantsFile = "variants.json"
)

func shardFile(n int) string { return "terms/" + strconv.Itoa(n) + ".bin" }
func pageFile(n int) string  { return "pages/" + strconv.Itoa(n) + ".json" }

// Write makes the index of all documents, as paths below public/ and bytes. The
// same documents, in whatever order, give the same bytes.
func Write(ctx context.Context, docs []Document, o Options) (map[string][]byte, error) {
	byLang := map[string][]*Document{}
	for i := range docs {
		byLang[docs[i].Lang] = append(byLang[docs[i].Lang], &docs[i])
	}
	files := map[string][]byte{}
	for _, lang := range slices.Sorted(maps.Keys(byLang)) {
		w := &writer{docs: byLang[lang], files: map[string][]byte{}}
		slices.SortFunc(w.docs, func(a, b *Document) int { return cmp.Compare(a.URL, b.URL) })
		if err := w.write(ctx, o); err != nil {
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
	docs  []*Document
	terms map[string]*postings
	files map[string][]byte
}

func (w *writer) write(ctx context.Context, o Options) error {
	if err := w.collect(ctx); err != nil {
		return err
	}
	for i, d := range w.docs {
		if err := w.json(pageFile(i), newFragment(d)); err != nil {
			return err
		}
	}
	aside := &pageList{last: -1}
	for i, d := range w.docs {
		if d.Aside {
			aside.add(i)
		}
	}
	m := manifest{Pages: len(w.docs), Aside: aside.String()}
	// The words look terms up, so they come before shards thin them out.
	words := compileWords(o, w.terms)
	var err error
	if m.Sounds, err = w.pinyin(words); err == nil {
		err = w.json(wordsFile, words)
	}
	if err == nil {
		err = w.json(facetsFile, facetsOf(w.docs))
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
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	w.files[name] = []byte(strings.TrimSuffix(b.String(), "\n"))
	return nil
}

// batch is how many pages are taken apart at once: all processors have work, and
// no more than this many are held.
const batch = 512

// collect takes all pages apart, in their order.
func (w *writer) collect(ctx context.Context) error {
	w.terms = map[string]*postings{}
	found := make([]map[string]int, min(batch, len(w.docs)))
	for from := 0; from < len(w.docs); from += batch {
		if err := ctx.Err(); err != nil {
			return err
		}
		part := w.docs[from:min(from+batch, len(w.docs))]
		each(len(part), func(i int) { found[i] = impacts(part[i]) })
		for i := range part {
			for term, impact := range found[i] {
				p := w.terms[term]
				if p == nil {
					p = &postings{last: -1}
					w.terms[term] = p
				}
				p.add(from+i, impact)
			}
		}
	}
	return nil
}

// each calls f for 0 to n-1 on all processors.
func each(n int, f func(int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() {
			for i := k; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
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
