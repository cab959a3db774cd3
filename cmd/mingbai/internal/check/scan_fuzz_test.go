package check

import (
	"bytes"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// cleanPage is a page that keeps all rules, of the many ways in which render
// and authors write HTML.
func cleanPage(tb testing.TB) (*Checker, []byte) {
	tb.Helper()
	page, err := os.ReadFile("testdata/clean.html")
	if err != nil {
		tb.Fatal(err)
	}
	return subject{Config: testConfig(), Clock: testClock, Origins: map[string]origin{"zh/d/a.html": {Undated: true}}}.checker(), page
}

const cleanName = "zh/d/a.html"

func TestScannerReadsTheCleanPage(t *testing.T) {
	c, page := cleanPage(t)
	read := c.Read(cleanName, page)
	if read.more != nil {
		for _, f := range read.more.findings {
			t.Error(f.of(c, cleanName, f.message()))
		}
	}
	scanned, ok := c.scan(cleanName, page)
	if !ok || scanned != read {
		t.Errorf("scanned (%v) %+v\nread %+v", ok, scanned, read)
	}
}

// Wherever one byte is taken away, doubled or exchanged, the scanner sees what
// the reader sees, or leaves the page to it.
func TestScannerAgreesOnDamagedPages(t *testing.T) {
	c, page := cleanPage(t)
	served := 0
	for i := range page {
		for _, with := range []string{"", string(page[i]) + string(page[i]), "<", ">", "&", "x", " ", "\"", "/", "\xff", "\r", "**"} {
			damaged := slices.Concat(page[:i], []byte(with), page[i+1:])
			if scanned, ok := c.scan(cleanName, damaged); ok {
				served++
				if read := c.Read(cleanName, damaged); scanned != read {
					t.Fatalf("byte %d replaced by %q: %s\nscanned %+v\nread %+v", i, with, around(string(damaged), i, i+1), scanned, read)
				}
			}
		}
	}
	if served < len(page) {
		t.Errorf("only %d damaged pages were served", served)
	}
}

// pieces are put into pages by tests.
var pieces = []string{"<p id=p1>", "<p id=p9>", "<ul></ul>", "</main>", "<main>", "<h1>x</h1>", "</h1>", "<a href=../x/./y.html>z</a>", "<a href=q.html>z", "</a>", "<title></title>", "&#x41;", "<svg>",
	"<svg/>", "</svg>", "<a href='../../../x'>", "<a href='../../x.html#y'>", "<textarea>**</textarea>", "<li>", "</ul>", "</p>", "<!-- > -->", "<!---->", "<script>", "</script>", "<option>", "<a href=b.html#%41>", "<footer>",
	"</footer>", "<dd>", "\u3000", "<FORM ACTION=x>", "</head>", "<body>", "<nav>", "</nav>", "<template>", "<div hidden>", "</div>", "<x-y>", "</x-y>", "<pre>{{", "</pre>", "<tr>", "<td>", "<p lang=en>", "<p lang=zh-CN>",
	"some five english words here", "中文", "<a rel='alternate' hreflang=en href=../../en/d/a.html>", "<link rel=canonical href=https://www.example.gov.cn/policy/zh/d/a.html>", "<meta name=PubDate content='2022-01-01 10:00'>",
	"<meta name=ColumnName content=x>", "<link rel=alternate hreflang=EN href=x>", "<a href=https://www.example.gov.cn/policy/zh/x.html>", "<link rel=icon href=x.png integrity=z>", "<img src=x.png alt=y>", "<input list=p1>", " id=q9 ", " hidden ", " lang=en ", "=", "'", "\"",
	"&nbsp;", "&amp", "&lt;no value>", "&copy;", "<br/>", "<p/>", "</br>", "<b", "<a href=../index.html#top>", "<a href='#'>", "<a href='?x'>", "<a href=..>", "<a href='x.html '>", "<object data=x.swf>", "<q cite=x>", "<noscript>", "</noscript>"}

// Pieces of HTML at any place of a page do not part the two.
func TestScannerAgreesOnMixedPages(t *testing.T) {
	c, page := cleanPage(t)
	r := rand.New(rand.NewPCG(1, 2))
	served, rounds := 0, 3000
	for range rounds {
		mixed := slices.Clone(page)
		for range 1 + r.IntN(4) {
			at := r.IntN(len(mixed) + 1)
			if r.IntN(2) == 0 { // at a tag
				if i := bytes.IndexByte(mixed[at:], '<'); i >= 0 {
					at += i
				}
			}
			to := at
			if r.IntN(4) == 0 {
				to = min(len(mixed), at+r.IntN(60))
			}
			mixed = slices.Concat(mixed[:at], []byte(pieces[r.IntN(len(pieces))]), mixed[to:])
		}
		scanned, ok := c.scan(cleanName, mixed)
		if !ok {
			continue
		}
		served++
		if read := c.Read(cleanName, mixed); scanned != read {
			t.Fatalf("scanned %+v\nread %+v\nof %s", scanned, read, mixed)
		}
	}
	if served < rounds/20 {
		t.Errorf("only %d of %d pages were served", served, rounds)
	}
}

// Whatever stands in a page, the scanner sees what the reader sees, or leaves
// the page to it.
func FuzzScan(f *testing.F) {
	c, page := cleanPage(f)
	f.Add(page, uint16(0), []byte(""))
	for _, piece := range pieces {
		for at := 0; at < len(page); at += 1500 {
			f.Add(page, uint16(at), []byte(piece))
		}
	}
	f.Fuzz(func(t *testing.T, page []byte, at uint16, piece []byte) {
		i := min(int(at), len(page))
		page = slices.Concat(page[:i], piece, page[i:])
		if scanned, ok := c.scan(cleanName, page); ok {
			if read := c.Read(cleanName, page); scanned != read {
				t.Errorf("scanned %+v\nread %+v", scanned, read)
			}
		}
	})
}

func FuzzScanSiteMap(f *testing.F) {
	f.Add([]byte(xmlDeclaration + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://a.cn/zh/a.html</loc>` +
		"\n" + `<xhtml:link rel="alternate" hreflang="en" href="https://a.cn/en/a.html"/></url></urlset>`))
	for _, s := range []string{"<a><loc> x <b/> y</loc></a>", "<a/><b/>", "<link href=\"x\"/>", "<loc>a</loc>b", "<a:loc>x</a:loc>", "<a href=\"x\" href=\"y\"></a>", "<a:b:c/>", "<loc/>x"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got []string
		if !scanSiteMap(data, func(url []byte) { got = append(got, string(url)) }) {
			return
		}
		want, err := sitemapURLs(data)
		if err != nil {
			t.Fatalf("read what is malformed: %v", err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestIsHanFast(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if isHanFast(r) != isHan(r) {
			t.Fatalf("%U: %v, want %v", r, isHanFast(r), isHan(r))
		}
	}
}

func TestTagTableFindsAll(t *testing.T) {
	for _, k := range tags.kinds {
		if k != nil && tags.find([]byte(k.atom.String())) != k {
			t.Errorf("<%s> is not found", k.atom)
		}
	}
	if tags.find([]byte("blockquote")) == unknownTag || tags.find([]byte("path")) != unknownTag {
		t.Error("a long name, or one that is not there")
	}
}
