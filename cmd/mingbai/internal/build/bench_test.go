package build

import (
	"os"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
)

// project is the root of this repository's own project.
const ownProject = "../../../.."

// BenchmarkSite builds this repository's site in memory.
func BenchmarkSite(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Site(b.Context(), Options{Root: ownProject}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoad reads the content of this repository.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := content.Load(b.Context(), os.DirFS(ownProject+"/content")); err != nil {
			b.Fatal(err)
		}
	}
}
