package check

import (
	"path"

	"mingbai/cmd/mingbai/internal/plan"
)

// pageNotes is what a scanner has seen of a page.
type pageNotes struct {
	lang   plan.Lang
	other  plan.Lang // of its twin
	origin origin
	error  bool   // it is an error page
	self   uint64 // hash of its path
	twin   uint64 // of its twin's
	wanted uint64 // of its canonical one
	folder string // in which it stands

	title, heading capture
	langKnown      bool // <html lang> is that of the page's folder
	mainSeen       bool
	tags           [numTags]tagValue
	tagText        []byte

	links, listed     []packable
	sums              []sum
	mainIDs, otherIDs []uint64
	ownRefs           []uint64 // ids that the page names itself

	canonical  alternates
	alternates [3]alternates // zh-CN, en, x-default
	named      bool          // one of them leads to the twin, whatever else is wrong
	switched   bool          // a link that people see leads to the twin

	inFooterText bool
	footerText   []byte
	footerLinks  uint // which fields of the footer have their link
	siteMap      bool // the footer links to it
	inAnchor     bool
	leaving      bool // the open link goes to another site
	leads        bool // the main part links to anything
	mainText     bool // it has text of its own
}

// tagValue is what a portal tag says, and how often it stands.
type tagValue struct {
	times int
	value []byte // in pageNotes.tagText
}

// alternates counts the links to one version of the page, and the right ones.
type alternates struct{ times, right int }

// begin forgets the page before.
func (n *pageNotes) begin(c *Checker, name string) {
	*n = pageNotes{
		lang: langOf(name), origin: c.origin(name), error: isErrorPage(name), self: hash(name), folder: path.Dir(name),
		links: n.links[:0], listed: n.listed[:0], sums: n.sums[:0], mainIDs: n.mainIDs[:0], otherIDs: n.otherIDs[:0],
		ownRefs: n.ownRefs[:0], footerText: n.footerText[:0], tagText: n.tagText[:0],
	}
	if n.lang != "" {
		var buf [256]byte
		n.other = n.lang.Other()
		n.twin = hash(appendTwin(buf[:0], name))
	}
	n.wanted = n.self
	if n.origin.Canonical != "" {
		n.wanted = hash(n.origin.Canonical)
	}
}
