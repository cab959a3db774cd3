package multiply

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/diag"
)

// The project of the tests of the command, imported and multiplied, builds as it
// did: without an error, with every document's pages so many times.
func TestProject(t *testing.T) {
	from := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(from, os.DirFS("../../../testdata/project")); err != nil {
		t.Fatal(err)
	}
	if _, err := build.Import(t.Context(), build.Options{Root: from}); err != nil {
		t.Fatal(err)
	}
	once, thrice := builtTimes(t, from, 1), builtTimes(t, from, 3)
	own := 0
	for name := range once {
		if strings.HasPrefix(name, "zh/small-shops-2024/") {
			own++
			for _, suffix := range []string{"-002", "-003"} {
				copied := strings.Replace(name, "2024/", "2024"+suffix+"/", 1)
				if _, ok := thrice[copied]; !ok {
					t.Errorf("%s is missing", copied)
				}
			}
		}
	}
	if own == 0 {
		t.Error("the project has no page of a document")
	}
	const page = "zh/small-shops-2024-002/index.html"
	if text := string(thrice[page]); !strings.Contains(text, "2025年") || strings.Contains(text, "2024年") {
		t.Errorf("%s is not of another year", page)
	}
}

func builtTimes(t *testing.T, from string, times int) map[string][]byte {
	t.Helper()
	to := filepath.Join(t.TempDir(), "many")
	if err := Project(from, to, times); err != nil {
		t.Fatal(err)
	}
	r, err := build.Site(t.Context(), build.Options{Root: to})
	if err != nil || diag.HasErrors(r.Findings) {
		t.Fatal(err, r.Findings)
	}
	return r.Files
}

func TestShiftYears(t *testing.T) {
	const text = "date: 2022-06-08\nsource: { file: x-2022.txt, sha256: ab2022 }\n到2023年底，第2000号，20220户"
	const want = "date: 2025-06-08\nsource: { file: x-2022.txt, sha256: ab2022 }\n到2026年底，第2000号，20220户"
	if got := shiftYears(text, 3); got != want {
		t.Errorf("got %s", got)
	}
}
