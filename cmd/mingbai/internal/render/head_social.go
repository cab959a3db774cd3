package render

import (
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Property is one <meta property>, as Open Graph has them.
type Property struct{ Name, Content string }

// locales are the languages as Open Graph names them.
var locales = map[plan.Lang]string{plan.Zh: "zh_CN", plan.En: "en_US"}

// social is what programs show of a page that someone shares (Open Graph, and
// the card of X, which takes the rest from there). A page that is canonical to
// another is shared as that one.
func (p *pager) social(v *View, description string) []Property {
	kind := "website"
	if p.page.Document != nil && !p.isList() {
		kind = "article"
	}
	all := []Property{
		{"og:title", v.Heading.Text},
		{"og:description", description},
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

// isList tells an action's page, which lists others.
func (p *pager) isList() bool { return p.page.Kind == site.ActionPage }

// descriptionLength is that of a description in characters: what search
// engines show.
var descriptionLength = map[plan.Lang]int{plan.Zh: 80, plan.En: 160}

// describe says in a sentence or two what the page holds: the beginning of its
// text, else what pages of its kind hold.
func (p *pager) describe() string {
	if pair := p.page.Pair(); pair != nil && p.page.Kind != site.SourcePage {
		for _, b := range pair.In(p.lang).Blocks() {
			if text := site.PlainText(b.Text); b.Level == 0 && utf8.RuneCountInString(text) > descriptionLength[p.lang]/4 {
				return shorten(text, descriptionLength[p.lang])
			}
		}
	}
	kind := p.page.Kind
	if p.page.Document != nil && kind != site.ActionPage {
		kind = site.DocumentPage
	}
	if kind == site.HomePage {
		return p.homeLead()
	}
	return p.say("column." + string(kind))
}

// shorten cuts a text to a number of characters; "…" says so.
func shorten(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	cut := string(runes[:most])
	if at := strings.LastIndexAny(cut, " ，；。、"); at > len(cut)/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;，；。、") + "…"
}
