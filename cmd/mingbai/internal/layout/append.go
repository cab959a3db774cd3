package layout

import (
	"strings"
)

// special tells of each byte whether html/template writes it differently:
// in text and values in quotes, and in HTML that goes there.
var special = func() (table [256]bool) {
	for _, c := range "\x00\"&'+<>" {
		table[c] = true
	}
	return table
}()

// entity is what html/template writes for a special byte.
func entity(c byte) string {
	switch c {
	case 0:
		return "\uFFFD"
	case '"':
		return "&#34;"
	case '&':
		return "&amp;"
	case '\'':
		return "&#39;"
	case '+':
		return "&#43;"
	case '<':
		return "&lt;"
	}
	return "&gt;"
}

// appendEscaped writes special bytes as entities, "&" only where it is not that
// of an entity already.
func appendEscaped(dst []byte, s string, norm bool) []byte {
	done := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; special[c] && (c != '&' || !norm) {
			dst = append(append(dst, s[done:i]...), entity(c)...)
			done = i + 1
		}
	}
	return append(dst, s[done:]...)
}

func appendNothing(dst []byte, _ string, _ content) ([]byte, bool) { return dst, true }

// appendText writes text between tags.
func appendText(dst []byte, s string, is content) ([]byte, bool) {
	if is == htmlText {
		return append(dst, s...), true
	}
	return appendEscaped(dst, s, false), true
}

// appendTitle writes text where there are no tags.
func appendTitle(dst []byte, s string, is content) ([]byte, bool) {
	return appendEscaped(dst, s, is == htmlText), true
}

// appendAttr writes a value in quotes.
func appendAttr(dst []byte, s string, is content) ([]byte, bool) {
	if is == htmlText && strings.Contains(s, "<") { // its tags are taken off
		return dst, false
	}
	return appendEscaped(dst, s, is == htmlText), true
}

// appendURL writes an address that may have a scheme.
func appendURL(dst []byte, s string, is content) ([]byte, bool) {
	if is != urlText && !isSafeURL(s) {
		s = "#ZgotmplZ"
	}
	return appendPath(dst, s, is)
}

// isSafeURL reports whether an address has no scheme, or one that only leads
// somewhere.
func isSafeURL(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	return !ok || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// inURL tells of each byte whether it stands in an address as it is.
var inURL = func() (table [256]bool) {
	for c := range table {
		table[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
			strings.IndexByte("!#$*,/:;=?@[]-._~", byte(c)) >= 0
	}
	return table
}()

// appendPath writes a part of an address.
func appendPath(dst []byte, s string, _ content) ([]byte, bool) {
	const hex = "0123456789abcdef"
	done := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if inURL[c] || c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			continue
		}
		dst = append(dst, s[done:i]...)
		done = i + 1
		if c == '&' || c == '+' {
			dst = append(dst, entity(c)...)
		} else {
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		}
	}
	return append(dst, s[done:]...), true
}

// appendQuery writes a part of an address behind "?" or "#".
func appendQuery(dst []byte, s string, is content) ([]byte, bool) {
	if is == urlText {
		return appendPath(dst, s, is)
	}
	const hex = "0123456789abcdef"
	for i := range len(s) {
		c := s[i]
		if inURL[c] && (isLetter(c) || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~') {
			dst = append(dst, c)
		} else {
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		}
	}
	return dst, true
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
