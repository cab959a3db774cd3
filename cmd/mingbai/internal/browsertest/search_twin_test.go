package browsertest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/search"
)

// twinPage is a page that may load the scripts of the search as they are written,
// one module at a time.
const twinPage = "twin/index.html"

// openTwin opens a page beside the site's index that can import those modules.
func openTwin(t *testing.T) (*tab, built) {
	t.Helper()
	needTools(t)
	b := builtOnce()
	if b.err != nil {
		t.Fatal(b.err)
	}
	files := maps.Clone(b.files)
	files[twinPage] = []byte(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>twin</title><link rel="icon" href="data:,">`)
	err := fs.WalkDir(assets.FS, "js", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		files["twin/"+name], err = fs.ReadFile(assets.FS, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	tb := newTab(t)
	tb.open(t, publishTo(t, t.TempDir(), files).http(twinPage))
	return tb, b
}

// asJSON writes a value into a script.
func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// token is a term with its place, as the script gives it.
type token struct {
	Term       string
	Start, End int
}

// scriptTokens takes texts apart in the browser.
func scriptTokens(t *testing.T, tb *tab, texts []string) [][]token {
	t.Helper()
	return eval[[][]token](t, tb, `import("./js/search/scan.js").then(m => `+asJSON(t, texts)+`.map(m.tokenize))`)
}

// The script finds the same terms as package search: in the shared vectors, and in
// every text of the site.
func TestSearchTokenizerTwins(t *testing.T) {
	t.Parallel()
	tb, b := openTwin(t)
	data, err := os.ReadFile("../search/testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct{ Text string }
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, v := range vectors {
		texts = append(texts, v.Text)
	}
	for _, name := range slices.Sorted(maps.Keys(b.files)) {
		if strings.HasPrefix(name, search.Dir) && strings.Contains(name, "/pages/") {
			texts = append(texts, string(b.files[name]))
		}
	}
	for part := range slices.Chunk(texts, 64) {
		for i, got := range scriptTokens(t, tb, part) {
			var want []token
			for _, k := range search.Tokenize(part[i]) {
				want = append(want, token(k))
			}
			if diff := cmp.Diff(want, append([]token(nil), got...)); diff != "" {
				t.Fatalf("%.200q: terms of Go and of the script differ:\n%s", part[i], diff)
			}
		}
	}
}

// answer is what both searches say.
type answer struct {
	Pages, Scores, Aside []int
	Close                int
	Query                string
}

// The script answers every judged query, and others that take its every path, as
// package search does.
func TestSearchAnswersTwins(t *testing.T) {
	t.Parallel()
	tb, b := openTwin(t)
	data, err := os.ReadFile("../searchbench/testdata/queries.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var judged []struct{ Lang, Query string }
	if err := yaml.Unmarshal(data, &judged); err != nil {
		t.Fatal(err)
	}
	byLang := map[string][]string{
		"zh": {"税", "企业", "社會保險緩繳", "huoche siji", "jiuye", "liu di tui shui", "失夜保险", "缓较社保", "50亿元", "５０亿", "6月30日", "APP",
			"xyzzy", "之乎者也", "the", "", "！？", "12328", "zhuanjingtexin xiaojuren", "稳岗反还", "財政廳", "loan", "增值税VAT"},
		"en": {"subsidi", "subs", "gradutes", "emplyoment", "loanz", "5 billion", "June 30", "留抵退税", "qqqq", "of the", "", "small business loans", "VAT", "restaurent"},
	}
	for _, q := range judged {
		byLang[q.Lang] = append(byLang[q.Lang], q.Query)
	}
	for lang, queries := range byLang {
		got := eval[[]answer](t, tb, fmt.Sprintf(`(async () => {
			const { Index } = await import("./js/search/rank.js");
			const x = await Index.open("../search/%s/"), out = [];
			for (const q of %s) {
				const a = await x.search(q);
				out.push({ Pages: a.hits.map(h => h.page), Scores: a.hits.map(h => h.score), Aside: a.aside.map(h => h.page), Close: a.close, Query: a.query });
			}
			return out;
		})()`, lang, asJSON(t, queries)))
		for i, q := range queries {
			want := goAnswer(t, b.files, lang, q)
			if diff := cmp.Diff(want, got[i]); diff != "" {
				t.Errorf("%s %q: answers of Go (-) and of the script (+) differ:\n%s", lang, q, diff)
			}
		}
	}
	report(t, "twin", tb.taken())
}

// goAnswer searches the site's index with package search.
func goAnswer(t *testing.T, files map[string][]byte, lang, query string) answer {
	t.Helper()
	x, err := search.Open(lang, func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, fs.ErrNotExist
	})
	if err != nil {
		t.Fatal(err)
	}
	found, err := x.Search(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	a := answer{Pages: []int{}, Scores: []int{}, Aside: []int{}, Close: found.Close, Query: found.Query}
	for _, h := range found.Hits {
		a.Pages, a.Scores = append(a.Pages, h.Page), append(a.Scores, h.Score)
	}
	for _, h := range found.Aside {
		a.Aside = append(a.Aside, h.Page)
	}
	return a
}
