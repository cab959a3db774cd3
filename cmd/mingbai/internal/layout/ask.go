package layout

import (
	"bytes"
	"strings"
)

// element is what the minifier does about the tags of an element.
type element struct {
	block  bool // no white space before it, none after it
	object bool // white space after it counts, whatever was before
	phrase bool // that it is empty counts as text
	drop   bool // its tag is left out where it has no attributes
}

// specialElements have their own rules for what is in them, so that nothing
// can be asked about them with text in it.
var specialElements = map[string]element{
	"script": {}, "style": {block: true}, "textarea": {object: true}, "title": {block: true},
	"pre": {block: true}, "select": {object: true},
}

// codeElements hold text that is not HTML.
var codeElements = map[string]bool{"script": true, "style": true, "textarea": true}

// Elements of a picture: no white space around any of them counts, but that
// around the picture does.
var (
	pictureStart = element{object: true}
	pictureInner = element{block: true}
	pictureEnd   = element{block: true, object: true}
)

// element asks the minifier about an element of HTML.
func (m *Minifier) element(name string) element {
	if e, ok := specialElements[name]; ok {
		return e
	}
	m.mu.RLock()
	e, ok := m.elements[name]
	m.mu.RUnlock()
	if ok {
		return e
	}
	tag := "<" + name + ">"
	e = element{
		block:  !bytes.Contains(m.ask("<b>a "+tag), []byte("a <")),
		object: bytes.HasSuffix(m.ask("<p>"+tag+" <b>c"), []byte(" <b>c")),
		drop:   len(m.ask("<"+name+">")) == 0,
	}
	e.phrase = !e.block && !e.object && bytes.Contains(m.ask("<p>"+tag+"</"+name+"> c"), []byte(" c"))
	m.mu.Lock()
	if len(m.elements) < mostTags {
		m.elements[strings.Clone(name)] = e
	}
	m.mu.Unlock()
	return e
}

// attr is what the minifier does about the values of an attribute.
type attr struct {
	picture   bool // it is one of SVG
	boolean   bool // the value is left out
	trim      bool // white space is collapsed, and none left at the ends
	trimEnds  bool // none left at the ends: it is an address
	mediaType bool
	dropEmpty bool // the attribute is left out where it is empty
	code      bool // it holds a script or style
}

// attr asks the minifier about an attribute of an element.
func (m *Minifier) attr(tag, name string) attr {
	m.mu.RLock()
	a, ok := m.attrs[attrName{tag, name}]
	m.mu.RUnlock()
	if ok {
		return a
	}
	with := func(value string) string {
		return strings.TrimPrefix(string(m.ask("<"+tag+" "+name+`="`+value+`">`)), "<"+tag)
	}
	a = attr{code: name == "style" || strings.HasPrefix(name, "on")}
	if !a.code {
		given := with(" z  Z; y ")
		a.boolean = given == " "+name+">"
		a.mediaType = !a.boolean && !strings.Contains(given, "Z;") || strings.Contains(given, ";y")
		a.trim = !a.boolean && !strings.Contains(given, "  ") && !strings.Contains(given, `" z`)
		a.trimEnds = !a.boolean && !strings.Contains(given, `" z`)
		a.dropEmpty = with("") == ">"
	}
	m.mu.Lock()
	if len(m.attrs) < mostTags {
		m.attrs[attrName{strings.Clone(tag), strings.Clone(name)}] = a
	}
	m.mu.Unlock()
	return a
}
