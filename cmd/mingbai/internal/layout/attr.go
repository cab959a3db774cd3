package layout

import (
	"bytes"
	"slices"
	"strings"
)

// inside reads a part of a start tag that holds values: the end of the tag, or
// one attribute.
func (l *lexer) inside(b []byte) []byte {
	if rest := bytes.TrimLeft(b, " \t\n\r\f"); len(rest) < len(b) {
		l.mode = insideTag
		return rest
	}
	switch {
	case b[0] == '>':
		l.to.raw(b[:1])
		l.open(false)
		return b[1:]
	case len(b) > 1 && b[0] == '/' && b[1] == '>':
		if l.picture() {
			l.to.raw(b[:2])
		} else {
			l.to.raw(b[1:2])
		}
		l.open(true)
		return b[2:]
	case l.mode == behindName:
		panic(giveUp{}) // the name or the attribute goes on
	}
	return l.attribute(b)
}

// attribute reads an attribute, whole or up to a value.
func (l *lexer) attribute(b []byte) []byte {
	name := l.name(b)
	rest := b[len(name):]
	if name == "" || len(rest) > 0 && bytes.IndexByte([]byte("<\"'&"), rest[0]) >= 0 {
		panic(giveUp{})
	}
	if len(rest) == 0 || rest[0] != '=' {
		if spaced := bytes.TrimLeft(rest, " \t\n\r\f"); len(spaced) > 0 && spaced[0] == '=' {
			panic(giveUp{})
		}
		l.ready(name, b[:len(name)])
		if l.mode = insideTag; len(rest) == 0 {
			l.mode = behindName
		}
		return rest
	}
	if len(rest) < 2 || rest[1] != '"' && rest[1] != '\'' {
		panic(giveUp{})
	}
	value, after, whole := bytes.Cut(rest[2:], rest[1:2])
	if whole {
		l.ready(name, b[:len(b)-len(after)])
		if name == "type" && (l.tag == "script" || l.tag == "style") {
			l.media = string(value)
		}
		return after
	}
	l.openValue(name, rest[1])
	if len(value) > 0 {
		l.to.value(value)
	}
	return nil
}

// ready passes on an attribute without values.
func (l *lexer) ready(name string, raw []byte) {
	if l.tag == "script" && name == "charset" || l.tag == "a" && name == "name" || l.tag == "input" && name == "value" {
		panic(giveUp{}) // whether it stays depends on others
	}
	l.to.raw(l.m.attribute(l.tag, raw, l.picture()))
}

// openValue begins an attribute whose value is not known.
func (l *lexer) openValue(name string, quote byte) {
	dependent := []string{"script type", "style type", "script charset", "a name", "input value", "input type"}
	if slices.Contains(dependent, l.tag+" "+name) || l.attrInfo(name).code || l.picture() && strings.Contains(name, ":") {
		panic(giveUp{})
	}
	l.mode, l.attr, l.quote = insideValue, name, quote
	l.to.openValue([]byte(" " + name + "=" + string(quote)))
}

// attrInfo is what is done about an attribute of the tag. In a picture, that is
// nothing.
func (l *lexer) attrInfo(name string) attr {
	if l.picture() {
		return attr{picture: true, code: name == "style" || strings.HasPrefix(name, "on")}
	}
	return l.m.attr(l.tag, name)
}

// inValue reads a part of a value, and its end.
func (l *lexer) inValue(b []byte) []byte {
	part, rest, ended := bytes.Cut(b, []byte{l.quote})
	if len(part) > 0 {
		l.to.value(part)
	}
	if ended {
		l.to.closeValue(l.attrInfo(l.attr), l.quote)
		l.mode, l.attr, l.quote = insideTag, "", 0
	}
	return rest
}
