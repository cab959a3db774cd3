package compare

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linkEdge is the kind of a link that readers follow.
const linkEdge = "link"

// page is what a page says and where it leads, as far as the two sites must
// agree.
type page struct {
	title, heading string
	texts          []string // the visible text, block by block, sorted
	edges          []string // KIND ADDRESS, sorted, each once
	broken         []string // addresses within the site that lead nowhere
}

// read reads a page of the site.
func (s *Site) read(file string, data []byte) (page, error) {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return page{}, err
	}
	r := pageReader{site: s, file: file}
	r.node(doc)
	r.endBlock()
	if r.leadsOn { // nobody reads it
		r.title, r.heading, r.texts = "", "", nil
		r.edges = slices.DeleteFunc(r.edges, func(e string) bool { return strings.HasPrefix(e, linkEdge) })
	}
	slices.Sort(r.texts)
	slices.Sort(r.edges)
	r.edges = slices.Compact(r.edges)
	return r.page, nil
}

// pageReader goes through a page.
type pageReader struct {
	page
	site    *Site
	file    string
	block   strings.Builder
	leadsOn bool // it sends every reader to another page at once
}

// inline are the elements that end no line of text.
var inline = map[atom.Atom]bool{atom.A: true, atom.Span: true, atom.Time: true, atom.B: true, atom.Em: true, atom.Strong: true}

func (r *pageReader) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.block.WriteString(n.Data)
		return
	case n.DataAtom == atom.Head:
		r.head(n)
		return
	case n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Template:
		return
	case n.DataAtom == atom.A:
		r.edge(linkEdge, attr(n, "href"))
	}
	if n.Type == html.ElementNode && !inline[n.DataAtom] {
		r.endBlock()
		defer r.endBlock()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
	if n.DataAtom == atom.H1 {
		r.heading = squeeze(r.block.String())
	}
}

// head reads the title and where else the page is known.
func (r *pageReader) head(n *html.Node) {
	for c := range n.Descendants() {
		switch {
		case c.DataAtom == atom.Title && c.FirstChild != nil:
			r.title = squeeze(c.FirstChild.Data)
		case c.DataAtom == atom.Link:
			kind := attr(c, "rel")
			if kind == "alternate" {
				kind += ":" + attr(c, "hreflang")
			}
			r.edge(kind, attr(c, "href"))
		case c.DataAtom == atom.Meta && strings.EqualFold(attr(c, "http-equiv"), "refresh"):
			_, to, _ := strings.Cut(attr(c, "content"), "url=")
			r.leadsOn = true
			r.edge("refresh", to)
		}
	}
}

// edge notes where an address leads.
func (r *pageReader) edge(kind, address string) {
	file, inside := r.site.resolve(r.file, address)
	switch {
	case !inside:
		r.edges = append(r.edges, kind+" "+address)
	case !r.site.has(file):
		r.broken = append(r.broken, address)
	case path.Ext(file) == ".html":
		r.edges = append(r.edges, kind+" "+r.site.key(file))
	}
}

func (r *pageReader) endBlock() {
	if text := squeeze(r.block.String()); text != "" {
		r.texts = append(r.texts, text)
	}
	r.block.Reset()
}

// resolve is the file to which an address on a page leads; false for one that
// leads out of the site.
func (s *Site) resolve(from, address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host != "" && u.Host != s.Host || u.Scheme == "mailto" || u.Scheme == "tel" {
		return "", false
	}
	file := u.Path
	switch {
	case file == "" && u.Host == "":
		return from, true // an anchor of the page
	case !strings.HasPrefix(file, "/") && u.Host == "":
		folder := strings.HasSuffix(file, "/")
		if file = path.Join(path.Dir(from), file); folder {
			file += "/"
		}
	}
	file = strings.TrimPrefix(file, "/")
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	return file, true
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
