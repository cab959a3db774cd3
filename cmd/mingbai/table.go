package main

import (
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width" // a Chinese character takes two columns of a terminal
)

// table is rows of cells in columns: the first to the left, numbers behind it
// to the right. (text/tabwriter counts a Chinese character as one column.)
type table [][]string

func (t *table) row(cells ...string) { *t = append(*t, cells) }

// write writes the rows, two spaces between columns.
func (t table) write(w io.Writer) error {
	var widths []int
	for _, cells := range t {
		for i, cell := range cells {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(cell))
		}
	}
	var b strings.Builder
	for _, cells := range t {
		var line strings.Builder
		for i, cell := range cells {
			pad := strings.Repeat(" ", widths[i]-columns(cell))
			if i == 0 {
				line.WriteString(plainCell(cell) + pad)
			} else {
				line.WriteString("  " + pad + plainCell(cell))
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// columns is how much of a line of a terminal a text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

// plainCell keeps names of files from steering the terminal.
func plainCell(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, s)
}
