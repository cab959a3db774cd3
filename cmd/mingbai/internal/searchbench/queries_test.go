package searchbench

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/search"
	"mingbai/cmd/mingbai/internal/site"
)

// repository is the root of the project that is searched: this one.
const repository = "../../../.."

// judged is a query with the pages that answer it.
type judged struct {
	Lang     string   `yaml:"lang"`
	Query    string   `yaml:"query"`
	Held     bool     `yaml:"held"` // not looked at when the ranking is tuned
	Relevant []string `yaml:"relevant"`
	urls     []string
}

// loadQueries reads the judged queries and finds the addresses of their pages.
func loadQueries(t testing.TB, s *site.Site) []judged {
	t.Helper()
	data, err := os.ReadFile("testdata/queries.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all []judged
	if err := yaml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	ids := pageIDs(s)
	for i := range all {
		q := &all[i]
		for _, id := range q.Relevant {
			url := ids[q.Lang+" "+id]
			if url == "" {
				t.Fatalf("%s: there is no page of %s", q.Query, id)
			}
			q.urls = append(q.urls, url)
		}
	}
	return all
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

// loadSite lays out the repository's content.
func loadSite(t testing.TB) *site.Site {
	t.Helper()
	tree, _, err := content.Load(context.Background(), os.DirFS(filepath.Join(repository, "content")))
	if err != nil {
		t.Fatal(err)
	}
	s, _ := site.New(tree, plan.Date("2022-10-15"))
	return s
}

// searchOptions are the words that the repository's site is searched with.
func searchOptions(t testing.TB) search.Options {
	t.Helper()
	words, findings, err := glossary.LoadSynonyms(os.DirFS(repository), "seeds/synonyms.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Error(f)
	}
	o := search.Options{Ignored: words.Ignored}
	for _, w := range words.Synonyms {
		o.Synonyms = append(o.Synonyms, search.Synonym(w))
	}
	return o
}

// writeIndex makes the index of documents.
func writeIndex(t testing.TB, docs []search.Document) map[string][]byte {
	t.Helper()
	files, err := search.Write(t.Context(), docs, searchOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// found is the addresses that a search gives for a query, the best first.
func found(t testing.TB, files map[string][]byte, lang, query string) []string {
	t.Helper()
	x, err := search.Open(lang, func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, os.ErrNotExist
	})
	if err != nil {
		t.Fatal(err)
	}
	a, err := x.Search(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var urls []string
	for _, h := range a.Hits[:a.Close] {
		p, err := x.Page(h.Page)
		if err != nil {
			t.Fatal(err)
		}
		urls = append(urls, p.URL)
	}
	return urls
}

// quality is how well results fit what was judged.
type quality struct{ recall, precision float64 }

// judge compares the first ten results with the pages that answer a query. Of
// fewer than ten results, precision is what part of them answers it.
func judge(urls, relevant []string) quality {
	urls = urls[:min(10, len(urls))]
	hits := 0
	for _, u := range urls {
		if slices.Contains(relevant, u) {
			hits++
		}
	}
	q := quality{recall: float64(hits) / float64(min(10, len(relevant)))}
	if len(urls) > 0 {
		q.precision = float64(hits) / float64(len(urls))
	}
	return q
}

var _ = build.Searchable
