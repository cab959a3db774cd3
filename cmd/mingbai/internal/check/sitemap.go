package check

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"

	"mingbai/cmd/mingbai/internal/diag"
)

// sitemapFile lists the pages for search engines.
const sitemapFile = "sitemap.xml"

var sitemapCheck = siteCheck{
	rules: []*diag.Rule{sitemapBroken, sitemapLacks, sitemapMalformed},
	run: func(r *report) {
		if !r.w.exists(sitemapFile) {
			return
		}
		listed := map[string]bool{}
		if !r.siteMap(sitemapFile, listed) {
			return
		}
		for _, p := range r.w.html() {
			// The choice of language at the root is no page of its own, nor is
			// one that search engines are to know under another.
			if r.w.canonical(p) == p.Path && p.Lang != "" && !p.isErrorPage() && !listed[p.Path] {
				r.page(p, sitemapLacks)
			}
		}
	},
}

// siteMap reads a site map, and those that it leads to in turn where it is an
// index; it notes what they list, and tells whether all could be read.
func (r *report) siteMap(name string, listed map[string]bool) bool {
	urls, err := sitemapURLs(r.w.Files[name])
	if err != nil {
		r.file(name, sitemapMalformed, err)
		return false
	}
	whole := true
	for _, u := range urls {
		t := resolve(name, u, r.w.base)
		switch {
		case t.where != inside || !r.w.exists(t.Path):
			r.file(name, sitemapBroken, u)
		case path.Ext(t.Path) == ".xml" && !listed[t.Path]:
			listed[t.Path] = true
			whole = r.siteMap(t.Path, listed) && whole
		}
		listed[t.Path] = true
	}
	return whole
}

// sitemapURLs are the addresses in <loc> and in the links to other languages.
func sitemapURLs(data []byte) ([]string, error) {
	var urls []string
	dec := xml.NewDecoder(bytes.NewReader(data))
	inLoc := false
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return urls, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			inLoc = t.Name.Local == "loc"
			if t.Name.Local != "link" {
				continue
			}
			for _, a := range t.Attr {
				if a.Name.Local == "href" {
					urls = append(urls, a.Value)
				}
			}
		case xml.CharData:
			if text := squeeze(string(t)); inLoc && text != "" {
				urls = append(urls, text)
			}
		case xml.EndElement:
			inLoc = false
		}
	}
}

var sitemapBroken = &diag.Rule{
	Code: "K611", Severity: diag.Error,
	Title:   diag.Text{En: "sitemap names a missing page", Zh: "sitemap 中的页面不存在"},
	Message: diag.Text{En: "%s is no page of this site", Zh: "%s 不是本站的页面"},
	Explain: diag.Text{
		En: "Search engines go to every address of sitemap.xml. One that leads nowhere counts as a dead link.",
		Zh: "搜索引擎会访问 sitemap.xml 中的每个地址，不存在的地址按死链计。",
	},
	Example: `<loc>https://www.example.gov.cn/zh/gone.html</loc>`,
}

var sitemapLacks = &diag.Rule{
	Code: "K612", Severity: diag.Warning,
	Title:   diag.Text{En: "page missing from the sitemap", Zh: "sitemap 遗漏页面"},
	Message: diag.Text{En: "the page does not stand in sitemap.xml", Zh: "本页没有列入 sitemap.xml"},
	Explain: diag.Text{
		En: "Search engines may not find the page, or find it late.",
		Zh: "搜索引擎可能找不到该页面，或者很晚才收录。",
	},
	Example: `zh/new.html, which sitemap.xml does not list`,
}

var sitemapMalformed = &diag.Rule{
	Code: "K613", Severity: diag.Error,
	Title:   diag.Text{En: "sitemap cannot be read", Zh: "sitemap 无法读取"},
	Message: diag.Text{En: "sitemap.xml is not well-formed: %v", Zh: "sitemap.xml 格式错误：%v"},
	Explain: diag.Text{
		En: "The file is not well-formed XML. Search engines pass over the whole file.",
		Zh: "该文件不是格式正确的 XML，搜索引擎会整个忽略它。",
	},
	Example: `<urlset><url></urlset>`,
}
