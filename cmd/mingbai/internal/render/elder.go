package render

import (
	"path"
	"slices"
	"strings"
	"unsafe"

	"golang.org/x/net/html"

	"mingbai/cmd/mingbai/internal/site"
)

// The elder edition (长辈版) is the same pages with a second style sheet. It has
// addresses of its own, so that a reader without script stays in it from page
// to page. An elder page is made from the finished bytes of its page, not from
// the templates: it cannot differ in anything but what is changed here, and
// costs a small part of what rendering costs.

// elderStyle is the second style sheet.
const elderStyle = "css/elder.css"

// editionClass marks the link that leads to the other edition.
const editionClass = "edition"

// elderMore is by how many bytes an elder page is longer than its page, at most
// in nearly all cases.
const elderMore = 1024

// elderPage appends the elder edition of a finished page to dst: it adds the
// style sheet, keeps links within the edition, and leads back to the page itself.
func (p *pager) elderPage(dst, page []byte) []byte {
	e := elderWriter{pager: p, url: site.ElderURL(p.page.URL), scan: markupScanner{page: textOf(page)}}
	e.folder = path.Dir(p.page.URL)
	e.out = slices.Grow(dst, len(page)+elderMore)
	for e.scan.next() {
		switch {
		case e.scan.kind == textMarkup && e.inSwitch:
			e.replace(html.EscapeString(p.say("elder.leave")))
		case e.scan.kind == endTagMarkup:
			e.inSwitch = false
		case e.scan.kind == startTagMarkup:
			e.tag(&e.scan.tag)
		}
	}
	return append(e.out, page[e.copied:e.scan.end]...)
}

// textOf is a page as a text, without a copy: nobody changes it as long as its
// elder page is made.
func textOf(page []byte) string { return unsafe.String(unsafe.SliceData(page), len(page)) }

// elderWriter writes one elder page. What stays is copied in large runs: out
// holds what stands before copied.
type elderWriter struct {
	*pager
	url      string // of the elder page
	scan     markupScanner
	out      []byte
	copied   int
	inSwitch bool // in the link to the other edition

	folder       string // of the page
	file, to, by []byte // of the address at hand; kept for their memory
}

// replace puts a text in the place of what was scanned last.
func (e *elderWriter) replace(by string) {
	e.out = append(e.out, e.scan.page[e.copied:e.scan.start]...)
	e.out = append(e.out, by...)
	e.copied = e.scan.end
}

// rewrite puts a tag as it is now in the place of what was scanned last.
func (e *elderWriter) rewrite(t *markupTag) {
	e.replace("")
	e.out = t.appendTo(e.out)
}

// tag writes a start tag where it does not stay as it is.
func (e *elderWriter) tag(t *markupTag) {
	isLink := t.name == "link"
	switch {
	case isLink && t.attr("rel") == "alternate" && t.attr("hreflang") != "":
		e.replace("") // search engines pass over the alternates of a page that is canonical to another
		return
	case t.name == "body":
		t.set("class", strings.TrimSpace(t.attr("class")+" elder"))
		e.rewrite(t)
	case t.name == "a" && isSwitch(t.attr("class")):
		e.inSwitch = true
		t.set("href", site.Relative(e.url, e.page.URL))
		e.rewrite(t)
	case e.redirect(t):
		e.rewrite(t)
	}
	if isLink && t.attr("rel") == "stylesheet" {
		e.addStyle(t)
	}
}

// isSwitch reports whether a link's class marks it as leading to the other
// edition.
func isSwitch(class string) bool {
	return strings.Contains(class, editionClass) && slices.Contains(strings.Fields(class), editionClass)
}

// addStyle writes the second style sheet behind the first.
func (e *elderWriter) addStyle(first *markupTag) {
	a, ok := e.assets[elderStyle]
	if !ok {
		return // a project may take it away
	}
	link := markupTag{name: "link"}
	link.set("rel", "stylesheet")
	link.set("href", site.Relative(e.url, a.url))
	for _, name := range []string{"integrity", "data-integrity"} {
		if first.attr(name) != "" {
			link.set(name, a.integrity)
		}
	}
	e.out = append(e.out, e.scan.page[e.copied:e.scan.end]...)
	e.out = link.appendTo(e.out)
	e.copied = e.scan.end
}
