package render

// A whole site in memory, for tests.

import (
	"context"
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

// New is ReadDesign for a site that is known.
func New(s *site.Site, layouts, assets fs.FS, options ...Option) (*Renderer, []diag.Finding, error) {
	d, findings, err := ReadDesign(layouts, assets)
	if err != nil {
		return nil, nil, err
	}
	return d.For(s, options...), findings, nil
}

// Render makes all files of the site, as paths below public/ and their bytes.
// Layouts and assets are read from the roots of the two file systems. What is
// wrong with a layout, an asset or a body is a finding; a page whose layout
// fails is left out. The error is for a stopped context and for what cannot be
// read at all; then there are no files.
func Render(ctx context.Context, s *site.Site, layouts, assets fs.FS, options ...Option) (map[string][]byte, []diag.Finding, error) {
	r, findings, err := New(s, layouts, assets, options...)
	if err != nil {
		return nil, nil, err
	}
	results := make([]result, len(s.Pages))
	if err := r.renderPages(ctx, results); err != nil {
		return nil, nil, err
	}
	files, wrong := r.Extras()
	findings = append(findings, wrong...)
	for i, res := range results {
		findings = append(findings, res.findings...)
		if res.html != nil {
			files[s.Pages[i].URL] = res.html
		}
		if res.elder != nil {
			files[site.ElderURL(s.Pages[i].URL)] = res.elder
		}
	}
	diag.Sort(findings)
	// Both languages' pages convert the same bodies and use the same layouts.
	return files, slices.Compact(findings), nil
}

// renderPages renders on all processors. Each page's result has its own place,
// so the outcome does not depend on their order.
func (r *renderer) renderPages(ctx context.Context, results []result) error {
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				results[i] = r.renderPage(r.site.Pages[i], nil)
			}
		})
	}
	defer workers.Wait()
	defer close(next)
	for i := range results {
		select {
		case next <- i:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
