// Package pdf reads the text layer of PDF files. The file's objects are read by
// pdfcpu; the text is put together here from what the pages' content draws, as
// paragraphs need to know where each character stands.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/page"
)

// Errors about files that are whole and yet cannot be read. Their text says
// what to do.
var (
	ErrEncrypted = errors.New("a PDF file with a password (hint: open it, save it without password, or use the .docx of the document)")
	ErrScanned   = errors.New("a scanned PDF file without a text layer (hint: use the .docx of the document, or recognize the text with an OCR program)")
	ErrUnmapped  = errors.New("a PDF file whose fonts do not say which characters they show (hint: use the .docx of the document, or recognize the text with an OCR program)")
)

// Read reads the bytes of a file; name names it in findings. The library it
// stands on may panic on a damaged file: that becomes an error.
func Read(ctx context.Context, name string, data []byte) (d draft.Draft, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, err = draft.Draft{}, fmt.Errorf("damaged: %v", p)
		}
	}()
	file, err := open(ctx, data)
	if err != nil {
		return draft.Draft{}, err
	}
	pages, err := file.pages()
	if err != nil {
		return draft.Draft{}, err
	}
	if err := file.check(pages); err != nil {
		return draft.Draft{}, err
	}
	d, err = page.Text(ctx, name, pages, file.blocks)
	if err != nil {
		return draft.Draft{}, err
	}
	d.Findings = append(d.Findings, file.findings(name)...)
	return d, nil
}

// limits keep the library within the bounds of package draft.
func limits() model.ResourceLimits {
	l := model.DefaultResourceLimits()
	l.MaxStreamBytes, l.MaxDecodeBytes = draft.MaxPart, draft.MaxPart
	l.MaxObjectCount, l.MaxXRefEntries, l.MaxObjectStreamCount = 1_000_000, 1_000_000, 100_000
	return l
}

// open reads the objects of a file.
func open(ctx context.Context, data []byte) (*file, error) {
	conf := &model.Configuration{
		Reader15: true, ValidationMode: model.ValidationRelaxed, Offline: true, Limits: limits(),
	}
	objects, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), conf)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, pdfcpu.ErrWrongPassword), errors.Is(err, pdfcpu.ErrUnsupportedEncryptionFeature):
		return nil, ErrEncrypted
	case err != nil:
		return nil, err
	}
	return &file{ctx: ctx, objects: objects, left: draft.MaxUnpacked}, nil
}

// check refuses files that have no text to read.
func (f *file) check(pages []page.Page) error {
	glyphs, pictures := 0, 0
	for _, p := range pages {
		glyphs += len(p.Glyphs)
		pictures += p.Pictures
	}
	switch {
	case glyphs == 0 && pictures > 0:
		return ErrScanned
	case f.unmapped*3 > glyphs:
		return ErrUnmapped
	}
	return nil
}

// findings tells what a person should know of how the file was read.
func (f *file) findings(name string) []diag.Finding {
	pos := diag.Position{File: name}
	var out []diag.Finding
	if f.unmapped > 0 {
		out = append(out, unmappedGlyphs.At(pos, f.unmapped))
	}
	if f.invisible > 0 {
		out = append(out, recognizedText.At(pos, f.invisible))
	}
	return append(out, f.out.Findings(name)...)
}
