package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"mingbai/cmd/mingbai/internal/source/draft"
)

// first is the first element of a name below n, or an empty one.
func first(n *html.Node, name string) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return &html.Node{Type: html.ElementNode, Data: name}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// names gives an element's id and classes in lower case.
func names(n *html.Node) []string {
	return append(strings.Fields(strings.ToLower(attr(n, "class"))), strings.ToLower(strings.TrimSpace(attr(n, "id"))))
}

func named(n *html.Node, name string) bool { return slices.Contains(names(n), name) }

// textOf is all text below n, without what is never shown.
func textOf(n *html.Node) string {
	var b strings.Builder
	writeText(&b, n)
	return b.String()
}

func writeText(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case n.Type == html.ElementNode && unseen[n.Data]:
	default:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			writeText(b, c)
		}
	}
}

// unseen are elements whose content is no text of the page.
var unseen = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "iframe": true, "object": true, "embed": true,
	"svg": true, "canvas": true, "audio": true, "video": true, "select": true, "button": true, "textarea": true,
	"head": true, "title": true, "rp": true, "rt": true,
}

// weights measures, for every element, how many letters of text it has that are
// neither links nor furniture.
type weights map[*html.Node]int

func (w weights) measure(n *html.Node) int {
	sum := 0
	switch {
	case n.Type == html.TextNode:
		return draft.Letters(n.Data)
	case n.Type == html.ElementNode && (n.Data == "a" || unseen[n.Data] || furniture(n) != nil || hiddenElement(n)):
		return 0
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += w.measure(c)
	}
	if n.Type == html.ElementNode {
		w[n] = sum
	}
	return sum
}

func hiddenElement(n *html.Node) bool {
	style := strings.ToLower(strings.Join(strings.Fields(attr(n, "style")), ""))
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}
