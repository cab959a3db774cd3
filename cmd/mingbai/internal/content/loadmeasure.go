package content

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// measures reads the measures in a plan's folder, children after their parent.
func (l *loader) measures(p *Plan, f *folder) {
	files := map[*Measure]*file{}
	for _, s := range originalsFirst(f.pages()) {
		zh, ok := l.take(s, p.ID)
		if !ok {
			continue
		}
		front := zh.front.(*measureFront)
		m := &Measure{
			ID: front.ID, Slug: last(front.ID), Pair: l.pair(s), Number: front.Number,
			Section: front.Section, Weight: front.Weight, Parent: front.Parent, Heading: front.Heading,
			Source: front.Source, Responsibilities: front.Responsibilities,
			Deadlines: front.Deadlines, Amounts: front.Amounts,
			Audiences: front.Audiences, Benefits: front.Benefits, Guide: front.Guide,
		}
		files[m] = zh
		p.Measures = append(p.Measures, m)
		l.checkMeasure(p, m, zh)
	}
	slices.SortStableFunc(p.Measures, func(a, b *Measure) int {
		return cmp.Or(cmp.Compare(a.Weight, b.Weight), strings.Compare(a.Slug, b.Slug))
	})
	l.nest(p, files)
}

// checkMeasure checks what a measure says by itself.
func (l *loader) checkMeasure(p *Plan, m *Measure, f *file) {
	l.checkSource(f, m.Source)
	l.checkGuide(m, f)
	for i, r := range responsibilitiesIn(f) {
		l.organization(r, f.at("responsibilities", i, "org"))
	}
	for i, d := range whole(f, "deadlines", m.Deadlines) {
		if wrong := deadlineFault(d); wrong != (diag.Text{}) {
			l.report(deadlineDates, f.at("deadlines", i), i+1, wrong)
		}
	}
	l.useTopics(f, "audiences", m.Audiences)
	l.useTopics(f, "benefits", m.Benefits)
	if p.section(m.Section) == nil && m.Section != "" {
		l.refer(f, "section", m.Section, idsOf(p.Sections, func(s Section) string { return s.ID }))
		m.Section = ""
	}
}

// refer reports a name that the plan does not have.
func (l *loader) refer(f *file, key, name string, known []string) {
	wrong := diag.Text{En: "the plan has no %q", Zh: "实施方案中没有“%s”"}.Sprintf(name)
	l.findings = append(l.findings, suggest(find(unknownReference, f.at(key), key, wrong), name, known))
}

func idsOf[T any](all []T, id func(T) string) []string {
	var ids []string
	for _, t := range all {
		ids = append(ids, id(t))
	}
	return ids
}

// whole is a list of front matter, or nothing where an item was left out: its
// positions would be those of other items.
func whole[T any](f *file, key string, items []T) []T {
	if n := child(f.node, key); n != nil && len(n.Content) == len(items) {
		return items
	}
	return nil
}

// responsibilitiesIn ranges over the organizations as the file lists them, so
// that positions fit even where an entry was left out.
func responsibilitiesIn(f *file) []string {
	var orgs []string
	if n := child(f.node, "responsibilities"); n != nil {
		for _, item := range n.Content {
			org := ""
			if v := child(item, "org"); v != nil {
				org = v.Value
			}
			orgs = append(orgs, org)
		}
	}
	return orgs
}

// nest puts the children after their parent. A parent that is not there, and
// parents in a circle, are reported and count as none.
func (l *loader) nest(p *Plan, files map[*Measure]*file) {
	byID := map[string]*Measure{}
	for _, m := range p.Measures {
		byID[m.ID] = m
	}
	ids := idsOf(p.Measures, func(m *Measure) string { return m.ID })
	children := map[string][]*Measure{}
	for _, m := range p.Measures {
		switch {
		case m.Parent == "":
		case byID[m.Parent] == nil:
			l.refer(files[m], "parent", m.Parent, ids)
			m.Parent = ""
		case inCircle(m, byID):
			wrong := diag.Text{En: "%q itself belongs to this measure", Zh: "“%s”本身隶属于该举措"}.Sprintf(m.Parent)
			l.report(unknownReference, files[m].at("parent"), "parent", wrong)
			m.Parent = ""
		}
	}
	for _, m := range p.Measures {
		children[m.Parent] = append(children[m.Parent], m)
	}
	sorted := p.Measures[:0:0]
	var visit func(parent string)
	visit = func(parent string) {
		for _, m := range children[parent] {
			sorted = append(sorted, m)
			visit(m.ID)
		}
	}
	visit("")
	p.Measures = sorted
}

// inCircle reports whether the parents of m lead back to m.
func inCircle(m *Measure, byID map[string]*Measure) bool {
	for at, steps := byID[m.Parent], 0; at != nil && steps <= len(byID); at, steps = byID[at.Parent], steps+1 {
		if at == m {
			return true
		}
	}
	return false
}

// deadlineFault says what is wrong with the dates of a time limit.
func deadlineFault(d plan.Deadline) diag.Text {
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
