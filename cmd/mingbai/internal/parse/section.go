package parse

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
)

// sectionLine reads 一、工作目标, "First, the goal of the work", 第一章 and headings
// without a number that stand in the vocabulary.
func (o *outliner) sectionLine(i int) bool {
	l := &o.lines[i]
	if o.tops && l.numed && l.num.form == formEnum && sectionKind(headingText(l.text[l.num.end:])) != plan.Goal {
		return false
	}
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
	case l.num.form == formChapter || l.num.form == formPart:
		if tooLong(title, l.lang) {
			return false
		}
	case l.num.form == formEnum || l.num.form == formOrdinal:
		if !known && (tooLong(title, l.lang) || strings.ContainsAny(title, "。；") || len(o.clauses(i, l.num.end)) > 0) {
			return o.runInSection(i)
		}
	case l.num.form == formDot: // "3. Organizational safeguards" closes a list of (1), (2)
		if !known || o.continues(l.num) {
			return false
		}
	default:
		return false
	}
	o.openSection(i, kind, title, len(l.text))
	return true
}

// runInSection reads 一、工作目标。到2025年… and, where a break was lost,
// 一、工作目标到2025年…: the heading of a goal with its text in one line.
func (o *outliner) runInSection(i int) bool {
	l := &o.lines[i]
	rest := l.text[l.num.end:]
	if stop := firstStop(rest, l.lang); stop > 0 && sectionKind(headingText(rest[:stop])) == plan.Goal {
		return o.splitSection(i, l.num.end+stop)
	}
	if utf8.RuneCountInString(rest) <= longHeading || !strings.ContainsAny(rest, "。，,") {
		return false
	}
	best := 0
	n := 0
	for at := range rest {
		if n++; n > 13 {
			break
		}
		if n > 4 && sectionKind(rest[:at]) != plan.OtherKind {
			best = at
		}
	}
	return best > 0 && o.splitSection(i, l.num.end+best)
}

func (o *outliner) splitSection(i, at int) bool {
	l := &o.lines[i]
	title := headingText(l.text[l.num.end:at])
	o.openSection(i, sectionKind(title), title, at)
	s := &o.b.plan.Sections[o.last()]
	s.Paragraphs = append(s.Paragraphs, o.paragraph(i, at))
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

// openSection begins a section whose heading ends at a byte offset of line i.
func (o *outliner) openSection(i int, kind plan.SectionKind, title string, end int) {
	l := &o.lines[i]
	s := plan.Section{ID: o.sectionID(kind), Kind: kind, Number: l.num.text, Line: l.no}
	s.Title.Set(l.lang, title)
	o.b.plan.Sections = append(o.b.plan.Sections, s)
	o.parts[i] = partsOf(l.text, cut{l.num.end, plan.PartNumber}, cut{end, plan.PartHeading})
	o.levels, o.open = nil, nil
}

// measureSection is the section that a measure belongs to: where the plan has
// measures before any heading, one without a heading.
func (o *outliner) measureSection() int {
	if s := o.b.plan.Sections[o.last()]; s.Kind == plan.Preamble {
		o.b.plan.Sections = append(o.b.plan.Sections, plan.Section{ID: o.sectionID(plan.Measures), Kind: plan.Measures})
	}
	return o.last()
}

// topsAreMeasures reports whether 一、 numbers the measures of a plan: nothing is
// numbered below them, and none heads several paragraphs with a clause each.
func (o *outliner) topsAreMeasures() bool {
	tops := 0
	for at, i := range o.b.lines {
		l := &o.lines[i]
		if !l.numed || o.annexItems[i] {
			if tabbed(l.text) {
				return false
			}
			continue
		}
		if l.num.form != formEnum {
			return false
		}
		tops++
		if o.clauseGroups(at) > 1 {
			return false
		}
	}
	return tops > 1
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
