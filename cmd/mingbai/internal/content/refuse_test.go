package content

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A file that a person saves while import is running is not overwritten.
func TestSavedMeanwhile(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	root, err := os.OpenRoot(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for name, s := range map[string]step{
		"changed": {path: m01zh, old: []byte("before"), new: []byte("generated")},
		"new":     {path: m01zh, old: nil, new: []byte("generated")},
		"gone":    {path: samplePlan + "m77.zh.md", old: []byte("before"), new: []byte("generated")},
		"removal": {path: m01zh, old: []byte("before"), new: nil},
	} {
		want := p.files()
		if err := s.apply(root); err == nil || !strings.Contains(err.Error(), "changed while import was running") {
			t.Errorf("%s: error %v", name, err)
		}
		if diff := cmp.Diff(want, p.files()); diff != "" {
			t.Errorf("%s: files changed:\n%s", name, diff)
		}
	}
}

// Import writes through no link, and nothing at all where one is in the way.
func TestImportFollowsNoLink(t *testing.T) {
	outside := t.TempDir()
	for name, link := range map[string]string{
		"file":       m01zh,
		"folder":     strings.TrimSuffix(samplePlan, "/"),
		"document":   "yunnan-2022-ten",
		"department": "departments",
		"offer":      m01zh + ".new",
	} {
		t.Run(name, func(t *testing.T) {
			p := newProject(t)
			in := sampleImport()
			if name == "offer" {
				p.imports(in)
				p.edit(m01zh, "加快退税：留抵", "尽快退税")
				in = later(retitle("从快退税"))
			}
			if err := os.MkdirAll(filepath.Dir(p.path(link)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(outside, p.path(link)); err != nil {
				t.Fatal(err)
			}
			before := p.listing()
			_, _, err := ImportDocument(t.Context(), p.dir, in)
			if err == nil || !strings.Contains(err.Error(), "hint:") || strings.Contains(err.Error(), p.dir) {
				t.Errorf("error %v", err)
			}
			if diff := cmp.Diff(before, p.listing()); diff != "" {
				t.Errorf("files changed:\n%s", diff)
			}
			if entries, _ := os.ReadDir(outside); len(entries) > 0 {
				t.Errorf("written outside: %v", entries)
			}
		})
	}
}

// listing names everything in the project, links among it.
func (p *project) listing() []string {
	var out []string
	_ = filepath.WalkDir(p.dir, func(name string, e fs.DirEntry, err error) error {
		out = append(out, name)
		return err
	})
	return out
}

func TestImportErrors(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Import)
		want   string
	}{
		"slug leaves the folder": {func(in *Import) { in.Document.Slug = "../x" }, `the slug "../x" cannot name a folder`},
		"slug of departments":    {func(in *Import) { in.Document.Slug = "departments" }, "cannot name a folder"},
		"action leaves":          {func(in *Import) { in.Document.Plans[0].Action.Slug = "../a" }, "cannot be part of an address"},
		"plan elsewhere":         {func(in *Import) { in.Document.Plans[0].ID = "other/plan" }, "does not begin with that of the page it belongs to"},
		"measure twice":          {func(in *Import) { m := in.Document.Plans[0].Measures; m[1].ID = m[0].ID }, "the id comes twice"},
		"measure's file":         {func(in *Import) { in.Document.Plans[0].Measures[0].Slug = "a/b" }, "cannot name a file"},
		"department":             {func(in *Import) { in.Departments[0].ID = ".." }, "cannot be part of an address"},
		"lines not UTF-8":        {func(in *Import) { in.Lines[0] = "\xff" }, "not UTF-8"},
		"another document there": {func(in *Import) {
			in.Document.ID = "guizhou-2023"
			in.Document.Plans = nil
		}, `content/yunnan-2022-ten holds the document "yunnan-2022"`},
	} {
		p := newProject(t)
		p.imports(sampleImport())
		want := p.files()
		in := sampleImport()
		c.change(&in)
		_, _, err := ImportDocument(t.Context(), p.dir, in)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
		if diff := cmp.Diff(want, p.files()); diff != "" {
			t.Errorf("%s: files changed:\n%s", name, diff)
		}
	}
}

// What is in the way is found before anything is written.
func TestImportObstacle(t *testing.T) {
	for name, obstacle := range map[string]string{
		"folder": m01zh + "/x",
		"file":   "yunnan-2022-ten/02-tax-and-fee-reduction",
	} {
		p := newProject(t)
		p.write(obstacle, "in the way")
		want := p.files()
		_, _, err := ImportDocument(t.Context(), p.dir, sampleImport())
		if err == nil || !strings.Contains(err.Error(), "content/yunnan-2022-ten/02-") || strings.Contains(err.Error(), p.dir) {
			t.Errorf("%s: error %v", name, err)
		}
		if diff := cmp.Diff(want, p.files()); diff != "" {
			t.Errorf("%s: files changed:\n%s", name, diff)
		}
	}
}

// A file that cannot be put in its place leaves nothing half behind.
func TestReplaceFails(t *testing.T) {
	p := newProject(t)
	p.write("m01.zh.md/x", "in the way")
	want := p.files()
	root, err := os.OpenRoot(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, name := range []string{"m01.zh.md", "site.yaml/m01.zh.md", "../m01.zh.md"} {
		if err := replace(root, name, []byte("new"), true); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if diff := cmp.Diff(want, p.files()); diff != "" {
		t.Errorf("files changed:\n%s", diff)
	}
}

func TestImportStops(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	want := p.files()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := ImportDocument(ctx, p.dir, later(retitle("从快退税"))); err == nil {
		t.Error("no error after the context was stopped")
	}
	if diff := cmp.Diff(want, p.files()); diff != "" {
		t.Errorf("files changed:\n%s", diff)
	}
}

func TestImportTooLarge(t *testing.T) {
	p := newProject(t)
	p.write(m01zh, strings.Repeat("x", maxPage+1))
	_, _, err := ImportDocument(t.Context(), p.dir, sampleImport())
	if err == nil || !strings.Contains(err.Error(), "content/"+m01zh+": larger than") || p.has(m02zh) {
		t.Errorf("error %v", err)
	}
}
