package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/diag"
)

// newProject is a copy of the project that the tests of the command use.
func newProject(t *testing.T) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(root, os.DirFS(filepath.Join("..", "..", "testdata", "project"))); err != nil {
		t.Fatal(err)
	}
	return root
}

func edit(t *testing.T, name, old, new string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.ReplaceAll(string(data), old, new)
	if changed == string(data) {
		t.Fatalf("%s: no %q", name, old)
	}
	if err := os.WriteFile(name, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A document that cannot be imported is shown as findings until it is mended;
// a conflict until a person has decided it in content/.
func TestPreviewImportsUntilAllIsWell(t *testing.T) {
	root := newProject(t)
	v, err := NewPreview(Options{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	rebuild := func(wantErrors bool) {
		t.Helper()
		files, findings, err := v.Rebuild(t.Context(), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if diag.HasErrors(findings) != wantErrors || !wantErrors && len(files) == 0 {
			t.Fatalf("%d files, findings %v", len(files), findings)
		}
	}
	seed := filepath.Join(root, "seeds", "small-shops-2024.txt")
	page := filepath.Join(root, "content", "small-shops-2024", "1-plan", "m01.zh.md")
	empty := filepath.Join(root, "seeds", "empty.txt")

	rebuild(false)
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	rebuild(true)
	rebuild(true)
	if err := os.Remove(empty); err != nil {
		t.Fatal(err)
	}
	rebuild(false)

	edit(t, page, "每户不超过2万元", "每户最多2万元")
	rebuild(false)
	edit(t, seed, "每户不超过2万元", "每户不超过3万元")
	rebuild(true)
	rebuild(true)
	if err := os.Remove(page + ".new"); err != nil {
		t.Fatal(err)
	}
	rebuild(false)
}

// Without a change in seeds/ the documents are not read again: a page that is
// corrected by hand builds without the reader.
func TestPreviewReadsDocumentsOnlyWhenTheyChange(t *testing.T) {
	root := newProject(t)
	var read int
	v, err := NewPreview(Options{Root: root, Progress: func(s Step) {
		if s.Stage == Reading {
			read++
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, _, err := v.Rebuild(t.Context(), nil, nil); err != nil {
			t.Fatal(err)
		}
	}
	if read != 1 {
		t.Errorf("documents were read %d times, want once", read)
	}
	edit(t, filepath.Join(root, "seeds", "small-shops-2024.txt"), "简化", "进一步简化")
	if _, _, err := v.Rebuild(t.Context(), nil, nil); err != nil {
		t.Fatal(err)
	}
	if read != 2 {
		t.Errorf("documents were read %d times after a change, want twice", read)
	}
	// A change that leaves the length and the time of the file is one, too.
	seed := filepath.Join(root, "seeds", "small-shops-2024.txt")
	before, err := os.Stat(seed)
	if err != nil {
		t.Fatal(err)
	}
	edit(t, seed, "进一步简化", "进一步优化")
	if err := os.Chtimes(seed, before.ModTime(), before.ModTime()); err != nil {
		t.Fatal(err)
	}
	if _, _, err := v.Rebuild(t.Context(), nil, nil); err != nil {
		t.Fatal(err)
	}
	if read != 3 {
		t.Errorf("documents were read %d times after another, want three times", read)
	}
}

func TestPreviewSource(t *testing.T) {
	v, err := NewPreview(Options{Root: newProject(t)})
	if err != nil {
		t.Fatal(err)
	}
	if data, err := v.Source("content/site.yaml"); err != nil || !strings.Contains(string(data), "青禾政策网") {
		t.Errorf("content/site.yaml: %q, %v", data, err)
	}
	if _, err := v.Source("../secret"); err == nil {
		t.Error("read a file outside the project")
	}
}

// A project that keeps no documents has nothing to import: what people wrote by
// hand is shown as it stands, and stays as it is.
func TestPreviewWithoutDocuments(t *testing.T) {
	root := newProject(t)
	if _, err := Import(t.Context(), Options{Root: root}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"seeds", "content/small-shops-2024/.base.txtar", "content/departments/.base.txtar"} {
		if err := os.RemoveAll(filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	edit(t, filepath.Join(root, "content", "departments", "city-tax.zh.md"), "kind: ", "kind:   ")
	before := readTree(t, filepath.Join(root, "content"))
	v, err := NewPreview(Options{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	files, findings, err := v.Rebuild(t.Context(), nil, nil)
	if err != nil || diag.HasErrors(findings) || len(files) == 0 {
		t.Fatalf("%d files, findings %v, %v", len(files), findings, err)
	}
	if diff := cmp.Diff(before, readTree(t, filepath.Join(root, "content"))); diff != "" {
		t.Error("the content changed:\n", diff)
	}
}
