package pack

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"mingbai/cmd/mingbai/internal/source/draft"
)

// Node is an element of a part, or a text, which has no name. Namespaces are
// left out: the formats use each local name once.
type Node struct {
	Name  string
	Attrs []xml.Attr
	Text  string // of a text
	Nodes []*Node
}

// Attr is the value of an attribute by its local name, or "".
func (n *Node) Attr(name string) string {
	v, _ := n.Lookup(name)
	return v
}

// Lookup is Attr, and whether the attribute stands there at all.
func (n *Node) Lookup(name string) (string, bool) {
	if n != nil {
		for i := range n.Attrs {
			if n.Attrs[i].Name.Local == name {
				return n.Attrs[i].Value, true
			}
		}
	}
	return "", false
}

// Child follows a path of local names, the first of each, or gives nil.
func (n *Node) Child(names ...string) *Node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var next *Node
		for _, c := range n.Nodes {
			if c.Name == name {
				next = c
				break
			}
		}
		n = next
	}
	return n
}

// Find gives all elements of a name below n, in order, outermost first.
func (n *Node) Find(name string) []*Node {
	if n == nil {
		return nil
	}
	var out []*Node
	for _, c := range n.Nodes {
		if c.Name == name {
			out = append(out, c)
		}
		out = append(out, c.Find(name)...)
	}
	return out
}

// Content is all text below n.
func (n *Node) Content() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, c := range n.Nodes {
		c.write(b)
	}
}

// Tree reads a part as XML and gives its root element.
func (a *Archive) Tree(ctx context.Context, name string) (*Node, error) {
	data, err := a.Bytes(ctx, name)
	if err != nil {
		return nil, err
	}
	root, err := parseTree(ctx, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return root, nil
}

func parseTree(ctx context.Context, data []byte) (*Node, error) {
	dec := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	dec.CharsetReader = charset.NewReaderLabel
	top := &Node{}
	open, count := []*Node{top}, 0
	for {
		if count++; count&0xfff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		tok, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF) && len(top.Nodes) > 0:
			return top.Nodes[0], nil
		case err != nil:
			return nil, fmt.Errorf("not well-formed XML, or cut off: %w", err)
		case count > draft.MaxNodes:
			return nil, fmt.Errorf("%d elements: %w", count, draft.ErrTooLarge)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if len(open) > draft.MaxDepth {
				return nil, fmt.Errorf("elements %d deep: %w", len(open), draft.ErrTooLarge)
			}
			n := &Node{Name: t.Name.Local, Attrs: t.Copy().Attr}
			last := open[len(open)-1]
			last.Nodes = append(last.Nodes, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if last := open[len(open)-1]; len(open) > 1 {
				last.Nodes = append(last.Nodes, &Node{Text: string(t)})
			}
		}
	}
}
