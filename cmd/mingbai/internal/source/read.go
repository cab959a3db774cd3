package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/docx"
	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/ofd"
	"mingbai/cmd/mingbai/internal/source/pdf"
	"mingbai/cmd/mingbai/internal/source/webpage"
)

// Bounds on a seed file; a policy document of a thousand pages is far below.
// Package draft has those on what a file unpacks to.
const (
	MaxBytes = 64 << 20 // a file with pictures
	MaxText  = 16 << 20 // a text, or a web page
	MaxTime  = time.Minute
)

// Extensions lists the file name endings that Read understands, in lower case.
func Extensions() []string {
	order := []string{".txt", ".md", ".docx", ".pdf", ".html", ".htm", ".ofd"}
	return slices.DeleteFunc(order, func(e string) bool { _, ok := endings[e]; return !ok })
}

// ending is the ending of a file's name in lower case.
func ending(name string) string { return strings.ToLower(path.Ext(filepath.ToSlash(name))) }

// Read is ReadContext without a way to stop it but its own bound on time.
func Read(name string, data []byte) (Text, []diag.Finding, error) {
	return ReadContext(context.Background(), name, data)
}

// ReadContext extracts the text of a seed file. The content chooses the reader;
// the name's ending decides only between kinds of plain text. It returns an
// error, which names the file and the reason, only for what cannot be read at
// all.
func ReadContext(ctx context.Context, name string, data []byte) (Text, []diag.Finding, error) {
	ctx, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	format := identify(name, data)
	if err := refuse(format, name, data); err != nil {
		return Text{}, nil, fmt.Errorf("%s: %w", name, err)
	}
	d, err := readers[format](ctx, name, data)
	if err != nil {
		return Text{}, nil, fmt.Errorf("%s: %w", name, explain(format, err))
	}
	if err := bounded(name, d.Lines); err != nil {
		return Text{}, nil, err
	}
	if len(d.Lines) == 0 {
		d.Lines = []string{""}
	}
	sum := sha256.Sum256(data)
	text := Text{
		File: path.Base(filepath.ToSlash(name)), SHA256: hex.EncodeToString(sum[:]),
		Lines: d.Lines, Format: format, Encoding: d.Encoding,
	}
	findings := append(checkEnding(name, format, data), d.Findings...)
	return text, append(findings, examine(name, text.Lines)...), nil
}

// readers reads each format that is read.
var readers = map[Format]func(context.Context, string, []byte) (draft.Draft, error){
	Plain: readPlain, Markdown: readPlain,
	HTML: webpage.Read, Word: docx.Read, PDF: pdf.Read, OFD: ofd.Read,
}

// bounded checks what every reader must keep.
func bounded(name string, lines []string) error {
	if len(lines) > draft.MaxLines {
		return fmt.Errorf("%s: %d paragraphs: %w", name, len(lines), draft.ErrTooLarge)
	}
	for i, l := range lines {
		if len(l) > draft.MaxLine {
			return fmt.Errorf("%s:%d: a line of %d bytes, more than %d", name, i+1, len(l), draft.MaxLine)
		}
	}
	return nil
}

// plainErrors say all there is to say.
var plainErrors = []error{
	context.Canceled, draft.ErrTooLarge, pdf.ErrEncrypted, pdf.ErrScanned, pdf.ErrUnmapped, ofd.ErrScanned,
}

// explain says what to do about a file that should have been readable.
func explain(format Format, err error) error {
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("reading took longer than %s (hint: save the document's text as .docx or .txt)", MaxTime)
	case format == Plain, format == Markdown, slices.ContainsFunc(plainErrors, func(e error) bool { return errors.Is(err, e) }):
		return err
	}
	return fmt.Errorf("not a whole %s file: %w (hint: open it in its program, save it again, or save it as .docx or .txt)", format, err)
}

// checkEnding reports a file whose name promises another format than it has.
func checkEnding(name string, format Format, data []byte) []diag.Finding {
	e := ending(name)
	if len(data) == 0 || endings[e] == format || format == Plain && endings[e] == Markdown {
		return nil
	}
	return []diag.Finding{wrongEnding.At(diag.Position{File: name}, e, endingOf(format))}
}

// endingOf is the usual ending of a format's names.
func endingOf(format Format) string {
	for _, e := range slices.Sorted(maps.Keys(endings)) {
		if endings[e] == format && e != ".htm" {
			return e
		}
	}
	return string(format)
}
