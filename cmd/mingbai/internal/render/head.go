package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/jsonld"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Head is what stands in a page's <head>.
type Head struct {
	Title       string // 标题_栏目_站点
	Description string // a sentence or two; also among Meta and Properties
	Policy      string // content security policy
	Meta        []Meta
	Canonical   string // "" where the site has no base URL
	Alternates  []Alternate
	Properties  []Property // Open Graph
	LinkedData  any        // JSON-LD; nil for none
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
func (p *pager) head(v *View) Head {
	h := Head{Policy: p.policy(), Title: p.documentTitle(v), Description: p.description(), Meta: p.metas(v)}
	if p.place.absolute() {
		if h.Policy != "" {
			h.Policy = selfContained
		}
		// Shown at any address, it is the alternate of none.
		h.Meta = append(h.Meta, Meta{"robots", "noindex"})
		return h
	}
	h.Meta = append(h.Meta, Meta{"twitter:card", "summary"})
	h.Properties = p.social(v)
	if ld := jsonld.Of(p.site, p.words, p.page); ld != nil {
		h.LinkedData = ld
	}
	canonical := p.page.Canonical()
	h.Canonical = p.site.Absolute(canonical.URL)
	if canonical == p.page { // search engines pass over the alternates of any other
		h.Alternates = p.alternates()
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

// metas lists the tags of 国办发〔2017〕47号. A tag whose value is not known is
// left out, never empty and never made up; the checks say what is missing. A
// site that leaves the tags out keeps the description, which all the web knows.
func (p *pager) metas(v *View) []Meta {
	c := p.site.Config
	if c.Omits(site.PortalTagsPart) {
		return known([]Meta{{"Description", p.description()}})
	}
	all := []Meta{{"SiteName", p.siteName()}, {"SiteDomain", c.Domain}, {"SiteIDCode", c.SiteCode}}
	if p.place.absolute() {
		return known(all)
	}
	if p.isArticle() {
		all = append(all, p.columnMetas(p.columnPage())...)
		all = append(all, p.articleMetas(v)...)
	} else {
		all = append(all, p.columnMetas(p.page)...)
	}
	return known(append(all, Meta{"Description", p.description()}))
}

// known leaves out the tags without a value.
func known(all []Meta) []Meta {
	return slices.DeleteFunc(all, func(m Meta) bool { return m.Content == "" })
}

// columnPage is the list page that a content page belongs to.
func (p *pager) columnPage() *site.Page {
	if p.page.Action != nil {
		return p.page.Action.Page(p.lang)
	}
	return p.page.Document.Page(p.lang)
}

// columnTypes are the ColumnType of each kind of page, from the list of
// 国办发〔2017〕47号; the configuration may name another.
var columnTypes = map[site.Kind]string{
	site.HomePage: "首页", site.DepartmentsPage: "机构职能", site.DepartmentPage: "机构职能", site.MatrixPage: "机构职能",
	site.DataPage: "数据开放", site.AboutPage: "概况信息", site.AccessibilityPage: "概况信息", site.SiteMapPage: "概况信息", site.SearchPage: "概况信息", site.InitialsPage: "概况信息",
}

// columnMetas describes a list page: as configured, else by what it is.
func (p *pager) columnMetas(page *site.Page) []Meta {
	c := p.site.Config.Columns[string(page.Kind)]
	or := func(t plan.Text, otherwise string) string {
		if s, ok := t.In(p.lang); ok {
			return s
		}
		return otherwise
	}
	kind := c.Type
	if kind == "" {
		kind = columnTypes[page.Kind]
	}
	if kind == "" {
		kind = "政策文件"
	}
	return []Meta{
		{"ColumnName", or(c.Name, p.nameOf(page).Text)},
		{"ColumnDescription", p.columnDescription(page.Kind)},
		{"ColumnKeywords", or(c.Keywords, p.say("column.keywords"))},
		{"ColumnType", kind},
	}
}

// articleMetas describes a content page.
func (p *pager) articleMetas(v *View) []Meta {
	doc := p.page.Document
	source := p.siteName()
	if doc.Issuer != nil {
		source = p.nameOf(doc.Issuer.Page(p.lang)).Text
	}
	// The time of publication comes from the document's record alone, never
	// from the build and never from the date of issue: a forged time fails a
	// site's whole inspection. Where none is recorded there is no tag, and the
	// checks ask the editor for it.
	published := doc.Published
	all := []Meta{
		{"ArticleTitle", v.Heading.Text},
		{"PubDate", published},
		{"ContentSource", source},
		{"Author", source},
		{"Keywords", strings.Join(doc.Record.Keywords, ",")},
		{"Url", p.site.Absolute(p.page.URL)},
	}
	if p.site.Config.PublishDates == "both" && published != "" {
		second := strings.Replace(published, " ", "-", 1) + ":00"
		all = append(all, Meta{"firstpublishedtime", second}, Meta{"lastmodifiedtime", second})
	}
	return all
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
