package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
)

// largeSite makes up a site of many pages that keep all rules, in both
// languages; every page leads to two others.
func largeSite(tb testing.TB, pages int) (c *Checker, files []File) {
	tb.Helper()
	_, page := cleanPage(tb)
	s := subject{Config: testConfig()}
	c = s.checker()
	c.origin = func(string) origin { return origin{Undated: true} }
	for _, name := range []string{
		"index.html", "404.html", "robots.txt", "data/a.json", "assets/a.css", "assets/a.js", "assets/x.png",
		"L/index.html", "L/404.html", "L/sitemap.html", "L/search.html", "L/timeline.html", "L/departments/index.html", "L/departments/x.html",
	} {
		files = append(files, File{Name: strings.Replace(name, "L", "zh", 1)})
		if strings.HasPrefix(name, "L") {
			files = append(files, File{Name: strings.Replace(name, "L", "en", 1)})
		}
	}
	var index, list strings.Builder
	for i := range pages / 2 {
		fmt.Fprintf(&index, "<a href=d/%d.html>%d</a>", i, i)
		for _, lang := range []plan.Lang{plan.Zh, plan.En} {
			name := fmt.Sprintf("%s/d/%d.html", lang, i)
			near := fmt.Sprintf(`"%d.html#p1"`, (i+1)%(pages/2))
			of := strings.NewReplacer("d/a.html", fmt.Sprintf("d/%d.html", i), `"b.html#p3"`, near, "sha384-abc", "")
			text := of.Replace(string(page))
			if lang == plan.En {
				text = strings.NewReplacer(`<html lang="zh-CN">`, `<html lang="en">`, `hreflang="en" lang="en" href="../../en`, `hreflang="zh-CN" lang="zh" href="../../zh`,
					`canonical" href="https://www.example.gov.cn/policy/zh`, `canonical" href="https://www.example.gov.cn/policy/en`,
					"<body>", `<body lang="zh">`, "示例办公室", "The example office").Replace(text)
			}
			files = append(files, File{name, c.File(name, []byte(text))})
			fmt.Fprintf(&list, "<url><loc>https://www.example.gov.cn/policy/%s</loc></url>", name)
		}
	}
	files = append(files, File{"sitemap.xml", c.File("sitemap.xml", []byte("<urlset>"+list.String()+"</urlset>"))})
	at := slices.IndexFunc(files, func(f File) bool { return f.Name == "zh/index.html" })
	files[at].Facts = c.File("zh/index.html", []byte(index.String()))
	files[at].more = nil // it has no more than its links
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return c, files
}

func noFiles(name string) ([]byte, error) { return nil, fmt.Errorf("%s is read again", name) }

// A site without mistakes is held against itself without a look at any page.
func TestLastStepReadsNothingAgain(t *testing.T) {
	c, files := largeSite(t, 400)
	findings, err := c.Site(t.Context(), files, noFiles)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Code != orphan.Code && f.Code != newestOf.Code && f.Code != sitemapLacks.Code { // the home pages are not whole
			t.Error(f)
		}
	}
}

// BenchmarkBuildAgain is what checks cost a build in which nothing changed, by
// the size of the site: facts read, held against each other, and written.
func BenchmarkBuildAgain(b *testing.B) {
	for _, pages := range []int{1_400, 14_000, 140_000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			c, files := largeSite(b, pages)
			data := c.AppendFacts(nil, files)
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				again := newChecker(c.config, c.clock)
				again.origin, again.sources = c.origin, c.sources
				facts, err := again.DecodeFacts(data)
				if err != nil {
					b.Fatal(err)
				}
				for i := range facts {
					files[i].Facts = facts[i]
				}
				if _, err := again.Site(b.Context(), files, noFiles); err != nil {
					b.Fatal(err)
				}
				again.AppendFacts(data[:0:0], files)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*pages), "ns/page")
			b.ReportMetric(float64(len(data))/float64(pages), "B/page")
		})
	}
}
