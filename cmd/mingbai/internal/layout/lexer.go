package layout

import (
	"bytes"
	"strings"
)

// sink takes a page apart into what the minifier treats differently. A writer
// writes it, a recorder keeps it as a part of a program.
type sink interface {
	text(b []byte)                     // between tags, white space collapsed
	tag(b []byte, e element, end bool) // a tag, or the beginning of a start tag
	opened(e element)                  // behind a start tag
	raw(b []byte)                      // inside of a tag
	other(b []byte)                    // no text and no element
	openValue(b []byte)                // an attribute up to its quote
	value(b []byte)                    // a part of its value
	closeValue(a attr, quote byte)
	openCode() // behind the start tag of a script or style
	closeCode(tag, media string)
}

// mode is where in a page a lexer is.
type mode uint8

const (
	betweenTags mode = iota
	insideTag
	behindName // inside of a tag, behind a name that may go on
	insideValue
	insideCode // of an element that holds no tags
)

// lexState is where a lexer is, in full. A template that is called in two
// states has two programs.
type lexState struct {
	mode  mode
	tag   string // in it, or in its text
	attr  string
	quote byte
	media string // type of the script or style
	pre   bool   // white space stands as it is
	title bool   // text without tags
	svg   int    // depth in a picture
}

// lexer reads a page piece by piece, and gives up where a piece ends in
// something that only its end can tell.
type lexer struct {
	lexState
	m    *Minifier
	to   sink
	skip bool // white space between options
	tmp  []byte
}

// strange elements are left to tdewolff/minify as parts of a whole page.
var strange = map[string]bool{
	"iframe": true, "math": true, "xml": true, "xmp": true, "plaintext": true, "noembed": true, "noframes": true,
	"foreignobject": true, "frameset": true,
}

func (l *lexer) feed(b []byte) {
	for len(b) > 0 {
		switch l.mode {
		case betweenTags:
			b = l.between(b)
		case insideTag, behindName:
			b = l.inside(b)
		case insideValue:
			b = l.inValue(b)
		case insideCode:
			b = l.code(b)
		}
	}
}

// between reads text or one tag.
func (l *lexer) between(b []byte) []byte {
	if n := l.textLen(b); n > 0 {
		l.words(b[:n], n < len(b))
		return b[n:]
	}
	l.skip = false
	switch {
	case bytes.HasPrefix(b, []byte("<!")):
		return l.declaration(b)
	case b[1] == '/':
		return l.endTag(b)
	}
	return l.startTag(b)
}

// textLen is how much text there is before the next tag.
func (l *lexer) textLen(b []byte) int {
	for i := 0; ; i++ {
		n := bytes.IndexByte(b[i:], '<')
		if n < 0 {
			return len(b)
		}
		i += n
		if i+1 == len(b) {
			panic(giveUp{})
		}
		if c := b[i+1]; c == '/' || c == '!' || c == '?' || isLetter(c) {
			if !l.title || foldPrefix(b[i:], "</title") {
				return i
			}
		}
	}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func foldPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && strings.EqualFold(string(b[:len(prefix)]), prefix)
}

// words passes text on.
func (l *lexer) words(b []byte, beforeTag bool) {
	if l.skip && len(bytes.TrimSpace(b)) == 0 {
		return
	}
	if l.pre {
		l.to.other(b)
		return
	}
	l.tmp = append(l.tmp[:0], b...)
	l.to.text(text(l.tmp, beforeTag))
}

// declaration reads a comment or a document type. Of comments only directives
// of server-side includes are kept.
func (l *lexer) declaration(b []byte) []byte {
	if foldPrefix(b, "<!doctype") {
		_, rest, ok := bytes.Cut(b, []byte(">"))
		if !ok {
			panic(giveUp{})
		}
		l.to.other([]byte("<!doctype html>"))
		return rest
	}
	body, rest, ok := bytes.Cut(b, []byte("-->"))
	body, comment := bytes.CutPrefix(body, []byte("<!--"))
	if !ok || !comment || bytes.HasPrefix(body, []byte("[")) || bytes.HasPrefix(body, []byte(">")) || bytes.HasPrefix(body, []byte("->")) ||
		bytes.Contains(body, []byte("--!>")) || bytes.HasSuffix(body, []byte("]")) || bytes.HasSuffix(body, []byte("]--")) {
		panic(giveUp{})
	}
	if len(body) > 1 && body[0] == '#' {
		l.to.other(b[:len(b)-len(rest)])
	} else {
		l.to.other(nil)
	}
	return rest
}

// picture reports whether the lexer is in a picture, or in the tag that begins one.
func (l *lexer) picture() bool { return l.svg > 0 || l.tag == "svg" }

// name reads the name of a tag or attribute, in lower case but in a picture.
func (l *lexer) name(b []byte) string {
	n := bytes.IndexAny(b, " \t\n\r\f/>=<\"'&")
	if n < 0 {
		n = len(b)
	}
	if l.picture() {
		return string(b[:n])
	}
	return strings.ToLower(string(b[:n]))
}

// endTag reads an end tag.
func (l *lexer) endTag(b []byte) []byte {
	name := l.name(b[2:])
	end := bytes.IndexByte(b, '>')
	if name == "" || end < 0 || !isLetter(name[0]) || len(bytes.TrimSpace(b[2+len(name):end])) > 0 || strange[strings.ToLower(name)] {
		panic(giveUp{})
	}
	out := []byte("</" + name + ">")
	switch {
	case l.svg > 0 && name == "svg":
		if l.svg--; l.svg > 0 {
			l.to.tag(out, pictureInner, true)
		} else {
			l.to.tag(out, pictureEnd, true)
		}
	case l.svg > 0:
		l.to.tag(out, pictureInner, true)
	default:
		e := l.m.element(name)
		if e.drop {
			out = nil
		}
		if name == "template" {
			e.block = false
		}
		l.to.tag(out, e, true)
		l.pre = l.pre && name != "pre"
		l.title = l.title && name != "title"
		l.skip = name == "option" || name == "optgroup"
	}
	return b[end+1:]
}
