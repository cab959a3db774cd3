// Package page puts text that a paginated format (PDF, OFD) places on pages,
// character by character, together again: characters to lines, lines to
// paragraphs across lines and pages, ruled tables to rows. Page numbers and
// running headers are left out and listed.
package page

import (
	"context"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/draft"
)

// Page is what stands on one page. Lengths are in any unit, the same for all
// pages; x grows to the right, y downwards from the top.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Rules         []Rule // lines that are drawn, for tables
	Pictures      int
}

// Glyph is a character, or the few that a ligature stands for.
type Glyph struct {
	Text     string
	X, Y     float64 // of the left end of its baseline
	Width    float64
	Size     float64 // of its font
	Block    int     // index into the blocks given with the pages, plus 1; 0 unknown
	Artifact bool    // marked in the file as no part of the text
}

// Rule is a straight line, level or upright.
type Rule struct{ X1, Y1, X2, Y2 float64 }

// Block is a paragraph or a cell of a table, where the file itself says so.
type Block struct {
	Row    int // number of the table row it stands in, from 1; 0 for a paragraph
	Column int // of a cell, from 0
}

// Text gives the text of pages; file names the document in findings.
func Text(ctx context.Context, file string, pages []Page, blocks []Block) (draft.Draft, error) {
	var d draft.Draft
	s := &sheet{pages: pages, blocks: blocks}
	if !s.trustBlocks() {
		s.blocks = nil
	}
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return d, err
		}
		s.lines = append(s.lines, s.linesOf(i))
	}
	s.stripMargins()
	lines := s.sequence()
	s.measure(lines)
	s.write(&d, s.paragraphs(lines))
	d.TrimBlank()
	pos := diag.Position{File: file}
	d.Report(linesJoined.At(pos, len(pages), len(lines), len(d.Lines)))
	if empty := s.emptyPages(); empty != "" {
		d.Report(pagesWithoutText.At(pos, empty))
	}
	d.Findings = append(d.Findings, s.left.Findings(file)...)
	return d, nil
}

// sheet is the state of one Text.
type sheet struct {
	pages  []Page
	blocks []Block
	lines  [][]line // by page, top to bottom
	left   draft.LeftOut
	size   float64 // of the font of most of the text
	pitch  float64 // from line to line within a paragraph
	gap    float64 // from a paragraph's last line to the next one's first
	edges  []edges // by page
	indent bool    // paragraphs begin indented
}

// edges are where the text of a page begins and ends.
type edges struct{ left, right float64 }

// sequence gives the lines of all pages one after the other.
func (s *sheet) sequence() []line {
	var out []line
	for _, page := range s.lines {
		out = append(out, page...)
	}
	return out
}
