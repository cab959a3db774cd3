package render

import (
	"mingbai/cmd/mingbai/internal/site"
)

// MeasureData is what measure.html shows.
type MeasureData struct {
	Number  Name
	Heading bool // it only heads others
	Reduced bool // it tells authorities how to work: what citizens get is no question
	Action  *Link
	Plan    Link
	Within  *Item
	Prev    *Item // in the document; see First
	Next    *Item
	First   bool // of its plan: Prev is of another
	Last    bool // of its plan: Next is of another

	*measureParts
}

// RoleRow is those who have one role.
type RoleRow struct {
	Label string
	Code  string
	Who   []Duty
}

// Duty is a department with a role.
type Duty struct {
	Link
	Open bool // the list goes on with 等
}

func (p *pager) measure(m *site.Measure) *MeasureData {
	d := &MeasureData{
		Number: p.number(m), Heading: m.Heading, Reduced: m.Heading || m.Organizational(),
		Plan:   p.link(m.Plan.Page(p.lang)),
		Within: p.neighbour(m.Parent), Prev: p.neighbour(m.Prev), Next: p.neighbour(m.Next),

		measureParts: &measureParts{textParts: textParts{p: p, pair: &m.Pair}, m: m},
	}
	if m.Plan.Action != nil {
		l := p.link(m.Plan.Action.Page(p.lang))
		d.Action = &l
	}
	d.First = m.Prev == nil || m.Prev.Plan != m.Plan
	d.Last = m.Next == nil || m.Next.Plan != m.Plan
	return d
}

func (p *pager) roleRows(m *site.Measure) []RoleRow {
	var rows []RoleRow
	for _, g := range m.Roles {
		rows = append(rows, p.role(g))
	}
	return rows
}

func (p *pager) role(g site.RoleDuties) RoleRow {
	row := RoleRow{Label: p.say("role." + string(g.Role)), Code: string(g.Role)}
	for _, duty := range g.Duties {
		row.Who = append(row.Who, Duty{Link: p.department(duty.Department)})
	}
	// 等 stands at the end of a list, whichever of its names carries the mark.
	last := len(row.Who) - 1
	row.Who[last].Open = g.Duties[last].Open
	return row
}

// neighbour is another measure by its number and title; nil for none.
func (p *pager) neighbour(m *site.Measure) *Item {
	if m == nil {
		return nil
	}
	return &Item{Link: p.link(m.Page(p.lang)), p: p, measure: m, bare: true}
}
