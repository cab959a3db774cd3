package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/site"
)

// TopicData is what topic.html shows: the measures of an audience by kind of
// benefit, or those of a kind of benefit.
type TopicData struct {
	About  Name
	Counts []string // in words: how many still run, and so on
	Count  int
	Narrow string // address of the page on which one can choose more
	Often  []CountedLink

	p      *pager
	topic  *site.Topic
	open   []*site.Measure
	over   []*site.Measure
	groups lazy[[]OfferGroup]
	ended  lazy[[]Offer]
	wider  lazy[[]WiderOffers]
	limits lazy[[]Limit]
}

// Groups is the measures that can still be had.
func (d *TopicData) Groups() []OfferGroup {
	return d.groups.get(func() []OfferGroup { return d.p.offerGroups(d.topic, d.open) })
}

// Contents reports whether the groups are worth a list of contents.
func (d *TopicData) Contents() bool { return len(d.Groups()) > 1 }

// Over is the measures that can no longer be had.
func (d *TopicData) Over() []Offer {
	return d.ended.get(func() []Offer { return d.p.offers(d.topic, d.over) })
}

// Wider is the measures of wider audiences that hold, too.
func (d *TopicData) Wider() []WiderOffers {
	return d.wider.get(func() []WiderOffers { return d.p.widerOffers(d.topic) })
}

// Limits is the time limits whose day is still to come.
func (d *TopicData) Limits() []Limit {
	return d.limits.get(func() []Limit { return d.p.rows(onceEach(comingLimits(d.topic.Measures))) })
}

// OfferGroup is the measures that give one kind of benefit.
type OfferGroup struct {
	ID      string
	Heading Name
	Href    string // of the page of the kind of benefit; "" where it is none
	Items   []Offer
}

// WiderOffers is the measures of a wider audience that hold, too.
type WiderOffers struct {
	Link
	ID    string
	Items []Offer
	Count int // of all its measures
}

func (p *pager) topic(t *site.Topic) *TopicData {
	d := &TopicData{
		About: p.text(site.NameOf(t.About, p.lang)),
		Count: len(t.Measures), Counts: p.runningCounts(t.Measures),
		p: p, topic: t,
	}
	d.open, d.over = t.For()
	key := "for"
	if t.Benefit {
		key = "gives"
	}
	d.Narrow = p.addressOf(site.AudiencesPage) + "?" + query(key, t.ID)
	for _, other := range t.Often {
		d.Often = append(d.Often, p.topicLink(other))
	}
	return d
}

func (p *pager) widerOffers(t *site.Topic) (all []WiderOffers) {
	for _, wider := range t.Wider {
		if open, _ := t.Beyond(wider); len(open) > 0 {
			all = append(all, WiderOffers{
				Link: p.link(wider.Page(p.lang)), ID: wider.ID, Items: p.offers(wider, open), Count: len(wider.Measures),
			})
		}
	}
	return all
}

// runningCounts says how many measures still run, in words.
func (p *pager) runningCounts(ms []*site.Measure) []string {
	count := map[site.Running]int{}
	for _, m := range ms {
		count[m.Standing.Running()]++
	}
	var out []string
	for _, r := range site.Runnings() {
		if n := count[r]; n > 0 {
			out = append(out, p.say("topic.count."+string(r), n))
		}
	}
	return out
}

// offerGroups puts the measures of an audience under what they give: under each
// kind, for a reader looks for one. Those of a kind of benefit are one group.
func (p *pager) offerGroups(t *site.Topic, ms []*site.Measure) []OfferGroup {
	var groups []OfferGroup
	if t.Benefit {
		if len(ms) > 0 {
			groups = append(groups, OfferGroup{ID: "open", Heading: own(p.say("topic.open")), Items: p.offers(t, ms)})
		}
		return groups
	}
	shown := map[string]bool{}
	for _, b := range p.site.Benefits {
		given := slices.DeleteFunc(slices.Clone(ms), func(m *site.Measure) bool { return !hasTag(m.Benefits, b) })
		if len(given) > 0 {
			l := p.link(b.Page(p.lang))
			groups = append(groups, OfferGroup{ID: b.ID, Heading: l.Name, Href: l.Href, Items: once(shown, p.offers(t, given))})
		}
	}
	rest := slices.DeleteFunc(slices.Clone(ms), func(m *site.Measure) bool { return len(m.Benefits) > 0 })
	if len(rest) > 0 {
		groups = append(groups, OfferGroup{ID: "other", Heading: own(p.say("topic.other")), Items: p.offers(t, rest)})
	}
	return groups
}

// once marks the measures that the page has shown before.
func once(shown map[string]bool, all []Offer) []Offer {
	for i := range all {
		all[i].Again = shown[all[i].Href]
		shown[all[i].Href] = true
	}
	return all
}

func hasTag(tags []site.Tag, t *site.Topic) bool {
	return slices.ContainsFunc(tags, func(tag site.Tag) bool { return tag.Topic == t })
}

// comingLimits is the time limits of measures whose day is still to come.
func comingLimits(ms []*site.Measure) []*site.Deadline {
	var out []*site.Deadline
	for _, m := range ms {
		for _, d := range m.Deadlines {
			if d.End != "" && d.Status != site.NoStatus && !d.Status.Over() {
				out = append(out, d)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *site.Deadline) int { return strings.Compare(string(a.End), string(b.End)) })
	return out
}

func (p *pager) topicLink(t *site.Topic) CountedLink {
	return CountedLink{p.link(t.Page(p.lang)), len(t.Measures)}
}
