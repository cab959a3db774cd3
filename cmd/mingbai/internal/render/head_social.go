package render

import (
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// Property is one <meta property>, as Open Graph has them.
type Property struct{ Name, Content string }

// locales are the languages as Open Graph names them.
var locales = map[plan.Lang]string{plan.Zh: "zh_CN", plan.En: "en_US"}

// social is what programs show of a page that someone shares (Open Graph, and
// the card of X, which takes the rest from there). A page that is canonical to
// another is shared as that one.
func (p *pager) social(v *View) []Property {
	kind := "website"
	if p.isArticle() {
		kind = "article"
	}
	all := []Property{
		{"og:title", v.Heading.Text},
		{"og:description", p.description()},
		{"og:type", kind},
		{"og:url", p.site.Absolute(p.page.Canonical().URL)},
		{"og:site_name", p.siteName()},
		{"og:locale", locales[p.lang]},
	}
	if p.page.Twin != nil {
		all = append(all, Property{"og:locale:alternate", locales[p.lang.Other()]})
	}
	if doc := p.page.Document; doc != nil && kind == "article" && doc.Published != "" {
		all = append(all, Property{"article:published_time", strings.Replace(doc.Published, " ", "T", 1) + ":00+08:00"})
	}
	known := all[:0]
	for _, one := range all {
		if one.Content != "" {
			known = append(known, one)
		}
	}
	return known
}
