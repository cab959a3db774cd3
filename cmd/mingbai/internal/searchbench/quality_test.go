package searchbench

import (
	"os"
	"path/filepath"
	"testing"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/search"
	"mingbai/cmd/mingbai/internal/site"
)

// repository is the root of the project that is searched: this one.
const repository = "../../../.."

func repositorySite(t *testing.T) *site.Site {
	t.Helper()
	tree, _, err := content.Load(t.Context(), os.DirFS(filepath.Join(repository, "content")))
	if err != nil {
		t.Fatal(err)
	}
	lexicon, _, err := glossary.LoadLexicon(os.DirFS(repository), "seeds/lexicon.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, _ := site.New(tree, plan.Date("2022-10-15"), site.WithLexicon(lexicon))
	return s
}

// Quality that the search of this repository's site keeps; "make bench-search"
// tells that of Pagefind on the same pages.
const (
	leastRecall    = 0.85
	leastPrecision = 0.60
)

// The search finds what citizens look for, among the queries it was tuned by and
// among those it was not.
func TestSearchFindsWhatPeopleLookFor(t *testing.T) {
	s := repositorySite(t)
	queries, err := Judged(s)
	if err != nil {
		t.Fatal(err)
	}
	options, _, err := build.SearchOptions(os.DirFS(repository))
	if err != nil {
		t.Fatal(err)
	}
	files, err := search.Write(t.Context(), build.Searchable(s), options)
	if err != nil {
		t.Fatal(err)
	}
	all := map[bool][]Quality{}
	for _, q := range queries {
		results, err := Results(files, q)
		if err != nil {
			t.Fatal(err)
		}
		j := Judge(results, q.Relevant)
		t.Logf("recall %.2f precision %.2f of %d: %s", j.Recall, j.Precision, len(results), q.Text)
		all[q.Held] = append(all[q.Held], j)
	}
	for held, qualities := range all {
		m := Mean(qualities)
		t.Logf("held out %v: %d queries, recall %.3f, precision %.3f", held, len(qualities), m.Recall, m.Precision)
		if m.Recall < leastRecall || m.Precision < leastPrecision {
			t.Errorf("held out %v: recall %.3f, precision %.3f; want at least %.2f and %.2f", held, m.Recall, m.Precision, leastRecall, leastPrecision)
		}
	}
}
