package webpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"mingbai/cmd/mingbai/internal/source/draft"
)

// flow turns elements into lines as a browser lays them out: blocks begin and
// end lines, br breaks one, space collapses.
type flow struct {
	d     *draft.Draft
	page  *page
	skip  func(*html.Node) bool // elements that are passed over; may be nil
	mode  mode
	inRow bool // within a table: a portal's remarks stand in lines of their own
	line  strings.Builder
	space space // met since the last character
	pre   int
	lists []*ordered
}

// mode says what a flow is for.
type mode int

const (
	article mode = iota // the document
	around              // the rest of the page, to be looked through and listed
	quiet               // a part of it that is taken as it is
)

// space is what separates two characters.
type space int

const (
	noSpace   space = iota
	lineBreak       // of the page's source
	realSpace
)

var blocks = map[string]bool{
	"address": true, "article": true, "aside": true, "blockquote": true, "body": true, "caption": true, "center": true,
	"dd": true, "details": true, "dir": true, "div": true, "dl": true, "dt": true, "fieldset": true, "figcaption": true,
	"figure": true, "footer": true, "form": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"header": true, "hr": true, "legend": true, "li": true, "main": true, "nav": true, "ol": true, "p": true, "pre": true,
	"section": true, "summary": true, "table": true, "tbody": true, "td": true, "tfoot": true, "th": true, "thead": true,
	"tr": true, "ul": true,
}

// block reads an element as lines of its own.
func (f *flow) block(n *html.Node) {
	f.end()
	f.children(n)
	f.end()
}

func (f *flow) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			f.text(c.Data)
		case html.ElementNode:
			if f.skip == nil || !f.skip(c) {
				f.element(c)
			}
		}
	}
}

func (f *flow) element(n *html.Node) {
	if f.leaveOut(n) {
		return
	}
	switch {
	case n.Data == "br":
		f.emit()
	case n.Data == "pre":
		f.pre++
		f.block(n)
		f.pre--
	case n.Data == "p":
		f.paragraph(n)
	case n.Data == "ol", n.Data == "ul":
		f.list(n)
	case n.Data == "li":
		f.item(n)
	case n.Data == "table" && dataTable(n):
		f.end()
		f.table(n)
	case blocks[n.Data]:
		f.block(n)
	default:
		f.children(n)
	}
}

// leaveOut notes an element that is no part of the document.
func (f *flow) leaveOut(n *html.Node) bool {
	if f.mode == quiet {
		return unseen[n.Data]
	}
	kind := furniture(n)
	switch {
	case kind != nil:
	case n.Data == "script", n.Data == "style":
		f.page.left.Add(scripts, rawText(n))
		return true
	case unseen[n.Data]:
		kind = &controls
	case hiddenElement(n):
		kind = &hidden
	case f.mode == article && !f.page.byName && linkList(n):
		kind = &links
	default:
		return false
	}
	f.page.left.Add(*kind, textOf(n))
	return true
}

func rawText(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

// paragraph reads a p element. An empty one is a blank line.
func (f *flow) paragraph(n *html.Node) {
	f.end()
	before := len(f.d.Lines)
	dropped := f.page.dropped
	f.children(n)
	f.end()
	if len(f.d.Lines) == before && f.page.dropped == dropped {
		f.d.Add("")
	}
}

// end ends the line, if there is one.
func (f *flow) end() {
	if draft.Trim(f.line.String()) != "" {
		f.emit()
	}
	f.line.Reset()
	f.space = noSpace
}

// emit puts the line into the draft, be it blank.
func (f *flow) emit() {
	line := draft.Trim(f.line.String())
	f.line.Reset()
	f.space = noSpace
	if f.mode == article && !f.inRow && f.page.dropLine(line) {
		return
	}
	f.d.Add(line)
}

func (f *flow) text(s string) {
	for _, r := range s {
		switch {
		case f.pre > 0 && r == '\n':
			f.emit()
		case r == '\n' || r == '\r':
			f.space = max(f.space, lineBreak)
		case r == ' ' || r == '\t' || r == '\f':
			if f.space != lineBreak {
				f.space = realSpace
			}
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad':
		default:
			f.put(r)
		}
	}
}

// put writes a character, and before it the space that a browser would show. A
// line break of the page's source, and the indentation behind it, is none
// beside a Chinese character.
func (f *flow) put(r rune) {
	if r == '\u00a0' {
		r = ' '
	}
	if f.space != noSpace && f.line.Len() > 0 {
		last, _ := utf8.DecodeLastRuneInString(f.line.String())
		if f.space == realSpace || !wide(last) && !wide(r) {
			f.line.WriteByte(' ')
		}
	}
	f.space = noSpace
	f.line.WriteRune(r)
}

// wide reports whether a character takes the width of a Chinese one.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r >= 0x2010 && r <= 0x2027
}
