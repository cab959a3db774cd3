package check

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// get is the value of an attribute of the tag at hand.
func (s *scanner) get(key string) (val []byte, ok bool) {
	for i := range s.attrs {
		if string(s.attrs[i].key) == key {
			return s.attrs[i].val, true
		}
	}
	return nil, false
}

// element notes a start tag; it completes what its content inherits.
func (s *scanner) element(e *scanned) {
	if lang, ok := s.get("lang"); ok {
		e.lang = baseLangOf(lang)
	}
	if _, hidden := s.get("hidden"); hidden {
		e.in |= inHidden
	}
	for i := range s.attrs {
		s.attribute(e, s.attrs[i].key, s.attrs[i].val)
	}
	s.construct(e)
}

// attribute notes ids, references to ids and links.
func (s *scanner) attribute(e *scanned, key, val []byte) {
	switch string(key) {
	case "id":
		s.give = s.give || bytes.IndexByte(val, '\r') >= 0 // which HTML reads as a line feed
		if e.in&inMain != 0 && e.in&inPicture == 0 && e.kind.atom != atom.Main {
			s.mainIDs = append(s.mainIDs, hash(val))
		} else {
			s.otherIDs = append(s.otherIDs, hash(val))
		}
	case "integrity":
		s.give = s.give || bytes.IndexByte(val, '\r') >= 0
	case "class", "type", "name", "rel", "lang", "d":
	case "style", "srcset", "imagesrcset":
		s.give = true
	case "href", "xlink:href", "src", "formaction", "poster", "cite":
		s.link(e, key, val)
	case "action":
		if e.kind.atom == atom.Form {
			s.link(e, key, val)
		}
	case "data":
		if e.kind.atom == atom.Object {
			s.link(e, key, val)
		}
	case "alt", "title", "aria-label", "content": // shown or read aloud
		if look := lookAt(val); look&(lookMark|lookOdd) != 0 {
			s.give = true
		}
	default:
		switch {
		case bytes.HasPrefix(key, []byte("on")):
			s.give = true
		case idRefs[string(key)]:
			s.refer(val)
		}
	}
}

// refer notes ids that the page must have.
func (s *scanner) refer(ids []byte) {
	for len(ids) > 0 {
		id, rest, _ := bytes.Cut(ids, []byte(" "))
		if ids = rest; len(id) == 0 {
			continue
		}
		for _, c := range id {
			s.give = s.give || c < ' ' || c >= utf8.RuneSelf // perhaps another white space
		}
		s.ownRefs = append(s.ownRefs, hash(id))
	}
}

// construct notes the elements that rules are about.
func (s *scanner) construct(e *scanned) {
	switch e.kind.atom {
	case atom.Html:
		lang, _ := s.get("lang")
		base := baseLangOf(lang)
		s.langKnown = base != noneLang && (s.lang == "" || base == baseLangOf([]byte(s.lang)))
	case atom.Main:
		s.mainSeen = true
	case atom.Meta:
		s.meta()
	case atom.Link:
		s.linkElement()
	case atom.Title:
		if e.in&inPicture == 0 {
			s.title.begin(s)
		}
	case atom.H1:
		if e.in&inPicture == 0 {
			s.heading.begin(s)
		}
	case atom.Footer:
		if e.in&inPicture == 0 {
			s.give = s.give || s.inFooterText // one in the other
			s.inFooterText = true
		}
	case atom.Img:
		if _, ok := s.get("alt"); !ok {
			s.give = true
		}
	case atom.Style:
		s.give = true
	case atom.Script:
		kind, _ := s.get("type")
		if _, src := s.get("src"); !src && string(kind) != "application/ld+json" && runs(string(kind)) {
			s.give = true
		}
	}
}

func (s *scanner) meta() {
	if kind, ok := s.get("http-equiv"); ok && bytes.EqualFold(kind, []byte("refresh")) {
		s.give = true
	}
	name, _ := s.get("name")
	tag := portalTag(name)
	if tag < 0 {
		return
	}
	if tag == columnName && s.mainSeen {
		s.give = true // what the main part lists was not kept
	}
	content, _ := s.get("content")
	begin := len(s.tagText)
	s.tagText = append(s.tagText, content...)
	s.tags[tag].times++
	s.tags[tag].value = s.tagText[begin:len(s.tagText):len(s.tagText)]
}

// linkElement notes the addresses under which a page and its twin are known.
func (s *scanner) linkElement() {
	rel, _ := s.get("rel")
	hreflang, known := s.get("hreflang")
	if !plainRel(rel) {
		s.give = true
		return
	}
	href, _ := s.get("href")
	switch {
	case hasRel(rel, "canonical"):
		s.canonical.times++
		if s.isFull(href, s.wanted) {
			s.canonical.right++
		}
	case hasRel(rel, "alternate") && known && len(hreflang) > 0:
		s.alternate(hreflang, href)
	}
}

func (s *scanner) alternate(hreflang, href []byte) {
	for i, version := range versions {
		if !bytes.EqualFold(hreflang, []byte(version.name)) {
			continue
		}
		want := s.self
		if version.lang != s.lang {
			want = s.twin
		}
		s.alternates[i].times++
		if s.isFull(href, want) {
			s.alternates[i].right++
		}
		if version.lang == s.other && version.name != defaultLang && s.resolve(href).file == s.twin {
			s.named = true
		}
	}
}

// isFull reports whether an address is the full one of a file.
func (s *scanner) isFull(href []byte, file uint64) bool {
	to := s.resolve(href)
	rest, ok := bytes.CutPrefix(href, []byte(s.c.base.Scheme))
	return ok && bytes.HasPrefix(rest, []byte("://")) && to.where == inside && to.file == file
}
