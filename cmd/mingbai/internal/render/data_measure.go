package render

import (
	"slices"

	"mingbai/cmd/mingbai/internal/site"
)

// MeasureData is what measure.html shows.
type MeasureData struct {
	Number    Name
	Heading   bool // it only heads others
	Reduced   bool // it tells authorities how to work: what citizens get is no question
	Standing  *Badge
	Sums      Sums
	Terms     []Term // how long its benefits run
	Work      []Term // by when the authorities have to do what
	Guide     GuideView
	Ask       Ask
	Unstated  string // what neither document nor editors say, in words
	Roles     []RoleRow
	Action    *Link
	Plan      Link
	Within    *Item
	Notes     Notes // on the title
	Text      Notes
	Body      []Passage
	Restored  *Restored
	Cited     []CitedView
	Children  []Item
	Related   []RelatedGroup
	Source    *SourceLine
	Citations []CitationView
	QR        *QR    // nil where the site has no address
	Size      string // of the print: short, "", long, longer, longest
	Prev      *Item
	Next      *Item
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

func (p *pager) measure(m *site.Measure) MeasureData {
	body := site.Body(&m.Pair, p.lang)
	d := MeasureData{
		Number: p.number(m), Heading: m.Heading, Reduced: m.Heading || m.Organizational(),
		Standing:  p.badge(m.Standing),
		Sums:      p.sums(m),
		Terms:     p.terms(m, true),
		Work:      p.terms(m, false),
		Guide:     p.guide(m.Guide),
		Ask:       p.ask(m),
		Plan:      p.link(m.Plan.Page(p.lang)),
		Notes:     p.titleNotes(&m.Pair, body),
		Text:      p.textNotes(&m.Pair, body),
		Body:      p.body(&m.Pair, body),
		Restored:  p.restored(&m.Pair),
		Cited:     p.cited(m.Citations),
		Children:  p.items(m.Children),
		Related:   p.related(m),
		Source:    p.sourceLine(m.Plan.Document, m.Source.Line),
		Citations: p.citations(m),
		QR:        p.qr(),
		Within:    p.neighbour(m.Parent), Prev: p.neighbour(m.Prev), Next: p.neighbour(m.Next),
	}
	if m.Plan.Action != nil {
		l := p.link(m.Plan.Action.Page(p.lang))
		d.Action = &l
	}
	for _, g := range m.Roles {
		d.Roles = append(d.Roles, p.role(g))
	}
	d.Unstated = p.unstated(m, d.Ask)
	d.Size = d.printSize(body)
	return d
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
	return &Item{Number: p.number(m), Link: p.link(m.Page(p.lang))}
}

// DepartmentData is what department.html shows.
type DepartmentData struct {
	Kind     string
	Short    string
	Aliases  []Name
	Contacts []ContactView
	Notes    Notes // on the title
	Text     Notes
	Body     []Passage
	Roles    []DutyRole
	Limits   []Limit
	Issued   []Link
	Authored []Link
	Partners []CountedLink
	Measures int
}

// ContactView is one way to reach a department; what is not known is empty.
type ContactView struct {
	Name, Address, Hours Name
	Phone, URL           string
}

// DutyRole is a department's measures in one role.
type DutyRole struct {
	Code   string
	Label  string
	Count  int
	Scopes []DutyScope
}

// DutyScope is the measures of one action, by plan: each plan numbers its own.
type DutyScope struct {
	Link
	Plans []DutyPlan
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
		Notes: p.titleNotes(&dep.Pair, body), Text: p.textNotes(&dep.Pair, body), Body: p.body(&dep.Pair, body), Limits: p.rows(dep.Deadlines),
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
	for _, role := range dep.Roles {
		d.Roles = append(d.Roles, p.dutyRole(role))
	}
	for _, doc := range dep.Issued {
		d.Issued = append(d.Issued, p.link(doc.Page(p.lang)))
	}
	for _, pl := range dep.Authored {
		d.Authored = append(d.Authored, p.link(pl.Page(p.lang)))
	}
	for _, partner := range dep.Partners {
		d.Partners = append(d.Partners, CountedLink{p.department(partner.Department), partner.Measures})
	}
	return d
}

func (p *pager) dutyRole(role site.DepartmentRole) DutyRole {
	r := DutyRole{Code: string(role.Role), Label: p.say("department.role." + string(role.Role)), Count: role.Count}
	for _, scope := range role.Scopes {
		s := DutyScope{Link: p.link(scope.Scope.Page(p.lang))}
		var last *site.Plan
		for _, duty := range scope.Duties {
			m := duty.Measure
			if m.Plan != last {
				last = m.Plan
				s.Plans = append(s.Plans, p.dutyPlan(last))
			}
			at := &s.Plans[len(s.Plans)-1]
			at.Items = append(at.Items, Item{Number: p.number(m), Link: p.link(m.Page(p.lang)), Limits: p.limits(m.Deadlines)})
		}
		r.Scopes = append(r.Scopes, s)
	}
	return r
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
