package depend

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

// project is the content of testdata/site.txtar.
func project(t *testing.T) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// replace changes a text of a file, which must be there.
func replace(name, old, with string) func(*testing.T, fstest.MapFS) {
	return func(t *testing.T, files fstest.MapFS) {
		t.Helper()
		data := files[name].Data
		if !bytes.Contains(data, []byte(old)) {
			t.Fatalf("%s does not hold %q", name, old)
		}
		files[name] = &fstest.MapFile{Data: bytes.ReplaceAll(data, []byte(old), []byte(with))}
	}
}

// remove removes all files below a folder.
func remove(folder string) func(*testing.T, fstest.MapFS) {
	return func(_ *testing.T, files fstest.MapFS) {
		maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, folder+"/") })
	}
}

func load(t *testing.T, files fstest.MapFS) *site.Site {
	t.Helper()
	tree, findings, err := content.Load(t.Context(), files)
	if err != nil || diag.HasErrors(findings) {
		t.Fatal(err, findings)
	}
	s, findings := site.New(tree, tree.Config.Clock)
	if diag.HasErrors(findings) {
		t.Fatal(findings)
	}
	return s
}

// sums are those of all Chinese pages and files for programs, by path. (An
// English page is made of the same as its twin.)
func sums(t *testing.T, files fstest.MapFS, setting string, size func(string) int) map[string]cache.Sum {
	t.Helper()
	s := load(t, files)
	table := New(s, cache.SumOf([]byte(setting)))
	all := map[string]cache.Sum{"search": table.Everything()}
	for _, p := range s.Pages {
		if strings.HasPrefix(p.URL, "zh/") {
			all[p.URL] = table.Page(p, size)
		}
	}
	for _, d := range s.AllDownloads() {
		if !strings.HasPrefix(d.Path, "data/en/") {
			all[d.Path] = table.Download(d)
		}
	}
	return all
}

func noSize(string) int { return 0 }

// changed are the paths whose sum is another, or that only one site has.
func changed(before, after map[string]cache.Sum) []string {
	var names []string
	for name, sum := range before {
		if other, ok := after[name]; !ok || other != sum {
			names = append(names, name)
		}
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Sets of paths that belong together. A pattern that ends with "/**" stands for
// everything below a folder.
var (
	ofAllWords = []string{"search", "data/v1/*.json", "data/zh/*"} // files that hold every text
	ofAllFacts = []string{"zh/*.html", "zh/departments/index.html"}
	ofNorth    = slices.Concat([]string{"zh/north/**", "data/v1/documents/north.json", "data/zh/documents/north.*", "data/v1/measures/north/**"}, of("finance"), of("tax"))
	ofSouth    = slices.Concat([]string{"zh/south/**", "data/v1/documents/south.json", "data/zh/documents/south.*", "data/v1/measures/south/**"}, of("finance"), of("water"))
)

// of is the files of a department: finance has something to do in both documents,
// the others in one.
func of(department string) []string {
	return []string{"zh/departments/" + department + ".html", "data/v1/departments/" + department + ".json", "data/zh/departments/" + department + ".*"}
}

// Every edit makes those files anew that it may touch, and no others. What is
// not listed here as made anew stays as it is.
func TestEdits(t *testing.T) {
	before := sums(t, project(t), "", noSize)
	for _, c := range []struct {
		name  string
		edit  func(*testing.T, fstest.MapFS)
		anew  [][]string
		other []string
	}{
		{
			name: "nothing", edit: func(*testing.T, fstest.MapFS) {},
		},
		{
			name: "a sentence of a measure", edit: replace("north/plan/m01.zh.md", "办理退税", "办好退税"),
			anew: [][]string{ofAllWords}, other: []string{
				"zh/north/plan/m01.html", "zh/north/plan/m01.both.html", "zh/north/plan/index.both.html", "zh/north/source.html",
				"data/v1/measures/north/plan/m01.json", "data/v1/documents/north.json", "data/zh/documents/north.*",
			},
		},
		{
			name: "a sentence of its translation", edit: replace("north/plan/m01.en.md", "are made", "are due"),
			anew: [][]string{ofAllWords}, other: []string{
				"zh/north/plan/m01.html", "zh/north/plan/m01.both.html", "zh/north/plan/index.both.html", "zh/north/source.html",
				"data/v1/measures/north/plan/m01.json", "data/v1/documents/north.json", "data/zh/documents/north.*",
			},
		},
		{
			name: "the goal of a plan", edit: replace("north/plan/_index.zh.md", "减轻负担", "大力减负"),
			anew: [][]string{ofAllWords}, other: []string{
				"zh/north/plan/index.html", "zh/north/plan/index.both.html", "zh/north/index.html", "zh/north/source.html",
				"data/v1/documents/north.json", "data/zh/documents/north.*",
			},
		},
		{
			name: "the preamble of a document", edit: replace("north/_index.zh.md", "各市", "各州"),
			anew: [][]string{ofAllWords}, other: []string{
				"zh/north/index.html", "zh/north/index.both.html", "zh/north/source.html",
				"data/v1/documents/north.json", "data/zh/documents/north.*",
			},
		},
		{
			name: "the title of a measure", edit: replace("north/plan/m02.zh.md", "减免费用", "减少费用"),
			anew: [][]string{ofAllWords, ofAllFacts, ofNorth},
		},
		{
			name: "who is responsible", edit: replace("north/plan/m02.zh.md", "org: finance", "org: tax"),
			anew: [][]string{ofAllWords, ofAllFacts, ofNorth},
		},
		{
			name: "the text as issued", edit: replace("north/source.txt", "办理", "办好"),
			anew: [][]string{ofAllWords, ofAllFacts, ofNorth},
		},
		{
			name: "the title of a document that another cites", edit: replace("south/_index.zh.md", "南部", "南方"),
			anew: [][]string{ofAllWords, ofAllFacts, ofSouth}, other: []string{
				"data/v1/measures/north/plan/m01.json", "data/v1/documents/north.json", "data/zh/documents/north.*",
			},
		},
		{
			name: "the name of a department that one document names", edit: replace("departments/water.zh.md", "水利厅", "水务厅"),
			anew: [][]string{ofAllWords, ofAllFacts, ofSouth},
		},
		{
			name: "what a department does", edit: replace("departments/tax.zh.md", "负责税收", "负责征税"),
			anew: [][]string{ofAllWords}, other: []string{
				"zh/departments/tax.html", "data/v1/departments/tax.json", "data/zh/departments/tax.*",
			},
		},
		{
			name: "a document that comes beside the only one", edit: remove("south"), // the other way round
			anew: [][]string{ofAllWords, ofAllFacts, ofNorth, ofSouth},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := project(t)
			c.edit(t, files)
			after := sums(t, files, "", noSize)
			patterns := slices.Concat(append(c.anew, c.other)...)
			var want []string
			for name := range before {
				if matches(name, patterns) {
					want = append(want, name)
				}
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, changed(before, after)); diff != "" {
				t.Errorf("made anew (-want +got):\n%s", diff)
			}
			for _, p := range patterns {
				if !slices.ContainsFunc(want, func(name string) bool { return matches(name, []string{p}) }) {
					t.Errorf("%s stands for no file", p)
				}
			}
		})
	}
}

func matches(name string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		if folder, ok := strings.CutSuffix(p, "**"); ok {
			return strings.HasPrefix(name, folder)
		}
		ok, err := path.Match(p, name)
		return ok && err == nil
	})
}

// Program, options, configuration, layouts, assets and the day are in the
// setting: another one makes everything anew.
func TestSetting(t *testing.T) {
	before := sums(t, project(t), "", noSize)
	after := sums(t, project(t), "another", noSize)
	if diff := cmp.Diff(slices.Sorted(maps.Keys(before)), changed(before, after)); diff != "" {
		t.Errorf("made anew (-want +got):\n%s", diff)
	}
}

// Pages tell how large the files are that they link to, and are made anew where
// that changes: the page of the thing, and the list of all files.
func TestSizes(t *testing.T) {
	const measure = "data/v1/measures/north/plan/m01.json"
	before := sums(t, project(t), "", noSize)
	after := sums(t, project(t), "", func(name string) int {
		if name == measure {
			return 1
		}
		return 0
	})
	want := []string{"zh/data.html", "zh/north/plan/m01.html"}
	if diff := cmp.Diff(want, changed(before, after)); diff != "" {
		t.Errorf("made anew (-want +got):\n%s", diff)
	}
}

// The title of a document touches the page of a measure that cites it, where
// that has asked.
func TestCited(t *testing.T) {
	const page = "zh/north/plan/m01.html"
	others := func(files fstest.MapFS) cache.Sum {
		s := load(t, files)
		return New(s, cache.Sum{}).Others(s.Page(page))
	}
	files := project(t)
	replace("south/_index.zh.md", "南部", "南方")(t, files)
	if others(project(t)) == others(files) {
		t.Error("the title of a document that is cited does not change the sum")
	}
}

// A measure that is like one of another document touches the page that shows
// it, where that has asked, and no other sum of that document.
func TestRelated(t *testing.T) {
	const page = "zh/north/plan/m02.html"
	related := func(files fstest.MapFS) cache.Sum {
		s := load(t, files)
		return New(s, cache.Sum{}).Others(s.Page(page))
	}
	s := load(t, project(t))
	if like := s.Page(page).Measure.Related(); len(like) == 0 || like[0].Measure.ID != "south/plan/m02" {
		t.Fatalf("want south/plan/m02 first among what is related, have %d", len(like))
	}
	files := project(t)
	replace("south/plan/m02.zh.md", "减收费用", "降低费用")(t, files)
	before, again, after := related(project(t)), related(project(t)), related(files)
	if before != again {
		t.Error("the same gives another sum")
	}
	if before == after {
		t.Error("the title of a related measure does not change the sum")
	}
	if slices.Contains(changed(sums(t, project(t), "", noSize), sums(t, files, "", noSize)), page) {
		t.Error("the page is made anew, whether it shows related measures or not")
	}
}

// Lists of parts that would read alike when joined have different sums.
func TestDigestTellsPartsApart(t *testing.T) {
	sum := func(parts ...string) cache.Sum {
		var d digest
		for _, p := range parts {
			d.text(p)
		}
		return d.end()
	}
	for _, c := range [][2][]string{{{"ab", "c"}, {"a", "bc"}}, {{"", "a"}, {"a", ""}}, {{"a"}, {"a", ""}}} {
		if sum(c[0]...) == sum(c[1]...) {
			t.Errorf("%q and %q have one sum", c[0], c[1])
		}
	}
}
