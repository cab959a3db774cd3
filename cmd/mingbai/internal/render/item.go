package render

import "mingbai/cmd/mingbai/internal/site"

// Item is a measure in a list. Pages have thousands of them, and few layouts
// show all that there is to tell, so that most of it is made when it is asked for.
type Item struct {
	Link
	Heading bool
	Roles   []RoleName // of the department whose page it is
	Classes string     // has-lead …: the same for the style sheet

	p        *pager
	measure  *site.Measure
	bare     bool // nothing but its number and name
	alone    bool // without those below it
	leads    bool // the department whose page it is leads: nobody else is named
	who      lazy[[]Link]
	limits   lazy[[]Limit]
	amounts  lazy[[]AmountView]
	children lazy[[]Item]
}

// itemAmounts is how many amounts of a measure a list shows.
const itemAmounts = 3

func (p *pager) item(m *site.Measure) Item {
	return Item{Link: p.link(m.Page(p.lang)), Heading: m.Heading, p: p, measure: m}
}

func (p *pager) items(ms []*site.Measure) []Item {
	var out []Item
	if len(ms) > 0 {
		out = make([]Item, 0, len(ms))
	}
	for _, m := range ms {
		out = append(out, p.item(m))
	}
	return out
}

// Number is as printed: （一）.
func (it *Item) Number() Name { return it.p.number(it.measure) }

// Role is that of those who lead, in words: 牵头单位.
func (it *Item) Role() string {
	if it.bare || len(it.measure.Roles) == 0 {
		return ""
	}
	return it.p.say("role." + string(it.measure.Roles[0].Role))
}

// Who is those who lead.
func (it *Item) Who() []Link {
	if it.bare || it.leads {
		return nil
	}
	return it.who.get(func() []Link { return it.p.duties(it.measure.Lead()) })
}

// Limits is its time limits at a glance.
func (it *Item) Limits() []Limit {
	if it.bare || len(it.measure.Deadlines) == 0 {
		return nil
	}
	return it.limits.get(func() []Limit { return it.p.limits(it.measure.Deadlines) })
}

// Badge is nil where its time limits tell by themselves whether it runs.
func (it *Item) Badge() *Badge {
	if it.bare || len(it.measure.Standing.Spans) == 1 {
		return nil
	}
	return it.p.badge(it.measure.Standing)
}

func (it *Item) allAmounts() []AmountView {
	if it.bare || len(it.measure.Amounts) == 0 {
		return nil
	}
	return it.amounts.get(func() []AmountView { return it.p.amounts(it.measure) })
}

// Amounts is the first of its sums and rates.
func (it *Item) Amounts() []AmountView {
	return first(it.allAmounts(), itemAmounts)
}

// MoreAmounts is how many others there are.
func (it *Item) MoreAmounts() int { return max(len(it.allAmounts())-itemAmounts, 0) }

// Children is the measures below it.
func (it *Item) Children() []Item {
	if it.bare || it.alone || len(it.measure.Children) == 0 {
		return nil
	}
	return it.children.get(func() []Item { return it.p.items(it.measure.Children) })
}
