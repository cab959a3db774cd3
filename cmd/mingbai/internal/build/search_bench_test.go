package build

import (
	"fmt"
	"os"
	"testing"

	"mingbai/cmd/mingbai/internal/content/contenttest"
	"mingbai/cmd/mingbai/internal/search"
	"mingbai/cmd/mingbai/internal/site"
)

// BenchmarkSearch makes the search index of this repository's content, once and
// multiplied, stage by stage.
func BenchmarkSearch(b *testing.B) {
	tree := contenttest.Load(b, os.DirFS(ownProject+"/content"))
	for _, n := range []int{1, 10} {
		many := contenttest.Multiply(tree, n)
		s, _ := site.New(many, many.Config.Clock)
		o, _, err := SearchOptions(os.DirFS(ownProject))
		if err != nil {
			b.Fatal(err)
		}
		docs := Searchable(s)
		var extracts []*search.Extract
		for _, stage := range []struct {
			name string
			run  func() error
		}{
			{"texts", func() error { docs = Searchable(s); return nil }},
			{"extracts", func() error {
				extracts = extracts[:0]
				var x search.Extractor
				for i := range docs {
					e, err := x.Extract(&docs[i])
					if err != nil {
						return err
					}
					extracts = append(extracts, e)
				}
				return nil
			}},
			{"index", func() error {
				index := search.NewBuilder()
				for _, e := range extracts {
					if err := index.Add(e); err != nil {
						return err
					}
				}
				_, err := index.Files(o)
				return err
			}},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, stage.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := stage.run(); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(docs)), "ns/page")
			})
		}
	}
}
