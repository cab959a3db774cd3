package ofd

import (
	"math"
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/pack"
	"mingbai/cmd/mingbai/internal/source/page"
)

var (
	hidden   = diag.Text{En: "hidden text", Zh: "隐藏文字"}
	otherWay = diag.Text{En: "text that runs another way, such as watermarks", Zh: "其他方向的文字（如水印）"}
)

// painter keeps what the objects of a page draw.
type painter struct {
	*reader
	page page.Page
}

// objects reads graphic objects, which layers and blocks group.
func (p *painter) objects(n *pack.Node) {
	if n == nil {
		return
	}
	for _, c := range n.Nodes {
		switch c.Name {
		case "Layer", "PageBlock", "Content":
			p.objects(c)
		case "TextObject":
			p.text(c)
		case "PathObject":
			p.rules(c)
		case "ImageObject", "CompositeObject":
			p.page.Pictures++
		}
	}
}

// text reads a text object: pieces of text with the place of each character.
func (p *painter) text(n *pack.Node) {
	if n.Attr("Visible") == "false" {
		p.out.Add(hidden, n.Content())
		return
	}
	t := newTransform(n)
	if t.a <= 0 || math.Abs(t.b) > 0.1*t.a {
		p.out.Add(otherWay, n.Content())
		return
	}
	size := number(n.Attr("Size"))
	scale := number(n.Attr("HScale"))
	if scale <= 0 {
		scale = 1
	}
	var x, y float64
	for _, c := range n.Nodes {
		if c.Name != "TextCode" {
			continue
		}
		if v, ok := c.Lookup("X"); ok {
			x = number(v)
		}
		if v, ok := c.Lookup("Y"); ok {
			y = number(v)
		}
		p.pieces(c, t, x, y, size, scale)
	}
}

// maxGlyphs bounds what one page holds.
const maxGlyphs = 500_000

func (p *painter) pieces(c *pack.Node, t transform, x, y, size, scale float64) {
	dx, dy := deltas(c.Attr("DeltaX")), deltas(c.Attr("DeltaY"))
	for i, r := range []rune(c.Content()) {
		if len(p.page.Glyphs) >= maxGlyphs {
			return
		}
		px, py := t.at(x, y)
		width := size * scale
		if r < 0x80 { // the file does not say how wide a character is
			width /= 2
		}
		if i < len(dx) {
			width = min(width, dx[i])
		}
		p.page.Glyphs = append(p.page.Glyphs, page.Glyph{Text: string(r), X: px, Y: py, Width: width * t.a, Size: size * math.Hypot(t.c, t.d)})
		switch {
		case i < len(dx):
			x += dx[i]
		case len(dx) == 0 && len(dy) == 0:
			x += width
		}
		if i < len(dy) {
			y += dy[i]
		}
	}
}

// maxDeltas bounds what "g", which repeats a distance, may ask for.
const maxDeltas = 100_000

// deltas reads distances from character to character: "5 g 3 4.5" is 5 and then
// three times 4.5.
func deltas(s string) []float64 {
	var out []float64
	fields := strings.Fields(s)
	for i := 0; i < len(fields) && len(out) < maxDeltas; i++ {
		if fields[i] == "g" && i+2 < len(fields) {
			n := min(int(number(fields[i+1])), maxDeltas-len(out))
			for range max(n, 0) {
				out = append(out, number(fields[i+2]))
			}
			i += 2
			continue
		}
		out = append(out, number(fields[i]))
	}
	return out
}

// transform places an object on its page.
type transform struct{ a, b, c, d, e, f, x, y float64 }

func newTransform(n *pack.Node) transform {
	t := transform{a: 1, d: 1}
	if m := floats(n.Attr("CTM")); len(m) == 6 {
		t.a, t.b, t.c, t.d, t.e, t.f = m[0], m[1], m[2], m[3], m[4], m[5]
	}
	if b := floats(n.Attr("Boundary")); len(b) >= 2 {
		t.x, t.y = b[0], b[1]
	}
	return t
}

func (t transform) at(x, y float64) (float64, float64) {
	return x*t.a + y*t.c + t.e + t.x, x*t.b + y*t.d + t.f + t.y
}

// rules reads the straight lines of a path, which may rule a table.
func (p *painter) rules(n *pack.Node) {
	t := newTransform(n)
	var x, y, startX, startY float64
	line := func(toX, toY float64) {
		x1, y1 := t.at(x, y)
		x2, y2 := t.at(toX, toY)
		if len(p.page.Rules) < maxGlyphs {
			p.page.Rules = append(p.page.Rules, page.Rule{X1: x1, Y1: y1, X2: x2, Y2: y2})
		}
		x, y = toX, toY
	}
	fields := strings.Fields(n.Child("AbbreviatedData").Content())
	for i := 0; i < len(fields); i++ {
		switch fields[i] {
		case "M", "S", "L":
			if i+2 >= len(fields) {
				return
			}
			toX, toY := number(fields[i+1]), number(fields[i+2])
			if fields[i] == "L" {
				line(toX, toY)
			} else {
				x, y, startX, startY = toX, toY, toX, toY
			}
			i += 2
		case "C":
			line(startX, startY)
		}
	}
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) || math.Abs(v) > 1e6 {
		return 0
	}
	return v
}

func floats(s string) []float64 {
	var out []float64
	for _, f := range strings.Fields(s) {
		out = append(out, number(f))
	}
	return out
}
