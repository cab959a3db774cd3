package check

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// link notes one address of the tag at hand.
func (s *scanner) link(e *scanned, key, val []byte) {
	rel, _ := s.get("rel")
	if !plainRel(rel) || len(val) == 0 || val[0] <= ' ' || val[len(val)-1] <= ' ' || val[0] >= 0x80 || val[len(val)-1] >= 0x80 || hasResidue(val) {
		s.give = true
		return
	}
	to := s.resolve(val)
	hreflang, versioned := s.get("hreflang")
	versioned = versioned && len(hreflang) > 0
	isAnchor := e.kind.atom == atom.A
	switch to.where {
	case inside:
		absolute := e.kind.atom == atom.Link && (string(rel) == "canonical" || (string(rel) == "alternate" && versioned))
		if (to.rooted && !absolute && !s.error) || (to.folder && !absolute) {
			s.give = true
			return
		}
		s.destination(e, to)
	case outside:
		if loads(e.kind.atom, string(key), string(rel)) || (isAnchor && to.stranger && !hasRel(rel, "external")) {
			s.give = true
		}
		s.footerLinks |= to.fields & s.fieldsHere(e)
	case refused:
		if !to.data || !(link{Tag: string(e.name)}).holdsData() {
			s.give = true
		}
	case mailOrTel:
	default:
		s.give = true
	}
	if !isAnchor {
		return
	}
	s.inAnchor, s.leaving = true, hasRel(rel, "external")
	s.leads = s.leads || (e.in&inMain != 0 && val[0] != '#')
	if versioned && strings.Contains(string(rel), "alternate") && to.where == inside && to.file == s.twin &&
		bytes.EqualFold(hreflang, []byte(hreflangs[s.other])) {
		s.switched = true
	}
}

// destination notes a place of the site to which the tag at hand leads.
func (s *scanner) destination(e *scanned, to address) {
	if e.in&inFooter != 0 && to.siteMap {
		s.siteMap = true
	}
	own := to.file == s.self
	if own && to.fragment != 0 {
		s.ownRefs = append(s.ownRefs, to.fragment)
	}
	sums, summed := s.get("integrity")
	listed := e.in&inMain != 0 && s.tags[columnName].times > 0
	if own && !listed && !summed {
		return
	}
	n := s.c.table.number(place{to.file, to.fragment})
	if summed && len(sums) > 0 {
		s.sums = append(s.sums, sum{n, string(sums)})
	}
	if listed {
		s.listed = append(s.listed, packable(n)<<1)
	}
	if !own {
		follow := packable(0)
		if e.kind.atom == atom.A {
			follow = 1
		}
		s.links = append(s.links, packable(n)<<1|follow)
	}
}

// fieldsHere are the fields of the footer that a link may fill where it stands.
func (s *scanner) fieldsHere(e *scanned) uint {
	if e.in&inFooter != 0 {
		return ^uint(0)
	}
	return s.c.near
}

// hasResidue reports whether an address may have what templates leave.
func hasResidue(val []byte) bool { return lookAt(val)&(lookMark|lookOdd) != 0 }

// plainRel reports whether a rel attribute needs no more than small letters and
// single spaces to be understood.
func plainRel(rel []byte) bool {
	for _, c := range rel {
		if !('a' <= c && c <= 'z') && c != ' ' && c != '-' {
			return false
		}
	}
	return true
}

// hasRel reports whether a word stands in a plain rel attribute.
func hasRel(rel []byte, word string) bool {
	for len(rel) > 0 {
		one, rest, _ := bytes.Cut(rel, []byte(" "))
		if string(one) == word {
			return true
		}
		rel = rest
	}
	return false
}
