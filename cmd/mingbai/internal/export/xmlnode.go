package export

import (
	"bytes"
	"encoding/xml"
)

// node is an element of an XML file: its children are nodes and texts.
type node struct {
	name     string
	attrs    []string // names and values in turn
	children []any    // *node or string
}

// el makes an element from its attributes, names and values in turn.
func el(name string, attrs ...string) *node { return &node{name: name, attrs: attrs} }

// add adds children; nil nodes and empty texts are left out.
func (n *node) add(children ...any) *node {
	for _, c := range children {
		switch c := c.(type) {
		case *node:
			if c != nil {
				n.children = append(n.children, c)
			}
		case string:
			if c != "" {
				n.children = append(n.children, c)
			}
		}
	}
	return n
}

// write writes the element. Characters that XML cannot hold become U+FFFD.
func (n *node) write(enc *xml.Encoder) error {
	start := xml.StartElement{Name: xml.Name{Local: n.name}}
	for i := 0; i+1 < len(n.attrs); i += 2 {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: n.attrs[i]}, Value: n.attrs[i+1]})
	}
	if err := enc.EncodeToken(start); err != nil {
		return err
	}
	for _, c := range n.children {
		var err error
		switch c := c.(type) {
		case *node:
			err = c.write(enc)
		case string:
			err = enc.EncodeToken(xml.CharData(c))
		}
		if err != nil {
			return err
		}
	}
	return enc.EncodeToken(start.End())
}

// document is an XML file with the element as its root.
func document(root *node) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	if err := root.write(enc); err != nil {
		return nil, err
	}
	err := enc.Close()
	return b.Bytes(), err
}
