package site

import "strings"

// elderSuffix marks the folders of the elder edition: zh/a.html is shown in
// large print at zh-elder/a.html, at the same depth, so that links between
// pages of a language stay as they are.
const elderSuffix = "-elder"

// ElderURL is the path of a page's elder edition (长辈版).
func ElderURL(url string) string {
	folder, rest, _ := strings.Cut(url, "/")
	return folder + elderSuffix + "/" + rest
}

// AppendElderURL writes ElderURL into memory that is there.
func AppendElderURL(dst []byte, url string) []byte {
	folder, rest, _ := strings.Cut(url, "/")
	return append(append(append(append(dst, folder...), elderSuffix...), '/'), rest...)
}

// OfElder is the path of the page that an elder page is the edition of; any
// other path stays as it is.
func OfElder(url string) string {
	folder, rest, inFolder := strings.Cut(url, "/")
	if !inFolder {
		return url
	}
	return strings.TrimSuffix(folder, elderSuffix) + "/" + rest
}

// IsElder reports whether a path below public/ is that of an elder page.
func IsElder(url string) bool {
	folder, _, inFolder := strings.Cut(url, "/")
	return inFolder && strings.HasSuffix(folder, elderSuffix)
}

// HasElder reports whether a page has an elder edition: all have where the
// site has one, but the page for missing addresses, which servers show under
// any.
func (s *Site) HasElder(p *Page) bool {
	return s.Config.ElderPages && p.Kind != NotFoundPage
}
