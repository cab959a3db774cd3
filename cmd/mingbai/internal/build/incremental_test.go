package build

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/publish"
	"mingbai/layouts"
)

var (
	edits = flag.Int("edits", 40, "how many edits TestIncrementalBuildIsRight makes")
	seed  = flag.Uint64("seed", 1, "of the random edits of TestIncrementalBuildIsRight")
	large = flag.String("project", "", "folder of a project to edit a copy of, in place of a small one")
)

// Whatever people do to a project, in whatever order, a build that takes over
// what stands gives the bytes and the findings of one that makes everything.
func TestIncrementalBuildIsRight(t *testing.T) {
	h := newHistory(t, *seed)
	h.run(*edits)
	if h.reused == 0 || h.failed == 0 {
		t.Errorf("%d files were taken over and %d builds refused: the test looks at neither", h.reused, h.failed)
	}
}

// So does a build of a site that shows the words of a document with that document
// alone: after many edits it looks at no other.
func TestBuildOfAPartIsRight(t *testing.T) {
	h := newHistory(t, *seed)
	h.makeSimple()
	h.run(*edits)
	if h.partly < *edits/10 || h.partly == h.edited {
		t.Errorf("after %d of %d edits a part was looked at: want many, and not all", h.partly, h.edited)
	}
}

// A build that another one overtakes, after it has looked and before it writes,
// leaves nothing of what it knew: the next one finds what a full build finds.
func TestOvertakenBuild(t *testing.T) {
	h := newHistory(t, *seed)
	h.makeSimple()
	h.build("nothing yet")
	h.settle()
	picture := func(name string) {
		h.change(filepath.Join(h.o.Root, "content", name, "1-plan", "m01.zh.md"), func(s string) string { return s + "\n![](https://example.com/a.png)\n" })
	}
	picture("small-shops-2025")
	p, err := open(h.o)
	h.try(err)
	defer p.close()
	slow := &building{o: h.o, p: p, store: cache.NewStore(p.root), public: filepath.Join(h.o.Root, publicDir)}
	h.try(slow.look(h.Context()))
	overtaken := false
	out := &folder{begin: sync.OnceValues(func() (*publish.Output, error) {
		overtaken = true
		picture("small-shops-2026")
		_, err := Build(h.Context(), h.o)
		h.try(err)
		return slow.begin()
	})}
	every := everywhere(slow.inputs)
	_, done, err := slow.partly(h.Context(), cache.SumOf(slices.Concat(slow.setting[:], every[:])), out)
	h.try(err)
	h.try(out.close())
	if !overtaken || done {
		t.Errorf("overtaken %t, carried out %t", overtaken, done)
	}
	h.build("after both")
	picture("small-shops-2027")
	h.build("and later")
}

// What was found in the content and what was found on pages stay apart, however
// many there are of either: a finding that is mended is gone.
func TestMendedFindingIsGone(t *testing.T) {
	h := newHistory(t, *seed)
	h.makeSimple()
	page := filepath.Join(h.o.Root, "content", "small-shops-2024", "1-plan", "m01.zh.md")
	good := h.first[page]
	for n := range 8 {
		for i := range 20 {
			h.write(filepath.Join(h.o.Root, "content", "small-shops-2028", fmt.Sprintf("unknown-%d-%d.txt", n, i)), "x")
		}
		h.write(page, good+"\n![](https://example.com/a.png)\n")
		h.build(fmt.Sprint(20*n+20, " unknown files and a picture"))
		h.settle()
		h.write(page, good)
		h.build("without the picture")
	}
	if h.partly == 0 {
		t.Error("no build of a part")
	}
}

// settle lets a build trust the times of what has just been written.
func (h *history) settle() {
	time.Sleep(300 * time.Millisecond)
	_, err := Build(h.Context(), h.o)
	h.try(err)
}

// run makes edits and builds after each.
func (h *history) run(edits int) {
	h.build("nothing yet")
	for n := range edits {
		what := h.edit()
		h.build(what)
		if h.Failed() {
			h.Fatalf("after edit %d of seed %d", n+1, *seed)
		}
	}
	h.Logf("%d files taken over, %d written, %d builds refused, %d of a part", h.reused, h.written, h.failed, h.partly)
}

// history is a project that random edits are made to.
type history struct {
	*testing.T
	rand   *rand.Rand
	o      Options
	first  map[string]string // the project as it was
	good   map[string]string // the same at the last build that was not refused
	public map[string]os.FileInfo
	mine   map[string]bool // files of the user's in public/

	refused bool // the last build

	simple bool // see makeSimple

	reused, written, failed, edited, partly int
}

func newHistory(t *testing.T, seed uint64) *history {
	root := filepath.Join(t.TempDir(), "site")
	h := &history{T: t, rand: rand.New(rand.NewPCG(seed, 1)), o: Options{Root: root}}
	if *large != "" {
		for _, name := range []string{"content", "seeds"} {
			h.try(os.CopyFS(filepath.Join(root, name), os.DirFS(filepath.Join(*large, name))))
		}
	} else {
		h.o.Root = newProject(t)
		_, err := Import(t.Context(), h.o)
		h.try(err)
	}
	h.copyDocument("small-shops-2025", "small-shops-2026")
	h.first = h.project()
	h.good = h.first
	return h
}

// makeSimple leaves out all that shows words of several documents: the search,
// files for programs, measures that are like another.
func (h *history) makeSimple() {
	h.simple = true
	h.copyDocument("small-shops-2027", "small-shops-2028")
	h.change(filepath.Join(h.o.Root, "content", "site.yaml"), func(s string) string { return s + "\nomit: [search, data]\n" })
	data, err := layouts.FS.ReadFile("measure.html")
	h.try(err)
	others := regexp.MustCompile(`(?m)^.*\.Data\.(Cited|Related).*$|{{with \.Data\.Size}}.*?{{end}}`)
	if len(others.FindAll(data, -1)) != 3 {
		h.Fatal("want three places of measure.html that look at other documents")
	}
	h.write(filepath.Join(h.o.Root, "layouts", "measure.html"), others.ReplaceAllString(string(data), ""))
	h.first = h.project()
	h.good = h.first
}

// copyDocument makes more documents of the first: near copies, which pages of
// one show of the other.
func (h *history) copyDocument(ids ...string) {
	folders, err := filepath.Glob(filepath.Join(h.o.Root, "content", "*", "source.txt"))
	if err != nil || len(folders) == 0 {
		h.Fatal("no document ", err)
	}
	from := filepath.Dir(folders[0])
	old := frontID(h.T, filepath.Join(from, "_index.zh.md"))
	for _, id := range ids {
		to := filepath.Join(filepath.Dir(from), id)
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			h.Fatal(err)
		}
		for name := range readTree(h.T, to) {
			if strings.HasSuffix(name, ".md") {
				h.change(name, strings.NewReplacer("id: "+old, "id: "+id, "parent: "+old, "parent: "+id).Replace)
			}
		}
	}
}

func frontID(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if id, ok := strings.CutPrefix(line, "id: "); ok {
			return strings.TrimSpace(id)
		}
	}
	t.Fatal(name, ": no id")
	return ""
}

func (h *history) change(name string, change func(string) string) {
	data, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, []byte(change(string(data))), 0o644)
	}
	if err != nil {
		h.Fatal(err)
	}
}

// project is all files that people edit, by path below the project.
func (h *history) project() map[string]string {
	files := map[string]string{}
	for _, dir := range []string{"content", "seeds", "layouts", "assets"} {
		dir = filepath.Join(h.o.Root, dir)
		if _, err := os.Stat(dir); err == nil {
			maps.Copy(files, readTree(h.T, dir))
		}
	}
	return files
}

// build builds what stands, and everything in memory, and holds the two against
// each other.
func (h *history) build(what string) {
	h.Helper()
	before := h.publicFiles()
	want, err := Site(h.Context(), h.o)
	if err != nil {
		h.Fatal(what, ": ", err)
	}
	o := h.o
	o.Stats = &Stats{}
	got, err := Build(h.Context(), o)
	if err != nil {
		h.Fatal(what, ": ", err)
	}
	if c := o.Stats.Costs(); c.Documents > 0 {
		h.edited++
		if c.Loaded < c.Documents {
			h.partly++
		}
	}
	if diff := cmp.Diff(want.Findings, got.Findings); diff != "" {
		h.Errorf("%s: other findings (-full +incremental):\n%s", what, diff)
	}
	if h.refused = diag.HasErrors(want.Findings); h.refused {
		h.failed++
		if diff := cmp.Diff(before, h.publicFiles()); diff != "" {
			h.Errorf("%s: the build was refused, and public/ changed:\n%s", what, diff)
		}
		return
	}
	h.compare(what, want.Files)
	h.good = h.project()
}

func (h *history) compare(what string, want map[string][]byte) {
	h.Helper()
	got := h.publicFiles()
	delete(got, publish.ManifestName)
	h.wantMine(what, got)
	for name, data := range want {
		if got[name] != string(data) {
			h.Errorf("%s: %s differs from that of a full build", what, name)
		}
		delete(got, name)
	}
	if len(got) > 0 {
		h.Errorf("%s: left behind: %q", what, slices.Sorted(maps.Keys(got)))
	}
	now := map[string]os.FileInfo{}
	for name := range want {
		info, err := os.Stat(filepath.Join(h.o.Root, "public", name))
		if err != nil {
			h.Fatal(err)
		}
		now[name] = info
		if old := h.public[name]; old != nil && os.SameFile(old, info) {
			h.reused++
		} else {
			h.written++
		}
	}
	h.public = now
}

func (h *history) publicFiles() map[string]string {
	files, dir := map[string]string{}, filepath.Join(h.o.Root, "public")
	if _, err := os.Stat(dir); err != nil {
		return files
	}
	for name, data := range readTree(h.T, dir) {
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			h.Fatal(err)
		}
		files[filepath.ToSlash(rel)] = data
	}
	return files
}
