package check

import "golang.org/x/net/html/atom"

// tagKind is what the scanner must know of an element by its name.
type tagKind struct {
	atom    atom.Atom // 0 for elements that no rule is about
	void    bool
	closesP bool
	item    bool        // fills a list or table
	list    bool        // must have items
	raw     bool        // its content is text up to its end tag
	odd     bool        // the scanner leaves pages with it to the reader
	closes  []atom.Atom // open elements that its start tag ends
	in      region      // where its content stands
}

// tagTable finds kinds of elements by their names, without allocation. It is an
// open hash table, half empty, for names of at most eight letters; the few
// longer ones stand apart.
type tagTable struct {
	names [256]uint64
	kinds [256]*tagKind
	long  map[string]*tagKind
}

var tags = makeTags(atom.Html, atom.Head, atom.Body, atom.Title, atom.Meta, atom.Link, atom.Script, atom.Style,
	atom.Main, atom.Footer, atom.Nav, atom.Section, atom.Article, atom.Header, atom.Aside, atom.Div, atom.Span, atom.P,
	atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Small,
	atom.Img, atom.Svg, atom.Template, atom.Noscript, atom.Textarea, atom.Code, atom.Pre, atom.Kbd, atom.Samp,
	atom.Ul, atom.Ol, atom.Dl, atom.Li, atom.Dt, atom.Dd, atom.Menu, atom.Hgroup, atom.Address, atom.Blockquote,
	atom.Table, atom.Caption, atom.Colgroup, atom.Col, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th,
	atom.Form, atom.Fieldset, atom.Label, atom.Input, atom.Button, atom.Select, atom.Option, atom.Optgroup,
	atom.Details, atom.Summary, atom.Figure, atom.Figcaption, atom.Time, atom.Br, atom.Hr, atom.Wbr,
	atom.Area, atom.Base, atom.Embed, atom.Source, atom.Track, atom.Object, atom.Q, atom.Ins, atom.Del,
	atom.Iframe, atom.Noembed, atom.Noframes, atom.Plaintext, atom.Xmp)

func makeTags(all ...atom.Atom) *tagTable {
	t := &tagTable{long: map[string]*tagKind{}}
	for _, a := range all {
		k := kindOfTag(a)
		name := packName([]byte(a.String()))
		if name == 0 {
			t.long[a.String()] = k
			continue
		}
		i := tagSlot(name)
		for t.names[i] != 0 {
			i = (i + 1) % uint64(len(t.names))
		}
		t.names[i], t.kinds[i] = name, k
	}
	return t
}

func kindOfTag(a atom.Atom) *tagKind {
	k := &tagKind{atom: a, void: void[a], closesP: closesP[a], item: itemOf[a], closes: closes[a], in: regionOf(a), list: isList(a)}
	switch a {
	case atom.Script, atom.Style, atom.Textarea, atom.Title:
		k.raw = true
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Plaintext, atom.Xmp:
		k.odd = true
	}
	return k
}

// find gives the kind of a name in small letters.
func (t *tagTable) find(name []byte) *tagKind {
	packed := packName(name)
	if packed == 0 {
		if k := t.long[string(name)]; k != nil {
			return k
		}
		return unknownTag
	}
	for i := tagSlot(packed); t.names[i] != 0; i = (i + 1) % uint64(len(t.names)) {
		if t.names[i] == packed {
			return t.kinds[i]
		}
	}
	return unknownTag
}

// unknownTag is the kind of elements that no rule is about.
var unknownTag = &tagKind{}

func tagSlot(name uint64) uint64 { return name * mixA >> 56 }

// packName makes a number of a name of at most eight letters, 0 of others.
func packName(name []byte) (n uint64) {
	if len(name) > 8 {
		return 0
	}
	for _, c := range name {
		n = n<<8 | uint64(c)
	}
	return n
}
