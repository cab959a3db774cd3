package check

import "bytes"

// siteMapScanner reads a site map that is written in the plainest way: ASCII
// without references, comments and declarations but the first, every value in
// double quotes. It gives up on any other, which sitemapURLs reads.
type siteMapScanner struct {
	rest  []byte
	open  [][]byte
	inLoc bool
	use   func(url []byte)
}

// xmlDeclaration may stand first in a plain site map.
const xmlDeclaration = `<?xml version="1.0" encoding="UTF-8"?>`

// scanSiteMap calls use for the addresses that sitemapURLs gives; it tells
// whether it could read all.
func scanSiteMap(data []byte, use func(url []byte)) bool {
	for _, c := range data {
		if c >= 0x7f || (c < ' ' && c != '\n') || c == '&' {
			return false
		}
	}
	s := &siteMapScanner{rest: bytes.TrimPrefix(data, []byte(xmlDeclaration)), use: use}
	for len(s.rest) > 0 {
		if !s.text() || !s.tag() {
			return false
		}
	}
	return len(s.open) == 0
}

// text reads up to the next tag.
func (s *siteMapScanner) text() bool {
	lt := bytes.IndexByte(s.rest, '<')
	if lt < 0 {
		lt = len(s.rest)
	}
	text := bytes.TrimSpace(s.rest[:lt])
	s.rest = s.rest[lt:]
	switch {
	case len(text) == 0:
		return true
	case len(s.open) == 0 || bytes.ContainsAny(text, " \n]"):
		return false
	case s.inLoc:
		s.use(text)
	}
	return true
}

// tag reads a start or end tag, or nothing at the end.
func (s *siteMapScanner) tag() bool {
	if len(s.rest) == 0 {
		return true
	}
	end := bytes.IndexByte(s.rest, '>')
	if end < 2 {
		return false
	}
	tag := s.rest[1:end]
	s.rest = s.rest[end+1:]
	s.inLoc = false
	if tag[0] == '/' {
		last := len(s.open) - 1
		if last < 0 || !bytes.Equal(s.open[last], tag[1:]) {
			return false
		}
		s.open = s.open[:last]
		return true
	}
	tag, closed := bytes.CutSuffix(tag, []byte("/"))
	name, attributes, _ := bytes.Cut(tag, []byte(" "))
	prefix, local, prefixed := bytes.Cut(name, []byte(":"))
	if !prefixed {
		local = prefix
	}
	if !isPlainName(prefix) || !isPlainName(local) {
		return false
	}
	if !closed {
		s.open = append(s.open, name)
	}
	s.inLoc = string(local) == "loc" && !closed
	return s.attributes(attributes, string(local) == "link")
}

// attributes reads those of a tag; href leads somewhere where it is a link.
func (s *siteMapScanner) attributes(rest []byte, isLink bool) bool {
	for len(rest) > 0 {
		eq := bytes.IndexByte(rest, '=')
		if eq < 1 || eq+1 >= len(rest) || rest[eq+1] != '"' {
			return false
		}
		name, value := rest[:eq], rest[eq+2:]
		end := bytes.IndexByte(value, '"')
		if end < 0 || bytes.ContainsAny(value[:end], "<\n") {
			return false
		}
		if prefix, local, prefixed := bytes.Cut(name, []byte(":")); !isPlainName(prefix) || (prefixed && !isPlainName(local)) || string(local) == "href" {
			return false
		}
		if isLink && string(name) == "href" {
			s.use(value[:end])
		}
		if rest = value[end+1:]; len(rest) > 0 {
			if rest[0] != ' ' || len(rest) == 1 {
				return false
			}
			rest = rest[1:]
		}
	}
	return true
}

// isPlainName reports whether a name is made of letters alone.
func isPlainName(name []byte) bool {
	for _, c := range name {
		if !isLetter(c) {
			return false
		}
	}
	return len(name) > 0
}
