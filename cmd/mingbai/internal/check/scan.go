package check

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"mingbai/cmd/mingbai/internal/plan"
)

// scanner is the fast way to the facts of a page: one pass over the bytes that
// copies nothing. It reads plain HTML as render writes it, and knows the rules
// only as far as to say that a page keeps them all. Whatever else it meets, it
// gives up: reader, which is slow and knows all of HTML, reads the page instead.
// So a scanner's answer is that of the reader, or none.
type scanner struct {
	c    *Checker
	name string
	data []byte
	at   int
	give bool // up

	open  []scanned
	attrs []attr
	text  []byte // decoded
	path  []byte // of an address
	key   []byte // of what is kept once for many pages
	pageNotes

	// What it remembers from page to page.
	addresses  map[string]address // outside the site
	lastDate   []string
	footerLang plan.Lang
	goodFooter []byte // text of a footer that lacks nothing in that language
}

// scanned is an open element.
type scanned struct {
	kind  *tagKind
	name  []byte // in small letters
	lang  baseLang
	in    region
	items int
}

// attr is an attribute of the tag at hand: its name in small letters, its value
// decoded.
type attr struct{ key, val []byte }

// scan gives the facts of a page that breaks no rule by itself; false for any
// other, which must be read.
func (c *Checker) scan(name string, data []byte) (Facts, bool) {
	s := c.scanner()
	defer c.scratch.Put(s)
	s.begin(name, data)
	for !s.give && s.at < len(data) {
		s.next()
	}
	for !s.give && len(s.open) > 0 {
		s.close()
	}
	if s.give || !s.keepsRules() {
		return Facts{}, false
	}
	return s.facts(), true
}

// scanner is one that nobody uses now; the caller puts it back into c.scratch.
func (c *Checker) scanner() *scanner {
	if s, ok := c.scratch.Get().(*scanner); ok {
		return s
	}
	return &scanner{c: c, addresses: map[string]address{}}
}

func (s *scanner) begin(name string, data []byte) {
	s.name, s.data, s.at, s.give = name, data, 0, false
	s.open = s.open[:0]
	s.pageNotes.begin(s.c, name)
}

// next reads the text up to the next tag, and the tag.
func (s *scanner) next() {
	rest := s.data[s.at:]
	lt := bytes.IndexByte(rest, '<')
	if lt < 0 {
		s.at = len(s.data)
		s.characters(rest, true)
		return
	}
	if lt > 0 {
		s.at += lt
		s.characters(rest[:lt], true)
		rest = rest[lt:]
	}
	switch {
	case len(rest) < 4:
		s.give = true
	case isLetter(rest[1]):
		s.startTag()
	case rest[1] == '/' && isLetter(rest[2]):
		s.endTag()
	case rest[1] == '!':
		s.declaration(rest)
	default:
		s.give = true
	}
}

// declaration passes over a comment or the document type.
func (s *scanner) declaration(rest []byte) {
	if bytes.HasPrefix(rest, []byte("<!--")) {
		end := bytes.Index(rest, []byte("-->"))
		if end < 4 || rest[4] == '>' || rest[4] == '-' || bytes.Contains(rest[:end], []byte("--!")) {
			s.give = true
			return
		}
		s.at += end + 3
		return
	}
	end := bytes.IndexByte(rest, '>')
	if end < 9 || !bytes.EqualFold(rest[:9], []byte("<!doctype")) {
		s.give = true
		return
	}
	s.at += end + 1
}

// tagName reads a name from s.at on.
func (s *scanner) tagName() []byte {
	begin, upper := s.at, false
	for s.at < len(s.data) {
		c := s.data[s.at]
		if isSpace(c) || c == '/' || c == '>' {
			break
		}
		upper = upper || 'A' <= c && c <= 'Z'
		s.give = s.give || c < ' ' || c >= utf8.RuneSelf
		s.at++
	}
	name := s.data[begin:s.at]
	if upper {
		return bytes.ToLower(name)
	}
	return name
}

func (s *scanner) endTag() {
	s.at += 2
	name := s.tagName()
	end := bytes.IndexByte(s.data[s.at:], '>')
	if end != 0 {
		s.give = true // attributes, or no end
		return
	}
	s.at++
	s.pop(tags.find(name), name)
}

func (s *scanner) startTag() {
	s.at++
	name := s.tagName()
	kind := tags.find(name)
	selfClosing := s.attributes()
	if s.give || kind.odd || (kind.raw && selfClosing) {
		s.give = true
		return
	}
	if kind.closesP {
		s.popP()
	}
	for len(kind.closes) > 0 && len(s.open) > 0 && isOneOf(s.top().kind.atom, kind.closes) {
		s.close()
	}
	e := scanned{kind: kind, name: name, in: kind.in}
	if up := s.top(); up != nil {
		e.lang, e.in = up.lang, e.in|up.in
	}
	s.element(&e)
	if kind.void || (selfClosing && e.in&inPicture != 0) {
		return
	}
	s.push(e)
	if kind.raw && !(kind.atom == atom.Title && e.in&inPicture != 0) {
		s.rawText(kind, name)
	}
}

// rawText reads text up to the end tag of its element.
func (s *scanner) rawText(kind *tagKind, name []byte) {
	for from := s.at; ; {
		i := bytes.Index(s.data[from:], []byte("</"))
		if i < 0 {
			s.give = true
			return
		}
		from += i
		after := from + 2 + len(name)
		if after < len(s.data) && bytes.EqualFold(s.data[from+2:after], name) {
			if s.data[after] != '>' {
				s.give = true // perhaps another element, whose name begins so
				return
			}
			text := s.data[s.at:from]
			s.at = from
			switch {
			case kind.atom == atom.Title || kind.atom == atom.Textarea:
				s.characters(text, true)
			case bytes.Contains(text, []byte("<!--")):
				s.give = true
			}
			return
		}
		from += 2
	}
}

func isOneOf(a atom.Atom, all []atom.Atom) bool {
	for _, one := range all {
		if a == one {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isSpace tells what separates attributes.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\f' }
