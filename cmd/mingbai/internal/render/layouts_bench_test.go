package render

import (
	"bytes"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
)

// BenchmarkLayouts executes and minifies pages of this repository's site, by
// html/template and tdewolff/minify and by compiled layouts.
func BenchmarkLayouts(b *testing.B) {
	r := repository(b)
	plain := r.plainTemplates(b)
	for _, kind := range []site.Kind{site.HomePage, site.MeasurePage, site.DepartmentPage, site.TimelinePage} {
		page := middle(r, kind)
		key := layoutKey{kind, page.Lang}
		view := (&pager{renderer: r, page: page, lang: page.Lang, place: placeOf(r.site, page)}).view()
		b.Run(string(kind)+"/plain", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var buf bytes.Buffer
				if err := plain[key].ExecuteTemplate(&buf, frame, view); err != nil {
					b.Fatal(err)
				}
				out, err := r.min.bytes(typeHTML, buf.Bytes())
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(out)))
			}
		})
		b.Run(string(kind)+"/compiled", func(b *testing.B) {
			b.ReportAllocs()
			var out []byte
			for b.Loop() {
				var err error
				if out, err = r.layouts.pages[key].Execute(out[:0], frame, view); err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(out)))
			}
		})
	}
}

// middle is the Chinese page in the middle of those of a kind.
func middle(r *renderer, kind site.Kind) *site.Page {
	var all []*site.Page
	for _, p := range r.site.Pages {
		if p.Kind == kind && p.Lang == plan.Zh {
			all = append(all, p)
		}
	}
	return all[len(all)/2]
}

// BenchmarkReadLayouts parses all layouts and compiles those of measures.
func BenchmarkReadLayouts(b *testing.B) {
	r := repository(b)
	page := middle(r, site.MeasurePage)
	view := (&pager{renderer: r, page: page, lang: page.Lang, place: placeOf(r.site, page)}).view()
	for b.Loop() {
		all, findings, err := readLayouts(layouts.FS, r.words, newMinifier())
		if err != nil || len(findings) > 0 {
			b.Fatal(err, findings)
		}
		if html, findings := all.page(nil, page.Kind, page.Lang, frame, page.URL, view); html == nil {
			b.Fatal(findings)
		}
	}
}
