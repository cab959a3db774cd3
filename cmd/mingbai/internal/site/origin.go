package site

import (
	"maps"
	"slices"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Origin is what was made of a line of the document as issued.
type Origin struct {
	Measure  *Measure // nil where it is no measure's
	Plan     *Plan    // nil where it is the document's own: the covering letter
	Document *Document
	Anchor   string // of the paragraph on the page; "" for a title
	First    bool   // the first line of its measure, plan or document
}

// findOrigins looks up which page every line of the source stands on: by the
// anchors of paragraphs, and by the line at which a plan or measure begins.
func (d *Document) findOrigins() {
	d.Origins = make([]*Origin, len(d.Lines)+1)
	d.claim(0, Origin{Document: d}, &d.Pair)
	for _, p := range d.Plans {
		d.claim(p.Source.Line, Origin{Document: d, Plan: p}, &p.Pair)
	}
	for _, m := range d.Measures {
		d.claim(m.Source.Line, Origin{Document: d, Plan: m.Plan, Measure: m}, &m.Pair)
	}
}

// claim gives a page the lines of its paragraphs, and the line at which it
// begins. A line that two claim stays with the first.
func (d *Document) claim(begins int, o Origin, p *content.Pair) {
	first := true
	set := func(line int, anchor string) {
		if line <= 0 || line >= len(d.Origins) || d.Origins[line] != nil {
			return
		}
		at := o
		at.Anchor, at.First = anchor, first
		d.Origins[line] = &at
		first = false
	}
	lines := map[int]string{}
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		for _, b := range p.In(lang).Blocks() {
			if at := sourcePlace(b.Anchor); at.line > 0 && lines[at.line] == "" {
				lines[at.line] = b.Anchor
			}
		}
	}
	if lines[begins] == "" {
		set(begins, "")
	}
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		set(line, lines[line])
	}
}
