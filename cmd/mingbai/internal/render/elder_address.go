package render

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/site"
)

// redirect makes the addresses of a tag lead on from the elder page: to pages
// in their elder edition, to all else as before. It reports whether one changed.
func (e *elderWriter) redirect(t *markupTag) bool {
	changed := false
	for i := 0; i < len(t.attrs); i++ {
		a := &t.attrs[i]
		if !a.isAddress() || leadsAway(a.value) {
			continue
		}
		to, ok := e.address(a.value)
		if !ok && !isIrregular(a.value) {
			continue
		}
		if t.settle() { // read anew: what was seen so far may have been written otherwise
			i = -1
			continue
		}
		if ok {
			a.value = to
			changed = true
		}
	}
	return changed
}

// leadsAway tells, by their first characters, most addresses that do not
// depend on where the page stands.
func leadsAway(address string) bool {
	return address == "" || address[0] == '#' || address[0] == '/' || strings.HasPrefix(address, "https://")
}

// address is an address of the page as the elder page has to write it; false
// where it stays as it is. Nearly all addresses are plain, and take no memory
// unless they change.
func (e *elderWriter) address(written string) (string, bool) {
	file, anchor := written, ""
	if i := strings.IndexByte(written, '#'); i >= 0 {
		file, anchor = written[:i], written[i:]
	}
	if file == "" || file[0] == '/' || !site.IsPlainPath(file) || !site.IsPlainPath(strings.TrimPrefix(anchor, "#")) {
		return e.oddAddress(written)
	}
	e.file = appendJoined(append(e.file[:0], e.folder...), file)
	if page := e.site.PageAt(e.file); page != nil && e.site.HasElder(page) {
		e.to = site.AppendElderURL(e.to[:0], page.URL)
	} else {
		e.to = append(e.to[:0], e.file...)
	}
	if !site.IsPlainPath(e.to) {
		return e.oddAddress(written)
	}
	if e.by = site.AppendRelative(e.by[:0], e.url, e.to); string(e.by) == file {
		return "", false
	}
	return string(e.by) + anchor, true
}

// oddAddress is address for what needs an address parser.
func (e *elderWriter) oddAddress(written string) (string, bool) {
	u, err := url.Parse(written)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	file := path.Join(e.folder, u.Path)
	if to := e.site.Page(file); to != nil && e.site.HasElder(to) {
		file = site.ElderURL(file)
	}
	rest := ""
	if i := strings.IndexAny(written, "?#"); i >= 0 {
		rest = written[i:]
	}
	to := site.Relative(e.url, file) + rest
	return to, to != written
}

// appendJoined is path.Join for a clean folder, into memory that is there.
func appendJoined(folder []byte, file string) []byte {
	if string(folder) == "." {
		folder = folder[:0]
	}
	for len(file) > 0 {
		var name string
		name, file, _ = strings.Cut(file, "/")
		last := bytes.LastIndexByte(folder, '/')
		switch {
		case name == "" || name == ".":
			continue
		case name == ".." && len(folder) > 0 && string(folder[last+1:]) != "..":
			folder = folder[:max(last, 0)]
			continue
		case len(folder) > 0:
			folder = append(folder, '/')
		}
		folder = append(folder, name...)
	}
	if len(folder) == 0 {
		return append(folder, '.')
	}
	return folder
}
