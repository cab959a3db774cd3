package render

import (
	"strings"

	"golang.org/x/net/html"
)

// markupTag is a start tag of a finished page.
type markupTag struct {
	name   string
	attrs  []markupAttr
	source string
	exact  bool // values are as read and names stand once; else as written
	closed bool // like <br/>
}

// markupAttr is an attribute.
type markupAttr struct{ name, value string }

// isAddress tells attributes whose value is an address.
func (a *markupAttr) isAddress() bool {
	return a.name == "href" || a.name == "src" || a.name == "action"
}

// scan reads the tag at the beginning of a text, in the writing of finished
// pages: plain names, and values between double quotes. It gives the place
// behind the tag; ok is false where it is written otherwise.
func (t *markupTag) scan(text string) (end int, ok bool) {
	*t = markupTag{attrs: t.attrs[:0]}
	i := nameEnd(text, 1)
	t.name = lower(text[1:i])
	for i < len(text) {
		switch text[i] {
		case '>':
			t.source = text[:i+1]
			return i + 1, t.name != ""
		case ' ', '\n', '\t':
			i++
			continue
		case '/':
			if t.closed = strings.HasPrefix(text[i:], "/>"); !t.closed {
				return 0, false
			}
			i++
			continue
		}
		name := i
		if i = nameEnd(text, i); i == name || i == len(text) {
			return 0, false
		}
		a := markupAttr{name: lower(text[name:i])}
		switch text[i] {
		case '>', ' ', '/':
			if strings.HasPrefix(strings.TrimLeft(text[i:], " \n\r\t\f"), "=") {
				return 0, false
			}
		case '=':
			length := -1
			if strings.HasPrefix(text[i:], `="`) {
				length = strings.IndexByte(text[i+2:], '"')
			}
			if length < 0 {
				return 0, false
			}
			a.value = text[i+2 : i+2+length]
			i += 2 + length + 1
		default:
			return 0, false
		}
		t.attrs = append(t.attrs, a)
	}
	return 0, false
}

// lower is a name in small letters, which nearly all are in already.
func lower(name string) string {
	for i := range len(name) {
		if c := name[i]; 'A' <= c && c <= 'Z' {
			return strings.ToLower(name)
		}
	}
	return name
}

// nameEnd is where a name ends that begins at i.
func nameEnd(text string, i int) int {
	for i < len(text) && isNameByte(text[i]) {
		i++
	}
	return i
}

// read takes over a tag that the tokenizer read.
func (t *markupTag) read(source string, token html.Token) {
	*t = markupTag{name: token.Data, attrs: t.attrs[:0], source: source, exact: true, closed: token.Type == html.SelfClosingTagToken}
	for _, a := range token.Attr {
		t.attrs = append(t.attrs, markupAttr{a.Key, a.Val})
	}
}

// settle makes the attributes exact. It reports whether they are others now.
func (t *markupTag) settle() bool {
	if t.exact {
		return false
	}
	t.exact = true
	for i, a := range t.attrs {
		if isIrregular(a.value) || t.index(a.name) < i {
			z := html.NewTokenizer(strings.NewReader(t.source))
			z.Next()
			t.read(t.source, z.Token())
			return true
		}
	}
	return false
}

// isIrregular reports whether a value may be read as another than is written.
func isIrregular(value string) bool {
	return strings.IndexByte(value, '&') >= 0 || strings.IndexByte(value, '\r') >= 0 || strings.IndexByte(value, 0) >= 0
}

// index is the place of an attribute; -1 for none.
func (t *markupTag) index(name string) int {
	for i := range t.attrs {
		if t.attrs[i].name == name {
			return i
		}
	}
	return -1
}

// attr is the value of an attribute.
func (t *markupTag) attr(name string) string {
	i := t.index(name)
	if i >= 0 && isIrregular(t.attrs[i].value) {
		t.settle()
		i = t.index(name)
	}
	if i < 0 {
		return ""
	}
	return t.attrs[i].value
}

// set gives the tag an attribute.
func (t *markupTag) set(name, value string) {
	t.settle()
	if i := t.index(name); i >= 0 {
		t.attrs[i].value = value
		return
	}
	t.attrs = append(t.attrs, markupAttr{name, value})
}

// appendTo writes the tag; its attributes must be exact.
func (t *markupTag) appendTo(dst []byte) []byte {
	dst = append(append(dst, '<'), t.name...)
	for _, a := range t.attrs {
		dst = append(append(dst, ' '), a.name...)
		dst = append(append(dst, `="`...), html.EscapeString(a.value)...)
		dst = append(dst, '"')
	}
	if t.closed {
		dst = append(dst, '/')
	}
	return append(dst, '>')
}
