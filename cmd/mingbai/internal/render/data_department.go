package render

import (
	"slices"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// DepartmentData is what department.html shows.
type DepartmentData struct {
	Kind     string
	Short    string
	Aliases  []Name
	Contacts []ContactView
	Notes    Notes // on the title
	Text     Notes
	Body     []Passage
	Roles    []RoleCount
	Next     *Limit // nil where no time limit is to come
	Parts    []DutyPart
	Limits   []Limit // those to come first
	Left     int     // time limits that had no room
	Picture  *Picture
	Issued   []Link
	Authored []Link
	Circle   *Circle // nil where it has no partners
	Measures int
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

func (p *pager) departmentData(dep *site.Department) DepartmentData {
	body := site.Body(&dep.Pair, p.lang)
	d := DepartmentData{
		Kind: p.say("orgkind." + string(dep.Kind)), Measures: dep.Measures,
		Notes: p.titleNotes(&dep.Pair, body), Text: p.textNotes(&dep.Pair, body), Body: p.body(&dep.Pair, body),
		Next: p.next(dep.Deadlines), Limits: p.limitsOf(dep),
		Picture: p.picture("timeline", dep.Deadlines, p.byMeasure, p.byScope, p.byDocument),
		Parts:   p.dutyParts(dep), Circle: p.circle(dep),
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

// limitsOf is a department's time limits with the roles it has in their
// measures.
func (p *pager) limitsOf(dep *site.Department) []Limit {
	roles := map[string][]RoleName{}
	for _, part := range dep.Tasks {
		for _, task := range part.Tasks {
			address := p.place.to(task.Measure.Page(p.lang).URL)
			for _, role := range task.Roles {
				roles[address] = append(roles[address], p.roleName(role))
			}
		}
	}
	limits := p.rows(first(site.NearFirst(dep.Deadlines), mostLimits))
	for i := range limits {
		limits[i].Roles = roles[limits[i].Measure.Href]
	}
	return limits
}

func (p *pager) roleName(role plan.Role) RoleName {
	return RoleName{string(role), p.say("department.role." + string(role))}
}

// dutyParts is a department's measures by action. Each part has a bar as long as
// its number of measures is to that of the longest.
func (p *pager) dutyParts(dep *site.Department) []DutyPart {
	longest := 1
	for _, tasks := range dep.Tasks {
		n := 0
		for _, role := range plan.Roles() {
			n += tasks.Count(role)
		}
		longest = max(longest, n)
	}
	var parts []DutyPart
	var last *site.Document
	for _, tasks := range dep.Tasks {
		part := p.dutyPart(tasks, longest)
		if doc := tasks.Scope.Document(); doc != last && len(p.site.Documents) > 1 {
			part.Document = &DutyDocument{p.link(doc.Page(p.lang)), doc.Anchor()}
			last = doc
		}
		parts = append(parts, part)
	}
	return parts
}

func (p *pager) dutyPart(tasks site.ScopeTasks, longest int) DutyPart {
	part := DutyPart{Link: p.link(tasks.Scope.Page(p.lang)), Anchor: tasks.Scope.Anchor(), Measures: len(tasks.Tasks)}
	has := map[plan.Role]bool{}
	at := Share(0)
	for _, role := range plan.Roles() {
		n := tasks.Count(role)
		if n == 0 {
			continue
		}
		has[role] = true
		w := Share(n) / Share(longest)
		part.Roles = append(part.Roles, RoleCount{p.roleName(role), n, at, w})
		at += w
	}
	part.Classes = roleClasses(has)
	var last *site.Plan
	for _, task := range tasks.Tasks {
		if pl := task.Measure.Plan; pl != last {
			last = pl
			part.Plans = append(part.Plans, p.dutyPlan(pl))
		}
		in := &part.Plans[len(part.Plans)-1]
		in.Items = append(in.Items, p.dutyItem(task))
	}
	return part
}

// dutyItem is a measure with the roles that the department has in it, and who
// else leads where it does not.
func (p *pager) dutyItem(task *site.Task) Item {
	item := p.item(task.Measure)
	item.Children = nil // each child that is a duty stands for itself
	has := map[plan.Role]bool{}
	for _, role := range task.Roles {
		has[role] = true
		item.Roles = append(item.Roles, p.roleName(role))
	}
	item.Classes = roleClasses(has)
	if task.Roles[0] == task.Measure.Roles[0].Role {
		item.Who = nil // it is among those who lead or answer
	}
	return item
}

// dutyPlan names a plan where its action has several.
func (p *pager) dutyPlan(pl *site.Plan) DutyPlan {
	if pl.Action == nil || len(pl.Action.Plans) < 2 {
		return DutyPlan{}
	}
	return DutyPlan{Part: 1 + slices.Index(pl.Action.Plans, pl), Author: p.author(pl)}
}

func (p *pager) contact(c site.Contact) ContactView {
	return ContactView{
		Name:    p.text(site.NameOf(c.Name, p.lang)),
		Address: p.text(site.NameOf(c.Address, p.lang)),
		Hours:   p.text(site.NameOf(c.Hours, p.lang)),
		Phone:   c.Phone, URL: c.URL,
	}
}
