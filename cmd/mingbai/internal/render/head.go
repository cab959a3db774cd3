package render

import (
	"strings"

	"mingbai/cmd/mingbai/internal/jsonld"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Head is what stands in a page's <head>.
type Head struct {
	Policy    string // content security policy
	Canonical string // "" where the site has no base URL

	view       *View
	title      lazy[string]
	meta       lazy[[]Meta]
	alternates lazy[[]Alternate]
	properties lazy[[]Property]
	linkedData lazy[any]
}

// Title is 标题_栏目_站点.
func (h *Head) Title() string {
	return h.title.get(func() string { return h.view.pager.documentTitle(h.view) })
}

// Description is a sentence or two; it is also among Meta and Properties.
func (h *Head) Description() string { return h.view.pager.description() }

// Meta lists the page's tags.
func (h *Head) Meta() []Meta {
	return h.meta.get(func() []Meta {
		all := h.view.pager.metas(h.view)
		if h.view.pager.place.absolute() { // shown at any address
			return append(all, Meta{"robots", "noindex"})
		}
		return append(all, Meta{"twitter:card", "summary"})
	})
}

// Alternates are the page in the languages of the site. A page for missing
// addresses is the alternate of none, and search engines pass over those of a
// page that is canonical to another.
func (h *Head) Alternates() []Alternate {
	return h.alternates.get(func() []Alternate {
		if p := h.view.pager; !p.place.absolute() && p.page.Canonical() == p.page {
			return p.alternates()
		}
		return nil
	})
}

// Properties are those of Open Graph.
func (h *Head) Properties() []Property {
	return h.properties.get(func() []Property {
		if h.view.pager.place.absolute() {
			return nil
		}
		return h.view.pager.social(h.view)
	})
}

// LinkedData is JSON-LD; nil for none.
func (h *Head) LinkedData() any {
	return h.linkedData.get(func() any {
		p := h.view.pager
		if p.place.absolute() {
			return nil
		}
		if ld := jsonld.Of(p.site, p.words, p.page); ld != nil {
			return ld
		}
		return nil
	})
}

// Meta is one <meta name>.
type Meta struct{ Name, Content string }

// Alternate is the page in a language.
type Alternate struct{ Lang, Href string }

// policy lets a page load its own style sheet, script and pictures, and
// nothing else from anywhere. connect-src is for a script of the same site that
// reads its data, form-action for the search.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'"

// policy is the page's security policy. A portal's header and footer bring
// scripts and styles that no page can know, so that a column leaves the policy
// to the portal's server.
func (p *pager) policy() string {
	if p.isColumn() {
		return ""
	}
	return policy
}

// selfContained is the policy of the pages for missing addresses, which carry
// their style sheet themselves.
const selfContained = "default-src 'none'; style-src data:; img-src data:; base-uri 'none'; form-action 'none'"

// head makes the page's head.
func (p *pager) head(v *View) *Head {
	h := &Head{Policy: p.policy(), view: v}
	switch {
	case !p.place.absolute():
		h.Canonical = p.site.Absolute(p.page.Canonical().URL)
	case h.Policy != "":
		h.Policy = selfContained
	}
	return h
}

// alternates are the page in both languages; where no language fits, Chinese,
// unless the site leaves that to the reader.
func (p *pager) alternates() []Alternate {
	address := func(page *site.Page) string {
		if abs := p.site.Absolute(page.URL); abs != "" {
			return abs
		}
		return p.place.to(page.URL)
	}
	var all []Alternate
	for _, lang := range p.site.Languages() {
		all = append(all, Alternate{tag(lang), address(p.page.In(lang))})
	}
	if p.site.Config.Omits(site.AnyLanguagePart) {
		return all
	}
	return append(all, Alternate{"x-default", address(p.page.In(plan.Zh))})
}

// documentTitle is 标题_栏目_站点, as portals want it.
func (p *pager) documentTitle(v *View) string {
	parts := []string{v.Heading.Text}
	if column := p.columnName(); column != parts[0] {
		parts = append(parts, column)
	}
	if name := p.siteName(); name != parts[0] && name != "" {
		parts = append(parts, name)
	}
	return strings.Join(parts, "_")
}

// columnName is the list that a page stands in; on a list itself, its name.
func (p *pager) columnName() string {
	kind := p.page.Kind
	if p.page.Single != nil {
		kind = p.page.Single.Kind // side by side or not, it stands in one column
	}
	switch {
	case kind == site.DocumentPage:
		return p.say("page.documents")
	case kind == site.PlanPage || kind == site.MeasurePage:
		return p.nameOf(p.columnPage()).Text
	case p.page.Parent != nil && p.page.Parent.Kind != site.HomePage:
		return p.nameOf(p.page.Parent).Text
	}
	return p.heading().Text
}

func (p *pager) siteName() string {
	return site.NameOf(p.site.Config.Name, p.lang).Text
}

// correctAddress is the government's form to report an error in this page
// (我要找错), a plain link: the official script is invalid HTML.
func (p *pager) correctAddress() string {
	page := p.site.Absolute(p.page.URL)
	if p.site.Config.SiteCode == "" || page == "" || p.page.Kind == site.NotFoundPage {
		return ""
	}
	return "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?" + query("site_code", p.site.Config.SiteCode, "url", page)
}
