package browsertest

import (
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/search"
	"mingbai/cmd/mingbai/internal/searchbench"
)

// benchSearch makes TestSearchBesidePagefind measure; see "make bench-search".
var benchSearch = flag.String("bench-search", "", "measure the search beside Pagefind, and write the figures as a line of JSON into this `file`")

// side is the figures of one search on one site.
type side struct {
	Recall          float64 `json:"recall@10"`
	Precision       float64 `json:"precision@10"`
	HeldRecall      float64 `json:"heldRecall@10,omitempty"` // of the queries that were not looked at in tuning
	HeldPrecision   float64 `json:"heldPrecision@10,omitempty"`
	FirstQuery      int     `json:"firstQueryBytes"` // mean of the queries, script included, as transferred with gzip
	FirstQueryMost  int     `json:"firstQueryBytesMost"`
	Index           int     `json:"indexBytes"` // with gzip
	BuildSeconds    float64 `json:"buildSeconds"`
	BuildProcessor  float64 `json:"buildProcessorSeconds"` // says more than the clock on a busy machine
	QueriesAnswered int     `json:"queriesAnswered"`
}

// comparison is both searches on one site.
type comparison struct {
	Pages    int  `json:"pages"`
	Queries  int  `json:"queries"`
	Mingbai  side `json:"mingbai"`
	Pagefind side `json:"pagefind"`
}

// The search is measured beside Pagefind: on this repository's site with the
// judged queries, and on a large site with pages that someone knows of.
func TestSearchBesidePagefind(t *testing.T) {
	if *benchSearch == "" {
		t.Skip("measures, and takes minutes: make bench-search")
	}
	needTools(t)
	b := builtOnce()
	if b.err != nil {
		t.Fatal(b.err)
	}
	docs := build.Searchable(b.site)
	judged, err := searchbench.Judged(b.site)
	if err != nil {
		t.Fatal(err)
	}
	small := map[string][]byte{}
	for _, d := range results(docs) {
		small[d.URL] = b.files[d.URL]
	}
	large := searchbench.Large(docs)
	largePages := map[string][]byte{}
	for _, d := range results(large) {
		largePages[d.URL] = plainPage(d)
	}
	figures := map[string]comparison{
		"site":  {len(docs), len(judged), measureMingbai(t, b, docs, judged), measurePagefind(t, small, judged)},
		"large": {},
	}
	items := searchbench.KnownItems(large, 200)
	figures["large"] = comparison{len(large), len(items), measureMingbai(t, b, large, items), measurePagefind(t, largePages, items)}
	line, err := json.Marshal(figures)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(*benchSearch, append(line, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// results leaves out the pages that only list others, which mingbai offers beside
// the results: no query was judged by them.
func results(docs []search.Document) []search.Document {
	return slices.DeleteFunc(slices.Clone(docs), func(d search.Document) bool { return d.Aside })
}

// plainPage is a document as a page, for those that read pages.
func plainPage(d search.Document) []byte {
	var b strings.Builder
	lang := map[string]string{"zh": "zh-CN", "en": "en"}[d.Lang]
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="%s"><meta charset="utf-8"><title>%s</title><main><h1>%[2]s</h1>`, lang, html.EscapeString(d.Title))
	for _, text := range slices.Concat(d.Names, d.Within, d.Body) {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(text))
	}
	b.WriteString("</main></html>")
	return []byte(b.String())
}

// firstQueries is how many queries are asked on a page of their own, to see what
// the first one fetches.
const firstQueries = 16

// measureMingbai makes the index and asks it: for quality through package search,
// which gives the answers of the script, for bytes through the page.
func measureMingbai(t *testing.T, b built, docs []search.Document, queries []searchbench.Query) side {
	t.Helper()
	options, _, err := build.SearchOptions(os.DirFS(repository))
	if err != nil {
		t.Fatal(err)
	}
	start, cpu := time.Now(), processorTime(t, syscall.RUSAGE_SELF)
	index, err := search.Write(t.Context(), docs, options)
	if err != nil {
		t.Fatal(err)
	}
	s := side{BuildSeconds: seconds(start), BuildProcessor: rounded(processorTime(t, syscall.RUSAGE_SELF) - cpu)}
	files := map[string][]byte{}
	for name, data := range b.files {
		if !strings.HasPrefix(name, search.Dir) {
			files[name] = data
		}
	}
	maps.Copy(files, index)
	for _, data := range index {
		s.Index += packed(data)
	}
	s.judge(queries, func(q searchbench.Query) []string {
		results, err := searchbench.Results(index, q)
		if err != nil {
			t.Fatal(err)
		}
		return results
	})
	place := publishTo(t, t.TempDir(), files)
	s.first(t, queries, func(tb *tab, q searchbench.Query) int {
		return firstQueryBytes(t, tb, place, files, q)
	})
	return s
}

// measurePagefind runs Pagefind over the pages and asks it in the browser.
func measurePagefind(t *testing.T, pages map[string][]byte, queries []searchbench.Query) side {
	t.Helper()
	modules, err := npmPagefind()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range pages {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	start, cpu := time.Now(), processorTime(t, syscall.RUSAGE_CHILDREN)
	if err := run("node", filepath.Join(modules, "pagefind/lib/runner/bin.cjs"), "--site", dir, "--root-selector", "main"); err != nil {
		t.Fatal(err)
	}
	s := side{BuildSeconds: seconds(start), BuildProcessor: rounded(processorTime(t, syscall.RUSAGE_CHILDREN) - cpu)}
	files := map[string][]byte{}
	err = fs.WalkDir(os.DirFS(dir), "pagefind", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if files[name], err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))); err == nil && !strings.Contains(name, "-ui.") && !strings.Contains(name, "highlight") {
			s.Index += packed(files[name])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for lang, tagged := range map[plan.Lang]string{plan.Zh: "zh-CN", plan.En: "en"} {
		files[string(lang)+".html"] = []byte(`<!DOCTYPE html><html lang="` + tagged + `"><meta charset="utf-8"><title>Pagefind</title><link rel="icon" href="data:,">`)
	}
	place := publishTo(t, t.TempDir(), files)
	tabs := map[string]*tab{}
	s.judge(queries, func(q searchbench.Query) []string {
		tb := tabs[q.Lang]
		if tb == nil {
			tb = newTab(t)
			tb.open(t, place.http(q.Lang+".html"))
			tabs[q.Lang] = tb
		}
		return askPagefind(t, tb, q)
	})
	s.first(t, queries, func(tb *tab, q searchbench.Query) int {
		place.sent.taken()
		tb.open(t, place.http(q.Lang+".html"))
		askPagefind(t, tb, q)
		sum := 0
		for _, name := range place.sent.taken() {
			if path.Ext(name) != ".html" {
				sum += packed(files[name])
			}
		}
		return sum
	})
	return s
}

// askPagefind gives the addresses of the first ten results.
func askPagefind(t *testing.T, tb *tab, q searchbench.Query) []string {
	t.Helper()
	urls := eval[[]string](t, tb, `(async () => {
		const pagefind = await import("./pagefind/pagefind.js");
		const found = (await pagefind.search(`+asJSON(t, q.Text)+`)).results.slice(0, 10);
		return (await Promise.all(found.map(r => r.data()))).map(d => d.raw_url || d.url);
	})()`)
	for i, u := range urls {
		u = strings.TrimPrefix(strings.TrimPrefix(u, subFolder), "/")
		if u == "" || strings.HasSuffix(u, "/") {
			u += "index.html"
		}
		urls[i] = u
	}
	return urls
}

// judge asks all queries and compares the answers with what was judged.
func (s *side) judge(queries []searchbench.Query, ask func(searchbench.Query) []string) {
	var all, held []searchbench.Quality
	for _, q := range queries {
		results := ask(q)
		if len(results) > 0 {
			s.QueriesAnswered++
		}
		j := searchbench.Judge(results, q.Relevant)
		all = append(all, j)
		if q.Held {
			held = append(held, j)
		}
	}
	m, h := searchbench.Mean(all), searchbench.Mean(held)
	s.Recall, s.Precision, s.HeldRecall, s.HeldPrecision = rounded(m.Recall), rounded(m.Precision), rounded(h.Recall), rounded(h.Precision)
}

// first measures what a first query fetches.
func (s *side) first(t *testing.T, queries []searchbench.Query, ask func(*tab, searchbench.Query) int) {
	t.Helper()
	total, n := 0, 0
	for i := 0; i < len(queries); i += max(len(queries)/firstQueries, 1) {
		sum := ask(newTab(t), queries[i])
		total += sum
		s.FirstQueryMost = max(s.FirstQueryMost, sum)
		n++
	}
	s.FirstQuery = total / n
}

// processorTime is the seconds that all processors have worked for this process,
// or for those it has waited for.
func processorTime(t *testing.T, who int) float64 {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(who, &u); err != nil {
		t.Fatal(err)
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

func seconds(since time.Time) float64 { return rounded(time.Since(since).Seconds()) }

func rounded(f float64) float64 { return math.Round(f*1000) / 1000 }
