package check

import (
	"strings"
	"testing"
)

// A site map may be an index of others, which are read in its place.
func TestSitemapIndex(t *testing.T) {
	const base = "https://www.example.gov.cn/policy/"
	list := func(urls ...string) []byte {
		return []byte("<urlset><url><loc>" + strings.Join(urls, "</loc></url><url><loc>") + "</loc></url></urlset>")
	}
	page := []byte("<main><p>text</p></main>")
	files := map[string][]byte{
		"sitemap.xml": []byte("<sitemapindex><sitemap><loc>" + base + "sitemap-1.xml</loc></sitemap><sitemap><loc>" + base +
			"sitemap-2.xml</loc></sitemap><sitemap><loc>" + base + "sitemap-3.xml</loc></sitemap></sitemapindex>"),
		"sitemap-1.xml": list(base + "zh/a.html"),
		"sitemap-2.xml": list(base+"zh/b.html", base+"zh/gone.html"),
		"zh/a.html":     page, "zh/b.html": page, "zh/c.html": page,
	}
	findings, err := subject{Config: testConfig(), Clock: testClock, Files: files}.check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range findings {
		if strings.HasPrefix(f.Code, "K61") {
			got = append(got, f.Code+" "+f.File+" "+f.Message.En)
		}
	}
	want := []string{
		"K611 public/sitemap-2.xml " + base + "zh/gone.html is no page of this site",
		"K611 public/sitemap.xml " + base + "sitemap-3.xml is no page of this site",
		"K612 public/zh/c.html the page does not stand in sitemap.xml",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
