// Package page puts text that a paginated format (PDF, OFD) places on pages,
// character by character, together again: characters to lines, lines to
// paragraphs across lines and pages, ruled tables to rows. Page numbers and
// running headers are left out and listed.
package page

import (
	"context"
	"slices"

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
	lines, err := s.read(ctx)
	if err == nil && len(blocks) > 0 && !s.trustworthy(lines) {
		s = &sheet{pages: pages}
		lines, err = s.read(ctx)
	}
	if err != nil {
		return d, err
	}
	write(&d, s.paragraphs(lines))
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
	edges  []edges // by page
	indent bool    // paragraphs begin indented
}

// edges are where the text of a page begins and ends.
type edges struct{ left, right float64 }

// read gives the lines of all pages one after the other, without furniture.
func (s *sheet) read(ctx context.Context) ([]line, error) {
	for i := range s.pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.lines = append(s.lines, s.linesOf(i))
	}
	s.stripMargins()
	lines := s.joinRows(slices.Concat(s.lines...))
	s.measure(lines)
	return lines, nil
}

// trustworthy reports whether the blocks that the file states are paragraphs:
// some programs make one of every line. Then many blocks end in full lines that
// end no sentence.
func (s *sheet) trustworthy(lines []line) bool {
	stated, pairs, torn := 0, 0, 0
	for i, l := range lines {
		if l.block > 0 || l.rowID > 0 {
			stated++
		}
		if i == 0 || lines[i-1].block == 0 || l.block == 0 || lines[i-1].page != l.page {
			continue
		}
		pairs++
		if a := lines[i-1]; a.block != l.block && sameSize(a, l) && s.full(a, l) && !s.indented(l) && !sentenceEnd.MatchString(a.text) {
			torn++
		}
	}
	return stated*10 >= len(lines)*8 && torn*5 <= pairs
}
