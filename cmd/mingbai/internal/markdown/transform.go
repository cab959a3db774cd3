package markdown

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// walkKey carries a conversion's walk to the transformer.
var walkKey = parser.NewContextKey()

// walk is what one conversion knows and has found.
type walk struct {
	source   []byte
	options  Options
	seen     map[string]bool // anchors
	breaks   []int           // where the lines end; filled by the first problem
	problems []Problem
}

// transformer rewrites a parsed body before it is rendered.
type transformer struct{}

// Transform collects the nodes first, since it then changes the tree.
func (transformer) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	w := pc.Get(walkKey).(*walk)
	var nodes []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			nodes = append(nodes, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range nodes {
		switch n := n.(type) {
		case *ast.Heading:
			n.Level = max(n.Level, 2)
			w.anchor(n, n)
		case *ast.Paragraph:
			w.anchor(n, n)
		case *ast.TextBlock: // a tight list item's text has no element of its own
			w.anchor(n, n.Parent())
		case *ast.Link:
			w.link(n)
		case *ast.Image:
			w.image(n)
		case *ast.AutoLink:
			w.autoLink(n)
		}
	}
	for _, n := range nodes {
		switch n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			w.mention(n)
		}
	}
	for _, t := range textsOf(doc) {
		w.markRuns(t)
	}
}

// anchor takes {#id} off the end of block's text and gives it to target.
func (w *walk) anchor(block, target ast.Node) {
	last, ok := block.LastChild().(*ast.Text)
	if !ok {
		return
	}
	value := last.Segment.Value(w.source)
	id, before := anchorAtEnd(value)
	if len(id) == 0 {
		return
	}
	last.Segment = last.Segment.WithStop(last.Segment.Start + before)
	if w.seen[string(id)] {
		w.refuse(block, RepeatedID, string(id))
		return
	}
	w.seen[string(id)] = true
	target.SetAttributeString("id", bytes.Clone(id))
}

// anchorAtEnd finds {#id} at the end of a paragraph or heading, after a space.
// One that belongs to the text is escaped there and does not count. The text
// ends at before; id is empty where there is none.
func anchorAtEnd[T string | []byte](text T) (id T, before int) {
	end := trimmedLength(text)
	if end == 0 || text[end-1] != '}' {
		return id, 0
	}
	start := end - 1
	for start > 0 && isAnchorByte(text[start-1]) {
		start--
	}
	if start < 2 || text[start-1] != '#' || text[start-2] != '{' || start == end-1 || !isLetter(text[start]) {
		return id, 0
	}
	before = trimmedLength(text[:start-2])
	if before == start-2 && before > 0 {
		return id, 0 // no space
	}
	return text[start : end-1], before
}

// trimmedLength is the length of a text without the blanks at its end.
func trimmedLength[T string | []byte](text T) int {
	n := len(text)
	for n > 0 && (text[n-1] == ' ' || text[n-1] == '\t') {
		n--
	}
	return n
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isAnchorByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' || c == '-' }

// link keeps a safe link, and of any other only its text.
func (w *walk) link(n *ast.Link) {
	address := destination(n.Destination)
	if !safe(address) {
		w.refuse(n, UnsafeLink, address)
		unwrap(n)
		return
	}
	if w.options.Link != nil {
		if to, ok := w.options.Link(address); ok {
			n.Destination = []byte(to)
		}
	}
	markExternal(n, address)
	if notice := w.leaving(address); notice != "" {
		n.AppendChild(n, ast.NewString([]byte(notice)))
	}
}

// leaving is what a link to the address says at its end.
func (w *walk) leaving(address string) string {
	if w.options.Leaving == nil {
		return ""
	}
	return w.options.Leaving(address)
}

// image keeps a picture of this site, and of any other its description: the
// pages load nothing from elsewhere.
func (w *walk) image(n *ast.Image) {
	address := destination(n.Destination)
	if u, err := url.Parse(address); err == nil && u.Scheme == "" && u.Host == "" {
		return
	}
	w.refuse(n, UnsafeImage, address)
	unwrap(n)
}

// autoLink keeps <https://…> and <name@host>, and turns others into text.
func (w *walk) autoLink(n *ast.AutoLink) {
	address := string(n.URL(w.source))
	if n.AutoLinkType == ast.AutoLinkEmail || safe(address) {
		markExternal(n, address)
		if notice := w.leaving(address); notice != "" {
			n.Parent().InsertAfter(n.Parent(), n, ast.NewString([]byte(notice)))
		}
		return
	}
	w.refuse(n, UnsafeLink, address)
	n.Parent().ReplaceChild(n.Parent(), n, ast.NewString(n.Label(w.source)))
}

// destination is an address as a browser will read it: escapes and entities
// resolved, or javascript&#58; would pass for a relative address.
func destination(raw []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw))))
}

// safe reports whether an address is relative or of an allowed scheme. What
// url.Parse refuses (control characters, a colon in the first element) is not.
func safe(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Host != ""
	case "mailto", "tel":
		return true
	case "":
		return u.Host == "" // //host/… would lead elsewhere unseen
	}
	return false
}

// markExternal tells browsers and readers that a link leaves the site.
func markExternal(n ast.Node, address string) {
	if strings.HasPrefix(address, "http") {
		n.SetAttributeString("rel", []byte("external noopener"))
	}
}

// unwrap puts a node's children in its place.
func unwrap(n ast.Node) {
	parent := n.Parent()
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		parent.InsertBefore(parent, n, c)
		c = next
	}
	parent.RemoveChild(parent, n)
}

// refuse notes a problem at the line of the block that holds n.
func (w *walk) refuse(n ast.Node, kind Unsafe, text string) {
	for n != nil && n.Type() != ast.TypeBlock {
		n = n.Parent()
	}
	line := 1
	if n != nil && n.Lines() != nil && n.Lines().Len() > 0 {
		line += w.breaksBefore(n.Lines().At(0).Start)
	}
	w.problems = append(w.problems, Problem{Line: line, Kind: kind, Text: text})
}

// breaksBefore counts the line breaks before an offset.
func (w *walk) breaksBefore(offset int) int {
	if w.breaks == nil {
		w.breaks = []int{}
		for i, c := range w.source {
			if c == '\n' {
				w.breaks = append(w.breaks, i)
			}
		}
	}
	n, _ := slices.BinarySearch(w.breaks, offset)
	return n
}
