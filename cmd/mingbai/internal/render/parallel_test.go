package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mingbai/cmd/mingbai/internal/site"
)

// restoredProject has a plan with one paragraph put back into Chinese, whose
// source has changed since.
func restoredProject(t *testing.T) map[string][]byte {
	t.Helper()
	return rendered(t, project(t, func(files fstest.MapFS) {
		name := "doc/01-tax/1-finance/_index.zh.md"
		replaced(t, files, name, "  - { text: 惠企, source: Work Plan for Enterprises }\n---\n",
			"  - { text: 惠企, source: Work Plan for Enterprises }\ntranslation: { from: en, state: reviewed, only: [p9], outdated: [p9, title] }\n---\n")
		replaced(t, files, name, "制定本方案。 {#p7}", "制定本方案。 {#p7}\n\n## 工作目标 {#goal}\n\n减轻负担。 {#p9}")
	}))
}

func TestParagraphsSayWhereTheyComeFrom(t *testing.T) {
	files := restoredProject(t)
	sign := `<span class="sign"><a href="../../source.html#L9" aria-label="还原：据文件中的英文还原，已审校，见文件原文第 9 行">还原</a> <span>原文已有改动，译文待核对</span></span>`
	for _, tt := range []struct{ page, want string }{
		{"zh/doc/tax/finance/index.html", `<p id="p7">为落实《惠企工作方案》，制定本方案。</p>`}, // as issued: no sign
		{"zh/doc/tax/finance/index.html", `<p id="p9">减轻负担。 ` + sign + `</p>`},
		{"zh/doc/tax/finance/index.html", `标有“还原”的段落系据文件中的英文还原，已审校`},
		{"zh/doc/tax/finance/index.html", `原文标题已有改动`},
		{"zh/doc/tax/finance/index.both.html", `<div class="pair" id="p9"><div lang="zh-CN"><p>减轻负担。 ` + sign + `</p></div><div lang="en"><p>Reduce the burden. <span class="sign">`},
		{"zh/doc/tax/finance/m01.html", `本页正文是文件印发的中文原文，其中个别名称系还原`},
		{"zh/doc/tax/finance/index.both.html", `<span>印发的中文原文，个别名称系还原</span> <span>据文件中的英文还原，已审校</span>`},
	} {
		if !strings.Contains(string(files[tt.page]), tt.want) {
			t.Errorf("%s lacks %s", tt.page, tt.want)
		}
	}
	if strings.Contains(string(files["zh/doc/tax/finance/m01.html"]), `class="sign"`) {
		t.Error("a Chinese text as issued has a sign")
	}
}

// A list is one block with several anchors; each of its items has its sign.
func TestListItemsSayWhereTheyComeFrom(t *testing.T) {
	files := rendered(t, project(t, func(files fstest.MapFS) {
		replaced(t, files, "doc/01-tax/1-finance/m01.en.md", "Refunds are to be made by 30 June. (Led by the Department of Finance) {#p11}",
			"- One. {#p11}\n- Two. {#p12}")
	}))
	page := string(files["en/doc/tax/finance/m01.html"])
	for _, want := range []string{`<li id="p11"><span class="sign"><a href="../../source.html#L11"`, `<li id="p12"><span class="sign"><a href="../../source.html#L12"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// Both languages of the interface show the same rows, at the anchors that the
// text has in one language, and lead there and back.
func TestSideBySide(t *testing.T) {
	s := project(t, nil)
	files := rendered(t, s)
	id := regexp.MustCompile(` id="(p\d+)"`)
	for _, p := range s.Pages {
		if p.Kind != site.ParallelPage {
			continue
		}
		page, single := string(files[p.URL]), string(files[p.Single.URL])
		rows := id.FindAllString(page, -1)
		for _, anchor := range id.FindAllString(single, -1) {
			if !slices.Contains(rows, anchor) {
				t.Errorf("%s lacks%s of %s", p.URL, anchor, p.Single.URL)
			}
		}
		if twin := id.FindAllString(string(files[p.Twin.URL]), -1); !slices.Equal(rows, twin) {
			t.Errorf("%s: %v, its twin %v", p.URL, rows, twin)
		}
		for from, to := range map[*site.Page]*site.Page{p: p.Single, p.Single: p} {
			link := `<p class="view"><a href="` + site.Relative(from.URL, to.URL) + `">`
			if !strings.Contains(string(files[from.URL]), link) {
				t.Errorf("%s does not lead to %s", from.URL, to.URL)
			}
		}
		canonical := `<link rel="canonical" href="` + s.Absolute(p.Canonical().URL) + `">`
		if !strings.Contains(page, canonical) || strings.Contains(page, `<link rel="alternate"`) {
			t.Errorf("%s: canonical or alternate addresses are wrong", p.URL)
		}
		if strings.Contains(string(files["sitemap.xml"]), p.URL) {
			t.Errorf("%s stands in the site map for search engines", p.URL)
		}
	}
}
