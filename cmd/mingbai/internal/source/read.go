package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
)

// Bounds on a seed file; a policy document of a thousand pages is far below.
const (
	MaxBytes = 16 << 20
	MaxLine  = 1 << 20
)

// Extensions lists the file name endings that Read understands.
func Extensions() []string { return []string{".txt", ".md"} }

// Read extracts the text of a seed file. The name's ending chooses the reader.
// It returns an error, which names the file and the reason, only for what
// cannot be read at all.
func Read(name string, data []byte) (Text, []diag.Finding, error) {
	base := path.Base(filepath.ToSlash(name))
	ext := strings.ToLower(path.Ext(base))
	if ext != ".txt" && ext != ".md" {
		return Text{}, nil, fmt.Errorf("%s: format %q is not read; expected one of %s (hint: save the document as plain text in UTF-8)",
			name, ext, strings.Join(Extensions(), ", "))
	}
	if len(data) > MaxBytes {
		return Text{}, nil, fmt.Errorf("%s: %d bytes, more than the %d that one document may have", name, len(data), MaxBytes)
	}
	body := bytes.TrimPrefix(data, []byte("\ufeff"))
	if line, col, ok := firstInvalid(body); !ok {
		return Text{}, nil, fmt.Errorf("%s:%d:%d: not UTF-8 text (hint: save the document again as UTF-8; in Windows Notepad choose “UTF-8” under Encoding)", name, line, col)
	}
	sum := sha256.Sum256(data)
	text := Text{File: base, SHA256: hex.EncodeToString(sum[:]), Lines: split(string(body))}
	findings, err := examine(name, text.Lines)
	return text, findings, err
}

// split cuts text into lines; every kind of line break ends one, and a break at
// the very end begins none.
func split(s string) []string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	s = strings.TrimSuffix(s, "\n")
	return strings.Split(s, "\n")
}

// examine looks for what no policy document contains.
func examine(name string, lines []string) (fs []diag.Finding, err error) {
	empty := true
	for i, l := range lines {
		if len(l) > MaxLine {
			return nil, fmt.Errorf("%s:%d: a line of %d bytes, more than %d", name, i+1, len(l), MaxLine)
		}
		empty = empty && strings.TrimSpace(l) == ""
		if col := strings.IndexFunc(l, control); col >= 0 {
			fs = append(fs, controlCharacter.At(diag.Position{File: name, Line: i + 1, Column: utf8.RuneCountInString(l[:col]) + 1}))
		}
	}
	if empty {
		fs = append(fs, emptyDocument.At(diag.Position{File: name, Line: 1}))
	}
	return fs, nil
}

func control(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f || r == utf8.RuneError }

// firstInvalid finds the first byte that is not UTF-8.
func firstInvalid(b []byte) (line, col int, ok bool) {
	line, col = 1, 1
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			return line, col, false
		}
		col++
		if r == '\n' {
			line, col = line+1, 1
		}
		b = b[size:]
	}
	return 0, 0, true
}
