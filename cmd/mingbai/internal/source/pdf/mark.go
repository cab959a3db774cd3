package pdf

import (
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// marked is a stretch of content that the file says something about.
type marked struct {
	id       int // on its page, or -1
	artifact bool
	text     string // what the stretch reads, where that differs; else ""
	from     int    // index of its first glyph
}

// mark begins or ends a stretch.
func (p *painter) mark(op string, args []any, resources types.Dict) {
	if op == "EMC" {
		if n := len(p.marks); n > 0 {
			p.replace(p.marks[n-1])
			p.marks = p.marks[:n-1]
		}
		return
	}
	if len(p.marks) >= maxSaved {
		return
	}
	m := marked{id: -1, from: len(p.glyphs)}
	if n := len(p.marks); n > 0 {
		m.id, m.artifact = p.marks[n-1].id, p.marks[n-1].artifact
	}
	m.artifact = m.artifact || nameAt(args, 0) == "Artifact"
	if op == "BDC" && len(args) == 2 {
		p.properties(&m, args[1], resources)
	}
	p.marks = append(p.marks, m)
}

// properties reads what a stretch says of itself, in place or in the resources.
func (p *painter) properties(m *marked, o any, resources types.Dict) {
	switch v := o.(type) {
	case dictOp:
		if id, ok := v["MCID"].(float64); ok {
			m.id = int(id)
		}
		if s, ok := v["ActualText"].(stringOp); ok {
			m.text = textString(s)
		}
	case nameOp:
		f := p.file
		d := f.dict(f.entry(f.dict(f.entry(resources, "Properties")), string(v)))
		if id, ok := f.number(f.entry(d, "MCID")); ok {
			m.id = int(id)
		}
	}
}

// textString reads a string that is text: UTF-16 with a mark, UTF-8 with one, or
// else one byte for each character.
func textString(s []byte) string {
	switch {
	case len(s) >= 2 && s[0] == 0xfe && s[1] == 0xff:
		return decodeUTF16(s[2:])
	case len(s) >= 3 && string(s[:3]) == "\ufeff":
		return string(s[3:])
	}
	out := make([]rune, len(s))
	for i, b := range s {
		out[i] = rune(b)
	}
	return string(out)
}

func decodeUTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}

// maxActual bounds the glyphs that a replacement stands for: a word, no line.
const maxActual = 16

// replace puts what a stretch reads in the place of its glyphs.
func (p *painter) replace(m marked) {
	own := p.glyphs[min(m.from, len(p.glyphs)):]
	if m.text == "" || len(own) == 0 || len(own) > maxActual {
		return
	}
	for i := range own {
		if own[i].text == "\ufffd" && m.text != "" {
			p.file.unmapped = max(0, p.file.unmapped-1)
		}
	}
	first, last := own[0], own[len(own)-1]
	first.text = m.text
	if w := last.x + last.width - first.x; first.dx > 0 && w > first.width {
		first.width = w
	}
	p.glyphs = append(p.glyphs[:m.from], first)
}

// marking gives the block of what is drawn now, and whether it is an artifact.
func (p *painter) marking() (block int, artifact bool) {
	n := len(p.marks)
	if n == 0 {
		return 0, false
	}
	m := p.marks[n-1]
	if m.id < 0 {
		return 0, m.artifact
	}
	return p.file.blockAt[mark{p.number, m.id}], m.artifact
}
