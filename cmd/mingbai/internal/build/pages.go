package build

import (
	"context"
	"slices"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/depend"
	"mingbai/cmd/mingbai/internal/render"
	"mingbai/cmd/mingbai/internal/site"
)

// all are all other files: what all pages share, the search index, the pages.
func (w *work) all() ([]unit, error) {
	if w.design.err != nil {
		return nil, w.design.err
	}
	pages := w.pages(w.site.Pages)
	r := w.renderer
	units := make([]unit, 0, 2+len(pages))
	units = append(units, unit{name: "frame", stage: Sharing, of: w.table.Frame, make: func(context.Context) (made, error) {
		files, more := r.Extras()
		return made{files: sorted(files), findings: slices.Concat(w.design.findings, more)}, nil
	}})
	if !w.site.Omits(site.SearchPage) {
		units = append(units, unit{name: "search", stage: Indexing, of: w.table.Everything, make: func(ctx context.Context) (made, error) {
			files, findings, err := searchFiles(ctx, w.p, w.site)
			return made{files: sorted(files), findings: findings}, err
		}})
	}
	return append(units, pages...), nil
}

// pages are some pages.
func (w *work) pages(some []*site.Page) []unit {
	sizes := w.factory.sizes()
	options := []render.Option{render.WithSizes(sizes)}
	if w.o.Stats != nil {
		options = append(options, render.WithLayoutStats(&w.o.Stats.layouts))
	}
	r, table := w.design.For(w.site, options...), w.table
	w.renderer = r
	units := make([]unit, 0, len(some))
	for _, p := range some {
		of := func() cache.Sum { return table.Page(p, func(path string) int { return sizes[path] }) }
		u := unit{name: p.URL, of: of, make: func(context.Context) (made, error) { return makePage(r, p, w.factory.room()), nil }}
		u.also = func(a asked) cache.Sum { return alsoOf(table, p, a) }
		units = append(units, u)
	}
	return units
}

// alsoOf is the sum of what a page asked for.
func alsoOf(table *depend.Table, p *site.Page, a asked) cache.Sum {
	var sums []byte
	if a&askedOthers != 0 {
		others := table.Others(p)
		sums = append(sums, others[:]...)
	}
	if a&askedSite != 0 {
		lists := table.Lists()
		sums = append(sums, lists[:]...)
	}
	return cache.SumOf(sums)
}

// makePage makes a page and its elder edition, in room.
func makePage(r *render.Renderer, p *site.Page, room *[]byte) made {
	done := r.Page(p, *room)
	m := made{findings: done.Findings, room: room}
	if done.Others {
		m.asked |= askedOthers
	}
	if done.Site {
		m.asked |= askedSite
	}
	if done.HTML != nil {
		*room = done.HTML
		m.files = append(m.files, file{name: p.URL, data: done.HTML, lent: true})
	}
	if done.Elder != nil {
		m.files = append(m.files, file{name: site.ElderURL(p.URL), data: done.Elder, lent: true})
	}
	return m
}
