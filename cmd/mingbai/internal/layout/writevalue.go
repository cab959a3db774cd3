package layout

import (
	"bytes"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/parse/v2"
	lexhtml "github.com/tdewolff/parse/v2/html"
)

// openValue writes an attribute up to its quote.
func (w *writer) openValue(b []byte) {
	w.nameAt = len(w.buf)
	w.buf = append(w.buf, b...)
	w.valueAt = len(w.buf)
	w.dirty = false
}

// value writes a part of a value that stands in the template.
func (w *writer) value(b []byte) {
	w.buf = append(w.buf, b...)
	w.dirty = w.dirty || bytes.IndexByte(b, '&') >= 0
}

// closeValue does about a value what the minifier does about one that it reads.
func (w *writer) closeValue(a attr, quote byte) {
	value := w.buf[w.valueAt:]
	if a.boolean {
		w.buf = w.buf[:w.valueAt-len(`="`)]
		return
	}
	if a.picture {
		w.measure(value, quote)
		return
	}
	if w.dirty || a.trim || a.trimEnds || a.mediaType {
		value = w.cleaned(value, a)
	}
	switch {
	case len(value) > 0:
		w.quoted(value, quote)
	case a.dropEmpty:
		w.buf = w.buf[:w.nameAt]
	default:
		w.buf = w.buf[:w.valueAt-len(`="`)]
	}
}

// measure closes a value of a picture; nothing needs no unit.
func (w *writer) measure(value []byte, quote byte) {
	if string(value) == "0%" {
		value = value[:1]
	}
	if w.dirty || hasOddSpace(value) {
		value = parse.ReplaceMultipleWhitespaceAndEntities(value, html.EntitiesMap, html.TextRevEntitiesMap)
	}
	w.quoted(parse.TrimWhitespace(value), quote)
}

// quoted writes a value and its quotes in place of what is written of it.
func (w *writer) quoted(value []byte, quote byte) {
	if w.dirty {
		var room []byte
		value = lexhtml.EscapeAttrVal(&room, value, quote, true)
		w.buf = append(w.buf[:w.valueAt-1], value...)
		return
	}
	w.buf = append(append(w.buf[:w.valueAt], value...), quote)
}

// cleaned replaces entities and white space of a value, in place.
func (w *writer) cleaned(value []byte, a attr) []byte {
	switch {
	case a.trim && (w.dirty || hasOddSpace(value)):
		value = parse.ReplaceMultipleWhitespaceAndEntities(value, html.EntitiesMap, nil)
	case w.dirty:
		value = parse.ReplaceEntities(value, html.EntitiesMap, nil)
	}
	if a.trim || a.trimEnds {
		value = parse.TrimWhitespace(value)
	}
	if a.mediaType {
		value = minify.Mediatype(value)
	}
	if a.trimEnds && !a.trim && len(value) > 4 && (value[0]|0x20 == 'd' || value[0] == 'H') {
		value = w.address(value)
	}
	return value
}

// address writes data in a shorter form, as the minifier does. It gives up where
// the minifier would write a scheme in lower case.
func (w *writer) address(value []byte) []byte {
	switch {
	case foldPrefix(value, "http"):
		panic(giveUp{})
	case len(value) > 5 && foldPrefix(value, "data:"):
		w.dirty = true // it may hold quotes now
		return w.m.data(value)
	}
	return value
}

// hasOddSpace reports whether there is white space that is not one space.
func hasOddSpace(b []byte) bool {
	for i, c := range b {
		if isSpace(c) && (c != ' ' || i > 0 && b[i-1] == ' ') {
			return true
		}
	}
	return false
}

// openCode is behind the start tag of a script, style or text field.
func (w *writer) openCode() {
	w.codeAt, w.dataTo = len(w.buf), -1
	w.empty = -1
}

// closeCode minifies what was written since openCode.
func (w *writer) closeCode(tag, media string) {
	if code := w.buf[w.codeAt:]; len(code) > 0 && (w.dataTo < len(w.buf) || !strings.HasSuffix(media, "json")) {
		w.buf = append(w.buf[:w.codeAt], w.m.code(tag, media, code)...)
	}
}
