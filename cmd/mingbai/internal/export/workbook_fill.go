package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"sync"
)

// fill makes a workbook of a form.
func (b *workbook) fill(form *bookForm, rows []task) ([]byte, error) {
	properties, err := b.coreProperties(stampOf(rows))
	if err != nil {
		return nil, err
	}
	s := sheetWriter{workbook: b}
	s.styles = form.styles
	s.write(form, rows)
	own := map[string][]byte{sheetPart: s.sheet, bookPart: upTo(form.book, len(rows)), propertiesPart: properties}
	var out bytes.Buffer
	out.Grow(16<<10 + len(s.sheet)/4) // they shrink to a fifth and less
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, b.Exporter.forms.packers.packer)
	for i := range form.parts {
		f := &form.parts[i]
		if f.header.Name == bookPart && s.links > 0 { // as the library orders them
			err = putPart(w, linksPart, s.relations)
		}
		if data, ok := own[f.header.Name]; ok && err == nil {
			err = putPart(w, f.header.Name, data)
		} else if err == nil {
			err = f.copyTo(w)
		}
		if err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

func putPart(w *zip.Writer, name string, data []byte) error {
	to, err := w.Create(name)
	if err == nil {
		_, err = to.Write(data)
	}
	return err
}

// copyTo writes the part as it is packed already.
func (p *part) copyTo(w *zip.Writer) error {
	header := p.header
	to, err := w.CreateRaw(&header)
	if err == nil {
		_, err = to.Write(p.packed)
	}
	return err
}

// packers are writers that pack, as package zip has them, for the next workbook:
// each takes a megabyte, which to make ready costs more than most parts.
type packers struct {
	mu   sync.Mutex
	idle []*flate.Writer
}

// packer is one that writes to w, and is idle again when it is closed.
func (p *packers) packer(w io.Writer) (io.WriteCloser, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if last := len(p.idle) - 1; last >= 0 {
		f := p.idle[last]
		p.idle = p.idle[:last]
		f.Reset(w)
		return &packing{f, p}, nil
	}
	f, err := flate.NewWriter(w, flateLevel)
	return &packing{f, p}, err
}

// flateLevel is that of package zip.
const flateLevel = 5

type packing struct {
	*flate.Writer
	all *packers
}

func (p *packing) Close() error {
	err := p.Writer.Close()
	p.all.mu.Lock()
	defer p.all.mu.Unlock()
	p.all.idle = append(p.all.idle, p.Writer)
	return err
}
