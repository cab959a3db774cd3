package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// outliner is the state while the lines of one plan are read.
type outliner struct {
	*reader
	b      *body
	index  int
	at     int   // index into b.lines of the line that is read
	open   *unit // the unit that a following paragraph may continue
	levels levels
	latest map[form]int // value of the latest number of each form, in any list
	table  *table       // whose rows are read, or nil
	tops   bool         // 一、 numbers measures, not sections
}

// recognizers is the ordered table of what a line of a plan may be. The first
// that accepts the line has read it; the last accepts every line.
var recognizers = []struct {
	name string
	read func(*outliner, int) bool
}{
	{"blank", (*outliner).blankLine},
	{"mark", (*outliner).markLine},
	{"row of a table", (*outliner).rowLine},
	{"section", (*outliner).sectionLine},
	{"item", (*outliner).itemLine},
	{"clause of the item above", (*outliner).clauseLine},
	{"text of the item above", (*outliner).continuationLine},
	{"unnumbered measure", (*outliner).unnumberedLine},
	{"paragraph", (*outliner).paragraphLine},
}

// outline reads the lines of a plan into sections and units.
func (r *reader) outline(b *body) {
	o := &outliner{reader: r, b: b, latest: map[form]int{}}
	for i := range r.bodies {
		if &r.bodies[i] == b {
			o.index = i
		}
	}
	r.readTitle(b)
	b.plan.Sections = []plan.Section{{ID: string(plan.Preamble), Kind: plan.Preamble}}
	o.tops = o.topsAreMeasures()
	for at, i := range b.lines {
		o.at = at
		for _, rec := range recognizers {
			if rec.read(o, i) {
				break
			}
		}
	}
}

// readTitle marks the lines above a plan's text.
func (r *reader) readTitle(b *body) {
	for _, i := range b.extra {
		if !r.lines[i].blank() {
			r.readMark(i)
		}
	}
	if i := b.author; i > 0 {
		b.plan.Author = r.resolve(i, 0, strings.Trim(r.lines[i].trimmed(), "()（）")).ID
		r.whole(i, plan.PartAuthor)
	}
	title := b.title
	for _, i := range title {
		r.whole(i, plan.PartTitle)
		b.plan.Line = min(r.lines[i].no, orMax(b.plan.Line))
	}
	if b.plan.Line == 0 && len(b.lines) > 0 {
		b.plan.Line = r.lines[b.lines[0]].no
	}
	b.words = r.join(title)
}

func orMax(n int) int {
	if n == 0 {
		return int(^uint(0) >> 1)
	}
	return n
}

// last is the index of the section that is being read.
func (o *outliner) last() int { return len(o.b.plan.Sections) - 1 }

func (o *outliner) blankLine(i int) bool { return o.lines[i].blank() }

// markLine takes what marks a document's edges inside a plan: an annex line, a
// notice, a date.
func (o *outliner) markLine(i int) bool {
	if o.signers[i] {
		o.readIssuer(i)
		return true
	}
	if annexLine.MatchString(o.lines[i].folded) {
		o.table = nil
	}
	return o.readMark(i)
}

// paragraphLine takes everything else as text of its section.
func (o *outliner) paragraphLine(i int) bool {
	s := &o.b.plan.Sections[o.last()]
	s.Paragraphs = append(s.Paragraphs, o.paragraph(i, 0))
	o.checkBrackets(i)
	return true
}
