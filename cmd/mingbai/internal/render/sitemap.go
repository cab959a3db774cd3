package render

import (
	"bytes"
	"encoding/xml"

	"mingbai/cmd/mingbai/internal/site"
)

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

// siteMapXML lists all pages that are canonical, with their alternates. The day of change is that
// of the document that a page shows, never that of the build.
func (r *renderer) siteMapXML() []byte {
	set := urlSet{XMLNS: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range r.site.Pages {
		if p.Kind == site.NotFoundPage || p.Canonical() != p {
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
	if small, err := r.min.bytes(typeXML, b.Bytes()); err == nil {
		return small
	}
	return b.Bytes()
}
