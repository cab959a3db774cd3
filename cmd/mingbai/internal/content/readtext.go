package content

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"

	"mingbai/cmd/mingbai/internal/diag"
)

// Limits of what is read, in bytes. They keep a file that is no text of a page
// out of memory; the longest real measure has some ten thousand.
const (
	maxPage   = 1 << 20
	maxRecord = 64 << 20 // source.txt, and the texts that import keeps
)

// buffer is what one worker reads files into. What is kept of a file is a copy
// of just the right size.
type buffer struct {
	bytes []byte
	sum   Sum // of the bytes that were read last, as they stand in the file
}

// readText reads a text file of bounded size and normalizes it. What it gives
// holds until the next call.
func (b *buffer) readText(shelf *shelf, name string, limit int) ([]byte, *diag.Finding) {
	pos := diag.Position{File: shownDir + name}
	data, err := b.read(shelf, name, limit+1)
	switch {
	case err != nil:
		return nil, reported(unreadable, pos, reason(err))
	case len(data) > limit:
		return nil, reported(tooLarge, pos, limit)
	}
	if !utf8.Valid(data) {
		at := invalidUTF8(data)
		pos.Line = 1 + bytes.Count(data[:at], []byte("\n"))
		pos.Column = 1 + utf8.RuneCount(data[bytes.LastIndexByte(data[:at], '\n')+1:at])
		return nil, reported(notUTF8, pos)
	}
	return normalize(data), nil
}

// read reads a file up to a number of bytes; they hold until the next call.
func (b *buffer) read(shelf *shelf, name string, most int) ([]byte, error) {
	f, err := shelf.take(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := b.bytes[:0]
	for len(data) < most {
		if len(data) == cap(data) {
			data = slices.Grow(data, max(64<<10, len(data)))
		}
		n, err := f.Read(data[len(data):min(cap(data), most)])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	if cap(data) <= maxPage*2 {
		b.bytes = data
	}
	sum := sha256.Sum256(data)
	b.sum = Sum(sum[:len(b.sum)])
	return data, nil
}

func reported(r *diag.Rule, pos diag.Position, args ...any) *diag.Finding {
	f := find(r, pos, args...)
	return &f
}

// reason is an error without the path, which the position has already, and
// which may be one of this machine.
func reason(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// invalidUTF8 is the index of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// markers begin the lines that a version control tool leaves to mark a
// conflict.
var markers = []string{"<<<<<<<", "|||||||", ">>>>>>>"}

// markerLine is the first line that marks a conflict, or 0.
func markerLine(text string) int {
	if !slices.ContainsFunc(markers, func(m string) bool { return strings.Contains(text, m) }) {
		return 0
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		word, _, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
		if slices.Contains(markers, word) {
			return n
		}
	}
	return 0
}

// bytesOf are the bytes of a text, without a copy, for sums: whoever gets them
// only reads them.
func bytesOf(text string) []byte { return unsafe.Slice(unsafe.StringData(text), len(text)) }
