package render

import (
	"bytes"
	"encoding/xml"

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
	for _, url := range []string{choicePage, missingPage} {
		html, wrong := r.rootPage(url)
		findings = append(findings, wrong...)
		if html != nil {
			files[url] = html
		}
	}
	robots := "User-agent: *\nAllow: /\n"
	if address := r.site.Absolute(siteMapFile); address != "" {
		files[siteMapFile] = r.siteMapXML()
		robots += "Sitemap: " + address + "\n"
	}
	files[robotsFile] = []byte(robots)
	return findings
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
	v.View = View{Kind: string(choiceLayout), Lang: tag(plan.Zh), pager: p, Heading: p.heading()}
	v.Head = p.rootHead(v)
	_, v.Footer = p.sharedParts()
	for _, lang := range r.site.Languages() {
		v.Choices = append(v.Choices, p.choice(lang))
	}
	html, findings := r.layouts.run(choiceLayout, plan.Zh, string(choiceLayout)+".html", v)
	findings = append(findings, p.findings...)
	if html == nil {
		return nil, findings
	}
	out, err := r.min.bytes(typeHTML, html)
	if err != nil {
		return html, append(findings, notMinified.At(diag.Position{File: "layouts/choice.html"}, url, err))
	}
	return out, findings
}

// rootHead is the head of a page at the root. The page that leads to a
// language is no page of its own: it is canonical to the Chinese home page.
func (p *pager) rootHead(v *RootView) Head {
	h := p.head(&v.View)
	h.Title = p.siteName()
	if v.Missing {
		h.Title = p.say("page.404") + "_" + h.Title
	}
	return h
}

// choice is one language's part of a page at the root.
func (p *pager) choice(lang plan.Lang) Choice {
	q := &pager{renderer: p.renderer, page: p.site.Fixed(site.HomePage, lang), lang: lang, place: p.place}
	c := Choice{Site: q.siteName(), Title: q.say("page.404"), Text: q.say("404.text")}
	c.LanguageLink = LanguageLink{Name: languageNames[lang], Lang: tag(lang), Href: p.place.to(q.page.URL)}
	for _, kind := range []site.Kind{site.HomePage, site.DepartmentsPage, site.SiteMapPage} {
		c.Links = append(c.Links, q.link(p.site.Fixed(kind, lang)))
	}
	return c
}

// urlSet is sitemap.xml with the alternates of each page.
type urlSet struct {
	XMLName xml.Name   `xml:"urlset"`
	XMLNS   string     `xml:"xmlns,attr"`
	XHTML   string     `xml:"xmlns:xhtml,attr"`
	URLs    []urlEntry `xml:"url"`
}

type urlEntry struct {
	Loc     string    `xml:"loc"`
	LastMod string    `xml:"lastmod,omitempty"`
	Links   []urlLink `xml:"xhtml:link"`
}

type urlLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// siteMapXML lists all pages with their alternates. The day of change is that
// of the document that a page shows, never that of the build.
func (r *renderer) siteMapXML() []byte {
	set := urlSet{XMLNS: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range r.site.Pages {
		if p.Kind == site.NotFoundPage {
			continue
		}
		pg := &pager{renderer: r, page: p, lang: p.Lang, place: placeOf(r.site, p)}
		e := urlEntry{Loc: r.site.Absolute(p.URL), LastMod: string(p.Modified())}
		for _, a := range pg.alternates() {
			e.Links = append(e.Links, urlLink{"alternate", a.Lang, a.Href})
		}
		set.URLs = append(set.URLs, e)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	if err := xml.NewEncoder(&b).Encode(set); err != nil {
		return nil // plain strings always encode
	}
	return b.Bytes()
}
