package parse

import (
	"fmt"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// outliner is the state while the lines of one plan are read.
type outliner struct {
	*reader
	b      *body
	index  int
	open   *unit // the unit that a following paragraph may continue
	levels levels
	latest map[form]int // value of the latest number of each form, in any list
}

// recognizers is the ordered table of what a line of a plan may be. The first
// that accepts the line has read it; the last accepts every line.
var recognizers = []struct {
	name string
	read func(*outliner, int) bool
}{
	{"blank", (*outliner).blankLine},
	{"mark", (*outliner).markLine},
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
	for _, i := range b.lines {
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
func (o *outliner) markLine(i int) bool { return o.readMark(i) }

// sectionLine reads 一、工作目标, "First, the goal of the work" and headings
// without a number that stand in the vocabulary.
func (o *outliner) sectionLine(i int) bool {
	l := &o.lines[i]
	title := headingText(l.text[l.num.end:])
	kind := sectionKind(title)
	known := kind != plan.OtherKind
	switch {
	case title == "":
		return false
	case !l.numed:
		if !known || !l.titleLike() {
			return false
		}
	case l.num.form == formEnum || l.num.form == formOrdinal:
		if !known && (tooLong(title, l.lang) || strings.ContainsAny(title, "。；") || len(findClauses(l.text, l.num.end, l.lang, o.resolver)) > 0) {
			return false
		}
	case l.num.form == formDot: // "3. Organizational safeguards" closes a list of (1), (2)
		if !known || o.continues(l.num) {
			return false
		}
	default:
		return false
	}
	o.openSection(i, kind, title)
	return true
}

// continues reports whether a number goes on with the innermost open list, so
// that "3. 保障措施" after items 1. and 2. is an item.
func (o *outliner) continues(n number) bool {
	if len(o.levels) == 0 {
		return false
	}
	top := o.levels[len(o.levels)-1]
	return len(o.levels) == 1 && top.native == n.form && top.last+1 == n.value
}

func (o *outliner) openSection(i int, kind plan.SectionKind, title string) {
	l := &o.lines[i]
	s := plan.Section{ID: o.sectionID(kind), Kind: kind, Number: l.num.text, Line: l.no}
	s.Title.Set(l.lang, title)
	o.b.plan.Sections = append(o.b.plan.Sections, s)
	o.parts[i] = partsOf(l.text, cut{l.num.end, plan.PartNumber}, cut{len(l.text), plan.PartHeading})
	o.levels, o.open = nil, nil
}

func (o *outliner) sectionID(kind plan.SectionKind) string {
	n := 1
	for _, s := range o.b.plan.Sections {
		if s.Kind == kind {
			n++
		}
	}
	if n == 1 {
		return string(kind)
	}
	return fmt.Sprintf("%s-%d", kind, n)
}

// itemLine reads a numbered item.
func (o *outliner) itemLine(i int) bool {
	l := &o.lines[i]
	if !l.numed || strings.TrimSpace(l.text[l.num.end:]) == "" {
		return false
	}
	o.checkNumber(i)
	depth := o.levels.place(l.num)
	u := &unit{plan: o.index, section: o.last(), number: l.num, numed: true, lang: l.lang}
	if depth > 0 {
		u.parent = o.units[o.levels[depth-1].node]
		u.parent.heads = true
	}
	o.units = append(o.units, u)
	o.levels[depth].node = len(o.units) - 1
	o.addLine(u, i, l.num.end, true)
	o.open = u
	return true
}

// clauseLine takes a line that is a clause and nothing else.
func (o *outliner) clauseLine(i int) bool {
	l := &o.lines[i]
	clauses := findClauses(l.text, 0, l.lang, o.resolver)
	if o.open == nil || len(clauses) == 0 || strings.TrimSpace(l.text[:clauses[0].start]) != "" {
		return false
	}
	o.addLine(o.open, i, 0, false)
	return true
}

// continuationLine takes a paragraph under a heading that has no text yet, and
// the paragraphs after it.
func (o *outliner) continuationLine(i int) bool {
	u := o.open
	if u == nil || u.hasClause() || !u.empty(o.reader) && len(u.lines) == 1 {
		return false
	}
	o.addLine(u, i, 0, false)
	return true
}

// unnumberedLine takes a paragraph that carries a clause.
func (o *outliner) unnumberedLine(i int) bool {
	l := &o.lines[i]
	if len(findClauses(l.text, 0, l.lang, o.resolver)) == 0 {
		return false
	}
	u := &unit{plan: o.index, section: o.last(), lang: l.lang}
	if n := len(o.levels); n > 0 && o.open != nil && o.open.parent != nil {
		u.parent = o.open.parent
	}
	o.units = append(o.units, u)
	o.addLine(u, i, 0, true)
	o.open = u
	return true
}

// paragraphLine takes everything else as text of its section.
func (o *outliner) paragraphLine(i int) bool {
	s := &o.b.plan.Sections[o.last()]
	s.Paragraphs = append(s.Paragraphs, o.paragraph(i, 0))
	o.checkBrackets(i)
	return true
}
