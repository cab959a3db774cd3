package render

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// data is what the layout of the page's kind shows.
func (p *pager) data() any {
	switch p.page.Kind {
	case site.HomePage:
		return p.home()
	case site.DocumentPage:
		return p.document(p.page.Document)
	case site.ActionPage:
		return p.action(p.page.Action)
	case site.PlanPage:
		return p.plan(p.page.Plan)
	case site.MeasurePage:
		return p.measure(p.page.Measure)
	case site.DepartmentsPage:
		return p.departments()
	case site.DepartmentPage:
		return p.departmentData(p.page.Department)
	case site.TimelinePage:
		return p.timeline()
	case site.SourcePage:
		return p.source(p.page.Document)
	case site.SiteMapPage:
		return p.siteMap()
	}
	return nil // texts that stand in the layout
}

// Figure is a number worth knowing.
type Figure struct {
	Number int
	Label  string
	Href   string
}

// HomeData is what home.html shows.
type HomeData struct {
	Lead        string
	Figures     []Figure
	Soon        []Limit
	Documents   []DocumentCard
	Departments []CountedLink
	All         int // departments in all
}

// DocumentCard is a document with its actions, or plans where it has none.
type DocumentCard struct {
	Link
	Issuer  Link // zero where not known
	Date    DateView
	Number  string
	Actions []Card
	Plans   []Card
}

// Card is an action or plan in a list.
type Card struct {
	Link
	Number   int
	Plans    int
	Measures int
	Who      []Link
}

// How many are shown on the home page; the rest is one link away.
const (
	homeLimits      = 8
	homeDepartments = 12
	cardDepartments = 3
)

func (p *pager) home() HomeData {
	d := HomeData{
		Lead:    p.homeLead(),
		Figures: p.figures(),
		Soon:    p.rows(first(onceEach(p.site.EndingSoon), homeLimits)),
		All:     len(p.site.Departments),
	}
	for _, doc := range p.site.Documents {
		d.Documents = append(d.Documents, p.documentCard(doc))
	}
	for _, dep := range p.site.Busiest(homeDepartments) {
		d.Departments = append(d.Departments, CountedLink{p.department(dep), dep.Measures})
	}
	return d
}

// onceEach leaves out a time limit of a measure that has the same days as one
// before it: on the home page the measure counts.
func onceEach(all []*site.Deadline) []*site.Deadline {
	type key struct {
		measure *site.Measure
		end     plan.Date
	}
	seen := map[key]bool{}
	var out []*site.Deadline
	for _, d := range all {
		if k := (key{d.Measure, d.End}); !seen[k] {
			seen[k] = true
			out = append(out, d)
		}
	}
	return out
}

// homeLead says what the site is: the home page's description in the
// configuration.
func (p *pager) homeLead() string {
	if s, ok := p.site.Config.Columns[string(site.HomePage)].Description.In(p.lang); ok {
		return s
	}
	return p.say("column.home")
}

func (p *pager) figures() []Figure {
	actions, plans := 0, 0
	document := ""
	for _, d := range p.site.Documents {
		actions += len(d.Actions)
		plans += len(d.Plans)
	}
	if len(p.site.Documents) > 0 {
		document = p.place.to(p.site.Documents[0].Page(p.lang).URL)
	}
	fixed := func(kind site.Kind) string { return p.place.to(p.site.Fixed(kind, p.lang).URL) }
	all := []Figure{
		{actions, "figure.actions", document},
		{plans, "figure.plans", document},
		{p.site.Measures(), "figure.measures", fixed(site.SiteMapPage)},
		{len(p.site.Departments), "figure.departments", fixed(site.DepartmentsPage)},
		{len(p.site.Deadlines), "figure.deadlines", fixed(site.TimelinePage)},
	}
	known := all[:0]
	for _, f := range all {
		if f.Number > 0 {
			f.Label = p.say(f.Label)
			known = append(known, f)
		}
	}
	return known
}

func (p *pager) documentCard(doc *site.Document) DocumentCard {
	c := DocumentCard{Link: p.link(doc.Page(p.lang)), Date: p.date(doc.Date), Number: doc.Number}
	if doc.Issuer != nil {
		c.Issuer = p.department(doc.Issuer)
	}
	for _, a := range doc.Actions {
		card := p.card(p.link(a.Page(p.lang)), a.Summary)
		card.Number, card.Plans = a.Number, len(a.Plans)
		c.Actions = append(c.Actions, card)
	}
	for _, pl := range doc.Plans {
		if pl.Action == nil {
			c.Plans = append(c.Plans, p.card(p.link(pl.Page(p.lang)), pl.Summary))
		}
	}
	return c
}

func (p *pager) card(l Link, s site.Summary) Card {
	c := Card{Link: l, Measures: s.Measures}
	for _, d := range first(s.Departments, cardDepartments) {
		c.Who = append(c.Who, p.department(d))
	}
	return c
}

// first gives the first n of a list, or all.
func first[T any](list []T, n int) []T { return list[:min(n, len(list))] }

// DepartmentsData is what departments.html shows.
type DepartmentsData struct {
	Count  int
	Groups []Group
}

func (p *pager) departments() DepartmentsData {
	d := DepartmentsData{Count: len(p.site.Departments)}
	for _, kind := range p.site.DepartmentsByKind(p.lang) {
		g := Group{ID: string(kind.Kind), Heading: own(p.say("orgkind." + string(kind.Kind))), Count: len(kind.Departments)}
		for _, dep := range kind.Departments {
			g.Links = append(g.Links, CountedLink{p.link(dep.Page(p.lang)), dep.Measures})
		}
		d.Groups = append(d.Groups, g)
	}
	return d
}

// SiteMapData is what sitemap.html shows.
type SiteMapData struct {
	Pages     []Link
	Documents []MapEntry
	Groups    []Group // departments
}

// MapEntry is a page with the pages below it.
type MapEntry struct {
	Number string
	Link
	Below []MapEntry
}

func (p *pager) siteMap() SiteMapData {
	var d SiteMapData
	for _, kind := range []site.Kind{site.HomePage, site.DepartmentsPage, site.TimelinePage, site.AboutPage, site.AccessibilityPage} {
		d.Pages = append(d.Pages, p.link(p.site.Fixed(kind, p.lang)))
	}
	for _, doc := range p.site.Documents {
		top := MapEntry{Link: p.link(doc.Page(p.lang))}
		top.Below = append(top.Below, MapEntry{Link: p.link(doc.AsIssued.Page(p.lang))})
		for _, a := range doc.Actions {
			top.Below = append(top.Below, MapEntry{Link: p.link(a.Page(p.lang)), Below: p.mapPlans(a.Plans)})
		}
		for _, pl := range doc.Plans {
			if pl.Action == nil {
				top.Below = append(top.Below, p.mapPlans([]*site.Plan{pl})...)
			}
		}
		d.Documents = append(d.Documents, top)
	}
	d.Groups = p.departments().Groups
	return d
}

func (p *pager) mapPlans(plans []*site.Plan) []MapEntry {
	var out []MapEntry
	for _, pl := range plans {
		e := MapEntry{Link: p.link(pl.Page(p.lang))}
		for _, m := range pl.Measures {
			if m.Parent == nil {
				e.Below = append(e.Below, p.mapMeasure(m))
			}
		}
		out = append(out, e)
	}
	return out
}

func (p *pager) mapMeasure(m *site.Measure) MapEntry {
	e := MapEntry{Number: m.Number, Link: p.link(m.Page(p.lang))}
	for _, c := range m.Children {
		e.Below = append(e.Below, p.mapMeasure(c))
	}
	return e
}

// preset is the label preset of metadata; the generic one where the
// configuration names none that is known.
func (p *pager) preset() string {
	if name := p.site.Config.LabelPreset; p.words.Has("meta." + name + ".title") {
		return name
	}
	return "generic"
}

// Row is a row of a <dl>.
type Row struct {
	Label string
	Name
	Href string
	Time string // for a <time> element
}

// metadata is the metadata block of a document. What the document does not
// state is said to be so.
func (p *pager) metadata(doc *site.Document) []Row {
	label := func(field string) string { return p.say("meta." + p.preset() + "." + field) }
	issuer := Row{Label: label("issuer")}
	if doc.Issuer != nil {
		l := p.link(doc.Issuer.Page(p.lang))
		issuer.Name, issuer.Href = l.Name, l.Href
	}
	date := p.date(doc.Date)
	published := p.date(plan.Date(first([]byte(doc.Published), len("2006-01-02"))))
	rows := []Row{
		{Label: label("title"), Name: p.text(site.TitleOf(&doc.Pair, p.lang))},
		issuer,
		{Label: label("number"), Name: p.chinese(doc.Number)},
		{Label: label("date"), Name: own(date.Text), Time: date.Machine},
		{Label: label("published"), Name: own(published.Text), Time: published.Machine},
		{Label: label("validity")},
	}
	for i := range rows {
		if rows[i].Text == "" {
			rows[i].Name = own(p.say("not.stated"))
		}
	}
	return rows
}
