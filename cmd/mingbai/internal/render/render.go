// Package render turns pages of the site into finished files, one by one and in
// any order: pages by layouts of html/template that package layout compiles,
// bodies by markdown, everything minified by tdewolff/minify, assets named after
// their content.
//
// A layout is an HTML file in layouts/: base.html is the frame of every page,
// KIND.html defines its "main", and _NAME.html is a part that others use.
// Layouts only arrange; what they show is made here, as values of plain types
// (View and what it holds), so that a project can replace a layout without
// knowing Go. Values are escaped by their place in the page; only this package
// and markdown make HTML.
package render

import (
	"io/fs"
	"slices"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/markdown"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/schema"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// renderer is what all pages of a site share. After newRenderer nothing in it
// changes but the cache of shared parts, so that pages are rendered at once on
// all processors.
type renderer struct {
	site    *site.Site
	words   *glossary.Words
	md      *markdown.Converter
	min     *minifier
	assets  assetSet
	layouts layoutSet
	shared  sharedParts
	codes   qrPlans
	roles   roleSets
	live    map[plan.Lang]string // words of the statuses, for the script
	types   []schema.Type        // of the data interface
	sizes   map[string]int       // of files that others make, by path below public/
}

// Option changes how Render works.
type Option func(*renderer)

// WithSizes tells how long the files are that others make, by path below
// public/, so that links to them can say so.
func WithSizes(sizes map[string]int) Option { return func(r *renderer) { r.sizes = sizes } }

// Renderer makes the files of a site one by one. It may be used by several
// goroutines at once.
type Renderer struct{ *renderer }

// Design is layouts and assets, read for one site that need not be known yet.
type Design struct{ *renderer }

// ReadDesign reads layouts and assets from the roots of the two file systems.
// What is wrong with them is a finding; the error is for what cannot be read at
// all.
func ReadDesign(layouts, assets fs.FS) (*Design, []diag.Finding, error) {
	r, findings, err := newRenderer(layouts, assets)
	if err != nil {
		return nil, nil, err
	}
	return &Design{r}, findings, nil
}

// For is the renderer of the site; a design serves one.
func (d *Design) For(s *site.Site, options ...Option) *Renderer {
	d.site, d.live = s, liveWords(s, d.words)
	r := &Renderer{d.renderer}
	r.With(options...)
	return r
}

// With takes options that were not known yet; before the first page is made.
func (r *Renderer) With(options ...Option) {
	for _, o := range options {
		o(r.renderer)
	}
}

// Page is a finished page.
type Page struct {
	HTML     []byte // nil where its layout failed; it stands in the room that was given
	Elder    []byte // its elder edition, mostly behind the page in the same memory; nil where it has none
	Others   bool   // it asked for what other documents have to do with it
	Site     bool   // it asked for lists of the site as a whole
	Findings []diag.Finding
}

// Page makes the files of a page, the page itself in room, or in more memory
// where that is too small.
func (r *Renderer) Page(p *site.Page, room []byte) Page {
	res := r.renderPage(p, room)
	return Page{HTML: res.html, Elder: res.elder, Others: res.others, Site: res.site, Findings: res.findings}
}

// Extras makes all files that are no page of a language: assets, the pages at
// the root, site map and robots.txt.
func (r *Renderer) Extras() (map[string][]byte, []diag.Finding) {
	files := map[string][]byte{}
	return files, r.addExtras(files)
}

// result is what became of a page.
type result struct {
	html     []byte
	elder    []byte // its elder edition; nil where it has none
	others   bool   // it asked for related measures, or for what it cites
	site     bool   // it asked for lists of the whole site
	findings []diag.Finding
}

// newRenderer reads assets and layouts.
func newRenderer(layoutFiles, assetFiles fs.FS) (*renderer, []diag.Finding, error) {
	words, err := glossary.InterfaceWords()
	if err != nil {
		return nil, nil, err
	}
	r := &renderer{words: words, md: markdown.New(), min: newMinifier(), roles: newRoleSets(words)}
	if r.types, err = schema.Types(); err != nil {
		return nil, nil, err
	}
	var assetFindings, layoutFindings []diag.Finding
	if r.assets, assetFindings, err = readAssets(assetFiles, r.min); err != nil {
		return nil, nil, err
	}
	if r.layouts, layoutFindings, err = readLayouts(layoutFiles, words, r.min); err != nil {
		return nil, nil, err
	}
	return r, append(assetFindings, layoutFindings...), nil
}

// renderPage renders one page.
func (r *renderer) renderPage(p *site.Page, room []byte) result {
	pg := &pager{renderer: r, page: p, lang: p.Lang, place: placeOf(r.site, p)}
	html, findings := r.layouts.page(room, p.Kind, p.Lang, frame, p.URL, pg.view())
	findings = append(pg.findings, findings...)
	if html == nil {
		return result{findings: findings}
	}
	res := result{html: html, others: pg.usesOthers, site: pg.usesSite, findings: findings}
	if r.site.HasElder(p) {
		res.html = slices.Grow(html, len(html)+elderMore) // behind the page there is room for it
		res.elder = pg.elderPage(res.html[len(html):], html)
	}
	return res
}

// pager makes the view of one page.
type pager struct {
	*renderer
	page     *site.Page
	lang     plan.Lang
	place    place
	findings []diag.Finding

	described  lazy[string]
	usesOthers bool
	usesSite   bool
}

// say is an interface word in the page's language.
func (p *pager) say(key string, args ...any) string {
	return wording.Say(p.words, p.lang, key, args...)
}
