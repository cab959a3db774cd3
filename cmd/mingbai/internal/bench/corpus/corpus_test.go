package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// converted is the project made of the fixture; change may spoil a file of it.
func converted(t *testing.T, change map[string]string) (string, Counts, error) {
	t.Helper()
	a, err := txtar.ParseFile("testdata/hugo.txtar")
	if err != nil {
		t.Fatal(err)
	}
	from := t.TempDir()
	for _, f := range a.Files {
		if text, ok := change[f.Name]; ok {
			f.Data = []byte(text)
		}
		file := filepath.Join(from, f.Name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	to := filepath.Join(t.TempDir(), "project")
	counts, err := Convert(from, to)
	return to, counts, err
}

// What the Hugo site says comes back from the project, read by mingbai itself
// and without any finding about its files.
func TestConvertRoundTrip(t *testing.T) {
	project, counts, err := converted(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Counts{Programmes: 1, Actions: 1, Plans: 1, Measures: 2, Bodies: 2}); counts != want {
		t.Errorf("converted %+v, want %+v", counts, want)
	}
	tree, findings, err := content.Load(t.Context(), os.DirFS(filepath.Join(project, "content")))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.File != "content/site.yaml" {
			t.Errorf("finding: %v", f)
		}
	}
	doc := tree.Documents[0]
	p := doc.Actions[0].Plans[0]
	one, two := p.Measures[0], p.Measures[1]
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"titles", []string{doc.Zh.Title, doc.En.Title, p.Zh.Title, p.En.Title, one.Zh.Title, one.En.Title},
			[]string{"工作方案 第1批", "Work plan, batch 1", "", "Implementation plan of tax", `退税: "快办"`, ""}},
		{"bodies", []string{doc.Zh.Body, doc.En.Body, one.En.Body, two.Zh.Body, two.En.Body},
			[]string{"", "This letter is in English.", "", "", "Strengthen supervision of all."}},
		{"both languages in one text", []string{p.Zh.Body, p.En.Body}, []string{
			"为落实方案,制定本方案。 {#p1}\n\n各地要抓好落实。 {#p3}", "The goal is in English. {#p2}"}},
		{"duties", one.Responsibilities, []content.Responsibility{{Org: "o002-r01", Role: plan.Lead}, {Org: "o001-r01", Role: plan.Support}}},
		{"shared duty", two.Responsibilities[0].Role, plan.Responsible},
		{"time limit", one.Deadlines, []plan.Deadline{{Text: "2022-06-30", Kind: plan.Due, End: "2022-06-30"}}},
		{"ids", []string{doc.ID, p.ID, one.ID, p.Author}, []string{"p001", "p001/a01/s01", "p001/a01/s01/m01", "o001-r01"}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s:\n%s", c.what, diff)
		}
	}
}

// The project builds without an error and without a warning about its pages, and
// has the pages that were counted.
func TestConvertedProjectBuilds(t *testing.T) {
	project, counts, err := converted(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := build.Site(t.Context(), build.Options{Root: project})
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for name := range r.Files {
		if strings.HasSuffix(name, ".html") {
			pages++
		}
	}
	if pages != counts.Pages() {
		t.Errorf("%d pages, want %d", pages, counts.Pages())
	}
	for _, f := range r.Findings {
		if f.Severity != diag.Info && f.File != "content/site.yaml" {
			t.Errorf("finding: %v", f)
		}
	}
	page := string(r.Files["en/p001/a01/s01/index.html"])
	for _, want := range []string{
		`Issued by: <a href="../../../departments/o001-r01.html">Provincial Department of Finance</a>`,
		`<time datetime="2022-06-30">2022-06-30</time>`, "为落实方案,制定本方案。", "The goal is in English.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of the plan lacks %s:\n%s", want, page)
		}
	}
}

func TestConvertRefuses(t *testing.T) {
	const name = "content/en/p001/a01/s01/m02.md"
	for want, text := range map[string]string{
		"no front matter":        "title: x\n",
		"front matter: yaml":     "---\ntitle: [\n---\n",
		"en/p001/a01/s01/m02.md": "",
	} {
		if _, _, err := converted(t, map[string]string{name: text}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want an error that names %q", text, err, want)
		}
	}
	if _, err := Convert(t.TempDir(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "exists") {
		t.Errorf("a folder that exists: got %v", err)
	}
}
