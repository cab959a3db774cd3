package render

import (
	"context"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
)

// archive reads testdata/site.txtar.
func archive(t testing.TB) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// project is the content of the archive; change may spoil it.
func project(t testing.TB, change func(fstest.MapFS)) *site.Site {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive(t).Files {
		if name, ok := strings.CutPrefix(f.Name, "content/"); ok {
			files[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	if change != nil {
		change(files)
	}
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

// replaced is a file of the project with old replaced by with.
func replaced(t testing.TB, files fstest.MapFS, name, old, with string) {
	t.Helper()
	f := files[name]
	if f == nil || !strings.Contains(string(f.Data), old) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(f.Data), old, with))}
}

// rendered is the site as files, without any finding.
func rendered(t testing.TB, s *site.Site) map[string][]byte {
	t.Helper()
	files, findings, err := Render(t.Context(), s, layouts.FS, assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return files
}

// overlay is an embedded file system with some files of one's own.
func overlay(t testing.TB, lower fs.FS, own map[string]string) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	err := fs.WalkDir(lower, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(lower, name)
		all[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range own {
		all[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return all
}

// cancelled is a context that was stopped.
func cancelled() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

// writeFile writes a file of testdata.
func writeFile(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// rendererOf is New, without what it is wrapped in.
func rendererOf(s *site.Site, layouts, assets fs.FS) (*renderer, []diag.Finding, error) {
	r, findings, err := New(s, layouts, assets)
	if err != nil {
		return nil, nil, err
	}
	return r.renderer, findings, nil
}
