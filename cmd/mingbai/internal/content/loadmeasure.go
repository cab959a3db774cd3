package content

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// readMeasures reads the measures in a plan's folder, children after their
// parent.
func (p *part) readMeasures(of *Plan, f *folder) {
	pages := originalsFirst(f.pages())
	all := make([]nested, 0, len(pages))
	for _, s := range pages {
		zh, ok := p.take(s, of.ID)
		if !ok {
			continue
		}
		front := zh.front.(*measureFront)
		m := &Measure{
			ID: front.ID, Slug: last(front.ID), Pair: p.pair(s), Number: front.Number,
			Section: front.Section, Weight: front.Weight, Parent: front.Parent, Heading: front.Heading,
			Source: front.Source, Responsibilities: front.Responsibilities,
			Deadlines: front.Deadlines, Amounts: front.Amounts,
			Audiences: front.Audiences, Benefits: front.Benefits, Guide: front.Guide,
		}
		all = append(all, nested{m, zh})
		p.checkMeasure(of, m, zh)
	}
	slices.SortStableFunc(all, func(a, b nested) int {
		return cmp.Or(cmp.Compare(a.Weight, b.Weight), strings.Compare(a.Slug, b.Slug))
	})
	p.nest(of, all)
}

// checkMeasure checks what a measure says by itself.
func (p *part) checkMeasure(of *Plan, m *Measure, f *file) {
	p.checkSource(f, m.Source)
	p.checkGuide(m, f)
	p.named = append(p.named, f)
	topics := topical{m, f.text, f.byHand}
	p.topical = append(p.topical, topics)
	if f.byHand.lists("deadlines") {
		for i := range m.Deadlines {
			if wrong := deadlineFault(&m.Deadlines[i]); wrong != (diag.Text{}) {
				p.report(deadlineDates, p.at(f, "deadlines", i), i+1, wrong)
			}
		}
	}
	p.checkRepeated(topics, f)
	if m.Section != "" && of.section(m.Section) == nil {
		p.refer(f, "section", m.Section, idsOf(of.Sections, func(s Section) string { return s.ID }))
		m.Section = ""
	}
}

// refer reports a name that the plan does not have.
func (p *part) refer(f *file, key, name string, known []string) {
	wrong := diag.Text{En: "the plan has no %q", Zh: "实施方案中没有“%s”"}.Sprintf(name)
	p.findings = append(p.findings, suggest(find(unknownReference, p.at(f, key), key, wrong), name, known))
}

func idsOf[T any](all []T, id func(T) string) []string {
	var ids []string
	for _, t := range all {
		ids = append(ids, id(t))
	}
	return ids
}

// nested is a measure on its way to its place, with its Chinese file.
type nested struct {
	*Measure
	file *file
}

// nest puts the children after their parent. A parent that is not there, and
// parents in a circle, are reported and count as none.
func (p *part) nest(of *Plan, all []nested) {
	if len(all) > 0 {
		of.Measures = make([]*Measure, 0, len(all))
	}
	if !slices.ContainsFunc(all, func(m nested) bool { return m.Parent != "" }) {
		for _, m := range all {
			of.Measures = append(of.Measures, m.Measure)
		}
		return
	}
	p.checkParents(all)
	children := map[string][]*Measure{}
	for _, m := range all {
		children[m.Parent] = append(children[m.Parent], m.Measure)
	}
	var visit func(parent string)
	visit = func(parent string) {
		for _, m := range children[parent] {
			of.Measures = append(of.Measures, m)
			visit(m.ID)
		}
	}
	visit("")
}

// checkParents clears the parents that cannot be.
func (p *part) checkParents(all []nested) {
	tops := ancestry{byID: map[string]*Measure{}, rooted: map[*Measure]bool{}}
	for _, m := range all {
		tops.byID[m.ID] = m.Measure
	}
	for _, m := range all {
		switch {
		case m.Parent == "":
		case tops.byID[m.Parent] == nil:
			p.refer(m.file, "parent", m.Parent, idsOf(all, func(m nested) string { return m.ID }))
			m.Parent = ""
		case tops.inCircle(m.Measure):
			wrong := diag.Text{En: "%q itself belongs to this measure", Zh: "“%s”本身隶属于该举措"}.Sprintf(m.Parent)
			p.report(unknownReference, p.at(m.file, "parent"), "parent", wrong)
			m.Parent = ""
		}
	}
}

// ancestry tells whose parents lead to the top.
type ancestry struct {
	byID   map[string]*Measure
	rooted map[*Measure]bool // these do: what is known of one is used for its children
}

// inCircle reports whether the parents of m lead back to m.
func (a *ancestry) inCircle(m *Measure) bool {
	at := a.byID[m.Parent]
	for steps := 0; at != nil && !a.rooted[at]; at, steps = a.byID[at.Parent], steps+1 {
		if at == m {
			return true
		}
		if steps > len(a.byID) {
			return false // into a circle of others, which one of them will report
		}
	}
	for at := m; at != nil && !a.rooted[at]; at = a.byID[at.Parent] {
		a.rooted[at] = true
	}
	return false
}

// deadlineFault says what is wrong with the dates of a time limit.
func deadlineFault(d *plan.Deadline) diag.Text {
	switch {
	case (d.Kind == plan.Due || d.Kind == plan.Expiry || d.Kind == plan.Period) && d.End == "":
		return diag.Text{En: "a limit of this kind needs an end", Zh: "这类时限需要结束日期"}
	case d.Kind == plan.Period && d.Start == "":
		return diag.Text{En: "a period needs a start", Zh: "期间需要开始日期"}
	case d.Start != "" && d.End != "" && d.End < d.Start:
		return diag.Text{En: "it ends before it starts", Zh: "结束日期早于开始日期"}
	}
	return diag.Text{}
}
