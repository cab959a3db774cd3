package fragment

import (
	"net/url"
	"strings"
	"testing"
)

const page = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title></head><body>
<header><a href="index.html">站名</a></header>
<main id="main" class="m"><nav>导航</nav><h1>减税 &amp; 降费</h1><svg><text>图</text></svg>
<div id="UCAP-CONTENT" class="text" data-x="1"><p id="p1" class="lead" onclick="x()">正文<script>alert(1)</script><!-- 注 --></p>
<p><a href="../departments/a.html#x">财政厅</a> <a href="#p1">上文</a> <a href="#gone">无</a> <a href="javascript:alert(1)">坏</a></p></div>
<p hidden>藏</p><div data-screen><p>画</p></div></main><footer>脚</footer></body></html>`

func sheet(t *testing.T, css string) *Sheet {
	t.Helper()
	s, err := ParseSheet([]byte(css))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fragments(t *testing.T, files map[string]string, css string) map[string]string {
	t.Helper()
	in := map[string][]byte{}
	for name, text := range files {
		in[name] = []byte(text)
	}
	base, _ := url.Parse("https://www.example.gov.cn/zt/")
	got, err := All(t.Context(), in, base, sheet(t, css))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for name, data := range got {
		out[name] = string(data)
	}
	return out
}

func TestFragment(t *testing.T) {
	got := fragments(t, map[string]string{"zh/d/m.html": page}, "p { margin: 0 } .lead { color: red; margin: 1em } p { color: blue }")["zh/d/m.html"]
	for what, want := range map[string]string{
		"the title":                         "<title>减税 &amp; 降费</title>",
		"styles, the more specific last":    `<p id="mb-p1" style="color:red;margin:1em">正文</p>`,
		"a link made absolute":              `href="https://www.example.gov.cn/zt/zh/departments/a.html#x"`,
		"an anchor of its own":              `href="#mb-p1"`,
		"an anchor that is not in it":       `href="https://www.example.gov.cn/zt/zh/d/m.html#gone"`,
		"an address that may not be there":  `<a href="" style="">坏</a>`,
		"its language":                      `<div lang="zh-CN">`,
		"an anchor apart from the portal's": `id="mb-UCAP-CONTENT"`,
	} {
		want = strings.ReplaceAll(want, ` style=""`, "")
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s is not in\n%s", what, want, got)
		}
	}
	for _, unwanted := range []string{"script", "onclick", "javascript", "class=", "data-", "导航", "图", "藏", "画", "站名", "脚", "注", "<h1", "<main"} {
		if strings.Contains(got, unwanted) {
			t.Errorf("%s is still in\n%s", unwanted, got)
		}
	}
}

func TestPagesWithoutFragment(t *testing.T) {
	got := fragments(t, map[string]string{
		"index.html":      page, // leads to a language
		"zh/404.html":     strings.Replace(page, `<meta charset="utf-8">`, `<meta name="robots" content="noindex">`, 1),
		"zh/search.html":  `<html lang="zh-CN"><main><h1>搜索</h1><form><input></form></main></html>`,
		"zh/d/m.html":     page,
		"assets/a.css":    "p{}",
		"zh/nothing.html": `<html><p>没有正文</p></html>`,
	}, "")
	if len(got) != 2 || got["zh/d/m.html"] == "" || !strings.Contains(got["index.html"], `<a href="zh/d/m.html">减税 &amp; 降费</a>`) {
		t.Errorf("%d files: %s", len(got), got["index.html"])
	}
}

func TestBadSheet(t *testing.T) {
	for _, css := range []string{"p:nonsense(3) { color: red }", "p[ { color: red }"} {
		if _, err := ParseSheet([]byte(css)); err == nil || !strings.Contains(err.Error(), "style sheet") {
			t.Errorf("%q: %v", css, err)
		}
	}
}

func TestAtRulesAreLeftOut(t *testing.T) {
	got := fragments(t, map[string]string{"zh/m.html": page}, "@media print { p { color: red } } p { margin: 0 }")["zh/m.html"]
	if strings.Contains(got, "red") || !strings.Contains(got, "margin:0") {
		t.Error(got)
	}
}

// What mingbai carries is whole.
func TestDefaultSheet(t *testing.T) {
	if _, err := DefaultSheet(); err != nil {
		t.Fatal(err)
	}
}
