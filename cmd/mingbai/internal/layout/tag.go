package layout

import (
	"bytes"
	"strings"
)

// startTag reads a start tag, or the beginning of one that goes on behind a
// value.
func (l *lexer) startTag(b []byte) []byte {
	name := l.name(b[1:])
	rest := b[min(1+len(name), len(b)):]
	if name == "" || strange[strings.ToLower(name)] || !isLetter(name[0]) || len(rest) > 0 && !isSpace(rest[0]) && rest[0] != '/' && rest[0] != '>' {
		panic(giveUp{})
	}
	l.tag, l.media = name, ""
	if end := tagEnd(b); end > 0 {
		raw := b[:end]
		l.to.tag(l.whole(name, raw), l.elementOf(name), false)
		if name == "script" || name == "style" {
			l.media = attrOf(raw, "type")
		}
		l.open(bytes.HasSuffix(raw, []byte("/>")))
		return b[end:]
	}
	l.to.tag([]byte("<"+name), l.elementOf(name), false)
	if l.mode = insideTag; len(rest) == 0 {
		l.mode = behindName
	}
	return rest
}

// elementOf is what is done about the start tag of a name.
func (l *lexer) elementOf(name string) element {
	switch {
	case l.svg > 0 && codeElements[name]:
		panic(giveUp{})
	case l.svg > 0:
		return pictureInner
	case name == "svg":
		return pictureStart
	}
	return l.m.element(name)
}

// whole is a whole start tag, minified.
func (l *lexer) whole(name string, raw []byte) []byte {
	if !l.picture() && l.isClean(name, raw) {
		return raw
	}
	return l.m.tag(raw, l.picture())
}

// open is behind a start tag.
func (l *lexer) open(selfClosing bool) {
	l.mode = betweenTags
	name := l.tag
	switch {
	case l.picture():
		if name == "svg" && !selfClosing {
			l.svg++
		}
	case name == "title":
		l.title = true
	case codeElements[name]:
		l.mode = insideCode
		l.to.openCode()
		return
	default:
		l.to.opened(l.m.element(name))
		l.pre = l.pre || name == "pre"
		l.skip = name == "select" || name == "optgroup"
	}
	l.tag = ""
}

// code reads the text of a script, style or text field.
func (l *lexer) code(b []byte) []byte {
	for i := 0; i < len(b); i++ {
		n := bytes.IndexByte(b[i:], '<')
		if n < 0 {
			break
		}
		i += n
		if len(b)-i < len("</"+l.tag)+1 {
			panic(giveUp{}) // it may go on as the end tag
		}
		if bytes.HasPrefix(b[i:], []byte("<!--")) {
			panic(giveUp{}) // then not every end tag is one
		}
		if foldPrefix(b[i:], "</"+l.tag) && !isLetter(b[i+len("</"+l.tag)]) {
			l.to.raw(b[:i])
			l.to.closeCode(l.tag, l.media)
			l.mode, l.tag, l.media = betweenTags, "", ""
			return b[i:]
		}
	}
	l.to.raw(b)
	return nil
}

// tagEnd is the length of the tag at the start of b, 0 where it does not end.
func tagEnd(b []byte) int {
	quote := byte(0)
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && afterEquals(b[:i]):
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return 0
}

func afterEquals(b []byte) bool {
	return bytes.HasSuffix(bytes.TrimRight(b, " \t\n\r\f"), []byte("="))
}

// isClean reports whether the minifier would leave a tag as it is: names in
// lower case, one space before each attribute, values in double quotes without
// entities or odd white space, nothing about them that has a shorter form.
func (l *lexer) isClean(name string, raw []byte) bool {
	b, ok := bytes.CutPrefix(raw, []byte("<"+name))
	for ok && len(b) > 1 {
		n := bytes.IndexByte(b, '=')
		if b[0] != ' ' || n < 2 || n+2 >= len(b) || b[n+1] != '"' {
			return false
		}
		end := bytes.IndexByte(b[n+2:], '"')
		if end < 1 || !l.isCleanAttr(name, b[1:n], b[n+2:n+2+end]) {
			return false
		}
		b = b[n+2+end+1:]
	}
	return ok && string(b) == ">" && !l.m.element(name).drop
}

func (l *lexer) isCleanAttr(tag string, name, value []byte) bool {
	for _, c := range name {
		if (c < 'a' || 'z' < c) && c != '-' {
			return false
		}
	}
	if tag == "meta" || tag == "input" || tag == "script" {
		return false
	}
	a := l.m.attr(tag, string(name))
	if a.boolean || a.mediaType || a.code || a.trimEnds && !a.trim && bytes.HasPrefix(bytes.ToLower(value[:min(len(value), 5)]), []byte("data:")) {
		return false
	}
	space := true
	for _, c := range value {
		if c == '&' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == ' ' && space || a.trimEnds && !a.trim && 'A' <= c && c <= 'Z' {
			return false
		}
		space = c == ' '
	}
	return !space
}

// attrOf is the value of an attribute of a whole tag, "" where it has none in
// quotes.
func attrOf(raw []byte, name string) string {
	_, rest, ok := bytes.Cut(raw, []byte(" "+name+"="))
	if !ok {
		return ""
	}
	if len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' {
		panic(giveUp{})
	}
	value, _, _ := bytes.Cut(rest[1:], rest[:1])
	return string(value)
}
