package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// metas lists the tags of 国办发〔2017〕47号. A tag whose value is not known is
// left out, never empty and never made up; the checks say what is missing. A
// site that leaves the tags out keeps the description, which all the web knows.
func (p *pager) metas(v *View) []Meta {
	c := p.site.Config
	if c.Omits(site.PortalTagsPart) {
		return withContent([]Meta{{"Description", p.description()}})
	}
	all := []Meta{{"SiteName", p.siteName()}, {"SiteDomain", c.Domain}, {"SiteIDCode", c.SiteCode}}
	if p.place.absolute() {
		return withContent(all)
	}
	if p.isArticle() {
		all = append(all, p.columnMetas(p.columnPage())...)
		all = append(all, p.articleMetas(v)...)
	} else {
		all = append(all, p.columnMetas(p.page)...)
	}
	return withContent(append(all, Meta{"Description", p.description()}))
}

// withContent leaves out the tags without a value.
func withContent(all []Meta) []Meta {
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
