package content

import "mingbai/cmd/mingbai/internal/plan"

// measurePageOf makes the page of a measure; weight is its order in the plan.
func measurePageOf(m *plan.Measure, weight int, source string) page {
	var title plan.Text
	for _, lang := range langs {
		if t, ok := m.Name.In(lang); ok {
			title.Set(lang, t)
		}
	}
	texts := append([]plan.Paragraph{m.Name}, m.Paragraphs...)
	zh, en := drafts(title, plan.Origins{}, texts, func(w *bodyWriter) { w.add(m.Paragraphs) })
	p := newPage(measurePage, m.ID, &measureFront{
		ID: m.ID, Number: firstOf(m.NumberShown, m.Number), Section: m.Section,
		Weight: weight, Parent: m.Parent, Heading: m.Heading,
		Responsibilities: responsibilitiesOf(m), Deadlines: m.Deadlines, Amounts: m.Amounts,
		Audiences: m.Audiences, Benefits: m.Benefits,
		Source: Source{File: source, Line: m.Line},
	}, zh, en)
	p.name = m.Slug
	return p
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// responsibilitiesOf leaves out the clause where it is the first, as it nearly
// always is.
func responsibilitiesOf(m *plan.Measure) []Responsibility {
	var out []Responsibility
	for _, r := range m.Responsibilities {
		clause := r.Clause
		if clause == 1 {
			clause = 0
		}
		out = append(out, Responsibility{Org: r.Org, Role: r.Role, Clause: clause, Open: r.Open})
	}
	return out
}

// departmentSet makes the pages of the departments. Their English names come
// from the project, not from a document, and nobody has vouched for them unless
// the department says so.
func departmentSet(departments []Department) set {
	s := set{dir: departmentsDir}
	for i := range departments {
		d := &departments[i]
		zh := draft{title: d.Zh.Title, origin: d.Zh.TitleOrigin, body: d.Zh.Body}
		en := draft{title: d.En.Title, origin: d.En.TitleOrigin, body: d.En.Body, state: Draft}
		if t := d.En.Translation; t != nil {
			en.state = t.State
		}
		p := newPage(departmentPage, d.ID, &departmentFront{
			ID: d.ID, Kind: d.Kind, Short: d.Short, Aliases: d.Aliases, Contacts: d.Contacts,
		}, zh, en)
		p.parent, p.name = -1, d.ID
		s.pages = append(s.pages, p)
	}
	return s
}
