package check

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// region is a set of the parts of a page that text can stand in.
type region uint

const (
	inMain region = 1 << iota
	inFooter
	inNav
	inHeading
	inPicture
	inCode   // computer text: nothing to proofread
	inHidden // not shown until a script fills it
)

// regionOf is the region that an element's content stands in.
func regionOf(tag atom.Atom) region {
	switch tag {
	case atom.Main:
		return inMain
	case atom.Footer:
		return inFooter
	case atom.Nav:
		return inNav
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return inHeading
	case atom.Svg:
		return inPicture
	case atom.Code, atom.Pre, atom.Script, atom.Style, atom.Textarea, atom.Kbd, atom.Samp:
		return inCode
	case atom.Template:
		return inHidden
	}
	return 0
}

// isList tells the elements that must have items.
func isList(tag atom.Atom) bool {
	return tag == atom.Ul || tag == atom.Ol || tag == atom.Dl || tag == atom.Table
}

// element is one that is open while a page is read.
type element struct {
	tag   atom.Atom
	name  string
	lang  string // in force inside it
	in    region // with those of the elements around it
	list  bool   // must have items
	items int
}

// nesting is the stack of open elements. Minified pages leave out end tags
// that HTML makes optional, so it closes what a start tag closes by itself.
type nesting struct{ open []element }

// void elements have no content and no end tag.
var void = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true,
	atom.Img: true, atom.Input: true, atom.Link: true, atom.Meta: true, atom.Source: true,
	atom.Track: true, atom.Wbr: true,
}

// closesP are the elements before which </p> may be left out.
var closesP = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Details: true,
	atom.Div: true, atom.Dl: true, atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true,
	atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true,
	atom.H5: true, atom.H6: true, atom.Header: true, atom.Hgroup: true, atom.Hr: true, atom.Main: true,
	atom.Menu: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true,
	atom.Table: true, atom.Ul: true, atom.Li: true, atom.Dt: true, atom.Dd: true, atom.Tr: true,
	atom.Td: true, atom.Th: true, atom.Tbody: true, atom.Tfoot: true, atom.Thead: true,
}

// closes names the open elements that a start tag ends, innermost first.
var closes = map[atom.Atom][]atom.Atom{
	atom.Li: {atom.Li}, atom.Dt: {atom.Dt, atom.Dd}, atom.Dd: {atom.Dt, atom.Dd},
	atom.Td: {atom.Td, atom.Th}, atom.Th: {atom.Td, atom.Th},
	atom.Tr:     {atom.Td, atom.Th, atom.Tr, atom.Caption, atom.Colgroup},
	atom.Tbody:  {atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption, atom.Colgroup},
	atom.Thead:  {atom.Caption, atom.Colgroup},
	atom.Tfoot:  {atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead},
	atom.Option: {atom.Option}, atom.Optgroup: {atom.Option, atom.Optgroup},
	atom.Body: {atom.Head},
}

// itemOf are the elements that fill a list or table.
var itemOf = map[atom.Atom]bool{atom.Li: true, atom.Dt: true, atom.Tr: true}

// top is the innermost open element, nil outside all.
func (n *nesting) top() *element {
	if len(n.open) == 0 {
		return nil
	}
	return &n.open[len(n.open)-1]
}

// before closes what a start tag ends by itself; ended is told of each closed
// element, innermost first.
func (n *nesting) before(tag atom.Atom, ended func(element)) {
	if closesP[tag] {
		n.popWhile(ended, atom.P)
	}
	n.popWhile(ended, closes[tag]...)
}

// push opens an element, which may be an item of a list around it.
func (n *nesting) push(e element) {
	if itemOf[e.tag] {
		for i := len(n.open) - 1; i >= 0; i-- {
			if n.open[i].list {
				n.open[i].items++
				break
			}
		}
	}
	n.open = append(n.open, e)
}

// popWhile closes the innermost elements as long as they are among tags.
func (n *nesting) popWhile(ended func(element), tags ...atom.Atom) {
	for len(n.open) > 0 {
		top := *n.top()
		match := false
		for _, t := range tags {
			match = match || top.tag == t
		}
		if !match {
			return
		}
		n.open = n.open[:len(n.open)-1]
		ended(top)
	}
}

// pop closes the innermost element of that name with all inside it; an end
// tag without a start is passed over.
func (n *nesting) pop(tag atom.Atom, name string, ended func(element)) {
	for i := len(n.open) - 1; i >= 0; i-- {
		if n.open[i].tag != tag || (tag == 0 && !strings.EqualFold(n.open[i].name, name)) {
			continue
		}
		for len(n.open) > i {
			top := *n.top()
			n.open = n.open[:len(n.open)-1]
			ended(top)
		}
		return
	}
}
