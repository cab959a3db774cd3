// Package source turns the bytes of a seed file into lines of text. It knows
// file formats and encodings, and nothing of policy documents.
package source

// Text is a document as its reader extracted it.
type Text struct {
	File   string   // base name of the file
	SHA256 string   // of the bytes, hexadecimal
	Lines  []string // one paragraph each, without line break; Lines[0] is line 1
}
