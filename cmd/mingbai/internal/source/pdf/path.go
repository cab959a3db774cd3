package pdf

import (
	"math"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/page"
)

// path is a path that is being drawn. Of paths only straight level and upright
// lines matter, as they rule tables.
type path struct {
	x, y, startX, startY float64
	lines                []segment
}

// maxSegments bounds what one page holds.
const maxSegments = 50_000

// doPath carries out the operators of paths.
func (p *painter) doPath(op string, v []float64) bool {
	t := &p.path
	switch {
	case op == "m" && len(v) == 2:
		t.x, t.y = p.state.ctm.at(v[0], v[1])
		t.startX, t.startY = t.x, t.y
	case op == "l" && len(v) == 2:
		x, y := p.state.ctm.at(v[0], v[1])
		t.lines = append(t.lines, segment{t.x, t.y, x, y})
		t.x, t.y = x, y
	case op == "re" && len(v) == 4:
		p.rectangle(v[0], v[1], v[2], v[3])
	case op == "h":
		t.lines = append(t.lines, segment{t.x, t.y, t.startX, t.startY})
	case op == "c" && len(v) == 6:
		t.x, t.y = p.state.ctm.at(v[4], v[5])
	case (op == "v" || op == "y") && len(v) == 4:
		t.x, t.y = p.state.ctm.at(v[2], v[3])
	case op == "S" || op == "s" || op == "f" || op == "F" || op == "f*" || op == "B" || op == "B*" || op == "b" || op == "b*":
		p.keepLines()
	case op == "n":
		t.lines = nil
	default:
		return false
	}
	return true
}

func (p *painter) rectangle(x, y, w, h float64) {
	x1, y1 := p.state.ctm.at(x, y)
	x2, y2 := p.state.ctm.at(x+w, y+h)
	p.path.lines = append(p.path.lines, segment{x1, y1, x2, y1}, segment{x2, y1, x2, y2}, segment{x2, y2, x1, y2}, segment{x1, y2, x1, y1})
}

// shortRule is less than a line of a table is long.
const shortRule = 4

func (p *painter) keepLines() {
	for _, s := range p.path.lines {
		w, h := math.Abs(s.x2-s.x1), math.Abs(s.y2-s.y1)
		if min(w, h) < 1.5 && max(w, h) > shortRule && len(p.segments) < maxSegments {
			p.segments = append(p.segments, s)
		}
	}
	p.path = path{}
}

var (
	otherWay = diag.Text{En: "text that runs another way, such as watermarks", Zh: "其他方向的文字（如水印）"}
	offPage  = diag.Text{En: "text off the page", Zh: "页面以外的文字"}
)

// turned gives what was drawn as it is seen: turned as the page says, and then
// so that most of the writing runs level.
func (p *painter) turned(s sheet) page.Page {
	w, h := s.box[2]-s.box[0], s.box[3]-s.box[1]
	quarter := p.direction()
	view := matrix{1, 0, 0, -1, -s.box[0], s.box[3]} // y downwards
	for range quarter {
		view = view.times(matrix{0, 1, -1, 0, h, 0}) // a quarter clockwise
		w, h = h, w
	}
	out := page.Page{Width: w, Height: h, Pictures: p.pictures}
	var other, off strings.Builder
	for _, g := range p.glyphs {
		x, y := view.at(g.x, g.y)
		dx, dy := g.dx*view[0]+g.dy*view[2], g.dx*view[1]+g.dy*view[3]
		switch {
		case dx <= 0 || math.Abs(dy) > 0.1*dx:
			other.WriteString(g.text)
		case x < -0.05*w || x > 1.05*w || y < -0.05*h || y > 1.05*h:
			off.WriteString(g.text)
		default:
			out.Glyphs = append(out.Glyphs, page.Glyph{
				Text: g.text, X: x, Y: y, Width: g.width, Size: g.size, Block: g.block, Artifact: g.artifact,
			})
		}
	}
	p.file.out.Add(otherWay, other.String())
	p.file.out.Add(offPage, off.String())
	for _, l := range p.segments {
		x1, y1 := view.at(l.x1, l.y1)
		x2, y2 := view.at(l.x2, l.y2)
		out.Rules = append(out.Rules, page.Rule{X1: x1, Y1: y1, X2: x2, Y2: y2})
	}
	return out
}

// direction is by how many quarters, clockwise, a page must be turned for most
// of its writing to run level.
func (p *painter) direction() int {
	var votes [4]int
	for _, g := range p.glyphs {
		switch {
		case math.Abs(g.dy) <= 0.1*math.Abs(g.dx) && g.dx > 0:
			votes[0]++
		case math.Abs(g.dx) <= 0.1*math.Abs(g.dy) && g.dy > 0: // upwards
			votes[1]++
		case math.Abs(g.dy) <= 0.1*math.Abs(g.dx):
			votes[2]++
		case math.Abs(g.dx) <= 0.1*math.Abs(g.dy):
			votes[3]++
		}
	}
	best := 0
	for q, n := range votes {
		if n > votes[best] {
			best = q
		}
	}
	return best
}
