package search

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"slices"
	"strconv"
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
	order := make([]*Document, len(docs))
	for i := range docs {
		order[i] = &docs[i]
	}
	slices.SortFunc(order, func(a, b *Document) int { return cmp.Compare(a.URL, b.URL) })
	b := NewBuilder()
	workers := make([]Extractor, runtime.GOMAXPROCS(0))
	for part := range slices.Chunk(order, batch) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		pages, errs := make([]*Extract, len(part)), make([]error, len(part))
		each(len(part), len(workers), func(worker, i int) { pages[i], errs[i] = workers[worker].Extract(part[i]) })
		if err := errors.Join(errs...); err != nil {
			return nil, err
		}
		for _, p := range pages {
			if err := b.Add(p); err != nil {
				return nil, err
			}
		}
	}
	return b.Files(o)
}

// batch is how many pages are taken apart at once: all processors have work, and
// no more than this many are held.
const batch = 512

// each calls f for 0 to n-1 in several workers at once, and tells which.
func each(n, workers int, f func(worker, i int)) {
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() {
			for i := k; i < n; i += workers {
				f(k, i)
			}
		})
	}
	wg.Wait()
}
