package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	siteA = site(
		"assets/site-a.css", "a",
		"assets/logo.svg", "<svg/>",
		"zh/index.html", "<p>甲",
		"zh/plan/index.html", "<p>方案",
		"zh/old.html", "<p>旧",
		"index.html", "<p>首页",
		"sitemap.xml", "<a/>",
	)
	siteB = site(
		"assets/site-b.css", "b",
		"assets/logo.svg", "<svg/>",
		"zh/index.html", "<p>乙",
		"zh/plan/index.html", "<p>方案",
		"zh/new/index.html", "<p>新",
		"index.html", "<p>首页",
		"sitemap.xml", "<b/>",
	)
)

func TestApplyBringsATargetUpToDate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "www", "site")
	c := mustApply(t, dir, siteA)
	if len(c.Added) != len(siteA) || len(c.Changed)+len(c.Removed)+c.Unchanged != 0 {
		t.Errorf("first publish: %+v", c)
	}
	wantTree(t, dir, siteA)

	write(t, dir, "other/index.php", "not ours")
	c = mustApply(t, dir, siteB)
	want := Changes{
		Added:     []string{"assets/site-b.css", "zh/new/index.html"},
		Changed:   []string{"sitemap.xml", "zh/index.html"},
		Removed:   []string{"assets/site-a.css", "zh/old.html"},
		Unchanged: 3,
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
	wantTree(t, dir, siteB, "other/index.php")

	if c = mustApply(t, dir, siteB); !c.None() || c.Unchanged != len(siteB) {
		t.Errorf("publishing the same again: %+v", c)
	}
}

// A file that stays the same is not written: its time does not change, so
// that browsers and caches keep it.
func TestApplyLeavesUnchangedFilesAlone(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, siteA)
	same := filepath.Join(dir, "assets/logo.svg")
	before, err := os.Stat(same)
	if err != nil {
		t.Fatal(err)
	}
	mustApply(t, dir, siteB)
	after, err := os.Stat(same)
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("an unchanged file was written anew")
	}
}

func TestPlanChangesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not-there-yet")
	c, err := Plan(t.Context(), siteA, openFolder(t, dir), Options{})
	if err != nil || len(c.Added) != len(siteA) {
		t.Errorf("plan for a new folder: %+v, %v", c, err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("planning made the folder")
	}
	mustApply(t, dir, siteA)
	before := tree(t, dir)
	planned, err := Plan(t.Context(), siteB, openFolder(t, dir), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Error("planning changed the target:", diff)
	}
	done := mustApply(t, dir, siteB)
	if diff := cmp.Diff(planned, done); diff != "" {
		t.Error("what was done is not what was planned:", diff)
	}
}

// recorder notes in which order a target is changed.
type recorder struct {
	Target
	log []string
}

func (r *recorder) Commit(ctx context.Context, name string) error {
	r.log = append(r.log, "write "+name)
	return r.Target.Commit(ctx, name)
}

func (r *recorder) Remove(ctx context.Context, name string) error {
	r.log = append(r.log, "remove "+name)
	return r.Target.Remove(ctx, name)
}

func TestApplyOrder(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, siteA)
	r := &recorder{Target: openFolder(t, dir)}
	next := site(
		"assets/site-b.css", "b",
		"data/measures.json", "{}",
		"zh/index.html", "<p>乙",
		"zh/new/m01.html", "<p>新",
		"index.html", "<p>新首页",
		"robots.txt", "",
		"sitemap.xml", "<b/>",
	)
	if _, err := Apply(t.Context(), next, r, Options{}); err != nil {
		t.Fatal(err)
	}
	want := `write .mingbai-journal.json
write assets/site-b.css
write data/measures.json
write zh/new/m01.html
write zh/index.html
write index.html
write robots.txt
write sitemap.xml
remove zh/old.html
remove zh/plan/index.html
remove assets/logo.svg
remove assets/site-a.css
write .mingbai-manifest.json
remove .mingbai-journal.json`
	if diff := cmp.Diff(strings.Split(want, "\n"), r.log); diff != "" {
		t.Error(diff)
	}
}

// What stands in the target is judged by what mingbai is known to have put
// there, never by its name alone.
func TestApplyAndWhatOthersDid(t *testing.T) {
	for _, test := range []struct {
		name     string
		change   func(t *testing.T, dir string) // after siteA was published
		force    bool
		code     string // of the error
		findings string
		extra    []string // files that stay beside siteB
	}{
		{name: "a changed page is overwritten, and said",
			change:   func(t *testing.T, dir string) { write(t, dir, "zh/index.html", "<p>篡改") },
			findings: "U304"},
		{name: "a changed page that the new site does not change is put right",
			change:   func(t *testing.T, dir string) { write(t, dir, "zh/plan/index.html", "<p>篡改") },
			findings: "U304"},
		{name: "a deleted page comes back",
			change: func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "zh/plan/index.html")) }},
		{name: "a stale page that was changed stays, and is said",
			change:   func(t *testing.T, dir string) { write(t, dir, "zh/old.html", "<p>本页已迁移") },
			findings: "U305", extra: []string{"zh/old.html"}},
		{name: "a stale page that was deleted is no matter",
			change: func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "zh/old.html")) }},
		{name: "a foreign file at a page's place is refused",
			change: func(t *testing.T, dir string) { write(t, dir, "zh/new/index.html", "<p>他人") },
			code:   "U105", findings: "U105"},
		{name: "unless the user insists",
			change: func(t *testing.T, dir string) { write(t, dir, "zh/new/index.html", "<p>他人") },
			force:  true},
		{name: "a foreign file with the very same bytes is adopted",
			change: func(t *testing.T, dir string) { write(t, dir, "zh/new/index.html", "<p>新") }},
		{name: "a folder at a file's place is refused even so",
			change: func(t *testing.T, dir string) { write(t, dir, "assets/site-b.css/x", "x") },
			force:  true, code: "U110", findings: "U110"},
		{name: "a file at a folder's place is refused",
			change: func(t *testing.T, dir string) { write(t, dir, "zh/new", "x") },
			code:   "U110", findings: "U110"},
		{name: "a link at a page's place is refused",
			change: func(t *testing.T, dir string) { link(t, "../other.css", dir+"/assets/site-b.css") },
			code:   "U109", findings: "U109"},
		{name: "or replaced if the user insists",
			change: func(t *testing.T, dir string) { link(t, "../other.css", dir+"/assets/site-b.css") },
			force:  true},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			mustApply(t, dir, siteA)
			test.change(t, dir)
			before := tree(t, dir)
			c, err := apply(t, dir, siteB, Options{Force: test.force})
			if codes(c) != test.findings {
				t.Errorf("findings %q, want %q", codes(c), test.findings)
			}
			if test.code != "" {
				if code(err) != test.code {
					t.Errorf("error %v, want %s", err, test.code)
				}
				if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
					t.Error("a refused publish changed the target:", diff)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			wantTree(t, dir, siteB, test.extra...)
		})
	}
}

func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Fatal(err)
	}
}

func TestApplyRefusesAFilledFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "index.php", "<?php")
	_, err := apply(t, dir, siteA, Options{})
	if code(err) != "U104" || !strings.Contains(err.Error(), `"index.php"`) {
		t.Errorf("error %v, want U104 that names the file", err)
	}
	if got := tree(t, dir); len(got) != 1 {
		t.Errorf("a refused publish left %q", got)
	}
	if _, err := apply(t, dir, siteA, Options{Force: true}); err != nil {
		t.Fatal(err)
	}
	wantTree(t, dir, siteA, "index.php")
}

func TestApplyTakesAFreshFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ".gitkeep", "")
	if err := os.Mkdir(filepath.Join(dir, "lost+found"), 0o700); err != nil {
		t.Fatal(err)
	}
	mustApply(t, dir, siteA)
	wantTree(t, dir, siteA, ".gitkeep")
}

// A name may turn from a file into a folder and back: the stale file makes way.
func TestApplyWhereAFileBecomesAFolder(t *testing.T) {
	dir := t.TempDir()
	asFile := site("index.html", "x", "zh", "a file")
	asFolder := site("index.html", "x", "zh/index.html", "a folder", "zh/a/b.html", "deep")
	for _, files := range []map[string][]byte{asFile, asFolder, asFile} {
		mustApply(t, dir, files)
		wantTree(t, dir, files)
	}
}

// The same where somebody deleted the stale files meanwhile.
func TestApplyWhereADeletedFileBecomesAFolder(t *testing.T) {
	asFile := site("index.html", "x", "zh", "a file")
	asFolder := site("index.html", "x", "zh/index.html", "a folder")
	for _, test := range [][2]map[string][]byte{{asFile, asFolder}, {asFolder, asFile}} {
		dir := t.TempDir()
		mustApply(t, dir, test[0])
		if err := os.RemoveAll(filepath.Join(dir, "zh")); err != nil {
			t.Fatal(err)
		}
		mustApply(t, dir, test[1])
		wantTree(t, dir, test[1])
	}
}

func TestRemovedFoldersLeaveNothing(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, site("index.html", "x", "zh/a/b/c.html", "x"))
	mustApply(t, dir, site("index.html", "x"))
	if empty := emptyDirs(t, dir); len(empty) > 0 {
		t.Errorf("empty folders stay: %q", empty)
	}
}

func TestApplyRefusesBadFiles(t *testing.T) {
	for _, test := range []struct {
		files map[string][]byte
		code  string
	}{
		{nil, "U107"},
		{site("../index.html", ""), "U106"},
		{site("/etc/passwd", ""), "U106"},
		{site("zh//index.html", ""), "U106"},
		{site("zh/./index.html", ""), "U106"},
		{site(".", ""), "U106"},
		{site("", ""), "U106"},
		{site(`zh\index.html`, ""), "U106"},
		{site("zh/a\nb.html", ""), "U106"},
		{site("zh/\xff.html", ""), "U106"},
		{site(ManifestName, "{}"), "U106"},
		{site("zh/.mingbai-x/index.html", "{}"), "U106"},
		{site("zh", "", "zh/index.html", ""), "U106"},
	} {
		dir := filepath.Join(t.TempDir(), "site")
		_, err := apply(t, dir, test.files, Options{})
		if code(err) != test.code {
			t.Errorf("%q: error %v, want %s", test.files, err, test.code)
		}
		if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%q: refused, but the folder was made", test.files)
		}
		if err := Swap(t.Context(), dir, test.files); code(err) != test.code {
			t.Errorf("swap %q: error %v, want %s", test.files, err, test.code)
		}
	}
}

func TestApplyStopsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, siteA)
	ctx, cancel := context.WithCancel(t.Context())
	stop := Options{Progress: func(done, total int) { cancel() }}
	_, err := Apply(ctx, bigSite("b", 200), openFolder(t, dir), stop)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	wantTree(t, dir, siteA)
	if empty := emptyDirs(t, dir); len(empty) > 0 {
		t.Errorf("a stopped publish leaves folders: %q", empty)
	}
}

func TestProgress(t *testing.T) {
	var seen []int
	opts := Options{Progress: func(done, total int) {
		if total != len(siteA) {
			t.Errorf("total %d, want %d", total, len(siteA))
		}
		seen = append(seen, done)
	}}
	if _, err := apply(t, t.TempDir(), siteA, opts); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(seen, []int{1, 2, 3, 4, 5, 6, 7}) {
		t.Errorf("progress %v", seen)
	}
}
