package check

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/site"
)

// address is where an address leads, as far as the scanner must know.
type address struct {
	where    where
	file     uint64 // hash of the path; inside only
	fragment uint64 // hash of the id it names, or 0
	rooted   bool
	folder   bool
	siteMap  bool // the page that lists all others
	data     bool // data:
	stranger bool // a site that is not the government's
	fields   uint // of the footer, which want a link there
}

// maxAddresses bounds what a scanner remembers of addresses of other sites.
const maxAddresses = 1 << 10

// resolve finds out where an address leads.
func (s *scanner) resolve(href []byte) address {
	if to, ok := s.plain(href); ok {
		return to
	}
	elsewhere := bytes.HasPrefix(href, []byte("http://")) || bytes.HasPrefix(href, []byte("https://")) || bytes.HasPrefix(href, []byte("data:")) ||
		bytes.HasPrefix(href, []byte("mailto:")) || bytes.HasPrefix(href, []byte("tel:"))
	if elsewhere = elsewhere && bytes.IndexByte(href, '?') < 0; elsewhere {
		if to, ok := s.addresses[string(href)]; ok {
			return to
		}
	}
	to := s.c.address(s.name, string(href))
	if elsewhere && to.where != inside {
		if len(s.addresses) >= maxAddresses {
			clear(s.addresses)
		}
		s.addresses[string(href)] = to
	}
	return to
}

// plain resolves the plainest addresses: a relative path, or one that begins
// with the site's own, of letters, digits and hyphens, and perhaps an id.
func (s *scanner) plain(href []byte) (to address, ok bool) {
	file, fragment, _ := bytes.Cut(href, []byte("#"))
	s.path = s.path[:0]
	switch own := s.c.own; {
	case len(file) == 0:
		if len(href) == 0 {
			return to, false
		}
		to.file = s.self
	case own != "" && len(file) > len(own) && string(file[:len(own)]) == own:
		file, to.rooted = file[len(own):], true
	case s.folder != ".":
		s.path = append(s.path, s.folder...)
	}
	if len(file) > 0 {
		if to.folder, ok = s.walk(file); !ok {
			return to, false
		}
		if to.folder {
			s.path = appendSegment(s.path, "index.html")
		}
		to.file = hash(s.path)
		to.siteMap = string(s.path[bytes.LastIndexByte(s.path, '/')+1:]) == "sitemap.html"
	}
	if !isPlain(fragment) {
		return to, false
	}
	if len(fragment) > 0 && string(fragment) != "top" {
		to.fragment = hash(fragment)
	}
	return to, true
}

// walk goes from the folder in s.path along a relative one.
func (s *scanner) walk(file []byte) (folder, ok bool) {
	for len(file) > 0 {
		segment, rest, slash := bytes.Cut(file, []byte("/"))
		switch {
		case string(segment) == "..":
			if len(s.path) == 0 {
				return false, false // above the root
			}
			s.path = s.path[:max(0, bytes.LastIndexByte(s.path, '/'))]
			if !slash {
				return false, false
			}
		case len(segment) == 0 || segment[0] == '.' || !isPlain(segment):
			return false, false
		default:
			s.path = appendSegment(s.path, segment)
		}
		file, folder = rest, slash && len(rest) == 0
	}
	return folder, true
}

func appendSegment[T string | []byte](p []byte, segment T) []byte {
	if len(p) > 0 {
		p = append(p, '/')
	}
	return append(p, segment...)
}

// isPlain reports whether a name means the same in an address as on a disk.
func isPlain(name []byte) bool {
	for _, c := range name {
		if !isLetter(c) && !isDigit(c) && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return true
}

// address resolves any address.
func (c *Checker) address(from, href string) address {
	t := c.resolve(from, href)
	to := address{where: t.where, rooted: t.Rooted, folder: t.Folder}
	switch t.where {
	case inside:
		to.file = hash(t.Path)
		to.siteMap = path.Base(t.Path) == "sitemap.html"
		if t.names() {
			to.fragment = hash(t.Fragment)
		}
	case outside:
		to.stranger = !site.IsGovernment(t.Host)
		for i, f := range c.footers[""] {
			if f.host == t.Host && f.host != "" {
				if all, err := url.QueryUnescape(href); err == nil && strings.Contains(all, f.code) {
					to.fields |= 1 << i
				}
			}
		}
	case refused:
		to.data = t.Scheme == "data"
	}
	return to
}
