// Package ofd reads the text of OFD files, the Chinese national format for
// paginated documents (GB/T 33190).
package ofd

import (
	"context"
	"errors"
	"fmt"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/pack"
	"mingbai/cmd/mingbai/internal/source/page"
)

// ErrScanned is the error for files that hold pictures of pages.
var ErrScanned = errors.New("a scanned OFD file without text (hint: use the .docx of the document, or recognize the text with an OCR program)")

// reader is the state of one Read.
type reader struct {
	ctx       context.Context
	pack      *pack.Archive
	pages     []page.Page
	templates map[string]string // id → name of the part
	size      [2]float64        // width and height of a page, in millimetres
	out       draft.LeftOut
}

// Read reads the bytes of a file; name names it in findings.
func Read(ctx context.Context, name string, data []byte) (draft.Draft, error) {
	archive, err := pack.Open(data)
	if err != nil {
		return draft.Draft{}, err
	}
	r := &reader{ctx: ctx, pack: archive, templates: map[string]string{}, size: [2]float64{210, 297}}
	root, err := archive.Tree(ctx, "OFD.xml")
	if err != nil {
		return draft.Draft{}, err
	}
	for _, body := range root.Find("DocBody") {
		if loc := body.Child("DocRoot").Content(); loc != "" {
			if err := r.document(pack.Resolve("OFD.xml", loc)); err != nil {
				return draft.Draft{}, err
			}
		}
	}
	if err := r.check(); err != nil {
		return draft.Draft{}, err
	}
	d, err := page.Text(ctx, name, r.pages, nil)
	d.Findings = append(d.Findings, r.out.Findings(name)...)
	return d, err
}

func (r *reader) check() error {
	glyphs, pictures := 0, 0
	for _, p := range r.pages {
		glyphs += len(p.Glyphs)
		pictures += p.Pictures
	}
	switch {
	case len(r.pages) == 0:
		return errors.New("no pages")
	case glyphs == 0 && pictures > 0:
		return ErrScanned
	}
	return nil
}

// document reads the pages of one of the documents in the file.
func (r *reader) document(name string) error {
	root, err := r.pack.Tree(r.ctx, name)
	if err != nil {
		return err
	}
	common := root.Child("CommonData")
	r.size = sizeOf(common.Child("PageArea"), r.size)
	for _, t := range common.Find("TemplatePage") {
		r.templates[t.Attr("ID")] = pack.Resolve(name, t.Attr("BaseLoc"))
	}
	for _, p := range root.Child("Pages").Find("Page") {
		if len(r.pages) >= draft.MaxPages {
			return fmt.Errorf("more than %d pages: %w", draft.MaxPages, draft.ErrTooLarge)
		}
		if err := r.page(pack.Resolve(name, p.Attr("BaseLoc"))); err != nil {
			return err
		}
	}
	return nil
}

// page reads a page, with the template that is printed under or over it.
func (r *reader) page(name string) error {
	root, err := r.pack.Tree(r.ctx, name)
	if err != nil {
		return err
	}
	size := sizeOf(root.Child("Area"), r.size)
	p := &painter{reader: r, page: page.Page{Width: size[0], Height: size[1]}}
	for _, t := range root.Find("Template") {
		part := r.templates[t.Attr("TemplateID")]
		if part == "" {
			continue
		}
		under, err := r.pack.Tree(r.ctx, part)
		if err != nil {
			return err
		}
		p.objects(under.Child("Content"))
	}
	p.objects(root.Child("Content"))
	r.pages = append(r.pages, p.page)
	return nil
}

// sizeOf is the size of a page's area, or fallback where it states none.
func sizeOf(area *pack.Node, fallback [2]float64) [2]float64 {
	if b := floats(area.Child("PhysicalBox").Content()); len(b) == 4 && b[2] > 0 && b[3] > 0 {
		return [2]float64{b[2], b[3]}
	}
	return fallback
}
