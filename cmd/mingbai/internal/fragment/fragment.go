// Package fragment turns finished pages into pieces that an office pastes into
// the editor of its portal, where it cannot publish files: the main part alone,
// every style written at its element, links absolute, no script. Such editors
// drop style sheets and class names, and set the title in a field of its own.
package fragment

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// indexFile lists all fragments. No page of a language stands at the root.
const indexFile = "index.html"

// All makes a fragment of every page of a language that has text of its own,
// at the page's path, and a list of them at index.html. files is the finished
// site, path below public/ → bytes; base is the address where it stands.
func All(ctx context.Context, files map[string][]byte, base *url.URL, sheet *Sheet) (map[string][]byte, error) {
	out := map[string][]byte{}
	var list []entry
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if path.Ext(name) != ".html" || !strings.Contains(name, "/") {
			continue
		}
		p, err := makePiece(files[name], base.JoinPath(name), sheet)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if p == nil {
			continue
		}
		out[name] = p.html
		list = append(list, entry{Href: (&url.URL{Path: name}).String(), Title: p.title, Lang: p.lang})
	}
	var index bytes.Buffer
	if err := indexPage.Execute(&index, list); err != nil {
		return nil, fmt.Errorf("list of fragments: %w", err)
	}
	out[indexFile] = index.Bytes()
	return out, nil
}

// entry is a fragment in the list.
type entry struct{ Href, Title, Lang string }

var indexPage = template.Must(template.New("index").Parse(`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>页面片段 Fragments</title></head><body>
<h1>页面片段 <span lang="en">Fragments</span></h1>
<ul>
{{- range .}}
<li lang="{{.Lang}}"><a href="{{.Href}}">{{.Title}}</a></li>
{{- end}}
</ul>
</body></html>
`))

// piece is a finished fragment.
type piece struct {
	title, lang string
	html        []byte
}

// makePiece makes the fragment of the page at an address; nil where the page has
// no main part with text, or tells search engines to pass it over.
func makePiece(page []byte, address *url.URL, sheet *Sheet) (*piece, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("read the page: %w", err)
	}
	main := first(doc, func(n *html.Node) bool { return n.DataAtom == atom.Main })
	if main == nil || first(doc, isNoIndex) != nil {
		return nil, nil
	}
	p := &piece{lang: attr(first(doc, func(n *html.Node) bool { return n.DataAtom == atom.Html }), "lang")}
	if h1 := first(main, func(n *html.Node) bool { return n.DataAtom == atom.H1 }); h1 != nil {
		p.title = strings.Join(strings.Fields(text(h1)), " ")
	}
	prune(main)
	if strings.TrimSpace(text(main)) == "" {
		return nil, nil
	}
	styles := sheet.apply(main)
	clean(main, address, styles)
	main.Data, main.DataAtom = "div", atom.Div
	main.Attr = append([]html.Attribute{{Key: "lang", Val: p.lang}}, main.Attr...)
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=%q><head><meta charset=\"utf-8\"><title>%s</title></head><body>\n",
		p.lang, html.EscapeString(p.title))
	if err := html.Render(&b, main); err != nil {
		return nil, fmt.Errorf("write the fragment: %w", err)
	}
	b.WriteString("\n</body></html>\n")
	p.html = b.Bytes()
	return p, nil
}

func isNoIndex(n *html.Node) bool {
	return n.DataAtom == atom.Meta && attr(n, "name") == "robots" && strings.Contains(attr(n, "content"), "noindex")
}

// first is the first element, in the order of the page, that fits.
func first(root *html.Node, fits func(*html.Node) bool) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && fits(n) {
			return n
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
