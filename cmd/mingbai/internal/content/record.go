package content

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// record is a source.txt as it was read: the text of a document as issued.
// Nothing changes it afterwards.
type record struct {
	path    string // under content/
	stamp   Stamp
	read    Sum // of the bytes that were read; zero where another process read them
	text    string
	lines   []string // of the text
	sum     string   // SHA-256 of the text, hexadecimal
	digest  Sum      // the same, in short
	finding *diag.Finding
}

func (r *record) parse(text string) {
	r.text = text
	r.split()
	sum := sha256.Sum256(bytesOf(text))
	r.sum, r.digest = hex.EncodeToString(sum[:]), Sum(sum[:len(Sum{})])
}

// split takes the text apart.
func (r *record) split() {
	if r.text != "" {
		r.lines = strings.Split(strings.TrimSuffix(r.text, "\n"), "\n")
	}
}
