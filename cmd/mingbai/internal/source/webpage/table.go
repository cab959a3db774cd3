package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"mingbai/cmd/mingbai/internal/source/draft"
)

// Bounds on what a cell may claim to span.
const (
	maxColumns = 64
	maxRows    = 1000
)

// dataTable tells a table of data from one that arranges a page: it has rows of
// several cells, and no table in any of them.
func dataTable(table *html.Node) bool {
	several := false
	for c := range table.Descendants() {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "table":
			return false
		case c.Data == "tr":
			several = several || len(cellsOf(c)) > 1
		case c.Data == "td" || c.Data == "th":
			if longCell(c) {
				return false
			}
		}
	}
	return several
}

// longText is more than a cell of a table of data holds; a page's main column
// holds more.
const longText = 3000

func longCell(n *html.Node) bool { return draft.Letters(textOf(n)) > longText }

func cellsOf(tr *html.Node) []*html.Node {
	var out []*html.Node
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th") {
			out = append(out, c)
		}
	}
	return out
}

// table reads the rows of a table of data.
func (f *flow) table(table *html.Node) {
	covered := map[int]int{} // column → rows that a cell above still covers
	for n := range table.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "caption":
			f.block(n)
		case n.Data == "tr" && !hiddenElement(n):
			f.d.AddRow(f.row(cellsOf(n), covered))
		}
	}
}

func (f *flow) row(cells []*html.Node, covered map[int]int) []string {
	var row []string
	skip := func() {
		for covered[len(row)] > 0 {
			covered[len(row)]--
			row = append(row, "")
		}
	}
	for _, c := range cells {
		skip()
		across, down := spanOf(c, "colspan", maxColumns), spanOf(c, "rowspan", maxRows)
		row = append(row, f.cell(c))
		for i := range across {
			at := len(row) - 1 + i
			if down > 1 && covered[at] == 0 {
				covered[at] = down - 1
			}
		}
		for range across - 1 {
			row = append(row, "")
		}
	}
	skip()
	return row
}

// cell gives the paragraphs of a cell, joined by a space.
func (f *flow) cell(n *html.Node) string {
	var d draft.Draft
	inner := &flow{d: &d, page: f.page, skip: f.skip, mode: f.mode, inRow: true}
	inner.block(n)
	return strings.Join(d.Lines, " ")
}

func spanOf(n *html.Node, key string, most int) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, most)
}
