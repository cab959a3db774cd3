package docx

import (
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/pack"
)

// block is a paragraph, or a row of a table.
type block struct {
	row      bool
	contents bool     // a line of a table of contents
	cells    []string // one for a paragraph
}

var tableOfContents = diag.Text{En: "table of contents", Zh: "目录"}

// write puts blocks into the draft. A table of contents says what the text says
// again, and is left out with the word above it.
func (r *reader) write(d *draft.Draft, blocks []block) {
	for i, b := range blocks {
		before := i+1 < len(blocks) && blocks[i+1].contents
		switch {
		case b.row:
			d.AddRow(b.cells)
		case b.contents, before && contentsTitle(b.cells[0]):
			r.left.Add(tableOfContents, b.cells[0])
		default:
			d.Add(b.cells[0])
		}
	}
}

func contentsTitle(s string) bool {
	switch strings.ToLower(strings.Join(strings.Fields(s), "")) {
	case "目录", "目次", "目錄", "contents", "tableofcontents":
		return true
	}
	return false
}

// blocks reads what stands one below the other: paragraphs and tables.
func (r *reader) blocks(n *pack.Node) []block {
	var out []block
	for _, c := range content(n) {
		switch c.Name {
		case "p":
			out = append(out, r.paragraph(c)...)
		case "tbl":
			out = append(out, r.table(c)...)
		case "altChunk":
			r.counts.objects++
		}
	}
	return out
}

// wrappers are elements that only group others.
var wrappers = map[string]bool{
	"sdt": true, "sdtContent": true, "customXml": true, "smartTag": true, "hyperlink": true, "fldSimple": true,
	"ins": true, "moveTo": true, "dir": true, "bdo": true, "AlternateContent": true, "Choice": true, "Fallback": true,
}

// content gives the children of n, with those of wrappers in their place.
func content(n *pack.Node) []*pack.Node {
	var out []*pack.Node
	for _, c := range n.Nodes {
		if wrappers[c.Name] {
			out = append(out, content(chosen(c))...)
		} else {
			out = append(out, c)
		}
	}
	return out
}

// chosen is the alternative of AlternateContent that is read: the first with
// text, so that a text box is read once and not again in its older form.
func chosen(n *pack.Node) *pack.Node {
	if n.Name != "AlternateContent" {
		return n
	}
	for _, c := range n.Nodes {
		if strings.TrimSpace(c.Content()) != "" {
			return c
		}
	}
	return &pack.Node{}
}

// paragraph reads a paragraph, with the text boxes anchored in it behind it.
func (r *reader) paragraph(p *pack.Node) []block {
	outer := r.boxes
	r.boxes = nil
	var b strings.Builder
	r.inline(&b, p)
	text := b.String()
	props := p.Child("pPr")
	if mark := props.Child("rPr"); mark.Child("del") != nil || mark.Child("moveFrom") != nil {
		r.carry += text // the paragraph goes on in the next one
		boxes := r.boxes
		r.boxes = outer
		return boxes
	}
	text = broken(r.carry + text)
	r.carry = ""
	if props.Child("rPr", "ins") != nil {
		r.counts.inserted++
	}
	first := block{cells: []string{r.label(props, text) + text}, contents: r.inContents(props)}
	out := append([]block{first}, r.boxes...)
	r.boxes = outer
	return out
}

// table reads a table's rows. A table of one column is a frame around
// paragraphs, and gives those.
func (r *reader) table(tbl *pack.Node) []block {
	var out []block
	for _, tr := range content(tbl) {
		if tr.Name != "tr" {
			continue
		}
		if tr.Child("trPr", "del") != nil {
			r.dropDeleted(tr)
			continue
		}
		out = append(out, r.tableRow(tr)...)
	}
	return out
}

func (r *reader) tableRow(tr *pack.Node) []block {
	var cells []*pack.Node
	for _, c := range content(tr) {
		if c.Name == "tc" {
			cells = append(cells, c)
		}
	}
	if len(cells) == 1 {
		return r.blocks(cells[0])
	}
	row := make([]string, number(tr.Child("trPr", "gridBefore").Attr("val"), 0, maxColumns))
	for _, tc := range cells {
		text := strings.Join(flatten(r.blocks(tc)), " ")
		if v := tc.Child("tcPr", "vMerge"); v != nil && v.Attr("val") != "restart" {
			r.left.Add(hiddenText, text) // covered by the cell above
			text = ""
		}
		row = append(row, text)
		for range number(tc.Child("tcPr", "gridSpan").Attr("val"), 1, maxColumns) - 1 {
			row = append(row, "")
		}
	}
	return []block{{row: true, cells: row}}
}

// maxColumns bounds what a cell may claim to span.
const maxColumns = 64
