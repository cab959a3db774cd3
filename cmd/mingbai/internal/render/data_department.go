package render

import "mingbai/cmd/mingbai/internal/site"

// DepartmentData is what department.html shows.
type DepartmentData struct {
	Kind     string
	Short    string
	Aliases  []Name
	Contacts []ContactView
	Roles    []RoleCount
	Left     int // time limits that had no room
	Issued   []Link
	Authored []Link
	Measures int

	textParts
	department *site.Department
	next       lazy[*Limit]
	parts      lazy[[]DutyPart]
	limits     lazy[[]Limit]
	picture    lazy[*Picture]
	circle     lazy[*Circle]
}

// Next is the time limit that comes next; nil where none is to come.
func (d *DepartmentData) Next() *Limit {
	return d.next.get(func() *Limit { return d.p.next(d.department.Deadlines) })
}

// Parts is its measures by action.
func (d *DepartmentData) Parts() []DutyPart {
	return d.parts.get(func() []DutyPart { return d.p.dutyParts(d.department) })
}

// Limits is its time limits, those to come first.
func (d *DepartmentData) Limits() []Limit {
	return d.limits.get(func() []Limit { return d.p.limitsOf(d.department) })
}

// Picture is its time limits as a picture; nil for none.
func (d *DepartmentData) Picture() *Picture {
	return d.picture.get(func() *Picture {
		return d.p.picture("timeline", d.department.Deadlines, d.p.byMeasure, d.p.byScope, d.p.byDocument)
	})
}

// Circle is whom it works with; nil where it has no partners.
func (d *DepartmentData) Circle() *Circle {
	return d.circle.get(func() *Circle { return d.p.circle(d.department) })
}

// ContactView is one way to reach a department; what is not known is empty.
type ContactView struct {
	Name, Address, Hours Name
	Phone, URL           string
}

// RoleCount is how many measures a department has in one role.
type RoleCount struct {
	RoleName
	Count int
	X, W  Share // of its part of a bar
}

// DutyPart is a department's measures in one action, or in one plan that
// belongs to none.
type DutyPart struct {
	Link
	Anchor   string
	Document *DutyDocument // set where another document begins
	Measures int
	Classes  string // has-lead …: the roles it has here
	Roles    []RoleCount
	Plans    []DutyPlan
}

// DutyDocument is the head of the parts of one document.
type DutyDocument struct {
	Link
	Anchor string
}

// DutyPlan is the measures of one plan.
type DutyPlan struct {
	Part   int // which of the action's plans; 0 where it has one
	Author *Link
	Items  []Item
}

func (p *pager) departmentData(dep *site.Department) *DepartmentData {
	d := &DepartmentData{
		Kind: p.say("orgkind." + string(dep.Kind)), Measures: dep.Measures,
		textParts: textParts{p: p, pair: &dep.Pair}, department: dep,
	}
	d.Left = max(len(dep.Deadlines)-mostLimits, 0)
	for _, role := range dep.Roles {
		d.Roles = append(d.Roles, RoleCount{RoleName: p.roleName(role.Role), Count: role.Count})
	}
	if short, ok := dep.Short.In(p.lang); ok && short != p.nameOf(p.page).Text {
		d.Short = short
	}
	for _, alias := range dep.Aliases {
		d.Aliases = append(d.Aliases, p.written(alias))
	}
	for _, c := range dep.Contacts {
		d.Contacts = append(d.Contacts, p.contact(c))
	}
	for _, doc := range dep.Issued {
		d.Issued = append(d.Issued, p.link(doc.Page(p.lang)))
	}
	for _, pl := range dep.Authored {
		d.Authored = append(d.Authored, p.link(pl.Page(p.lang)))
	}
	return d
}

func (p *pager) contact(c site.Contact) ContactView {
	return ContactView{
		Name:    p.text(site.NameOf(c.Name, p.lang)),
		Address: p.text(site.NameOf(c.Address, p.lang)),
		Hours:   p.text(site.NameOf(c.Hours, p.lang)),
		Phone:   c.Phone, URL: c.URL,
	}
}
