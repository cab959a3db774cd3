package fragment

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropped are elements that an editor refuses or that do nothing on a pasted
// page. The title goes into the editor's own field; pictures have their table.
var dropped = []atom.Atom{
	atom.Script, atom.Style, atom.Link, atom.Template, atom.Noscript, atom.Svg, atom.Form, atom.Nav, atom.Button,
	atom.Input, atom.Select, atom.Textarea, atom.Iframe, atom.Object, atom.Dialog, atom.H1,
}

// screenMark is the attribute by which a layout marks what needs the style sheet
// of the site: a picture, say, whose facts stand in a table beside it.
const screenMark = "data-screen"

// kept are the attributes that mean something without a style sheet or script.
var kept = []string{"href", "lang", "id", "colspan", "rowspan", "scope", "datetime", "open", "start", "cite"}

// idPrefix keeps the anchors of a fragment apart from those of the page that it
// is pasted into, which has a UCAP-CONTENT of its own.
const idPrefix = "mb-"

// prune takes out what a fragment cannot hold, comments too.
func prune(root *html.Node) {
	var out []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.Type == html.CommentNode,
			n.Type == html.ElementNode && (slices.Contains(dropped, n.DataAtom) || n.Data == "svg" || hasAttr(n, "hidden") || hasAttr(n, screenMark)):
			out = append(out, n)
		}
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// clean leaves each element the attributes that a fragment keeps, with its
// styles, and makes addresses absolute. Anchors within the fragment stay.
func clean(root *html.Node, address *url.URL, styles map[*html.Node]string) {
	anchors := map[string]bool{}
	for n := range root.Descendants() {
		if id := attr(n, "id"); id != "" {
			anchors[id] = true
		}
	}
	for n := range root.Descendants() {
		cleanElement(n, address, anchors, styles[n])
	}
	cleanElement(root, address, nil, styles[root])
}

func cleanElement(n *html.Node, address *url.URL, anchors map[string]bool, style string) {
	if n.Type != html.ElementNode {
		return
	}
	var out []html.Attribute
	for _, a := range n.Attr {
		if !slices.Contains(kept, a.Key) {
			continue
		}
		switch a.Key {
		case "id":
			if !anchors[a.Val] {
				continue
			}
			a.Val = idPrefix + a.Val
		case "href", "cite":
			a.Val = absolute(a.Val, address, anchors)
		}
		out = append(out, a)
	}
	if style != "" {
		out = append(out, html.Attribute{Key: "style", Val: style})
	}
	n.Attr = out
}

// absolute is an address as it leads on from anywhere. Nothing but web
// addresses, mail and telephone numbers leads out of a fragment.
func absolute(ref string, address *url.URL, anchors map[string]bool) string {
	if id, ok := strings.CutPrefix(ref, "#"); ok && anchors[id] {
		return "#" + idPrefix + id
	}
	u, err := address.Parse(ref)
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https", "tel", "mailto":
		return u.String()
	}
	return ""
}
