package parse

import (
	"os"
	"testing"

	"mingbai/cmd/mingbai/internal/glossary"
)

// BenchmarkParse reads the document of this repository.
func BenchmarkParse(b *testing.B) {
	_, _, text := parseSeed(b)
	reg, _, err := glossary.LoadRegistry(os.DirFS(seeds), "organizations.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Parse(Input{File: text.File, Lines: text.Lines, Registry: reg})
	}
}
