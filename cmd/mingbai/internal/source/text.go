package source

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/charset"
	"mingbai/cmd/mingbai/internal/source/draft"
)

// errNotText refuses what is text in no encoding.
var errNotText = errors.New("not a document: neither text in UTF-8, UTF-16, GB18030, GBK, GB2312 or Big5, nor a format that is read (hint: save the document as .docx, or as plain text in UTF-8)")

// readPlain reads text files. Their lines stay as they are, so that a line's
// number is that of the file.
func readPlain(_ context.Context, name string, data []byte) (draft.Draft, error) {
	g, err := charset.Detect(data)
	if err != nil {
		return draft.Draft{}, errNotText
	}
	return draft.Draft{Lines: split(g.Text), Encoding: g.Name, Findings: charset.Findings(name, g)}, nil
}

// split cuts text into lines; every kind of line break ends one, and a break at
// the very end begins none.
func split(s string) []string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	s = strings.TrimSuffix(s, "\n")
	return strings.Split(s, "\n")
}

// maxDamage bounds how many damaged places of one document are told.
const maxDamage = 20

// examine looks for what no policy document contains.
func examine(name string, lines []string) (fs []diag.Finding) {
	empty := true
	for i, l := range lines {
		empty = empty && strings.TrimSpace(l) == ""
		if col := strings.IndexFunc(l, control); col >= 0 && len(fs) < maxDamage {
			fs = append(fs, controlCharacter.At(diag.Position{File: name, Line: i + 1, Column: utf8.RuneCountInString(l[:col]) + 1}))
		}
	}
	if empty {
		fs = append(fs, emptyDocument.At(diag.Position{File: name, Line: 1}))
	}
	return fs
}

func control(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f || r == utf8.RuneError }
