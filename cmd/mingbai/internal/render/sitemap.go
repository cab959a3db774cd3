package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"

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

// maxEntries is how many pages one file lists. The protocol allows 50,000 and
// 50 MB; with its alternates a page takes up to two kilobytes.
const maxEntries = 20_000

// siteMapIndex is sitemap.xml where the pages need several files.
type siteMapIndex struct {
	XMLName xml.Name       `xml:"sitemapindex"`
	XMLNS   string         `xml:"xmlns,attr"`
	Maps    []siteMapEntry `xml:"sitemap"`
}

type siteMapEntry struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

const siteMapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// siteMaps lists all pages that are canonical, with their alternates, in as
// many files of at most that many pages as it takes. The day of change is that
// of the document that a page shows, never that of the build.
func (r *renderer) siteMaps(most int) map[string][]byte {
	var entries []urlEntry
	for _, p := range r.site.Pages {
		if p.Kind != site.NotFoundPage && p.Canonical() == p {
			entries = append(entries, r.siteMapEntry(p))
		}
	}
	if len(entries) <= most {
		return map[string][]byte{siteMapFile: r.xmlFile(newURLSet(entries))}
	}
	files := map[string][]byte{}
	index := siteMapIndex{XMLNS: siteMapNamespace}
	for chunk := range slices.Chunk(entries, most) {
		name := fmt.Sprintf("sitemap-%d.xml", len(index.Maps)+1)
		files[name] = r.xmlFile(newURLSet(chunk))
		newest := ""
		for _, e := range chunk {
			newest = max(newest, e.LastMod)
		}
		index.Maps = append(index.Maps, siteMapEntry{r.site.Absolute(name), newest})
	}
	files[siteMapFile] = r.xmlFile(index)
	return files
}

func newURLSet(entries []urlEntry) urlSet {
	return urlSet{XMLNS: siteMapNamespace, XHTML: "http://www.w3.org/1999/xhtml", URLs: entries}
}

func (r *renderer) siteMapEntry(p *site.Page) urlEntry {
	pg := &pager{renderer: r, page: p, lang: p.Lang, place: placeOf(r.site, p)}
	e := urlEntry{Loc: r.site.Absolute(p.URL), LastMod: string(p.Modified())}
	for _, a := range pg.alternates() {
		e.Links = append(e.Links, urlLink{"alternate", a.Lang, a.Href})
	}
	return e
}

// xmlFile writes a value of plain strings, which always encodes.
func (r *renderer) xmlFile(value any) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	if err := xml.NewEncoder(&b).Encode(value); err != nil {
		return nil
	}
	if small, err := r.min.bytes(typeXML, b.Bytes()); err == nil {
		return small
	}
	return b.Bytes()
}
