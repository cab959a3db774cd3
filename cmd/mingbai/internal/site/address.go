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
	if s.base == nil {
		return ""
	}
	// Nearly all begin with a letter and hold nothing that an address escapes.
	if strings.HasSuffix(s.baseText, "/") && IsPlainPath(file) && file != "" && file[0] > '/' && path.Clean(file) == file {
		return s.baseText + file
	}
	return s.base.JoinPath(file).String()
}

// RootPath is the path at which the site stands on its host, beginning and
// ending in "/"; "/" when the base URL is not set. Only the pages for missing
// addresses need it: they are shown at any depth.
func (s *Site) RootPath() string {
	if s.base == nil {
		return "/"
	}
	return s.base.EscapedPath()
}

// Relative is the address of a file below public/ as linked from the page at
// url; both are slash-separated paths below public/.
func Relative(url, file string) string {
	var room [256]byte // for nearly all
	to := string(AppendRelative(room[:0], url, file))
	if IsPlainPath(to) {
		return to
	}
	return escapePath(to)
}

// AppendRelative writes Relative into memory that is there, without escapes:
// for files of a plain path.
func AppendRelative[T string | []byte](dst []byte, url string, file T) []byte {
	dir := url[:max(strings.LastIndexByte(url, '/'), 0)]
	if strings.HasPrefix(url, "/") || strings.Contains(url, "./") || strings.Contains(url, "//") {
		if dir = path.Dir(url); dir == "." { // no page stands at such a path
			dir = ""
		}
	}
	same := 0 // so much of dir, with the slash behind it, the file stands in, too
	for same < len(dir) {
		end := len(dir)
		if i := strings.IndexByte(dir[same:], '/'); i >= 0 {
			end = same + i
		}
		if end >= len(file) || file[end] != '/' || string(file[same:end]) != dir[same:end] {
			break
		}
		same = end + 1
	}
	if same < len(dir) {
		for range strings.Count(dir[same:], "/") + 1 {
			dst = append(dst, "../"...)
		}
	}
	return append(dst, file[same:]...)
}

// IsPlainPath reports whether a path stands in addresses as it is. Nearly all
// do: ids are made of such letters.
func IsPlainPath[T string | []byte](p T) bool {
	for i := range len(p) {
		switch c := p[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '/' || c == '-' || c == '.' || c == '_' || 'A' <= c && c <= 'Z':
		default:
			return false
		}
	}
	return true
}

// escapePath makes a path a relative address.
func escapePath(p string) string { return (&url.URL{Path: p}).String() }
