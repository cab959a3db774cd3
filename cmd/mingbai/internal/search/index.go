package search

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"time"
)

// Index searches the files that Write made, fetching those it needs. It is the
// measure for the script and does the same; it is not made for speed. It may not
// be used by several goroutines at once.
type Index struct {
	fetch    func(name string) ([]byte, error)
	manifest manifest
	firsts   []string // beginnings of the shards
	aside    map[int]bool
	shards   map[int][]entry
	words    *vocabulary
	facets   *facets
	variants map[rune]rune
	sounds   sounds
	loaded   map[string]bool   // files of sounds and readings
	readings map[string]string // syllables of characters
}

// Open opens the index of a language. Fetch gives a file below public/.
func Open(lang string, fetch func(name string) ([]byte, error)) (*Index, error) {
	x := &Index{
		aside: map[int]bool{}, shards: map[int][]entry{}, loaded: map[string]bool{}, readings: map[string]string{},
		sounds: sounds{map[string][]rune{}, map[[2]rune]bool{}},
	}
	x.fetch = func(name string) ([]byte, error) { return fetch(Dir + lang + "/" + name) }
	if err := x.json(manifestFile, &x.manifest); err != nil {
		return nil, err
	}
	x.firsts = strings.Split(x.manifest.Shards, "\n")
	for _, page := range pagesOf(x.manifest.Aside) {
		x.aside[page] = true
	}
	var words wordTable
	if err := x.json(wordsFile, &words); err != nil {
		return nil, err
	}
	x.words = newVocabulary(words)
	return x, nil
}

func (x *Index) json(name string, v any) error {
	data, err := x.fetch(name)
	if err != nil {
		return fmt.Errorf("search index: %w", err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("search index, %s: %w", name, err)
	}
	return nil
}

// Page is a page of an answer.
type Page struct{ URL, Title string }

// Page gives a page by its number.
func (x *Index) Page(n int) (Page, error) {
	var f fragment
	err := x.json(pageFile(n), &f)
	return Page{f.URL, f.Title}, err
}

// shardOf is the shard in which a term would stand.
func (x *Index) shardOf(term string) int {
	n := sort.Search(len(x.firsts), func(i int) bool { return compareUnits(x.firsts[i], term) > 0 })
	return max(n-1, 0)
}

// shard fetches a shard once.
func (x *Index) shard(n int) ([]entry, error) {
	if s, ok := x.shards[n]; ok {
		return s, nil
	}
	data, err := x.fetch(shardFile(n))
	if err != nil {
		return nil, fmt.Errorf("search index: %w", err)
	}
	s, err := readShard(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shardFile(n), err)
	}
	x.shards[n] = s
	return s, nil
}

// term gives a term; mass 0 is none.
func (x *Index) term(term string) (entry, error) {
	s, err := x.shard(x.shardOf(term))
	if err != nil {
		return entry{}, err
	}
	for _, e := range s {
		if e.term == term {
			return e, nil
		}
	}
	return entry{}, nil
}

// mostShards bounds how many shards the beginning of a term may lie in.
const mostShards = 4

// beginning gives the terms that begin so.
func (x *Index) beginning(prefix string) ([]entry, error) {
	var out []entry
	first := x.shardOf(prefix)
	for n := first; n < min(first+mostShards, len(x.firsts)); n++ {
		if n > first && compareUnits(x.firsts[n], prefix) > 0 && !strings.HasPrefix(x.firsts[n], prefix) {
			break
		}
		s, err := x.shard(n)
		if err != nil {
			return nil, err
		}
		for _, e := range s {
			if strings.HasPrefix(e.term, prefix) {
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// Allowed gives the pages that a filter lets through; nil lets all through.
func (x *Index) Allowed(f Filter, today string, soonDays int) (map[int]bool, error) {
	if f == (Filter{}) {
		return nil, nil
	}
	if x.facets == nil {
		x.facets = &facets{}
		if err := x.json(facetsFile, x.facets); err != nil {
			return nil, err
		}
	}
	return x.facets.matches(f, today, soonDays), nil
}

// addDays adds days to a day; one that is none stays.
func addDays(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}
