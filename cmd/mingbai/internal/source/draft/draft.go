// Package draft is what the readers of all file formats share: what they give,
// the bounds they keep, and how they tell what they left out.
package draft

import (
	"errors"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/diag"
)

// Bounds on one document. A policy document of a thousand pages is far below
// each of them; a file that was made to exhaust the reader is above.
const (
	MaxLine     = 1 << 20   // bytes of one paragraph
	MaxLines    = 200_000   // paragraphs
	MaxUnpacked = 128 << 20 // bytes of all that is unpacked of one file
	MaxPart     = 64 << 20  // bytes of one packed part
	MaxEntries  = 10_000    // files in one archive
	MaxDepth    = 256       // of elements within elements
	MaxNodes    = 4_000_000 // elements and texts of one part
	MaxPages    = 5_000     // pages of one document
)

// ErrTooLarge is wrapped by errors that name which bound a file exceeds.
var ErrTooLarge = errors.New("more than one document may have")

// Draft is a document as the reader of its format sees it.
type Draft struct {
	Lines    []string // one paragraph or table row each, without line break
	Encoding string   // of the text, where the format lets a person choose it
	Findings []diag.Finding
}

// Cell joins the cells of a table row, which is one line. Cells that a merged
// cell covers are empty, so that columns keep their places.
const Cell = "\t"

// Add appends a paragraph. What a person typed as a line break within it, "\n",
// begins a line of its own.
func (d *Draft) Add(paragraph string) {
	for line := range strings.SplitSeq(paragraph, "\n") {
		d.Lines = append(d.Lines, Trim(line))
	}
}

// AddRow appends a table row. Empty cells at its end are not shown.
func (d *Draft) AddRow(cells []string) {
	for i, c := range cells {
		cells[i] = strings.Join(strings.Fields(c), " ")
	}
	d.Lines = append(d.Lines, strings.TrimRight(strings.Join(cells, Cell), Cell))
}

// Report appends a finding.
func (d *Draft) Report(f diag.Finding) { d.Findings = append(d.Findings, f) }

// TrimBlank drops the blank lines before and after the text.
func (d *Draft) TrimBlank() {
	start, end := 0, len(d.Lines)
	for start < end && d.Lines[start] == "" {
		start++
	}
	for end > start && d.Lines[end-1] == "" {
		end--
	}
	d.Lines = d.Lines[start:end]
}

// Trim drops the space around a paragraph: indentation is no text.
func Trim(s string) string { return strings.TrimFunc(s, blank) }

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// Letters counts the characters of s that are no space, the measure by which
// texts are compared and by which what is left out is told.
func Letters(s string) int {
	n := 0
	for _, r := range s {
		if !blank(r) {
			n++
		}
	}
	return n
}
