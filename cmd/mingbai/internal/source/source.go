// Package source turns the bytes of a seed file into lines of text. It knows
// file formats and encodings, and nothing of policy documents. Every format has
// a reader in a package of its own; this one tells formats apart and calls it.
//
// A line is a paragraph or a row of a table. The cells of a row are joined by a
// tab, cells covered by a merged cell are empty, and the paragraphs within a
// cell are joined by a space. No reader changes a character of the text; what it
// leaves out (page numbers, navigation, hidden text) it lists in a finding.
package source

import (
	"slices"
	"strings"
)

// Text is a document as its reader extracted it.
type Text struct {
	File     string   // base name of the file
	SHA256   string   // of the bytes, hexadecimal
	Lines    []string // one paragraph each, without line break; Lines[0] is line 1
	Format   Format   // as the content shows
	Encoding string   // of text files and web pages, such as GB18030; else ""
}

// Shown gives the text whose lines findings about a file are about: of a
// document the extracted one, of any other file its own.
func Shown(name string, data []byte) []byte {
	if !slices.Contains(Extensions(), ending(name)) {
		return data
	}
	text, _, err := Read(name, data)
	if err != nil {
		return nil // unreadable: there is no line to show
	}
	return []byte(strings.Join(text.Lines, "\n"))
}
