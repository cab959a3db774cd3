package layout

import (
	"bytes"
	"errors"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/parse/v2"
)

// Media types that the minifier must know.
const (
	typeHTML = "text/html"
	typeSVG  = "image/svg+xml"
)

// Minifier is tdewolff/minify with the settings of a site, asked once for what
// is the same on every page: for each tag that stands in a template, and for
// what it does about the elements and attributes of a name. It may be shared by
// sets; they may be used by several goroutines.
type Minifier struct {
	m  *minify.M
	mu sync.RWMutex

	tags     map[string][]byte // as written: minified
	known    map[string][]byte // addresses that hold data: minified
	elements map[string]element
	attrs    map[attrName]attr
	seen     seen
}

type attrName struct{ tag, name string }

// NewMinifier makes a minifier of one that knows HTML and, where pages have
// them, SVG, scripts and styles. It has to keep end tags, document tags,
// quotes and default values.
func NewMinifier(m *minify.M) *Minifier {
	return &Minifier{m: m, tags: map[string][]byte{}, known: map[string][]byte{}, elements: map[string]element{}, attrs: map[attrName]attr{}}
}

// whole minifies a page as it was written.
func (m *Minifier) whole(page []byte) ([]byte, error) { return m.m.Bytes(typeHTML, page) }

// ask minifies a piece of HTML that is a question; what cannot be minified is
// no part of a program.
func (m *Minifier) ask(piece string) []byte {
	out, err := m.m.Bytes(typeHTML, []byte(piece))
	if err != nil {
		panic(giveUp{})
	}
	return out
}

// mostTags bounds the tags that are remembered: those of templates are few, but
// values hold tags, too.
const mostTags = 1 << 14

// tag is a start tag, minified.
func (m *Minifier) tag(raw []byte, svg bool) []byte {
	key := string(raw)
	if svg {
		key = "svg " + key
	}
	m.mu.RLock()
	out, ok := m.tags[key]
	m.mu.RUnlock()
	if ok {
		return out
	}
	if svg {
		out = m.svgTag(raw)
	} else {
		out = m.ask(string(raw))
	}
	m.mu.Lock()
	if len(m.tags) < mostTags {
		m.tags[key] = out
	}
	m.mu.Unlock()
	return out
}

// svgTag minifies a tag of a picture. A picture is never a tag alone, so that
// it gets an end if it has none.
func (m *Minifier) svgTag(raw []byte) []byte {
	var out bytes.Buffer
	if err := m.m.MinifyMimetype([]byte(typeSVG), &out, bytes.NewReader(raw), map[string]string{"inline": "1"}); err != nil {
		panic(giveUp{})
	}
	return out.Bytes()
}

// attribute is one attribute of a tag, minified, with a space before it.
func (m *Minifier) attribute(tag string, raw []byte, svg bool) []byte {
	whole := append(append([]byte("<"+tag+" "), raw...), '>')
	out := m.tag(whole, svg)
	out = bytes.TrimPrefix(out, []byte("<"+tag))
	return bytes.TrimSuffix(out, []byte(">"))
}

// mostData is how many addresses that hold data are remembered: a site's own
// pictures and style sheets, which stand in a few pages.
const mostData = 8

// data is an address that holds data in its shortest form.
func (m *Minifier) data(address []byte) []byte {
	m.mu.RLock()
	out, ok := m.known[string(address)]
	m.mu.RUnlock()
	if ok {
		return out
	}
	key := string(address)
	out = bytes.Clone(minify.DataURI(m.m, address))
	m.mu.Lock()
	if len(m.known) < mostData {
		m.known[key] = out
	}
	m.mu.Unlock()
	return out
}

// text replaces entities and white space of text between tags, in place. What
// follows it may be anything, unless it is known to be a tag: then "&" needs no
// entity at the end.
func text(b []byte, beforeTag bool) []byte {
	if beforeTag {
		return parse.ReplaceMultipleWhitespaceAndEntities(b, html.EntitiesMap, html.TextRevEntitiesMap)
	}
	b = parse.ReplaceMultipleWhitespaceAndEntities(append(b, 'x'), html.EntitiesMap, html.TextRevEntitiesMap)
	return b[:len(b)-1]
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// code minifies the text of a script or style; of text fields it is left as it is.
func (m *Minifier) code(tag, media string, text []byte) []byte {
	params := map[string]string(nil)
	kind := []byte(media)
	switch {
	case tag == "textarea":
		return text
	case media != "":
		kind, params = parse.Mediatype(kind)
	case tag == "script":
		kind, params = []byte("application/javascript"), map[string]string{"escape-html": "1"}
	default:
		kind = []byte("text/css")
	}
	var out bytes.Buffer
	err := m.m.MinifyMimetype(kind, &out, bytes.NewReader(text), params)
	switch {
	case errors.Is(err, minify.ErrNotExist):
		return text
	case err != nil:
		panic(giveUp{}) // html/template and tdewolff/minify tell what is wrong
	}
	return out.Bytes()
}
