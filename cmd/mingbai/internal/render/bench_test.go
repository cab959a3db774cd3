package render

import (
	"fmt"
	"os"
	"testing"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/content/contenttest"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
)

// BenchmarkPages renders this repository's site, once and multiplied, page by
// page: the time per page must not grow.
func BenchmarkPages(b *testing.B) {
	tree := contenttest.Load(b, os.DirFS("../../../../content"))
	for _, n := range []int{1, 10} {
		many := contenttest.Multiply(tree, n)
		s, _ := site.New(many, many.Config.Clock)
		r, _, err := rendererOf(s, layouts.FS, assets.FS)
		if err != nil {
			b.Fatal(err)
		}
		for _, p := range s.Pages[:len(s.Pages)/n] { // layouts are prepared when first used
			r.renderPage(p, nil)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range s.Pages {
					r.renderPage(p, nil)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(s.Pages)), "ns/page")
		})
	}
}

// BenchmarkViews makes the views alone, with nothing that a layout may ask for, by kind of page.
func BenchmarkViews(b *testing.B) {
	tree := contenttest.Load(b, os.DirFS("../../../../content"))
	s, _ := site.New(tree, tree.Config.Clock)
	r, _, err := rendererOf(s, layouts.FS, assets.FS)
	if err != nil {
		b.Fatal(err)
	}
	for _, kind := range site.Kinds() {
		b.Run(string(kind), func(b *testing.B) {
			b.ReportAllocs()
			pages := 0
			for b.Loop() {
				for _, p := range s.Pages {
					if p.Kind == kind {
						pg := &pager{renderer: r, page: p, lang: p.Lang, place: placeOf(r.site, p)}
						pg.view()
						pages++
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(pages), "ns/page")
		})
	}
}
