package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// minified runs a template both ways and minifies. It reports whether the
// program did it.
func minified(t testing.TB, m *Minifier, text string, data any) (got, want []byte, compiled bool) {
	t.Helper()
	plain, err := parsed(text)
	if err != nil {
		t.Skip(err)
	}
	stats := &Stats{}
	set := New(func() (*template.Template, error) { return parsed(text) }, Options{Funcs: testFuncs, Pure: []string{"t"}, Minify: m, Stats: stats})
	var b bytes.Buffer
	wantErr := plain.ExecuteTemplate(&b, "main", data)
	got, gotErr := set.Execute(nil, "main", data)
	for range 2 { // HTML that comes again goes another way
		again, err := set.Execute(nil, "main", data)
		if !bytes.Equal(again, got) || fmt.Sprint(err) != fmt.Sprint(gotErr) {
			t.Errorf("%s\nfirst %s, %v\nagain %s, %v", text, got, gotErr, again, err)
		}
	}
	if wantErr != nil {
		if fmt.Sprint(wantErr) != fmt.Sprint(gotErr) {
			t.Errorf("%s\ngot error  %v\nwant error %v", text, gotErr, wantErr)
		}
		return nil, nil, false
	}
	want, wantErr = m.whole(b.Bytes())
	if (wantErr == nil) != (gotErr == nil) {
		t.Errorf("%s\ngot error  %v\nwant error %v", text, gotErr, wantErr)
	}
	return got, want, stats.All()[0].Slow == 0
}

// Minified pages are those of the minifier, to the byte.
func TestMinified(t *testing.T) {
	m := testMinifier()
	for _, text := range []string{
		"<!DOCTYPE html>\n<html lang=\"{{.Lang}}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{{.Text}}  &amp; {{.Named}} </title>\n</head>\n<body class=\"page {{.Lang}} \">\n<p> {{.Text}} </p>\n</body>\n</html>\n",
		"<p>a  b\n c {{.Lang}} <b> {{.Lang}} </b> <i>x</i> </p> <p> y",
		"<p>x <b></b> y <b>{{.Next.Lang}}</b> z{{with .Lang}} {{.}} {{end}} </p>",
		"<p>{{.Lang}} {{if .Current}}<br>{{end}} next <span class=\"  {{.Lang}}   b \">t</span> <span class=\"{{.Next.Lang}}\">u</span></p>",
		`<ul>{{range .Sub}} <li> {{.Text}} {{end}} </ul>`,
		`<a{{if .Current}} aria-current="true"{{end}} href=" {{.Href}} " title='{{.Text}}'>  {{.Text}}  </a> b`,
		"<div {{if .Lang}} hidden {{end}} id=\"x{{.Promoted}}\" data-y>\n<input type=\"radio\" name=\"{{.Lang}}\" checked=\"checked\"> label</div>",
		"<pre> a\n  {{.Text}} <b> {{.HTML}}  </b></pre> x",
		"<textarea rows=\"{{.Promoted}}\"> {{.Text}}  </textarea> x", "<select name=\"{{.Lang}}\">\n<option value=\"{{.Lang}}\"> a {{.Text}} </option>\n<option>b</option>\n</select> c",
		"<button> {{.Lang}} </button> <button>b</button> <img src=\"{{.Lang}}\"> c",
		`<script type="application/ld+json">{{.Map}}</script> <script>f({{.Map.list}})</script> <style> p { top : 0px } </style> <p>`,
		`<script defer src="{{.Lang}}"></script><link rel="alternate" type="{{"text/CSV; charset=utf-8"}}" href="{{.Lang}}">`,
		`<!-- c --><p>{{.HTML}} {{.HTML}} x {{.Map.key}}</p>`,
		`<p title="{{.Text}}" lang="{{.Next.Lang}}" hidden="{{.Lang}}">a &lt; b &amp;amp; c &quot;</p>`,
		`<table><colgroup><col></colgroup><tr><td colspan="{{.Promoted}}">{{.Text}}</td></tr></table>`,
		"<p>{{t \"word\"}} <b>{{t \"a  b\"}}</b>\n{{- t \"c\" 5}}</p>",
		`<template>{{.Text}} <p> x </p> </template> y <label> z </label> <x-y class=" a "> {{.Lang}} </x-y>`,
		`<p>{{.Text}}{{range .Sub}}{{if .Lang}}{{continue}}{{end}}<b> {{.Text}} </b>{{else}}none{{end}}`,
	} {
		for _, data := range []any{sample(), &link{Next: &link{}, Map: map[string]any{"key": template.HTML("<p> <i>a</i>  b&quot;</p>\n<!--#include virtual=\"x\" --> <pre>  x </pre>"), "list": 5}, HTML: " <b> x </b> "}} {
			got, want, compiled := minified(t, m, text, data)
			if !bytes.Equal(got, want) {
				t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
			}
			if !compiled && want != nil {
				t.Errorf("html/template had to run %s", text)
			}
		}
	}
}

// Pictures are what the minifier makes of them but for what its tags depend on.
func TestMinifiedPicture(t *testing.T) {
	m := testMinifier()
	text := "<svg width=\"10px\" class=\"{{.Lang}}\">\n <circle r=\"{{.Promoted}}\" fill=\"#ff0000\"/>\n <text x=\"1.50\"> {{.Lang}} </text>\n <g>{{range .Sub}} <path d=\"M 0 0 L 10 10\"/> {{end}}</g>\n</svg> x"
	got, _, compiled := minified(t, m, text, sample())
	want := "<svg width=\"10\" class=\"zh-CN\"><circle r=\"12\" fill=\"red\"/><text x=\"1.5\">zh-CN</text><g><path d=\"M0 0 10 10\"/><path d=\"M0 0 10 10\"/><path d=\"M0 0 10 10\"/></g></svg> x"
	if string(got) != want || !compiled {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// shown is a page as a browser shows it: its elements with their attributes and
// texts, white space only where it is seen.
func shown(t testing.TB, m *Minifier, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	space, start := false, true
	var walk func(n *html.Node, pre bool)
	walk = func(n *html.Node, pre bool) {
		switch n.Type {
		case html.TextNode:
			if pre {
				b.WriteString(n.Data)
				return
			}
			for _, r := range n.Data {
				if r < 128 && isSpace(byte(r)) {
					space = true
					continue
				}
				if space && !start {
					b.WriteString("·")
				}
				b.WriteRune(r)
				space, start = false, false
			}
		case html.ElementNode:
			block := m.element(n.Data).block || n.Namespace == "svg"
			if block {
				space, start = false, true
			}
			attrs := slices.Clone(n.Attr)
			slices.SortFunc(attrs, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
			fmt.Fprintf(&b, "\n<%s", n.Data)
			for _, a := range attrs {
				fmt.Fprintf(&b, " %s=%q", a.Key, a.Val)
			}
			b.WriteString(">")
			if m.element(n.Data).object {
				if space && !start {
					b.WriteString("·")
				}
				space, start = false, n.Data == "button" // a block of its own inside
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c, pre || n.Data == "pre" || n.Data == "textarea" || n.Data == "script")
			}
			fmt.Fprintf(&b, "</%s>", n.Data)
			if n.Data == "button" {
				space, start = false, false
			}
			if block {
				space, start = false, true
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, pre)
		}
	}
	walk(doc, false)
	return b.String()
}

// compare wants two minified pages to show the same.
func compare(t testing.TB, m *Minifier, text string, got, want []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	if g, w := shown(t, m, got), shown(t, m, want); g != w {
		t.Errorf("%s\ngot  %s\nwant %s\n\ngot  %s\nwant %s", text, got, want, g, w)
	}
	// Before a value, "&amp;" stays one.
	if len(got) > len(want)*101/100+10+4*bytes.Count(got, []byte("&amp;")) {
		t.Errorf("%s\n%d bytes, should be about %d\ngot  %s\nwant %s", text, len(got), len(want), got, want)
	}
}

// Values of every kind in every place show the same as without programs.
func TestMinifiedPlaces(t *testing.T) {
	m := testMinifier()
	for _, place := range places {
		for _, v := range hostile() {
			got, want, _ := minified(t, m, place, v)
			compare(t, m, fmt.Sprintf("%s with %T %v", place, v, v), got, want)
		}
	}
}

func FuzzMinified(f *testing.F) {
	addSeeds(f)
	m := testMinifier()
	f.Fuzz(func(t *testing.T, bytes []byte, n byte) {
		if len(bytes) > 400 {
			return
		}
		text := page(bytes)
		got, want, _ := minified(t, m, text, fuzzData(n))
		compare(t, m, text, got, want)
	})
}

// Addresses that hold data are written in their shortest form.
func TestMinifiedData(t *testing.T) {
	m := testMinifier()
	for _, address := range []template.URL{
		"data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciPjxwYXRoIGQ9Ik0wIDAiLz48L3N2Zz4=",
		"data:text/css;base64,cCB7IGNvbG9yOiByZWQgfQ==", "data:text/css,p%20%7b%20color%3a%20%22red%22%20%7d", "DATA:text/plain;charset=us-ascii,a b",
		"data:", "data:,", "data:,a&b\"c'd", "data:;base64,!", "data:text/html,<p>a</p>", "data:image/png;base64,iVBORw0KGgo=",
	} {
		for _, text := range []string{
			`<img src="{{.}}">`, `<link rel="icon" href="{{.}}">`, `<link rel="stylesheet" href="{{.}}" title="x">`, `<a href="{{.}}">x</a>`,
			`<a href=" {{.}} ">x</a>`, `<script src="{{.}}"></script>`, `<img src="{{.}}" title="{{.}}">`, `<form action='{{.}}'></form>`, `<p title="{{.}}">x</p>`,
		} {
			got, want, compiled := minified(t, m, text, address)
			if !bytes.Equal(got, want) {
				t.Errorf("%s of %s\ngot  %s\nwant %s", text, address, got, want)
			}
			if !compiled {
				t.Errorf("html/template had to run %s of %s", text, address)
			}
		}
	}
}
