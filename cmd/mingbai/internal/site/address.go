package site

import (
	"net/url"
	"path"
	"strings"
)

// Absolute is the full address of a file below public/ ("zh/index.html"), or
// "" when the site's base URL is not set. A folder's own page is addressed as
// the folder's file, like every link, so that one page has one address.
func (s *Site) Absolute(file string) string {
	base := s.base()
	if base == nil {
		return ""
	}
	return base.JoinPath(file).String()
}

// RootPath is the path at which the site stands on its host, beginning and
// ending in "/"; "/" when the base URL is not set. Only the pages for missing
// addresses need it: they are shown at any depth.
func (s *Site) RootPath() string {
	base := s.base()
	if base == nil {
		return "/"
	}
	return base.EscapedPath()
}

// Relative is the address of a file below public/ as linked from the page at
// url; both are slash-separated paths below public/.
func Relative(url, file string) string {
	from, to := strings.Split(path.Dir(url), "/"), strings.Split(file, "/")
	if from[0] == "." {
		from = nil
	}
	common := 0
	for common < len(from) && common < len(to)-1 && from[common] == to[common] {
		common++
	}
	return escapePath(strings.Repeat("../", len(from)-common) + strings.Join(to[common:], "/"))
}

// escapePath makes a path a relative address.
func escapePath(p string) string { return (&url.URL{Path: p}).String() }
