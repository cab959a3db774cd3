package check_test

import (
	"context"
	"maps"
	"os"
	"slices"
	"testing"

	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/glossary"
)

// BenchmarkFile looks at the pages of this repository's site, one at a time.
func BenchmarkFile(b *testing.B) {
	s, files := ownSite(b)
	var names []string
	size := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		names = append(names, name)
		size += len(files[name])
	}
	c := check.New(s)
	b.ReportAllocs()
	for b.Loop() {
		for _, name := range names {
			c.File(name, files[name])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(s.Pages)), "ns/page")
}

// BenchmarkLastStep holds the facts of that site against each other.
func BenchmarkLastStep(b *testing.B) {
	s, files := ownSite(b)
	c := check.New(s)
	var all []check.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		all = append(all, check.File{Name: name, Facts: c.File(name, files[name])})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Site(context.Background(), all, func(name string) ([]byte, error) { return files[name], nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(s.Pages)), "ns/page")
	b.ReportMetric(float64(len(c.AppendFacts(nil, all)))/float64(len(s.Pages)), "B/page")
}

// BenchmarkFacts writes the facts of that site and reads them again.
func BenchmarkFacts(b *testing.B) {
	s, files := ownSite(b)
	c := check.New(s)
	var all []check.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		all = append(all, check.File{Name: name, Facts: c.File(name, files[name])})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := check.New(s).DecodeFacts(c.AppendFacts(nil, all)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(s.Pages)), "ns/page")
}

// BenchmarkPages checks that site as a whole.
func BenchmarkPages(b *testing.B) {
	s, files := ownSite(b)
	b.ReportAllocs()
	for b.Loop() {
		check.Pages(context.Background(), s, files)
	}
}

// BenchmarkTranslations compares the texts of this repository.
func BenchmarkTranslations(b *testing.B) {
	tree := ownTree(b)
	terms, _, err := glossary.LoadTerms(os.DirFS(ownProject), "seeds/glossary.yaml")
	if err != nil {
		b.Fatal(err)
	}
	suppressions, _, err := glossary.LoadSuppressions(os.DirFS(ownProject), "seeds/translations/suppressions.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		check.Translations(tree, terms, suppressions)
	}
}

// BenchmarkContent holds the content of this repository against its rules.
func BenchmarkContent(b *testing.B) {
	tree := ownTree(b)
	b.ReportAllocs()
	for b.Loop() {
		check.Content(tree)
	}
}
