package export

import (
	"flag"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

// project is the site of testdata/site.txtar; change may alter its files.
func project(t testing.TB, change func(fstest.MapFS)) *site.Site {
	t.Helper()
	a, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
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

// configured replaces a line of the configuration.
func configured(t testing.TB, old, with string) func(fstest.MapFS) {
	return func(files fstest.MapFS) {
		config := string(files["site.yaml"].Data)
		if !strings.Contains(config, old) {
			t.Fatalf("site.yaml does not hold %q", old)
		}
		files["site.yaml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(config, old, with))}
	}
}

// made is the files of a site.
func made(t testing.TB, s *site.Site) map[string][]byte {
	t.Helper()
	files, err := Files(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return files
}
