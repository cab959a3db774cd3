package export

import (
	"fmt"
	"os"
	"testing"

	"mingbai/cmd/mingbai/internal/content/contenttest"
	"mingbai/cmd/mingbai/internal/site"
)

// BenchmarkFiles makes the files of this repository's content by their form,
// once and multiplied.
func BenchmarkFiles(b *testing.B) {
	tree := contenttest.Load(b, os.DirFS("../../../../content"))
	for _, n := range []int{1, 10} {
		many := contenttest.Multiply(tree, n)
		s, _ := site.New(many, many.Config.Clock)
		e, err := New(s)
		if err != nil {
			b.Fatal(err)
		}
		for _, format := range []site.Format{
			site.CalendarFormat, site.TableFormat, site.WorkbookFormat, site.FeedFormat, site.AkomaNtosoFormat, site.JSONFormat,
		} {
			b.Run(fmt.Sprintf("%d/%s", n, format), func(b *testing.B) {
				b.ReportAllocs()
				files := 0
				for b.Loop() {
					for _, d := range s.AllDownloads() {
						if d.Format != format {
							continue
						}
						if _, err := e.file(d); err != nil {
							b.Fatal(err)
						}
						files++
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(files), "ns/file")
			})
		}
	}
}
