package render

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
)

// leadsOut is a link to a page that is not of an elder edition. Files for
// programs are the same for both.
var leadsOut = regexp.MustCompile(`href="(?:\.\./)+(?:zh|en)/[^"]*\.html[^"]*"`)

// Every page but that for missing addresses has an elder edition, which has
// another style sheet besides, and leads to elder pages alone but for the link
// back.
func TestElderPages(t *testing.T) {
	s := project(t, nil)
	files := rendered(t, s)
	for _, p := range s.Pages {
		elder, ok := files[site.ElderURL(p.URL)]
		if want := p.Kind != site.NotFoundPage; ok != want {
			t.Errorf("%s: has an elder edition: %v, want %v", p.URL, ok, want)
		}
		if !ok {
			continue
		}
		back := `<a class="edition" href="` + site.Relative(site.ElderURL(p.URL), p.URL) + `">`
		if !strings.Contains(string(elder), back) {
			t.Errorf("%s: no link back, like %s", p.URL, back)
		}
		if out := leadsOut.FindString(mainPart.FindString(string(elder))); out != "" {
			t.Errorf("%s: the main part of its elder edition leads out of it: %s", p.URL, out)
		}
		if n := strings.Count(string(elder), `rel="stylesheet"`); n != 2 {
			t.Errorf("%s: its elder edition has %d style sheets, want 2", p.URL, n)
		}
	}
}

// What an elder page has otherwise than its page, and what it has alike.
func TestElderPageOfMeasure(t *testing.T) {
	files := rendered(t, project(t, nil))
	page, elder := string(files["zh/doc/tax/finance/m01.html"]), string(files["zh-elder/doc/tax/finance/m01.html"])
	for _, tt := range []struct{ name, page, elder string }{
		{"class", `<body class="page-measure"`, `<body class="page-measure elder"`},
		{"switch of edition", `>长辈版</a>`, `>标准版</a>`},
		{"switch of language", `href="../../../../en/doc/tax/finance/m01.html"`, `href="../../../../en-elder/doc/tax/finance/m01.html"`},
		{"sections", `href="../../../../zh/timeline.html"`, `href="../../../timeline.html"`},
		{"same folder", `href="index.html"`, `href="index.html"`},
		{"anchor of another page", `href="../../source.html#L11"`, `href="../../source.html#L11"`},
		{"canonical", `<link rel="canonical" href="https://www.example.gov.cn/zt/zh/doc/tax/finance/m01.html">`, `<link rel="canonical" href="https://www.example.gov.cn/zt/zh/doc/tax/finance/m01.html">`},
		{"style sheet", `href="../../../../assets/css/style.`, `href="../../../../assets/css/elder.`},
	} {
		if !strings.Contains(page, tt.page) {
			t.Errorf("%s: the page lacks %s", tt.name, tt.page)
		}
		if !strings.Contains(elder, tt.elder) {
			t.Errorf("%s: the elder page lacks %s", tt.name, tt.elder)
		}
	}
	if !strings.Contains(page, "hreflang=\"x-default\"") || strings.Contains(elder, "hreflang=\"x-default\"") {
		t.Error("the page alone names alternates, for its elder edition is canonical to it")
	}
}

// A site may do without.
func TestNoElderPages(t *testing.T) {
	s := project(t, func(files fstest.MapFS) {
		replaced(t, files, "site.yaml", "domain:", "elderPages: false\ndomain:")
	})
	for name, data := range rendered(t, s) {
		if site.IsElder(name) || strings.Contains(string(data), `class="edition"`) {
			t.Errorf("%s tells of an elder edition", name)
		}
	}
}

// oddMarkup is markup as no layout of ours writes it.
var oddMarkup = []string{
	`<!DOCTYPE html><HTML><BODY CLASS=a><A HREF=../x.html>x</A><a class='b edition' href=/>y<b>z</b></a></BODY>`,
	`<link rel="stylesheet" href="a.css" data-integrity="x"/><link rel=alternate hreflang=en href=b.html>`,
	`<script>if (a</b/) { "<!--<script></script>" }</script><a href="../../en/index.html?a=1&b=2#c">`,
	`<a href="x&amp;y.html" href="../../zh/timeline.html" title="a&quot;b">`,
	`<a class="edition" href="x"><title><b></title></a><textarea></TEXTAREA ><plaintext><a href="../../zh/index.html">`,
	`<!-- <a href="../../zh/index.html"> --!><!--><a href="../../zh/index.html"><!x><?y></><//><a href`,
	`<a href = "../../zh/index.html" src="" action>a < b <3 </ c><img src="../../assets/a.png" alt>`,
	`<body class="page"><p a="1"b="2">&amp;<a href="%zz">`,
	"<a href=\"..//../zh/./index.html\" title=\"a\r\nb\x00\"><a href=\".\"><a href=\"..\"><a href=\"../../../../..\">",
	`<a href="名.html#锚"><a href="mailto:a@b"><a href="../../../zh/timeline.html#a">`,
}

// elderFixture is a page with an elder edition, and its bytes.
func elderFixture(t testing.TB) (*pager, []byte) {
	s := project(t, nil)
	r, _, err := rendererOf(s, layouts.FS, assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	page := s.Page("zh/doc/tax/finance/m01.html")
	p := &pager{renderer: r, page: page, lang: page.Lang, place: placeOf(s, page)}
	return p, rendered(t, s)[page.URL]
}

// The scanner finds in a page what a whole tokenizer finds.
func FuzzElderPage(f *testing.F) {
	p, _ := elderFixture(f)
	for _, odd := range oddMarkup {
		f.Add(odd)
	}
	f.Fuzz(func(t *testing.T, page string) {
		got, want := string(p.elderPage(nil, []byte(page))), string(tokenizedElderPage(p, []byte(page)))
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", page, got, want)
		}
	})
}

func TestElderPageAsTokenized(t *testing.T) {
	s := project(t, nil)
	r, _, err := rendererOf(s, layouts.FS, assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range rendered(t, s) {
		if about := s.Page(name); about != nil {
			p := &pager{renderer: r, page: about, lang: about.Lang, place: placeOf(s, about)}
			if !bytes.Equal(p.elderPage(nil, page), tokenizedElderPage(p, page)) {
				t.Errorf("%s: its elder page is not the one made from tokens", name)
			}
		}
	}
}

func BenchmarkElderPage(b *testing.B) {
	p, page := elderFixture(b)
	for _, one := range []struct {
		name string
		make func() []byte
	}{
		{"scanned", func() []byte { return p.elderPage(nil, page) }},
		{"tokenized", func() []byte { return tokenizedElderPage(p, page) }},
	} {
		b.Run(one.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				one.make()
			}
		})
	}
}
