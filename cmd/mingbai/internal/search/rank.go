package search

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Answer is what a query found, the best first.
type Answer struct {
	Hits  []Hit
	Aside []Hit  // pages that list others, close to the best
	Close int    // how many of them come close to the best; the others are listed apart
	Query string // what was searched for; another than was typed where that was mended
}

// Hit is a page with its score.
type Hit struct{ Page, Score int }

// closeness is what part of the best score makes a page a close one, in percent.
const closeness = 18

// mostAside is how many pages are offered beside the results.
const mostAside = 3

// found is a unit with the pages that have it.
type found struct {
	unit
	impact map[int]int
	mass   int
}

// Search answers a query. A query of which a part finds nothing is mended and
// tried again; see mend.
func (x *Index) Search(text string) (Answer, error) {
	for range mostMendings {
		units, err := x.find(x.words.analyze(text))
		if err != nil {
			return Answer{}, err
		}
		mended, err := x.mend(text, units)
		if err != nil {
			return Answer{}, err
		}
		if mended == "" {
			return x.rank(units, text), nil
		}
		text = mended
	}
	units, err := x.find(x.words.analyze(text))
	return x.rank(units, text), err
}

// find looks the units up.
func (x *Index) find(q query) ([]found, error) {
	var out []found
	for i, u := range q.units {
		f := found{unit: u, impact: map[int]int{}}
		for _, w := range u.ways {
			if err := x.findWay(&f, w); err != nil {
				return nil, err
			}
		}
		if last := q.runs[u.run]; f.mass == 0 && i == len(q.units)-1 && last.kind == wordRun && utf8.RuneCountInString(last.text) > 2 {
			// Perhaps it is not typed to its end.
			if err := x.findWay(&f, way{terms: u.ways[0].terms, prefix: true}); err != nil {
				return nil, err
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// findWay adds the pages that have a unit in one way. A synonym counts less than
// the word itself.
func (x *Index) findWay(f *found, w way) error {
	var lists [][]posting
	mass := 0
	for _, term := range w.terms {
		entries, err := x.entries(term, w.prefix)
		if err != nil {
			return err
		}
		var pages []posting
		for _, e := range entries {
			p, err := readPostings(e.data)
			if err != nil {
				return err
			}
			pages = append(pages, p...)
			mass += e.mass
		}
		lists = append(lists, pages)
	}
	for page, impact := range together(lists) {
		if w.synonym {
			impact = max(impact*10>>4, 1)
		}
		f.impact[page] = max(f.impact[page], impact)
	}
	if len(f.ways) == 1 && len(w.terms) == 1 {
		f.mass += mass
		return nil
	}
	f.mass = 0
	for _, impact := range f.impact {
		f.mass += impact
	}
	return nil
}

func (x *Index) entries(term string, prefix bool) ([]entry, error) {
	if prefix {
		return x.beginning(term)
	}
	e, err := x.term(term)
	if err != nil || e.mass == 0 {
		return nil, err
	}
	return []entry{e}, nil
}

// together gives the pages that stand in all lists, with the least of their
// greatest impacts.
func together(lists [][]posting) map[int]int {
	var out map[int]int
	for _, list := range lists {
		here := map[int]int{}
		for _, p := range list {
			here[p.page] = max(here[p.page], p.impact)
		}
		if out == nil {
			out = here
			continue
		}
		for page, impact := range out {
			if other, ok := here[page]; ok {
				out[page] = min(impact, other)
			} else {
				delete(out, page)
			}
		}
	}
	return out
}

// rank adds up what the units say about each page. Rare units weigh more, and a
// page that has a part of what was asked for counts by the third power of that part.
func (x *Index) rank(units []found, text string) Answer {
	score, got := map[int]int{}, map[int]int{}
	total := 0
	for _, u := range units {
		if u.mass == 0 {
			continue
		}
		worth := u.weight * rarity(x.manifest.Pages, u.mass)
		if !u.bridge {
			total += worth
		}
		for page, impact := range u.impact {
			score[page] += worth * impact
			if !u.bridge {
				got[page] += worth
			}
		}
	}
	a := Answer{Query: text}
	for page, s := range score {
		share := 1000
		if total > 0 {
			share = got[page] * 1000 / total
		}
		if s = s * share / 1000 * share / 1000 * share / 1000; s > 0 {
			a.Hits = append(a.Hits, Hit{page, s})
		}
	}
	slices.SortFunc(a.Hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Page, b.Page)) })
	a.divide(x.aside)
	return a
}

// divide takes the pages that are offered beside the results out of them, and
// counts those that come close to the best.
func (a *Answer) divide(aside map[int]bool) {
	all := a.Hits
	a.Hits = nil
	for _, h := range all {
		near := h.Score*100 >= all[0].Score*closeness
		switch {
		case !aside[h.Page]:
			a.Hits = append(a.Hits, h)
		case near && len(a.Aside) < mostAside:
			a.Aside = append(a.Aside, h)
		}
	}
	for _, h := range a.Hits {
		if h.Score*100 >= a.Hits[0].Score*closeness {
			a.Close++
		}
	}
}

// rarity is 16 times the binary logarithm of 1 + 15·pages/mass, rounded down, in
// whole numbers, so that every machine and the script get the same. A page in
// which a term matters little makes it only a little less rare.
func rarity(pages, mass int) int {
	x := (mass + maxImpact*pages) * 65536 / mass
	out := 0
	for ; x >= 2*65536; x /= 2 {
		out += 16
	}
	for bit := 8; bit > 0; bit /= 2 {
		if x = x * x / 65536; x >= 2*65536 {
			x /= 2
			out += bit
		}
	}
	return out
}
