package render

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

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
	Find        *FindLinks // nil where no measure has an audience or a benefit
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
		Find:    p.findLinks(),
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
