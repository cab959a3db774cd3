package render

import (
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"sync"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Shared is what _header.html, _reading.html and _footer.html get. They depend
// on nothing but the language, the place and the section of a page, so they are
// rendered once for all pages that have these in common.
type Shared struct {
	Lang   string // language tag
	Site   Name
	Home   string // address
	Nav    []Link
	Footer []FooterItem
	Links  []Link // about, accessibility, data, site map, index; those that the site has
	Elder  bool   // whether the site has an elder edition
	Search string // address of the search page; "" on that page itself, and where the site has none

	// The portal's own parts, where the site is a column of a portal and its
	// server includes them; else empty.
	PortalHeader, PortalFooter template.HTML

	to func(site.Kind) string
}

// To is the address of a page of the site as a whole: "timeline" and so on; ""
// where the site does without it.
func (s Shared) To(kind string) (string, error) {
	if !slices.Contains(site.Kinds(), site.Kind(kind)) {
		return "", fmt.Errorf("there is no page %q", kind)
	}
	return s.to(site.Kind(kind)), nil
}

// FooterItem is a row of the footer. Only what the configuration knows is shown.
type FooterItem struct {
	Label string
	Name
	Href string // "" where it is no link
}

// sharedParts remembers the shared parts.
type sharedParts struct {
	mu    sync.Mutex
	parts map[sharedKey]sharedHTML
}

type sharedKey struct {
	lang    plan.Lang
	root    string
	section site.Kind
}

type sharedHTML struct {
	reading, header, footer template.HTML
	findings                []diag.Finding
}

// sharedParts gives the parts that the page shares with others.
func (p *pager) sharedParts() sharedHTML {
	key := sharedKey{p.lang, p.place.root, p.section()}
	p.shared.mu.Lock()
	defer p.shared.mu.Unlock()
	parts, ok := p.shared.parts[key]
	if !ok {
		parts = p.renderShared(key)
		if p.shared.parts == nil {
			p.shared.parts = map[sharedKey]sharedHTML{}
		}
		p.shared.parts[key] = parts
	}
	p.findings = append(p.findings, parts.findings...)
	return parts
}

func (p *pager) renderShared(key sharedKey) (out sharedHTML) {
	view := p.sharedView(key)
	part := func(name string) template.HTML {
		html, wrong := p.layouts.part(p.lang, name, view)
		out.findings = append(out.findings, wrong...)
		return template.HTML(html) // made by html/template from escaped values
	}
	above, below := "_header.html", "_footer.html"
	if p.isColumn() {
		above, below = "_column_header.html", "_column_footer.html"
	}
	out.reading, out.header, out.footer = part("_reading.html"), part(above), part(below)
	return out
}

// section is the main section that a page stands in, for the navigation.
func (p *pager) section() site.Kind {
	switch p.page.Kind {
	case site.DepartmentPage:
		return site.DepartmentsPage
	case site.DepartmentTimelinePage:
		return site.TimelinePage
	case site.TopicPage:
		return site.AudiencesPage
	case site.ActionPage, site.PlanPage, site.MeasurePage, site.SourcePage, site.ParallelPage:
		return site.DocumentPage
	}
	return p.page.Kind
}

func (p *pager) sharedView(key sharedKey) Shared {
	// The parts are the same for all pages of the key, so addresses are made
	// from the root and not from the page.
	from := place{url: p.page.URL, root: key.root}
	link := func(to *site.Page) Link {
		kind := to.Kind
		return Link{Href: from.down(to.URL), Name: p.nameOf(to), Current: kind == key.section}
	}
	home := p.site.Fixed(site.HomePage, p.lang)
	v := Shared{Lang: tag(p.lang), Site: p.text(site.NameOf(p.site.Config.Name, p.lang)), Home: from.down(home.URL), Footer: p.footerItems(), Elder: p.site.Config.ElderPages}
	v.to = func(kind site.Kind) string {
		if to := p.site.Fixed(kind, p.lang); to != nil {
			return from.down(to.URL)
		}
		return ""
	}
	if frame := p.site.Config.Frame; p.isColumn() {
		v.PortalHeader, v.PortalFooter = include(frame.Header), include(frame.Footer)
	}
	v.Nav = append(v.Nav, link(home))
	if only := p.site.Only(); only != nil {
		l := link(only.Page(p.lang))
		l.Name = own(p.say("page.documents"))
		v.Nav = append(v.Nav, l)
	}
	for _, kind := range []site.Kind{site.AudiencesPage, site.DepartmentsPage, site.TimelinePage, site.MatrixPage} {
		if to := p.site.Fixed(kind, p.lang); to != nil {
			v.Nav = append(v.Nav, link(to))
		}
	}
	if key.section != site.SearchPage {
		v.Search = v.to(site.SearchPage)
	}
	for _, kind := range []site.Kind{site.AboutPage, site.AccessibilityPage, site.DataPage, site.SiteMapPage, site.InitialsPage} {
		if to := p.site.Fixed(kind, p.lang); to != nil {
			v.Links = append(v.Links, link(to))
		}
	}
	return v
}

// isColumn tells a site that stands within a portal's header and footer.
func (p *pager) isColumn() bool { return p.site.Config.Frame.Mode == site.PortalColumn }

// include is the directive by which a server puts a file of its own into a page
// (server-side includes, as Apache and nginx know them). The configuration
// takes nothing but plain paths.
func include(path string) template.HTML {
	if path == "" {
		return ""
	}
	return template.HTML(`<!--#include virtual="` + path + `" -->`)
}

// footerItems is what a portal's footer must show (国办发〔2017〕47号), as far
// as it is configured.
func (p *pager) footerItems() []FooterItem {
	f := p.site.Config.Footer
	police := f.PoliceLabel
	if police == "" {
		police = f.PoliceCode
	}
	items := []FooterItem{
		{Label: "footer.sponsor", Name: p.text(site.NameOf(f.Sponsor, p.lang))},
		{Label: "footer.undertaker", Name: p.text(site.NameOf(f.Undertaker, p.lang))},
		{Label: "footer.contact", Name: p.text(site.NameOf(f.Contact, p.lang))},
		{Label: "footer.code", Name: own(p.site.Config.SiteCode)},
		{Label: "footer.icp", Name: p.chinese(f.ICP), Href: "https://beian.miit.gov.cn/"},
		{Label: "footer.police", Name: p.chinese(police), Href: "https://beian.mps.gov.cn/#/query/webSearch?" + query("code", f.PoliceCode)},
		{Label: "footer.conac", Name: own(f.ConacID), Href: "https://bszs.conac.cn/sitename?" + query("method", "show", "id", f.ConacID)},
	}
	known := items[:0]
	for _, item := range items {
		if item.Text != "" {
			item.Label = p.say(item.Label)
			known = append(known, item)
		}
	}
	return known
}

// chinese is a text that stands in Chinese on every page.
func (p *pager) chinese(s string) Name {
	return p.text(site.NameOf(plan.Text{Zh: s}, p.lang))
}

// query makes the query of an address from names and values.
func query(pairs ...string) string {
	s := ""
	for i := 0; i+1 < len(pairs); i += 2 {
		if i > 0 {
			s += "&"
		}
		s += pairs[i] + "=" + url.QueryEscape(pairs[i+1])
	}
	return s
}
