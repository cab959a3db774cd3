package render

import (
	"bytes"
	"maps"
	"strings"
	"testing"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/check"
	"mingbai/layouts"
)

// Search engines take no more than so many pages in one file.
func TestSiteMapInSeveralFiles(t *testing.T) {
	s := project(t, nil)
	r, _, err := rendererOf(s, layouts.FS, assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	whole := r.siteMaps(maxEntries)
	all := bytes.Count(whole["sitemap.xml"], []byte("<url>"))
	if len(whole) != 1 || all == 0 {
		t.Fatalf("%d files, %d pages in the first", len(whole), all)
	}
	files := r.siteMaps(all/2 + 1)
	first, second := bytes.Count(files["sitemap-1.xml"], []byte("<url>")), bytes.Count(files["sitemap-2.xml"], []byte("<url>"))
	if len(files) != 3 || first != all/2+1 || first+second != all {
		t.Errorf("%d files with %d and %d pages of %d", len(files), first, second, all)
	}
	index := string(files["sitemap.xml"])
	for _, want := range []string{"<sitemapindex ", "<loc>https://www.example.gov.cn/zt/sitemap-2.xml</loc>", "<lastmod>2022-06-08</lastmod>"} {
		if !strings.Contains(index, want) {
			t.Errorf("the index lacks %s: %s", want, index)
		}
	}
	rest := rendered(t, s)
	maps.Copy(rest, files)
	for _, f := range check.Pages(t.Context(), s, rest) {
		if strings.HasPrefix(f.Code, "K61") {
			t.Error(f)
		}
	}
}
