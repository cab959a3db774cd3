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
	run: func(s *sweep) error {
		if s.find(hash(sitemapFile)) < 0 {
			return nil
		}
		listed := make([]bool, len(s.files))
		if whole, err := s.siteMap(s.find(hash(sitemapFile)), listed); err != nil || !whole {
			return err
		}
		for i, f := range s.files {
			// The choice of language at the root is no page of its own, nor is
			// one that search engines are to know under another.
			if f.kind == pageFile && !listed[i] && langOf(f.Name) != "" && !isErrorPage(f.Name) && s.c.canonical(f.Name) == f.Name {
				s.page(f.Name, sitemapLacks)
			}
		}
		return nil
	},
}

// siteMap notes what a site map lists, and goes on to those that it leads to
// where it is an index; it tells whether all could be read.
func (s *sweep) siteMap(at int32, listed []bool) (whole bool, err error) {
	f := &s.files[at]
	if whole, err = s.tellSiteMap(f); err != nil || !whole {
		return false, err
	}
	for id := range f.links.all {
		to := s.places[id].file
		if to < 0 {
			continue
		}
		before := listed[to]
		if listed[to] = true; !before && path.Ext(s.files[to].Name) == ".xml" {
			rest, err := s.siteMap(to, listed)
			if err != nil {
				return false, err
			}
			whole = whole && rest
		}
	}
	return whole, nil
}

// tellSiteMap reports what is wrong with one site map, which it reads again for
// the words where anything is. It tells whether it could be read.
func (s *sweep) tellSiteMap(f *File) (bool, error) {
	if f.kind == siteMapFile && f.flags&odd == 0 && !s.leadsAstray(f) {
		return true, nil
	}
	data, err := s.data(f.Name)
	if err != nil {
		return false, err
	}
	urls, err := sitemapURLs(data)
	if err != nil {
		s.file(f.Name, sitemapMalformed, err)
		return false, nil
	}
	for _, u := range urls {
		if t := s.c.resolve(f.Name, u); t.where != inside || s.find(hash(t.Path)) < 0 {
			s.file(f.Name, sitemapBroken, u)
		}
	}
	return true, nil
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
