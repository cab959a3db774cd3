package render

import (
	"maps"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Files at the root of the site.
const (
	choicePage  = "index.html"
	missingPage = "404.html"
	siteMapFile = "sitemap.xml"
	robotsFile  = "robots.txt"
)

// addExtras adds all files that are no page of a language: assets, the page
// that leads to a language, the root's page for missing addresses, site map
// and robots.txt.
func (r *renderer) addExtras(files map[string][]byte) []diag.Finding {
	for _, a := range r.assets {
		files[a.url] = a.data
	}
	var findings []diag.Finding
	pages := []string{choicePage, missingPage}
	if r.site.Omits(site.NotFoundPage) {
		pages = pages[:1]
	}
	for _, url := range pages {
		html, wrong := r.rootPage(url)
		findings = append(findings, wrong...)
		if html != nil {
			files[url] = html
		}
	}
	r.addForCrawlers(files)
	return findings
}

// addForCrawlers adds the files that search engines look for.
func (r *renderer) addForCrawlers(files map[string][]byte) {
	robots := "User-agent: *\nAllow: /\n"
	if address := r.site.Absolute(siteMapFile); address != "" && !r.site.Config.Omits(site.SiteMapFilePart) {
		maps.Copy(files, r.siteMaps(maxEntries))
		robots += "Sitemap: " + address + "\n"
	}
	if !r.site.Config.Omits(site.RobotsPart) {
		files[robotsFile] = []byte(robots)
	}
}

// RootView is what choice.html gets: the page at the root, which leads to the
// Chinese home page without a script, and the root's page for missing
// addresses, which is shown at any depth.
type RootView struct {
	View
	Missing  bool
	Choices  []Choice
	Redirect string // "" on the page for missing addresses
}

// Choice is a language with its words.
type Choice struct {
	LanguageLink
	Site, Title, Text string
	Links             []Link
}

// rootPage renders one of the pages at the root.
func (r *renderer) rootPage(url string) ([]byte, []diag.Finding) {
	home := r.site.Fixed(site.HomePage, plan.Zh)
	p := &pager{renderer: r, page: home, lang: plan.Zh, place: place{url: url}}
	v := &RootView{Missing: url == missingPage}
	if v.Missing {
		p.place.root = r.site.RootPath()
	} else {
		v.Redirect = p.place.to(home.URL)
	}
	v.View = View{
		Kind: string(choiceLayout), Lang: tag(plan.Zh), pager: p, Heading: p.heading(),
		crumbs: known[[]Link](nil), downloads: known[[]Download](nil), // it is no page of a language
	}
	v.Head = p.rootHead(v)
	for _, lang := range r.site.Languages() {
		v.Choices = append(v.Choices, p.choice(lang))
	}
	html, findings := r.layouts.page(nil, choiceLayout, plan.Zh, string(choiceLayout)+".html", url, v)
	return html, append(p.findings, findings...)
}

// rootHead is the head of a page at the root. The page that leads to a
// language is no page of its own: it is canonical to the Chinese home page.
func (p *pager) rootHead(v *RootView) *Head {
	h := p.head(&v.View)
	title := p.siteName()
	if v.Missing {
		title = p.say("page.404") + "_" + title
	}
	h.title = known(title)
	return h
}

// choice is one language's part of a page at the root.
func (p *pager) choice(lang plan.Lang) Choice {
	q := &pager{renderer: p.renderer, page: p.site.Fixed(site.HomePage, lang), lang: lang, place: p.place}
	c := Choice{Site: q.siteName(), Title: q.say("page.404"), Text: q.say("404.text")}
	c.LanguageLink = LanguageLink{Name: languageNames[lang], Lang: tag(lang), Href: p.place.to(q.page.URL)}
	for _, kind := range []site.Kind{site.HomePage, site.DepartmentsPage, site.SiteMapPage} {
		if to := p.site.Fixed(kind, lang); to != nil {
			c.Links = append(c.Links, q.link(to))
		}
	}
	return c
}
