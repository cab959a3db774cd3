package render

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Route is a way into the site: what one can do here, in a few words.
type Route struct {
	Href string
	Text string
	Note string
}

// HomeData is what home.html shows.
type HomeData struct {
	Routes      []Route
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
	Below    []Link // the plans of an action
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
		Soon: p.rows(first(onceEach(p.site.EndingSoon), homeLimits)),
		All:  len(p.site.Departments),
		Find: p.findLinks(),
	}
	d.Routes = p.routes(d.Find != nil)
	for _, doc := range p.site.Documents {
		d.Documents = append(d.Documents, p.documentCard(doc).brief())
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

// routes lead into the site in the ways in which people look for a policy. A
// way that leads to nothing is left out; find says whether the page has a list
// of those whom measures are for.
func (p *pager) routes(find bool) []Route {
	var all []Route
	if find {
		all = append(all, Route{"#who-you-are", p.say("route.find"), p.say("route.find.note")})
	}
	if n := len(onceEach(p.site.EndingSoon)); n > 0 {
		all = append(all, Route{"#soon", p.say("route.soon"), p.say("route.soon.note", n)})
	}
	if docs := p.site.Documents; len(docs) > 0 {
		all = append(all, Route{p.place.to(docs[0].Page(p.lang).URL), p.say("route.documents"), p.say("route.documents.note", p.site.Measures())})
	}
	if n := len(p.site.Departments); n > 0 {
		all = append(all, Route{p.addressOf(site.DepartmentsPage), p.say("route.departments"), p.say("route.departments.note", n)})
	}
	if n := len(p.site.Deadlines); n > 0 && !p.site.Omits(site.TimelinePage) {
		all = append(all, Route{p.addressOf(site.TimelinePage), p.say("route.timeline"), p.say("route.timeline.note", n)})
	}
	if len(p.site.Departments) > 0 && !p.site.Omits(site.MatrixPage) {
		all = append(all, Route{p.addressOf(site.MatrixPage), p.say("route.matrix"), p.say("route.matrix.note")})
	}
	return all
}

func (p *pager) documentCard(doc *site.Document) DocumentCard {
	c := DocumentCard{Link: p.link(doc.Page(p.lang)), Date: p.date(doc.Date), Number: doc.Number}
	if doc.Issuer != nil {
		c.Issuer = p.department(doc.Issuer)
	}
	for _, a := range doc.Actions {
		card := p.card(p.link(a.Page(p.lang)), a.Summary)
		card.Number, card.Plans = a.Number, len(a.Plans)
		for _, pl := range a.Plans {
			card.Below = append(card.Below, p.link(pl.Page(p.lang)))
		}
		c.Actions = append(c.Actions, card)
	}
	for _, pl := range doc.Plans {
		if pl.Action == nil {
			c.Plans = append(c.Plans, p.card(p.link(pl.Page(p.lang)), pl.Summary))
		}
	}
	return c
}

// brief leaves out who takes part: the home page names the bodies by
// themselves.
func (c DocumentCard) brief() DocumentCard {
	for _, cards := range [][]Card{c.Actions, c.Plans} {
		for i := range cards {
			cards[i].Who = nil
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
