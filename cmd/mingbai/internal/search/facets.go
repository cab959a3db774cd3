package search

import (
	"slices"
	"strconv"
	"strings"
)

// facets is the file that filters need: for each value the pages that have it,
// as steps from page to page in base 36. It is fetched when a reader turns to the
// filters.
type facets struct {
	Action     map[string]string `json:"action"`
	Department map[string]string `json:"department"`
	Audience   map[string]string `json:"audience"`
	Limit      map[string]string `json:"limit"` // "kind start end"; a missing day is "-"
}

// pageList writes pages as steps.
type pageList struct {
	steps []string
	last  int
}

type pageLists map[string]*pageList

func (l pageLists) add(value string, page int) {
	if value == "" {
		return
	}
	if l[value] == nil {
		l[value] = &pageList{last: -1}
	}
	l[value].add(page)
}

// add adds a page; one that is added twice is listed once.
func (p *pageList) add(page int) {
	if page > p.last {
		p.steps = append(p.steps, strconv.FormatInt(int64(page-p.last), 36))
		p.last = page
	}
}

func (p *pageList) String() string { return strings.Join(p.steps, " ") }

func (l pageLists) strings() map[string]string {
	out := map[string]string{}
	for value, p := range l {
		out[value] = p.String()
	}
	return out
}

// pagesOf reads pages written as steps.
func pagesOf(list string) []int {
	var out []int
	page := -1
	for _, s := range strings.Fields(list) {
		step, err := strconv.ParseInt(s, 36, 32)
		if err != nil {
			return out
		}
		page += int(step)
		out = append(out, page)
	}
	return out
}

// facetLists is the file of facets as it grows.
type facetLists struct{ action, department, audience, limit pageLists }

func newFacetLists() facetLists {
	return facetLists{pageLists{}, pageLists{}, pageLists{}, pageLists{}}
}

func (l *facetLists) add(f *Facets, page int) {
	l.action.add(f.Action, page)
	for _, id := range f.Departments {
		l.department.add(id, page)
	}
	for _, id := range f.Audiences {
		l.audience.add(id, page)
	}
	for _, one := range f.Limits {
		l.limit.add(limitKey(one), page)
	}
}

func (l *facetLists) file() facets {
	return facets{l.action.strings(), l.department.strings(), l.audience.strings(), l.limit.strings()}
}

func limitKey(l Limit) string {
	day := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	return l.Kind + " " + day(l.Start) + " " + day(l.End)
}

// Filter narrows an answer; empty fields do not.
type Filter struct {
	Action, Department, Audience string
	Status                       string // running, soon, over, upcoming
}

// statusesOf tells where a day stands to a time limit. What ends soon still runs.
func statusesOf(key, today string, soonDays int) []string {
	f := strings.Fields(key)
	if len(f) != 3 {
		return nil
	}
	kind, start, end := f[0], f[1], f[2]
	switch {
	case kind == "repealed", kind == "replaced":
		return []string{"over"}
	case today == "":
		return nil
	case start != "-" && today < start && kind != "due":
		return []string{"upcoming"}
	case end == "-":
		return nil
	case end < today:
		return []string{"over"}
	case end <= addDays(today, soonDays):
		return []string{"running", "soon"}
	}
	return []string{"running"}
}

// matches gives the pages that a filter lets through; nil lets all through.
func (f facets) matches(want Filter, today string, soonDays int) map[int]bool {
	var out map[int]bool
	narrow := func(pages []int) {
		set := map[int]bool{}
		for _, p := range pages {
			if out == nil || out[p] {
				set[p] = true
			}
		}
		out = set
	}
	for _, one := range []struct {
		lists map[string]string
		value string
	}{{f.Action, want.Action}, {f.Department, want.Department}, {f.Audience, want.Audience}} {
		if one.value != "" {
			narrow(pagesOf(one.lists[one.value]))
		}
	}
	if want.Status != "" {
		var pages []int
		for key, list := range f.Limit {
			if slices.Contains(statusesOf(key, today, soonDays), want.Status) {
				pages = append(pages, pagesOf(list)...)
			}
		}
		narrow(pages)
	}
	return out
}
