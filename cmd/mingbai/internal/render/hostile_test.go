package render

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/layouts"
)

func parsed(t *testing.T, page []byte) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// text is the text of a page as a browser reads it.
func text(doc *html.Node) string {
	var b strings.Builder
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// harmless wants a page without elements and attributes that run or load
// anything but the site's own scripts.
func harmless(t *testing.T, name string, page []byte) {
	t.Helper()
	ownScript := regexp.MustCompile(`^[./]*assets/js/(site|search)\.[0-9a-f]{10}\.js$`)
	for n := range parsed(t, page).Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), strings.HasPrefix(strings.TrimSpace(a.Val), "javascript:"), strings.Contains(a.Val, "ZgotmplZ"):
				t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
			case a.Key == "src" && !ownScript.MatchString(a.Val):
				t.Errorf("%s: <%s> loads %q", name, n.Data, a.Val)
			}
		}
		if n.Data == "iframe" || n.Data == "img" || n.Data == "script" && n.FirstChild != nil && !isData(n) {
			t.Errorf("%s: <%s>", name, n.Data)
		}
	}
}

// isData tells a block of linked data, whose text no browser runs and whose
// quotes and brackets end nothing.
func isData(script *html.Node) bool {
	var v any
	typed := slices.ContainsFunc(script.Attr, func(a html.Attribute) bool { return a.Key == "type" && a.Val == "application/ld+json" })
	data := script.FirstChild.Data
	return typed && json.Unmarshal([]byte(data), &v) == nil && !strings.ContainsAny(data, "<>&")
}

// Whatever content says, it is text.
func TestHostileContent(t *testing.T) {
	s := project(t, func(files fstest.MapFS) {
		m := "doc/01-tax/1-finance/m01.zh.md"
		replaced(t, files, m, "title: 加快退税", `title: '"><script>alert(1)</script>'`)
		replaced(t, files, m, "**抓紧落实。**各部门", `<img src=x onerror=alert(1)> [点我](javascript:alert(1)) ![图](https://evil.example/x.png)`)
		replaced(t, files, m, "source: Finance Department", `source: "<iframe src=//evil.example>"`)
		replaced(t, files, m, "[餐饮, 住宿]", `["\"><script>alert(3)</script>"]`)
		replaced(t, files, "doc/source.txt", "抓紧落实。", `<script>alert(2)</script>`)
		replaced(t, files, "site.yaml", "zh: 政策明白网", `zh: '明白网"onload="x'`)
		replaced(t, files, "departments/finance.zh.md", "phone: 0000-12345", `phone: '"><svg onload=x>'`)
	})
	files, findings, err := Render(t.Context(), s, layouts.FS, assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if path.Ext(name) == ".html" {
			harmless(t, name, data)
		}
	}
	doc := parsed(t, files["zh/doc/tax/finance/m01.html"])
	if !strings.Contains(text(doc), "<img src=x onerror=alert(1)> 点我 图") || !strings.Contains(text(doc), `"><script>alert(1)</script>`) {
		t.Error("the hostile text was lost; it should be shown as text")
	}
	for _, rule := range []*diag.Rule{unsafeLink, unsafeImage} {
		if !slices.ContainsFunc(findings, func(f diag.Finding) bool {
			return f.Code == rule.Code && f.File == "content/doc/01-tax/1-finance/m01.zh.md" && f.Line == 30
		}) {
			t.Errorf("no %s at the line of the body in %v", rule.Code, findings)
		}
	}
}
