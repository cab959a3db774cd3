package pdf

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// doText carries out the operators of text.
func (p *painter) doText(op string, args []any, resources types.Dict) {
	s := &p.state
	switch op {
	case "BT":
		p.text, p.line = identity, identity
	case "Tf":
		s.font = p.file.font(resources, nameAt(args, 0))
		s.size = floatAt(args, 1)
	case "Tc":
		s.charSpace = floatAt(args, 0)
	case "Tw":
		s.wordSpace = floatAt(args, 0)
	case "Tz":
		s.scale = floatAt(args, 0) / 100
	case "TL":
		s.leading = floatAt(args, 0)
	case "Ts":
		s.raise = floatAt(args, 0)
	case "Tr":
		s.mode = int(floatAt(args, 0))
	case "Td":
		p.moveLine(floatAt(args, 0), floatAt(args, 1))
	case "TD":
		s.leading = -floatAt(args, 1)
		p.moveLine(floatAt(args, 0), floatAt(args, 1))
	case "Tm":
		if m, ok := matrixOf(floats(args)); ok {
			p.text, p.line = m, m
		}
	case "T*":
		p.moveLine(0, -s.leading)
	case "Tj", "'", `"`, "TJ":
		p.showOp(op, args)
	}
}

func (p *painter) moveLine(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

// showOp carries out the operators that show text.
func (p *painter) showOp(op string, args []any) {
	if len(args) == 0 {
		return
	}
	last := args[len(args)-1]
	if op == `"` && len(args) == 3 {
		p.state.wordSpace, p.state.charSpace = floatAt(args, 0), floatAt(args, 1)
	}
	if op == "'" || op == `"` {
		p.moveLine(0, -p.state.leading)
	}
	switch v := last.(type) {
	case stringOp:
		p.show(v)
	case arrayOp:
		for _, e := range v {
			switch e := e.(type) {
			case stringOp:
				p.show(e)
			case float64:
				p.advance(-e / 1000 * p.state.size)
			}
		}
	}
}

// advance moves on along the line, by a length in units of text.
func (p *painter) advance(x float64) {
	p.text = matrix{1, 0, 0, 1, x * p.state.scale, 0}.times(p.text)
}

// unseen is the mode in which OCR programs lay text over a scanned page.
const unseen = 3

// maxGlyphs bounds what one page holds.
const maxGlyphs = 500_000

// show draws a string.
func (p *painter) show(raw []byte) {
	s := &p.state
	if s.font == nil {
		return
	}
	for _, c := range s.font.decode(raw) {
		m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.raise}.times(p.text).times(s.ctm)
		width := c.width * s.font.unit
		g := glyph{text: c.text, x: m[4], y: m[5], dx: m[0], dy: m[1], width: width * m.across(), size: m.up()}
		g.block, g.artifact = p.marking()
		if g.text == "" {
			p.file.unmapped++
			g.text = "\ufffd"
		}
		if s.mode == unseen {
			p.file.invisible++
		}
		if len(p.glyphs) < maxGlyphs && !math.IsNaN(g.x+g.y+g.size+g.width) {
			p.glyphs = append(p.glyphs, g)
		}
		step := width*s.size + s.charSpace
		if c.space {
			step += s.wordSpace
		}
		p.advance(step)
	}
}
