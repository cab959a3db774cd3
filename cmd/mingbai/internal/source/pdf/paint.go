package pdf

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"mingbai/cmd/mingbai/internal/source/draft"
)

// glyph is a character on a page, in the units and directions of the page's
// content: y grows upwards, dx and dy are where the writing goes.
type glyph struct {
	text     string
	x, y     float64
	dx, dy   float64
	width    float64
	size     float64
	block    int
	artifact bool
}

// segment is a straight line that is drawn.
type segment struct{ x1, y1, x2, y2 float64 }

// state is what q saves and Q restores.
type state struct {
	ctm                   matrix
	font                  *font
	size                  float64
	charSpace, wordSpace  float64
	scale, leading, raise float64
	mode                  int
}

// painter carries out the operators of a page and keeps what they draw.
type painter struct {
	file     *file
	number   int // of the page's object
	state    state
	saved    []state
	text     matrix // of text, and of the beginning of its line
	line     matrix
	marks    []marked
	path     path
	glyphs   []glyph
	segments []segment
	pictures int
}

// Bounds on what content may ask for.
const (
	maxSteps = 20_000_000 // operators of a file
	maxSaved = 1_000
	maxForms = 12 // within one another
	maxOps   = 100_000
)

// run carries out content with the given resources.
func (p *painter) run(content []byte, resources types.Dict, depth int) error {
	l := &lexer{data: content}
	var args []any
	for {
		o := l.next()
		if o == nil {
			return nil
		}
		op, ok := o.(operator)
		if !ok {
			if len(args) < maxOps {
				args = append(args, o)
			}
			continue
		}
		if err := p.step(); err != nil {
			return err
		}
		if op == "ID" {
			l.skipImage()
			p.pictures++
		} else if err := p.do(string(op), args, resources, depth); err != nil {
			return err
		}
		args = args[:0]
	}
}

// step counts operators, and sees whether to go on.
func (p *painter) step() error {
	p.file.steps++
	if p.file.steps > maxSteps {
		return fmt.Errorf("%d operators: %w", p.file.steps, draft.ErrTooLarge)
	}
	if p.file.steps&0x3ff == 0 {
		return p.file.ctx.Err()
	}
	return nil
}

// do carries out one operator.
func (p *painter) do(op string, args []any, resources types.Dict, depth int) error {
	switch op {
	case "q":
		if len(p.saved) < maxSaved {
			p.saved = append(p.saved, p.state)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			p.state, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		if m, ok := matrixOf(floats(args)); ok {
			p.state.ctm = m.times(p.state.ctm)
		}
	case "Do":
		return p.draw(nameAt(args, 0), resources, depth)
	case "BMC", "BDC", "EMC":
		p.mark(op, args, resources)
	default:
		if !p.doPath(op, floats(args)) {
			p.doText(op, args, resources)
		}
	}
	return nil
}

// draw draws a form or counts an image.
func (p *painter) draw(name string, resources types.Dict, depth int) error {
	f := p.file
	o := f.entry(f.dict(f.entry(resources, "XObject")), name)
	d := f.dict(o)
	switch f.name(d["Subtype"]) {
	case "Image":
		p.pictures++
	case "Form":
		if depth >= maxForms {
			return nil
		}
		content, err := f.stream(o)
		if err != nil {
			return err
		}
		own := f.dict(d["Resources"])
		if own == nil {
			own = resources
		}
		before, marks, saved := p.state, len(p.marks), len(p.saved)
		if m, ok := matrixOf(f.numbers(d["Matrix"])); ok {
			p.state.ctm = m.times(p.state.ctm)
		}
		err = p.run(content, own, depth+1)
		p.state = before
		p.marks, p.saved = p.marks[:min(marks, len(p.marks))], p.saved[:min(saved, len(p.saved))]
		return err
	}
	return nil
}

func floats(args []any) []float64 {
	out := make([]float64, 0, len(args))
	for _, a := range args {
		if v, ok := a.(float64); ok {
			out = append(out, v)
		}
	}
	return out
}

func floatAt(args []any, i int) float64 {
	if i < len(args) {
		v, _ := args[i].(float64)
		return v
	}
	return 0
}

func nameAt(args []any, i int) string {
	if i < len(args) {
		n, _ := args[i].(nameOp)
		return string(n)
	}
	return ""
}
