package render

import (
	"bytes"
	"flag"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files anew")

// goldenPages are one of each kind, and what only the other language shows.
var goldenPages = []string{
	"zh/index.html", "zh/doc/index.html", "zh/doc/tax/index.html", "zh/doc/tax/finance/index.html",
	"en/doc/tax/finance/index.html", "zh/doc/tax/finance/m01.html", "en/doc/tax/finance/m01.html",
	"zh/doc/tax/finance/m02.html", "zh/doc/index.both.html", "en/doc/tax/index.both.html", "zh/doc/tax/finance/index.both.html",
	"en/doc/tax/finance/m01.both.html", "zh/departments/index.html", "zh/departments/finance.html", "zh/timeline.html",
	"zh/timeline-departments.html", "zh/matrix.html", "en/matrix.html",
	"zh/audiences/index.html", "zh/audiences/catering.html", "en/benefits/social-insurance.html",
	"en/doc/source.html", "zh/sitemap.html", "en/404.html", "index.html", "404.html", "sitemap.xml", "robots.txt",
}

// wholePage is shown with its frame, all others with their main part alone.
const wholePage = "zh/doc/tax/finance/m01.html"

var (
	mainPart   = regexp.MustCompile(`(?s)<main.*</main>`)
	lineBefore = regexp.MustCompile(`<(?:/?(?:html|head|body|header|footer|main|nav|article|section|dl|ul|ol|table|thead|tbody|tr|div|figure|svg|url|urlset)\b|(?:meta|link|script|title|h\d|p|dt|dd|li|td|th|summary|details|figcaption|text|line|rect|circle|polygon|loc|lastmod|xhtml:link)\b)`)
	sums       = regexp.MustCompile(`sha384-[A-Za-z0-9+/=]+`)
	prints     = regexp.MustCompile(`\.[0-9a-f]{10}\.`)
	codes      = regexp.MustCompile(`\bd="M[^"]{400,}"`)
	dataURLs   = regexp.MustCompile(`"data:[^"]*"`)
)

// readable writes a finished file with a line for each element, and without
// what every change of an asset changes.
func readable(name string, data []byte) []byte {
	if strings.HasSuffix(name, ".html") && name != wholePage {
		data = mainPart.Find(data)
	}
	data = sums.ReplaceAll(data, []byte("sha384-SUM"))
	data = prints.ReplaceAll(data, []byte(".HASH."))
	data = codes.ReplaceAll(data, []byte(`d="…"`))
	data = dataURLs.ReplaceAll(data, []byte(`"data:…"`))
	if name == "sitemap.xml" { // all entries are alike
		data = regexp.MustCompile(`(?s)(</url>).*(</urlset>)`).ReplaceAll(data, []byte("$1…$2"))
	}
	if name != "robots.txt" {
		data = lineBefore.ReplaceAll(data, []byte("\n$0"))
	}
	return append(bytes.TrimSpace(data), '\n')
}

func TestPages(t *testing.T) {
	const golden = "testdata/pages.txtar"
	files := rendered(t, project(t, nil))
	got := &txtar.Archive{Comment: []byte("Pages of site.txtar, a line for each element.\n")}
	for _, name := range goldenPages {
		if files[name] == nil {
			t.Fatalf("%s was not made", name)
		}
		got.Files = append(got.Files, txtar.File{Name: name, Data: readable(name, files[name])})
	}
	if *update {
		writeFile(t, golden, txtar.Format(got))
		return
	}
	want, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]string{}
	for _, f := range want.Files {
		byName[f.Name] = string(f.Data)
	}
	for _, f := range got.Files {
		if diff := cmp.Diff(byName[f.Name], string(f.Data)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", f.Name, diff)
		}
		delete(byName, f.Name)
	}
	for name := range byName {
		t.Errorf("%s: the golden file holds %s, which no test looks at", golden, name)
	}
}
