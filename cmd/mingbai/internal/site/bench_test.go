package site_test

import (
	"fmt"
	"os"
	"testing"

	"mingbai/cmd/mingbai/internal/content/contenttest"
	"mingbai/cmd/mingbai/internal/site"
)

// BenchmarkNew lays out this repository's content, once and multiplied: the
// time per page must not grow.
func BenchmarkNew(b *testing.B) {
	tree := contenttest.Load(b, os.DirFS("../../../../content"))
	for _, n := range []int{1, 25, 100} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			many := contenttest.Multiply(tree, n)
			b.ReportAllocs()
			pages := 0
			for b.Loop() {
				s, _ := site.New(many, many.Config.Clock)
				pages += len(s.Pages)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(pages), "ns/page")
		})
	}
}
