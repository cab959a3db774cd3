package searchbench

import (
	"bytes"
	_ "embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/search"
	"mingbai/cmd/mingbai/internal/site"
)

// queriesFile is the judged queries; it explains itself.
//
//go:embed testdata/queries.yaml
var queriesFile []byte

// Query is what someone typed.
type Query struct {
	Lang     string
	Text     string
	Held     bool     // not looked at when the ranking was tuned
	Relevant []string // addresses of the pages that answer it
}

// Judged gives the judged queries for the pages of this repository's site.
func Judged(s *site.Site) ([]Query, error) {
	var entries []struct {
		Lang, Query string
		Held        bool
		Relevant    []string
	}
	dec := yaml.NewDecoder(bytes.NewReader(queriesFile))
	dec.KnownFields(true)
	if err := dec.Decode(&entries); err != nil {
		return nil, fmt.Errorf("queries.yaml: %w", err)
	}
	ids := pageIDs(s)
	var all []Query
	for _, e := range entries {
		q := Query{Lang: e.Lang, Text: e.Query, Held: e.Held}
		for _, id := range e.Relevant {
			url := ids[e.Lang+" "+id]
			if url == "" {
				return nil, fmt.Errorf("queries.yaml: %s: there is no page of %s", e.Query, id)
			}
			q.Relevant = append(q.Relevant, url)
		}
		all = append(all, q)
	}
	return all, nil
}

// pageIDs gives the address of each page by language and id.
func pageIDs(s *site.Site) map[string]string {
	ids := map[string]string{}
	short := func(id string) string { _, rest, _ := strings.Cut(id, "/"); return rest }
	for _, p := range s.Pages {
		id := ""
		switch p.Kind {
		case site.MeasurePage:
			id = short(p.Measure.ID)
		case site.PlanPage:
			id = short(p.Plan.ID)
		case site.ActionPage:
			id = short(p.Action.ID)
		case site.DepartmentPage:
			id = "departments/" + p.Department.ID
		default:
			continue
		}
		ids[string(p.Lang)+" "+id] = p.URL
	}
	return ids
}

// Quality is how well results fit what was judged, from 0 to 1.
type Quality struct{ Recall, Precision float64 }

// Judge compares the first ten results with the pages that answer a query. Of
// fewer than ten results, precision is what part of them answers it; of none, 0.
func Judge(results, relevant []string) Quality {
	results = results[:min(10, len(results))]
	hits := 0
	for _, url := range results {
		if slices.Contains(relevant, url) {
			hits++
		}
	}
	q := Quality{Recall: float64(hits) / float64(min(10, len(relevant)))}
	if len(results) > 0 {
		q.Precision = float64(hits) / float64(len(results))
	}
	return q
}

// Mean is the mean of the qualities of all queries.
func Mean(all []Quality) Quality {
	var m Quality
	for _, q := range all {
		m.Recall += q.Recall / float64(len(all))
		m.Precision += q.Precision / float64(len(all))
	}
	return m
}

// Results are the addresses that package search gives for a query from the files
// of an index: those close to the best, the best first.
func Results(files map[string][]byte, q Query) ([]string, error) {
	x, err := search.Open(q.Lang, func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, fs.ErrNotExist
	})
	if err != nil {
		return nil, err
	}
	a, err := x.Search(q.Text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", q.Text, err)
	}
	var urls []string
	for _, h := range a.Hits[:min(a.Close, 10)] {
		p, err := x.Page(h.Page)
		if err != nil {
			return nil, err
		}
		urls = append(urls, p.URL)
	}
	return urls, nil
}
