package render

import (
	"bytes"
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"maps"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/export"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
)

func TestEveryPageIsMade(t *testing.T) {
	s := project(t, nil)
	files := rendered(t, s)
	kinds := map[site.Kind]bool{}
	for _, p := range s.Pages {
		kinds[p.Kind] = true
		page := files[p.URL]
		if n := bytes.Count(page, []byte("<h1")); n != 1 {
			t.Errorf("%s: %d main headings", p.URL, n)
		}
		if !bytes.Contains(page, []byte(`<html lang="`+tag(p.Lang)+`">`)) {
			t.Errorf("%s: wrong language", p.URL)
		}
	}
	for _, kind := range site.Kinds() {
		if !kinds[kind] {
			t.Errorf("the project has no page of kind %s", kind)
		}
	}
}

// The finished pages keep the rules that the checks know: links, portal tags,
// footer, languages, alternates.
func TestPagesKeepTheRules(t *testing.T) {
	s := project(t, nil)
	files := rendered(t, s)
	programs, err := export.Files(t.Context(), s) // the pages link to them
	if err != nil {
		t.Fatal(err)
	}
	maps.Copy(files, programs)
	for _, f := range check.Pages(t.Context(), s, files) {
		if f.Severity != diag.Info {
			t.Error(f)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	first := rendered(t, project(t, nil))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	second := rendered(t, project(t, nil))
	if !slices.Equal(slices.Sorted(maps.Keys(first)), slices.Sorted(maps.Keys(second))) {
		t.Fatal("other files")
	}
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestStopped(t *testing.T) {
	files, _, err := Render(cancelled(), project(t, nil), layouts.FS, assets.FS)
	if !errors.Is(err, context.Canceled) || files != nil {
		t.Errorf("%d files, error %v", len(files), err)
	}
}

func TestMissingTextIsShownInTheOtherLanguage(t *testing.T) {
	files := rendered(t, project(t, nil))
	for _, tt := range []struct{ page, want string }{
		// a whole text: told once, above
		{"zh/doc/tax/finance/m02.html", `<h1><span lang="en">Defer social insurance</span></h1>`},
		{"zh/doc/tax/finance/m02.html", `文件中这一部分只有英文`},
		{"zh/doc/tax/finance/m02.html", `<div class="foreign"><div lang="en"><p id="p13">Payments may be deferred. <span class="sign"><span role="img" aria-label="tr.: translation found in the document">tr.</span></span></p></div></div>`},
		// one paragraph: told where it stands
		{"en/doc/tax/finance/m01.html", `<p id="p11">Refunds are to be made by 30 June. (Led by the <a href="../../../departments/finance.html">Department of Finance</a>) <span class="sign"><a href="../../source.html#L11" aria-label="tr.: translation for reference, reviewed, see line 11 of the document as issued">tr.</a></span></p><div class="foreign"><p class="notice">Not available in English; the Chinese text as issued</p><div lang="zh-CN"><p id="p12">`},
		// names in lists
		{"zh/doc/tax/finance/index.html", `<a href="m02.html" lang="en">Defer social insurance</a>`},
	} {
		if !strings.Contains(string(files[tt.page]), tt.want) {
			t.Errorf("%s lacks %s", tt.page, tt.want)
		}
	}
}

func TestNamesAreMarked(t *testing.T) {
	files := rendered(t, project(t, nil))
	for _, tt := range []struct{ page, want string }{
		{"zh/index.html", `减税降费专项行动</a> <small class="mark mark-unconfirmed">名称待核实</small>`},
		{"zh/doc/tax/index.html", `现标题系推测，尚未核实`},
		{"zh/doc/index.html", `系根据文件其他部分确定地还原`},
		{"zh/doc/tax/finance/m01.html", `<td>省财政厅</td><td><span lang="en">Finance Department</span></td>`},
		{"en/doc/tax/finance/m01.html", `This translation has been reviewed. It is for reference only; the Chinese text prevails. Translation: the translation office`},
	} {
		if !strings.Contains(string(files[tt.page]), tt.want) {
			t.Errorf("%s lacks %s", tt.page, tt.want)
		}
	}
}

func TestLinksBetweenContentFiles(t *testing.T) {
	files := rendered(t, project(t, nil))
	want := `<a href="../doc/tax/finance/m01.html#p11">退税</a>`
	for _, page := range []string{"zh/departments/finance.html", "en/departments/finance.html"} {
		if !strings.Contains(string(files[page]), want) {
			t.Errorf("%s lacks %s", page, want)
		}
	}
}

func TestIntegrity(t *testing.T) {
	off := rendered(t, project(t, nil))
	on := rendered(t, project(t, func(files fstest.MapFS) {
		replaced(t, files, "site.yaml", "soonDays: 30", "soonDays: 30\nintegrity: true")
	}))
	link := regexp.MustCompile(`<link rel="stylesheet" href="\.\./(assets/css/style\.[0-9a-f]{10}\.css)"( | data-)integrity="sha384-([^"]*)">`)
	for name, files := range map[string]map[string][]byte{" data-": off, " ": on} {
		m := link.FindSubmatch(files["zh/index.html"])
		if m == nil {
			t.Fatal("no style sheet in zh/index.html")
		}
		sum := sha512.Sum384(files[string(m[1])])
		if string(m[3]) != base64.StdEncoding.EncodeToString(sum[:]) || string(m[2]) != name {
			t.Errorf("attribute %sintegrity, sum %s", m[2], m[3])
		}
	}
}

// A page for missing addresses is shown at any depth: it leads by absolute
// paths, and loads nothing.
func TestMissingPagesStandAlone(t *testing.T) {
	files := rendered(t, project(t, nil))
	href := regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	for _, name := range []string{"404.html", "zh/404.html", "en/404.html"} {
		for _, m := range href.FindAllStringSubmatch(string(files[name]), -1) {
			if !regexp.MustCompile(`^(/zt/|https://|data:|#main)`).MatchString(m[1]) {
				t.Errorf("%s: %s", name, m[1])
			}
		}
		if bytes.Contains(files[name], []byte("<script")) {
			t.Errorf("%s has a script", name)
		}
	}
}

func TestStatusIsRefreshedOnlyWithoutAFixedClock(t *testing.T) {
	if page := rendered(t, project(t, nil))["zh/timeline.html"]; bytes.Contains(page, []byte("data-words")) {
		t.Error("the configuration fixes the clock, and the page is refreshed")
	}
	s := project(t, func(files fstest.MapFS) { replaced(t, files, "site.yaml", "clock: 2022-06-15\n", "") })
	s.Clock = "2022-06-15"
	page := string(rendered(t, s)["zh/timeline.html"])
	if !strings.Contains(page, `data-clock="2022-06-15" data-soon="30"`) || !strings.Contains(page, `&#34;ending&#34;:&#34;即将到期&#34;`) && !strings.Contains(page, `"ending":"即将到期"`) {
		t.Errorf("no words for the script: %s", regexp.MustCompile(`<body[^>]*>`).FindString(page))
	}
}

func TestOneLanguage(t *testing.T) {
	s := project(t, func(files fstest.MapFS) { replaced(t, files, "site.yaml", "[zh, en]", "[zh]") })
	files := rendered(t, s)
	for name, data := range files {
		if strings.HasPrefix(name, "en/") || bytes.Contains(data, []byte(`hreflang="en"`)) {
			t.Errorf("%s is English or leads there", name)
		}
	}
	if !bytes.Contains(files["zh/doc/tax/finance/m02.html"], []byte("Payments may be deferred.")) {
		t.Error("a text that exists in English only is missing")
	}
}

func TestWithoutBaseURL(t *testing.T) {
	s := project(t, func(files fstest.MapFS) {
		replaced(t, files, "site.yaml", "baseURL:", "#")
	})
	files := rendered(t, s)
	if files["sitemap.xml"] != nil || bytes.Contains(files["robots.txt"], []byte("Sitemap")) {
		t.Error("a site map without absolute addresses")
	}
	page := string(files["zh/timeline.html"])
	if strings.Contains(page, `rel="canonical"`) || !strings.Contains(page, `hreflang="en" href="../en/timeline.html"`) {
		t.Error("canonical or alternate addresses are wrong")
	}
}

func TestEmptySite(t *testing.T) {
	s := project(t, func(files fstest.MapFS) {
		for name := range files {
			if name != "site.yaml" {
				delete(files, name)
			}
		}
	})
	files := rendered(t, s)
	for _, want := range []string{"近期没有到期的时限"} {
		if !strings.Contains(string(files["zh/index.html"]), want) {
			t.Errorf("the home page lacks %s", want)
		}
	}
	if !strings.Contains(string(files["zh/timeline.html"]), "文件没有写明时限") {
		t.Error("the timeline does not say that it is empty")
	}
}

// The tags of publication come from the record, in both dialects, or not at all.
func TestPublicationTags(t *testing.T) {
	page := "zh/doc/tax/finance/m01.html"
	both := string(rendered(t, project(t, nil))[page])
	for _, want := range []string{
		`<meta name="PubDate" content="2022-06-09 10:30">`, `<meta name="firstpublishedtime" content="2022-06-09-10:30:00">`,
		`<meta name="ContentSource" content="某省财政厅">`, `<meta name="ColumnName" content="减税降费专项行动">`,
		`<title>加快退税_减税降费专项行动_政策明白网</title>`,
	} {
		if !strings.Contains(both, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	none := string(rendered(t, project(t, func(files fstest.MapFS) {
		replaced(t, files, "doc/_index.zh.md", "published: 2022-06-09 10:30\n", "")
	}))[page])
	if strings.Contains(none, "PubDate") || strings.Contains(none, "publishedtime") {
		t.Error("a time of publication without a record")
	}
	if strings.Contains(both+none, `content=""`) {
		t.Error("a tag without a value")
	}
}

// Texts of the two languages stand at the same anchors.
func TestTwinsHaveTheSameAnchors(t *testing.T) {
	s := project(t, nil)
	files := rendered(t, s)
	id := regexp.MustCompile(` id="(p\d+|L\d+|doc-[^"]*)"`)
	for _, p := range s.Pages {
		if p.Lang != plan.Zh {
			continue
		}
		zh := id.FindAllString(string(files[p.URL]), -1)
		en := id.FindAllString(string(files[p.Twin.URL]), -1)
		if !slices.Equal(zh, en) {
			t.Errorf("%s: %v, its twin %v", p.URL, zh, en)
		}
	}
}
