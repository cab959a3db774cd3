package pdf

import (
	"context"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/page"
)

// file is an open file and the state of one Read.
type file struct {
	ctx       context.Context
	objects   *model.Context
	left      int64 // bytes that may still be unpacked
	steps     int   // operators carried out
	fonts     map[int]*font
	blocks    []page.Block
	blockAt   map[mark]int // index into blocks, plus 1
	unmapped  int          // characters that fonts do not name
	invisible int          // characters that are drawn unseen, as by OCR programs
	out       draft.LeftOut
}

// mark names marked content: a page's object number and an id on it.
type mark struct{ page, id int }

// maxRefs bounds references to references.
const maxRefs = 8

// get follows references.
func (f *file) get(o types.Object) types.Object {
	for range maxRefs {
		if _, ok := o.(types.IndirectRef); !ok {
			return o
		}
		next, err := f.objects.Dereference(o)
		if err != nil {
			return nil
		}
		o = next
	}
	return nil
}

// dict gives a dictionary, that of a stream too, or nil.
func (f *file) dict(o types.Object) types.Dict {
	switch d := f.get(o).(type) {
	case types.Dict:
		return d
	case types.StreamDict:
		return d.Dict
	}
	return nil
}

func (f *file) array(o types.Object) types.Array {
	a, _ := f.get(o).(types.Array)
	return a
}

// entry gives the value of a key, or nil.
func (f *file) entry(d types.Dict, key string) types.Object {
	if d == nil {
		return nil
	}
	o, _ := d.Find(key)
	return f.get(o)
}

func (f *file) number(o types.Object) (float64, bool) {
	switch n := f.get(o).(type) {
	case types.Integer:
		return float64(n), true
	case types.Float:
		return float64(n), true
	}
	return 0, false
}

func (f *file) numbers(o types.Object) []float64 {
	var out []float64
	for _, e := range f.array(o) {
		n, _ := f.number(e)
		out = append(out, n)
	}
	return out
}

func (f *file) name(o types.Object) string {
	n, _ := f.get(o).(types.Name)
	return string(n)
}

// stream unpacks a stream, or gives nil for what is none.
func (f *file) stream(o types.Object) ([]byte, error) {
	s, ok := f.get(o).(types.StreamDict)
	if !ok {
		return nil, nil
	}
	if err := s.DecodeWithLimit(min(f.left, draft.MaxPart)); err != nil {
		return nil, err
	}
	if f.left -= int64(len(s.Content)); f.left < 0 {
		return nil, fmt.Errorf("unpacks to more than %d bytes: %w", draft.MaxUnpacked, draft.ErrTooLarge)
	}
	return s.Content, nil
}

// refNumber is the object number of a reference, or 0.
func refNumber(o types.Object) int {
	if r, ok := o.(types.IndirectRef); ok {
		return r.ObjectNumber.Value()
	}
	return 0
}
