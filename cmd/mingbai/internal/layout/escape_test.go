package layout

import (
	"errors"
	"html/template"
	"strings"
	"testing"
	"text/template/parse"
)

// hostile are values as nobody should write them.
func hostile() []any {
	ptr := "pointer<"
	return []any{
		"", "plain", `"><script>alert(1)</script>`, `'+onload='x`, "a&b&amp;c&#x3c;", "nul\x00nul", "bad\xffutf8\xc0", "\ufdd0\uffff\u2028", " space\t\n ",
		"javascript:alert(1)", "JAVASCRIPT:x", "https://例.中国/路?q=%zz%41+ &x=(1)", "mailto:a@b", "//evil", "a:b/c", "/a:b", "?a=b", "#`",
		"<!--", "-->", "]]>", "</title>", "</script>", "expression(1)", "0%", "style", "data-x", "onclick", `\`, "{{.}}", "$",
		template.HTML(`<b title="1>2">&lt;&quot;</b>&`), template.HTML("no tags & \x00"), template.HTML(""), template.HTML("<a title='"),
		template.URL("javascript:ok()?a=b&c='d'+%"), template.CSS("top:0"), template.JS("f()</script>"), template.JSStr(`a\x27`),
		template.HTMLAttr(`title="x"`), template.Srcset("a.png 2x, b.png"), named(`<"named"`), spoken("<spoken>"), errors.New("<error>"),
		nil, 0, -5, uint8(7), 1.5, true, 'x', &ptr, (*string)(nil), []string{"<a>", "b"}, map[string]any{"k<": "</script>"}, struct{ A string }{"<"},
		map[string]any{"b": []any{"<&>\u2028\x01\n\"\\\xff", 5, true, nil, 1000}, "a": map[string]string{"x": "中"}}, []string(nil), map[string]any(nil), []spoken{"x"}, []any{5},
		[]byte("<bytes>"), complex(1, 2), &link{Text: "<"}, (error)(nil),
	}
}

// Every place that a value can have in a page.
var places = []string{
	`{{.}}`, `<p>{{.}}</p>`, `a{{.}}b{{.}}`, `<title>{{.}}</title>`, `<textarea>{{.}}</textarea>`, `<pre>{{.}}</pre>`,
	`<p title="{{.}}">`, `<p title='{{.}}'>`, `<p title="a{{.}}b">`, `<p title={{.}}>`, `<p {{.}}>`, `<p {{.}}="x">`, `<p data-{{.}}="x">`, `<p data-x="{{.}}">`,
	`<a href="{{.}}">`, `<a href='{{.}}'>`, `<a href="/{{.}}">`, `<a href="?{{.}}">`, `<a href="/x?a={{.}}&amp;b={{.}}#{{.}}">`, `<a href="tel:{{.}}">`, `<a href="{{.}}?{{.}}">`, `<a href={{.}}>`,
	`<img src="{{.}}" srcset="{{.}}">`, `<img srcset="/x 1x, {{.}} 2x">`, `<form action="{{.}}">`, `<p cite="{{.}}" xlink:href="{{.}}">`,
	`<meta name="x" content="{{.}}">`, `<meta http-equiv="refresh" content="0; url={{.}}">`, `<meta content="{{.}}">`,
	`<p style="color: {{.}}">`, `<p style="{{.}}">`, `<p style="background: url('{{.}}')">`, `<style>p { top: {{.}} }</style>`, `<style>@import "{{.}}";</style>`,
	`<p onclick="f({{.}})">`, `<p onclick="f('{{.}}')">`, `<script>f({{.}})</script>`, `<script>f("{{.}}", '{{.}}')</script>`, "<script>f(`{{.}}`)</script>", `<script>/{{.}}/</script>`, `<script>// {{.}}
</script>`,
	`<script type="application/ld+json">{{.}}</script>`, `<script type="text/template">{{.}}</script>`, `<!-- {{.}} -->`, `<p>{{.}}<!-- {{.}} --></p>`,
	`<svg><text x="{{.}}">{{.}}</text></svg>`, `<iframe srcdoc="{{.}}"></iframe>`, `{{. | html}}`, `<a href="?{{. | urlquery}}">`, `{{html .}}`, `<p title="{{. | print}}">`, `{{js .}}`,
}

func TestEveryPlace(t *testing.T) {
	for _, place := range places {
		for _, v := range hostile() {
			differ(t, place, v)
			differ(t, `{{range .}}`+place+`{{end}}`, []any{v})
		}
	}
}

// Every chain of escapers has html/template's own behind it: the place that
// stands for it must have that very chain.
func TestChains(t *testing.T) {
	for chain, e := range escapers {
		if e.slow == nil {
			continue
		}
		found := false
		for _, n := range e.slow.t.Tree.Root.Nodes {
			if a, ok := n.(*parse.ActionNode); ok {
				_ = e.slow.t.Execute(&strings.Builder{}, "")
				_, got := splitChain(a.Pipe.Cmds)
				found = got == chain
			}
		}
		if !found {
			t.Errorf("the place for %s has other escapers", chain)
		}
	}
}
