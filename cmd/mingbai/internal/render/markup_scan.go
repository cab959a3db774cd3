package render

import (
	"io"
	"strings"

	"golang.org/x/net/html"
)

// markupKind classes what the scanner finds.
type markupKind int

const (
	textMarkup markupKind = iota
	startTagMarkup
	endTagMarkup
	otherMarkup // comments, the document type
)

// markupScanner reads a finished page, piece by piece, as the tokenizer of
// x/net/html does. It makes no copies and looks closely at start tags alone:
// what a layout or a portal brings in unusual writing is given to the tokenizer
// itself.
type markupScanner struct {
	page       string
	start, end int // of the piece at hand
	kind       markupKind
	tag        markupTag // of a start tag
	raw        string    // name of the element whose text comes next and holds no tags; else ""
}

// next scans the next piece; false at the end.
func (s *markupScanner) next() bool {
	s.start = s.end
	if s.raw != "" {
		name := s.raw
		s.raw = ""
		if s.end = s.rawEnd(name); s.end > s.start {
			s.kind = textMarkup
			return true
		}
	}
	if s.start == len(s.page) {
		return false
	}
	if at := s.markup(s.start); at > s.start {
		s.kind, s.end = textMarkup, at
		return true
	}
	rest := s.page[s.start:]
	switch c := rest[1]; {
	case c == '/':
		return s.endTag()
	case c == '!' && strings.HasPrefix(rest, "<!--"):
		return s.tokenize()
	case c == '!' || c == '?':
		s.kind, s.end = otherMarkup, s.after('>', s.start+2)
		if c == '?' {
			s.end = s.after('>', s.start+1)
		}
		return true
	}
	return s.startTag()
}

// markup is where the next tag, comment or the like begins.
func (s *markupScanner) markup(from int) int {
	for {
		i := strings.IndexByte(s.page[from:], '<')
		if i < 0 || from+i+1 == len(s.page) {
			return len(s.page)
		}
		from += i
		if c := s.page[from+1]; isLetter(c) || c == '/' || c == '!' || c == '?' {
			return from
		}
		from++
	}
}

// after is the place behind the next c, or the end.
func (s *markupScanner) after(c byte, from int) int {
	from = min(from, len(s.page))
	if i := strings.IndexByte(s.page[from:], c); i >= 0 {
		return from + i + 1
	}
	return len(s.page)
}

func (s *markupScanner) endTag() bool {
	i := s.start + 2
	for i < len(s.page) && isNameByte(s.page[i]) {
		i++
	}
	if i == len(s.page) || i == s.start+2 || s.page[i] != '>' || !isLetter(s.page[s.start+2]) {
		return s.tokenize()
	}
	s.kind, s.end = endTagMarkup, i+1
	return true
}

func (s *markupScanner) startTag() bool {
	end, ok := s.tag.scan(s.page[s.start:])
	if !ok {
		return s.tokenize()
	}
	s.kind, s.end = startTagMarkup, s.start+end
	s.raw = rawText(s.tag.name)
	return true
}

// tokenize leaves a piece to the tokenizer.
func (s *markupScanner) tokenize() bool {
	z := html.NewTokenizer(strings.NewReader(s.page[s.start:]))
	found := z.Next()
	s.end = s.start + len(z.Raw())
	s.kind = otherMarkup
	switch found {
	case html.ErrorToken: // a tag that does not end: nothing of it counts
		s.end = s.start
		return false
	case html.TextToken:
		s.kind = textMarkup
	case html.EndTagToken:
		s.kind = endTagMarkup
	case html.StartTagToken, html.SelfClosingTagToken:
		s.kind = startTagMarkup
		s.tag.read(s.page[s.start:s.end], z.Token())
		s.raw = rawText(s.tag.name)
	}
	return true
}

// rawText is the name of an element where all that stands in it up to its end
// tag is text; else "".
func rawText(name string) string {
	switch name {
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp":
		return name
	}
	return ""
}

// rawEnd is where the text of such an element ends.
func (s *markupScanner) rawEnd(name string) int {
	if name == "plaintext" {
		return len(s.page)
	}
	for from := s.start; ; from += 2 {
		i := strings.Index(s.page[from:], "</")
		if i < 0 {
			from = len(s.page)
		} else if from += i; !endsElement(s.page[from+2:], name) {
			continue
		}
		if name == "script" && strings.Contains(s.page[s.start:from], "<!--") {
			return s.scriptEnd()
		}
		return from
	}
}

// endsElement reports whether what follows "</" is the end tag of an element.
func endsElement(rest, name string) bool {
	return len(rest) > len(name) && strings.EqualFold(rest[:len(name)], name) && strings.IndexByte(" \n\r\t\f/>", rest[len(name)]) >= 0
}

// scriptEnd is rawEnd for a script with something like a comment, in which its
// end tag may not count.
func (s *markupScanner) scriptEnd() int {
	z := html.NewTokenizer(io.MultiReader(strings.NewReader("<script>"), strings.NewReader(s.page[s.start:])))
	z.Next()
	if z.Next() != html.TextToken {
		return s.start
	}
	return s.start + len(z.Raw())
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isNameByte tells the bytes of names in regular writing.
func isNameByte(c byte) bool { return nameBytes[c] }

var nameBytes = func() (all [256]bool) {
	for i := range all {
		c := byte(i)
		all[i] = isLetter(c) || '0' <= c && c <= '9' || c == '-' || c == ':' || c == '_'
	}
	return all
}()
