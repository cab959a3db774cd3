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
	// Nearly all are clean and hold nothing that an address escapes.
	if strings.HasSuffix(s.baseText, "/") && IsPlainPath(file) && isClean(file) {
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
	to := AppendRelative(room[:0], url, file)
	if IsPlainPath(to) {
		return string(to)
	}
	return escapePath(string(to))
}

// AppendRelative writes Relative into memory that is there, without escapes:
// for files of a plain path.
func AppendRelative[T string | []byte](dst []byte, url string, file T) []byte {
	dir := folderOf(url)
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

// folderOf is the folder of a path; "" for that of public/ itself.
func folderOf(url string) string {
	if isClean(url) { // nearly all are
		return url[:max(0, strings.LastIndexByte(url, '/'))]
	}
	if url = path.Dir(url); url != "." {
		return url
	}
	return ""
}

// isClean reports whether path.Clean leaves a path as it is; some it passes over.
func isClean(p string) bool {
	return p != "" && p[0] != '/' && p[0] != '.' && p[len(p)-1] != '/' && !strings.Contains(p, "/.") && !strings.Contains(p, "//")
}

// IsPlainPath reports whether a path stands in addresses as it is. Nearly all
// do: ids are made of such letters.
func IsPlainPath[T string | []byte](p T) bool {
	for i := range len(p) {
		if !plainInPaths[p[i]] {
			return false
		}
	}
	return true
}

// plainInPaths are the bytes that stand in addresses as they are.
var plainInPaths = func() (plain [256]bool) {
	for c := range plain {
		plain[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("/-._", byte(c)) >= 0
	}
	return plain
}()

// escapePath makes a path a relative address.
func escapePath(p string) string { return (&url.URL{Path: p}).String() }
