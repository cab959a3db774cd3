package webpage

import (
	"golang.org/x/net/html"
)

// containers are what portals put an article into, the surest first. Several
// elements of the first kinds are parts of one article.
var containers = []struct {
	name, tag string // id or class in lower case, or an element
	parts     bool
}{
	{name: "ucap-content", parts: true},
	{name: "trs_ueditor", parts: true},
	{name: "trs_editor", parts: true},
	{name: "trs_editor_view", parts: true},
	{name: "pages_content"},
	{name: "article-content"}, {name: "article_content"}, {name: "articlecontent"}, {name: "article-con"}, {name: "article_con"},
	{name: "news_content"}, {name: "newscontent"}, {name: "xxgk_content"}, {name: "detail-content"}, {name: "detail_content"},
	{name: "view-content"}, {name: "easysite-news-text"}, {name: "info_content"}, {name: "content_text"},
	{tag: "article"},
	{name: "zoom"}, {name: "fontzoom"}, {name: "vsb_content"},
	{name: "article"}, {name: "content"},
	{tag: "main"},
}

// How many letters make a container the article's though the rest of the page
// has more text: few where its name leaves no doubt.
const (
	someText = 60
	muchText = 300
)

// choose finds the article: in a container that portals use, where that has
// most of the page's text, or else where most of the text is.
func (p *page) choose() {
	w := weights{}
	total := w.measure(p.body)
	for _, c := range containers {
		found := outermost(p.body, func(n *html.Node) bool { return n.Data == c.tag || c.name != "" && named(n, c.name) })
		if !c.parts {
			found = heaviest(found, w)
		}
		sum := 0
		for _, n := range found {
			sum += w[n]
		}
		if sum > 0 && (sum*2 >= total || c.parts && sum >= someText || sum >= muchText && sum*4 >= total) {
			p.article, p.byName = found, true
			return
		}
	}
	p.article = []*html.Node{densest(p.body, w, total)}
}

// outermost gives the elements that match and stand in no other that does.
func outermost(n *html.Node, match func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case match(c):
			out = append(out, c)
		default:
			out = append(out, outermost(c, match)...)
		}
	}
	return out
}

func heaviest(found []*html.Node, w weights) []*html.Node {
	var best *html.Node
	for _, n := range found {
		if best == nil || w[n] > w[best] {
			best = n
		}
	}
	if best == nil {
		return nil
	}
	return []*html.Node{best}
}

// densest is the innermost element that has nine tenths of the page's text.
func densest(n *html.Node, w weights, total int) *html.Node {
	for {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && layout(c) && w[c]*10 >= total*9 && total > 0 {
				next = c
			}
		}
		if next == nil {
			return n
		}
		n = next
	}
}

// layout reports whether an element only arranges others on a page. A table's
// rows are no article of their own.
func layout(n *html.Node) bool {
	switch n.Data {
	case "div", "section", "main", "article", "form", "center", "span", "font":
		return true
	case "table":
		return !dataTable(n)
	case "tbody", "tr", "td":
		return true // of such a table
	}
	return false
}
