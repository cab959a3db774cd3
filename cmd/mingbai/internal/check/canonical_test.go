package check

import (
	"slices"
	"testing"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

// A page that only shows another's text in another way is canonical to that
// one, names no alternates, and need not stand in the site map.
func TestCanonicalToAnotherPage(t *testing.T) {
	head := `<!doctype html><html lang=zh-CN><link rel=canonical href=https://www.example.gov.cn/policy/zh/`
	tests := []struct {
		name, page string
		canonical  string
		want       []string
	}{
		{"as it should be", head + `a.html><main>甲</main>`, "zh/a.html", nil},
		{"canonical to itself", head + `a.both.html><main>甲</main>`, "zh/a.html", []string{"K522"}},
		{"a page of its own", head + `a.both.html><main>甲</main>`, "", []string{"K511", "K511", "K511", "K612"}},
		{"a page of its own, canonical to another", head + `a.html><main>甲</main>`, "", []string{"K511", "K511", "K511", "K522", "K612"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := subject{
				Config: testConfig(), Clock: testClock,
				Origins: map[string]origin{"zh/a.both.html": {Kind: site.ParallelPage, Canonical: tt.canonical}},
				Files: map[string][]byte{
					"zh/a.both.html": []byte(tt.page), "zh/a.html": []byte(`<!doctype html><html lang=zh-CN><main>甲</main>`),
					"sitemap.xml": []byte(`<urlset><url><loc>https://www.example.gov.cn/policy/zh/a.html</loc></url></urlset>`),
				},
			}
			findings, err := s.check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range findings {
				about := []*diag.Rule{noCanonical, wrongCanonical, noAlternate, wrongAlternate, notReciprocal, sitemapLacks}
				if f.File == publicDir+"/zh/a.both.html" && slices.ContainsFunc(about, func(r *diag.Rule) bool { return r.Code == f.Code }) {
					got = append(got, f.Code)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("found %v, want %v", got, tt.want)
			}
		})
	}
}
