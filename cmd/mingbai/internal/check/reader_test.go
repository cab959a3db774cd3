package check

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Whatever stands in a page, reading it ends and keeps every count sane.
func FuzzReadPage(f *testing.F) {
	names, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatalf("no fixtures: %v", err)
	}
	for _, name := range names {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range ar.Files {
			f.Add(file.Data)
		}
	}
	f.Add([]byte("<a><a><title><h1></a></svg><noscript><td></p><p><svg><title><"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := readPage("zh/a.html", data)
		total := 0
		for _, n := range p.idCount {
			total += n
		}
		if total != len(p.IDs) || len(p.mainIDs) > len(p.IDs) {
			t.Errorf("%d ids counted, %d listed, %d in the main part", total, len(p.IDs), len(p.mainIDs))
		}
		for _, l := range p.Links {
			if n := len([]rune(l.name())); n > maxQuote+len("<formaction href>…") {
				t.Errorf("a link is called by %d characters", n)
			}
		}
	})
}

// The cost of a page grows with its size, not with its depth.
func TestReadPageIsLinear(t *testing.T) {
	deep := strings.Repeat("<ul><li><div>甲", 50_000) + strings.Repeat("</div></li></ul>", 50_000)
	if p := readPage("zh/a.html", []byte(deep)); len(p.Empty) != 0 {
		t.Errorf("empty lists found where there is none: %d", len(p.Empty))
	}
}
