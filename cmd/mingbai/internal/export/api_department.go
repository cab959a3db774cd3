package export

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// departmentEntry is a department in a list.
type departmentEntry struct {
	ID       string       `json:"id"`
	Title    plan.Text    `json:"title"`
	Short    plan.Text    `json:"short"`
	Kind     plan.OrgKind `json:"kind"`
	Measures int          `json:"measureCount"`
	Self     address      `json:"self"`
}

// departmentFile is a department with what it has to do.
type departmentFile struct {
	fileHead
	departmentEntry
	Aliases   []string              `json:"aliases"`
	Contacts  []contact             `json:"contacts"`
	Pages     map[plan.Lang]address `json:"pages"`
	Files     []fileLink            `json:"files"`
	Issued    []*reference          `json:"issued"`
	Authored  []*reference          `json:"authored"`
	Duties    []duty                `json:"duties"`
	Deadlines []deadlineEntry       `json:"deadlines"`
	Partners  []partner             `json:"partners"`
}

// contact is one way to reach a department.
type contact struct {
	Name    plan.Text `json:"name,omitzero"`
	Phone   string    `json:"phone,omitempty"`
	Address plan.Text `json:"address,omitzero"`
	URL     string    `json:"url,omitempty"`
	Hours   plan.Text `json:"hours,omitzero"`
}

// duty is a measure that a department has a role in.
type duty struct {
	Role    plan.Role  `json:"role"`
	Measure *reference `json:"measure"`
}

// partner is a department with the number of measures shared with it.
type partner struct {
	Organization *reference `json:"organization"`
	Measures     int        `json:"measureCount"`
}

// deadlineEntry is a time limit with its measure.
type deadlineEntry struct {
	deadline
	Measure *reference   `json:"measure"`
	Lead    []*reference `json:"lead"`
}

func (w *jsonFile) departmentEntry(d *site.Department) departmentEntry {
	return departmentEntry{
		ID: d.ID, Title: titles(&d.Pair), Short: d.Short, Kind: d.Kind, Measures: d.Measures,
		Self: w.to(d.Interface()),
	}
}

func (w *jsonFile) department(d *site.Department) departmentFile {
	f := departmentFile{
		fileHead: w.head("department"), departmentEntry: w.departmentEntry(d),
		Aliases:  listed(d.Aliases, func(s string) string { return s }),
		Contacts: listed(d.Contacts, newContact),
		Pages:    w.pages(d), Files: []fileLink{},
		Issued:    listed(d.Issued, w.toDocument),
		Authored:  listed(d.Authored, w.toPlan),
		Duties:    []duty{},
		Deadlines: listed(d.Deadlines, w.deadlineEntry),
		Partners: listed(d.Partners, func(p site.Partner) partner {
			return partner{w.toDepartment(p.Department), p.Measures}
		}),
	}
	for _, lang := range w.site.Languages() {
		f.Files = append(f.Files, w.files(d.Downloads(lang))...)
	}
	for _, role := range d.Roles {
		for _, scope := range role.Scopes {
			for _, one := range scope.Duties {
				f.Duties = append(f.Duties, duty{one.Role, w.toMeasure(one.Measure)})
			}
		}
	}
	return f
}

func newContact(c site.Contact) contact { return contact{c.Name, c.Phone, c.Address, c.URL, c.Hours} }

func (w *jsonFile) deadlineEntry(d *site.Deadline) deadlineEntry {
	return deadlineEntry{
		deadline: w.deadline(d), Measure: w.toMeasure(d.Measure),
		Lead: listed(d.Measure.Lead(), func(d *site.Duty) *reference { return w.toDepartment(d.Department) }),
	}
}
