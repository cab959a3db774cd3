package docx

import (
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/pack"
)

var (
	hiddenText  = diag.Text{En: "hidden text", Zh: "隐藏文字"}
	deletedText = diag.Text{En: "deleted text (tracked changes)", Zh: "修订中已删除的文字"}
	phonetic    = diag.Text{En: "phonetic guides", Zh: "拼音指南"}
)

// inline reads the text of what stands within a paragraph.
func (r *reader) inline(b *strings.Builder, n *pack.Node) {
	for _, c := range n.Nodes {
		switch c.Name {
		case "r":
			r.run(b, c)
		case "ins", "moveTo":
			r.counts.inserted++
			r.inline(b, c)
		case "del", "moveFrom":
			r.dropDeleted(c)
		case "AlternateContent":
			r.inline(b, chosen(c))
		case "oMath", "oMathPara":
			r.formula(b, c)
		default:
			if wrappers[c.Name] {
				r.inline(b, c)
			}
		}
	}
}

// run reads a stretch of text of one formatting.
func (r *reader) run(b *strings.Builder, run *pack.Node) {
	if r.hidden(run) {
		var h strings.Builder
		r.pieces(&h, run)
		r.left.Add(hiddenText, h.String())
		return
	}
	r.pieces(b, run)
}

func (r *reader) pieces(b *strings.Builder, run *pack.Node) {
	for _, c := range run.Nodes {
		switch c.Name {
		case "t":
			b.WriteString(written(c))
		case "tab", "ptab":
			b.WriteByte('\t')
		case "br", "cr":
			b.WriteByte(lineBreak(c))
		case "noBreakHyphen":
			b.WriteByte('-')
		case "sym":
			b.WriteRune(symbol(c))
		case "footnoteReference", "endnoteReference":
			b.WriteString(r.refer(c))
		case "ruby":
			r.ruby(b, c)
		case "AlternateContent":
			r.pieces(b, chosen(c))
		case "drawing", "pict", "object":
			r.drawing(c)
		}
	}
}

// pageBreak stands for a break of page or column until the paragraph is whole.
const pageBreak = '\f'

func lineBreak(n *pack.Node) byte {
	if kind := n.Attr("type"); kind == "page" || kind == "column" {
		return pageBreak
	}
	return '\n'
}

// broken gives the lines of a paragraph: a break of page at either end breaks
// no line.
func broken(text string) string {
	return strings.ReplaceAll(strings.Trim(text, string(pageBreak)), string(pageBreak), "\n")
}

// written is the text of a "t" element. Space at its ends counts only where the
// element says so.
func written(t *pack.Node) string {
	s := strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(t.Content())
	if t.Attr("space") != "preserve" {
		s = strings.Trim(s, " \t")
	}
	return s
}

// drawing reads the text boxes in a drawing; a drawing without is a picture.
func (r *reader) drawing(n *pack.Node) {
	boxes := textBoxes(n)
	for _, box := range boxes {
		blocks := r.blocks(box) // first, as boxes within it are added meanwhile
		r.boxes = append(r.boxes, blocks...)
	}
	if len(boxes) == 0 {
		r.counts.objects++
	}
}

// textBoxes finds the outermost text boxes below n, each once.
func textBoxes(n *pack.Node) []*pack.Node {
	var out []*pack.Node
	for _, c := range content(n) {
		if c.Name == "txbxContent" {
			out = append(out, c)
		} else {
			out = append(out, textBoxes(c)...)
		}
	}
	return out
}

func (r *reader) ruby(b *strings.Builder, n *pack.Node) {
	if base := n.Child("rubyBase"); base != nil {
		r.inline(b, base)
	}
	if rt := n.Child("rt"); rt != nil {
		r.left.Add(phonetic, rt.Content())
	}
}

// formula gives the characters of a formula in a row.
func (r *reader) formula(b *strings.Builder, n *pack.Node) {
	for _, t := range n.Find("t") {
		b.WriteString(t.Content())
	}
}

// dropDeleted notes text that a tracked change deleted.
func (r *reader) dropDeleted(n *pack.Node) {
	r.counts.deleted++
	for _, kind := range []string{"delText", "t"} {
		for _, t := range n.Find(kind) {
			r.left.Add(deletedText, t.Content())
		}
	}
}

// symbols are the characters of symbol fonts that documents use, by font.
var symbols = map[string]map[int]rune{
	"wingdings": {
		0x6c: '●', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x75: '◆', 0x76: '❖', 0xa1: '○', 0xa7: '▪', 0xa8: '◻', 0xb2: '◇',
		0xd8: '➢', 0xe0: '→', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
	},
	"wingdings 2": {0x50: '✓', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□'},
	"symbol":      {0xb7: '•', 0xb4: '×', 0xb3: '≥', 0xa3: '≤', 0xb0: '°', 0xb1: '±', 0xae: '→', 0xd7: '⋅'},
}

// symbol is the character of a "sym" element, or U+FFFD for one that only its
// font knows.
func symbol(n *pack.Node) rune {
	code, err := strconv.ParseInt(n.Attr("char"), 16, 32)
	if err != nil {
		return '\ufffd'
	}
	if code >= 0xf000 && code <= 0xf0ff {
		code -= 0xf000
		if r, ok := symbols[strings.ToLower(n.Attr("font"))][int(code)]; ok {
			return r
		}
		return '\ufffd'
	}
	return rune(code)
}

// number reads a whole number from 0 to most; other texts give fallback.
func number(s string, fallback, most int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return fallback
	}
	return min(n, most)
}
