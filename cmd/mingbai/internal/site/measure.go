package site

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// Measure is a measure with its neighbours and those who answer for it.
type Measure struct {
	*content.Measure
	pages
	Plan       *Plan
	Section    *Section
	Parent     *Measure // nil for a measure of the first level
	Children   []*Measure
	Prev, Next *Measure // in the order of the document
	Roles      []RoleDuties
	Deadlines  []*Deadline
	Audiences  []Tag // whom it is for, with the words that told it
	Benefits   []Tag // what it gives, with the words that told it
	Standing   Standing

	order     int // in the site
	relations *relations
	related   []Related   // see relations
	citations []*Citation // see Document.readTexts
}

// Duty is what a department has to do for a measure.
type Duty struct {
	Measure    *Measure
	Department *Department
	Role       plan.Role
	Open       bool // the list it stood in ended with 等: others may share it
}

// RoleDuties is the duties of one role.
type RoleDuties struct {
	Role   plan.Role
	Duties []*Duty
}

// Lead gives the duties that matter at a glance: those of the first role that
// a measure has, in the order lead, responsible, implement, support.
func (m *Measure) Lead() []*Duty {
	if len(m.Roles) == 0 {
		return nil
	}
	return m.Roles[0].Duties
}

// linkMeasures sets neighbours, duties and time limits of all measures.
func (b *builder) linkMeasures() {
	for _, d := range b.site.Documents {
		d.Standing = StandingOf(nil, d.Validity, b.site.Clock, b.site.Config.SoonDays)
		for i, m := range d.Measures {
			if i > 0 {
				m.Prev, d.Measures[i-1].Next = d.Measures[i-1], m
			}
			b.linkDuties(m)
			for n, limit := range m.Measure.Deadlines {
				m.Deadlines = append(m.Deadlines, b.newDeadline(m, n, limit))
			}
			m.Standing = StandingOf(m.Measure.Deadlines, d.Validity, b.site.Clock, b.site.Config.SoonDays)
		}
	}
	b.collectDeadlines()
	together(len(b.site.Documents), func(i int) {
		b.site.Documents[i].summarize()
		b.site.Documents[i].findOrigins()
	})
}

// summarize counts what the plans and actions of the document hold.
func (d *Document) summarize() {
	for _, p := range d.Plans {
		p.Summary = summarize(p.Measures)
		p.Deadlines = p.Summary.Deadlines
	}
	for _, a := range d.Actions {
		var all []*Measure
		for _, p := range a.Plans {
			all = append(all, p.Measures...)
		}
		a.Summary = summarize(all)
	}
}

// linkDuties ties a measure to its departments, both ways. A department that
// several clauses name in the same role counts once.
func (b *builder) linkDuties(m *Measure) {
	type key struct {
		org  string
		role plan.Role
	}
	seen := map[key]bool{}
	for _, role := range plan.Roles() {
		group := RoleDuties{Role: role}
		for _, r := range m.Responsibilities {
			k := key{r.Org, role}
			if r.Role != role || seen[k] {
				continue
			}
			seen[k] = true
			duty := &Duty{Measure: m, Department: b.department(r.Org, m.Zh.Path), Role: role, Open: r.Open}
			group.Duties = append(group.Duties, duty)
			duty.Department.duties = append(duty.Department.duties, duty)
		}
		if len(group.Duties) > 0 {
			m.Roles = append(m.Roles, group)
		}
	}
}

// summarize counts what measures hold together.
func summarize(measures []*Measure) Summary {
	s := Summary{Measures: countMeasures(measures)}
	counts := map[*Department]int{}
	for _, m := range measures {
		s.Deadlines = append(s.Deadlines, m.Deadlines...)
		for _, d := range m.departments() {
			counts[d]++
		}
	}
	sortDeadlines(s.Deadlines)
	for d := range counts {
		s.Departments = append(s.Departments, d)
	}
	slices.SortFunc(s.Departments, func(a, b *Department) int { return byCount(counts[a], counts[b], a.ID, b.ID) })
	return s
}

// departments lists those who have a duty for the measure, each once.
func (m *Measure) departments() []*Department {
	var all []*Department
	for _, g := range m.Roles {
		for _, duty := range g.Duties {
			if !slices.Contains(all, duty.Department) {
				all = append(all, duty.Department)
			}
		}
	}
	return all
}

// NumberIn is the measure's printed number in the form of a language.
func (m *Measure) NumberIn(lang plan.Lang) string {
	if lang == plan.En {
		return glossary.EnglishNumber(m.Number)
	}
	return m.Number
}

// FullNumber is the measure's number after those of the measures above it: （一）1.
func (m *Measure) FullNumber(lang plan.Lang) string {
	if m.Parent == nil {
		return m.NumberIn(lang)
	}
	return m.Parent.FullNumber(lang) + m.NumberIn(lang)
}

// anchor is the measure's name inside pages that list many.
func (m *Measure) anchor() string { return strings.ReplaceAll(m.ID, "/", "-") }
