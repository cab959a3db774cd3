package pdf

import (
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/page"
)

// sheet is a page of the file, with what it inherits.
type sheet struct {
	dict      types.Dict
	number    int // of its object
	resources types.Dict
	box       [4]float64 // of what is shown: left, bottom, right, top
}

// pages reads the content of all pages.
func (f *file) pages() ([]page.Page, error) {
	root, err := f.objects.Catalog()
	if err != nil {
		return nil, err
	}
	f.readStructure(root)
	a4 := sheet{box: [4]float64{0, 0, 595, 842}}
	var sheets []sheet
	if err := f.collect(&sheets, root["Pages"], a4, map[int]bool{}, 0); err != nil {
		return nil, err
	}
	if len(sheets) == 0 {
		return nil, errors.New("no pages")
	}
	var out []page.Page
	for _, s := range sheets {
		p, err := f.read(s)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", len(out)+1, err)
		}
		out = append(out, p)
	}
	return out, nil
}

// collect walks the tree of pages. Nodes met before are passed over.
func (f *file) collect(out *[]sheet, o types.Object, parent sheet, seen map[int]bool, depth int) error {
	n, d := refNumber(o), f.dict(o)
	if d == nil || n > 0 && seen[n] || depth > draft.MaxDepth {
		return nil
	}
	seen[n] = true
	s := f.inherit(d, parent)
	s.dict, s.number = d, n
	kids := f.array(d["Kids"])
	if kids == nil {
		if *out = append(*out, s); len(*out) > draft.MaxPages {
			return fmt.Errorf("%d pages: %w", len(*out), draft.ErrTooLarge)
		}
		return nil
	}
	for _, kid := range kids {
		if err := f.collect(out, kid, s, seen, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// inherit gives what a node of the tree states, and else its parent's.
func (f *file) inherit(d types.Dict, s sheet) sheet {
	if r := f.dict(d["Resources"]); r != nil {
		s.resources = r
	}
	for _, key := range []string{"MediaBox", "CropBox"} {
		if b := f.numbers(d[key]); len(b) == 4 {
			box := [4]float64{min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])}
			if box[2]-box[0] > 1 && box[3]-box[1] > 1 {
				s.box = box
			}
		}
	}
	return s
}

// read draws a page.
func (f *file) read(s sheet) (page.Page, error) {
	content, err := f.content(s.dict["Contents"])
	if err != nil {
		return page.Page{}, err
	}
	p := &painter{file: f, number: s.number}
	p.state.ctm = identity
	p.state.scale = 1
	if err := p.run(content, s.resources, 0); err != nil {
		return page.Page{}, err
	}
	return p.turned(s), nil
}

// content gives the operators of a page, which may stand in several streams.
func (f *file) content(o types.Object) ([]byte, error) {
	parts := f.array(o)
	if parts == nil {
		return f.stream(o)
	}
	var out []byte
	for _, part := range parts {
		data, err := f.stream(part)
		if errors.Is(err, draft.ErrTooLarge) {
			return nil, err
		}
		out = append(append(out, data...), '\n') // a damaged part leaves the others
	}
	return out, nil
}
