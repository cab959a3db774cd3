package content

import (
	"fmt"
	"strings"
)

// escape gives the Markdown of one paragraph of plain text: a reader of
// Markdown makes exactly the text of it again. Only what Markdown would read
// as a mark is escaped, so that the file stays readable. A character that
// Markdown would move or drop (a line break, a tab, a space at an end) becomes
// an entity; NUL, which no Markdown can hold, becomes U+FFFD.
func escape(text string) string {
	var b strings.Builder
	lead := leadingMark(text)
	trimmed := strings.TrimRight(text, " ")
	for i, r := range text {
		switch {
		case r == 0:
			b.WriteRune('\uFFFD')
		case r < ' ' || r == 0x7f, r == ' ' && (i == 0 || i >= len(trimmed)):
			fmt.Fprintf(&b, "&#%d;", r)
		case i == lead || isMark(r) || r == '&' && isEntity(text[i+1:]):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isMark tells characters that may begin something anywhere in a line: code,
// emphasis, a link, HTML, struck text, an attribute, a heading.
func isMark(r rune) bool { return strings.ContainsRune("\\`*_[<~{#", r) }

// isEntity reports whether what follows an ampersand may make an entity of it.
func isEntity(rest string) bool {
	if rest == "" {
		return false
	}
	c := rest[0]
	return c == '#' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// leadingMark is the index of the character that makes the line something
// else than a paragraph: a quotation, a list, a rule, a table, a
// definition. It is -1 where there is none.
func leadingMark(text string) int {
	if text == "" {
		return -1
	}
	if strings.ContainsRune(">-+=:|", rune(text[0])) {
		return 0
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits == 0 || digits > 9 || digits == len(text) {
		return -1
	}
	if c := text[digits]; c != '.' && c != ')' {
		return -1
	}
	if rest := text[digits+1:]; rest != "" && rest[0] != ' ' {
		return -1 // "1.加强" is text; only "1. " is a list
	}
	return digits
}
