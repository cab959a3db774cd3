package review

import (
	"fmt"
	"io"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// marginWidth is the width of the margin, in half-width columns.
const marginWidth = 26

// Terminal colours, by what they mark.
const (
	reset   = "\x1b[0m"
	bold    = "\x1b[1m"
	dim     = "\x1b[2m"
	red     = "\x1b[31m"
	green   = "\x1b[32m"
	amber   = "\x1b[33m"
	blue    = "\x1b[34m"
	magenta = "\x1b[35m"
	cyan    = "\x1b[36m"
)

var partColours = map[plan.PartKind]string{
	plan.PartTitle: bold, plan.PartNumber: bold, plan.PartHeading: bold, plan.PartClause: green,
	plan.PartDocNo: cyan, plan.PartDate: cyan, plan.PartIssuer: cyan, plan.PartAuthor: cyan, plan.PartAddress: cyan,
	plan.PartNotice: dim, plan.PartMeta: dim, plan.PartMark: dim,
}

var noteColours = map[string]string{
	"responsibility": green, "deadline": amber, "amount": magenta, "error": red, "warning": red, "info": blue,
}

// WriteText writes the review for a terminal or a file, with colours where
// colour says so.
func (r Review) WriteText(w io.Writer, colour bool) error {
	p := printer{colour: colour}
	for _, f := range append(append([]Fact{}, r.Head...), r.Counts...) {
		p.line("", f.Name, f.Value, bold)
	}
	p.b.WriteString(strings.Repeat("─", marginWidth) + "┼" + strings.Repeat("─", 40) + "\n")
	for _, row := range r.Rows {
		p.row(row)
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

type printer struct {
	colour bool
	b      strings.Builder
}

func (p *printer) row(row Row) {
	var text strings.Builder
	for _, part := range row.Parts {
		text.WriteString(p.paint(partColours[part.Kind], printable(part.Text)))
	}
	p.line(fmt.Sprintf("%5d ", row.Line), row.Label, text.String(), "")
	for _, n := range row.Notes {
		s := printable(n.Text)
		if n.Rule != "" {
			s += "  " + p.paint(dim, "["+n.Rule+"]")
		}
		p.line("      ", n.Label, s, noteColours[n.Kind])
	}
}

// line writes a margin of fixed width, and what stands beside it.
func (p *printer) line(no, label, text, colour string) {
	margin := no + printable(label)
	pad := max(1, marginWidth-columns(margin))
	p.b.WriteString(no + p.paint(colour, printable(label)) + strings.Repeat(" ", pad) + "│ " + text + "\n")
}

func (p *printer) paint(colour, s string) string {
	if !p.colour || colour == "" || s == "" {
		return s
	}
	return colour + s + reset
}

// columns counts a text's half-width columns.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}

// printable keeps a document from steering the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return '�'
		}
		return r
	}, s)
}
