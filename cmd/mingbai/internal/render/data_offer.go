package render

import (
	"slices"

	"mingbai/cmd/mingbai/internal/site"
)

// TagView is an audience or a kind of benefit of a measure.
type TagView struct {
	Link         // without an address where the site has no page of it
	Words []Name // of the text, that told it; none where an editor says so
}

// Offer is a measure in a list of what one can get.
type Offer struct {
	Item
	Scope     Name   // the action, or the plan that belongs to none
	Again     bool   // the page has shown it under another heading
	Audiences []Name // left out on the page of an audience
	Benefits  []Name
	Amounts   []AmountView
	Phones    []Phone // of those who lead; none where none is recorded
	Words     []Name  // that told the topic of the page
	Editor    bool    // an editor, no word, told the topic of the page
}

// Phone is where one can ask.
type Phone struct {
	Who Link
	No  string
}

// offers are measures under a topic; nil for none.
func (p *pager) offers(t *site.Topic, ms []*site.Measure) []Offer {
	var out []Offer
	for _, m := range ms {
		o := p.offer(m)
		if t.Benefit {
			for _, tag := range m.Audiences {
				o.Audiences = append(o.Audiences, p.text(tag.Title(p.lang)))
			}
		}
		for _, tag := range slices.Concat(m.Audiences, m.Benefits) {
			if tag.Topic == t {
				o.Words = p.evidence(tag)
				o.Editor = len(tag.Words) == 0
			}
		}
		out = append(out, o)
	}
	return out
}

// offer is a measure as one who may get something sees it.
func (p *pager) offer(m *site.Measure) Offer {
	o := Offer{Item: p.item(m), Scope: p.link(m.Plan.Scope().Page(p.lang)).Name, Amounts: p.amounts(m)}
	o.alone = true
	for _, tag := range m.Benefits {
		o.Benefits = append(o.Benefits, p.text(tag.Title(p.lang)))
	}
	for _, duty := range m.Lead() {
		for _, c := range duty.Department.Contacts {
			if c.Phone != "" {
				o.Phones = append(o.Phones, Phone{p.department(duty.Department), c.Phone})
			}
		}
	}
	return o
}

// amounts are the sums and rates of a measure. What the text says twice is
// shown once.
func (p *pager) amounts(m *site.Measure) []AmountView {
	var out []AmountView
	for _, a := range m.Amounts {
		if v := p.amount(a); !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// tagViews are the audiences or benefits of a measure.
func (p *pager) tagViews(tags []site.Tag) []TagView {
	var out []TagView
	for _, tag := range tags {
		v := TagView{Link{Name: p.text(tag.Title(p.lang))}, p.evidence(tag)}
		if page := tag.Page(p.lang); page != nil {
			v.Link = p.link(page)
		}
		out = append(out, v)
	}
	return out
}

// evidence is the words that told a tag, as the text has them.
func (p *pager) evidence(tag site.Tag) []Name {
	var out []Name
	for _, w := range tag.Words {
		out = append(out, p.written(w))
	}
	return out
}
