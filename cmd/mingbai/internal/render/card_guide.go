package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// GuideView is what editors filled in; what nobody filled in is empty.
type GuideView struct {
	Conditions, Window, Address Name
	Phones                      []string
	Way                         string // in words: 免申即享
	WayNote                     string // what that means
	Apply                       string // address
	Interpretation              string // address
}

func (p *pager) guide(g site.Guide) GuideView {
	v := GuideView{
		Conditions: p.text(site.NameOf(g.Conditions, p.lang)),
		Window:     p.text(site.NameOf(g.Window, p.lang)),
		Address:    p.text(site.NameOf(g.Address, p.lang)),
		Phones:     g.Phones(), Apply: g.Apply, Interpretation: g.Interpretation,
	}
	if g.Way != "" {
		v.Way, v.WayNote = p.say("way."+string(g.Way)), p.say("way.note."+string(g.Way))
	}
	return v
}

// Ask is whom a citizen asks.
type Ask struct {
	As       string // in words: 牵头单位; why they are the ones to ask
	Who      []Asked
	Contacts bool // at least one of them is known to be reached somehow
}

// Asked is a body to ask, with the ways to reach it.
type Asked struct {
	Link
	Contacts []ContactView
}

// ask finds whom to ask: those who lead the measure; where it names nobody,
// those who lead the one that it belongs to, or else the author of the plan.
func (p *pager) ask(m *site.Measure) Ask {
	for up := m; up != nil; up = up.Parent {
		if len(up.Roles) == 0 {
			continue
		}
		a := Ask{As: p.say("role." + string(up.Roles[0].Role))}
		for _, duty := range up.Lead() {
			a.add(p, duty.Department)
		}
		return a
	}
	if m.Plan.Author == nil {
		return Ask{}
	}
	a := Ask{As: p.say("plan.author")}
	a.add(p, m.Plan.Author)
	return a
}

func (a *Ask) add(p *pager, d *site.Department) {
	who := Asked{Link: p.department(d)}
	for _, c := range d.Contacts {
		who.Contacts = append(who.Contacts, p.contact(c))
		a.Contacts = true
	}
	a.Who = append(a.Who, who)
}

// unstated says what a citizen looks for and neither the facts of the document
// nor its editors give, and that one can ask; "" where nothing is missing.
func (p *pager) unstated(m *site.Measure, ask Ask) string {
	if m.Heading || m.Organizational() {
		return ""
	}
	runs := slices.ContainsFunc(m.Deadlines, func(d *site.Deadline) bool { return site.ForCitizens(d.Kind) })
	g := m.Guide
	var fields []string
	for _, field := range []struct {
		word  string
		known bool
	}{
		{"unstated.sums", len(m.Amounts) > 0},
		{"unstated.terms", runs || len(m.Standing.Spans) > 0},
		{"unstated.conditions", g.Conditions != (plan.Text{})},
		{"unstated.window", g.Window != (plan.Text{})},
		{"unstated.address", g.Address != (plan.Text{})},
		{"unstated.phone", g.Phone != ""},
	} {
		if !field.known {
			fields = append(fields, p.say(field.word))
		}
	}
	list := strings.Join(fields, p.say("separator"))
	switch {
	case list == "":
		return ""
	case len(ask.Who) == 0:
		return p.say("card.unstated", list)
	}
	return p.say("card.unstated.ask", list)
}
