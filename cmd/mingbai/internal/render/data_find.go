package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/site"
)

// FindLinks leads to every audience and kind of benefit, by group. Both lists
// are empty where no measure has any.
type FindLinks struct {
	Href      string // of the page on which one can choose several
	Audiences []Group
	Benefits  []Group
}

// findLinks is nil where no measure has an audience or a benefit.
func (p *pager) findLinks() *FindLinks {
	page := p.site.Fixed(site.AudiencesPage, p.lang)
	if page == nil {
		return nil
	}
	return &FindLinks{
		Href:      p.place.to(page.URL),
		Audiences: p.topicGroups("for", p.site.Audiences),
		Benefits:  p.topicGroups("gives", p.site.Benefits),
	}
}

func (p *pager) topicGroups(prefix string, topics []*site.Topic) []Group {
	var out []Group
	for _, g := range site.GroupTopics(topics) {
		group := Group{ID: prefix + "-" + g.Group.ID, Heading: p.text(site.NameOf(g.Group.Name, p.lang))}
		for _, t := range g.Topics {
			group.Links = append(group.Links, p.topicLink(t))
		}
		group.Count = len(group.Links)
		out = append(out, group)
	}
	return out
}

// FindData is what audiences.html shows.
type FindData struct {
	FindLinks
	Who   []ChoiceGroup
	What  []ChoiceGroup
	Items []FoundOffer
}

// ChoiceGroup is what one can choose, under a heading.
type ChoiceGroup struct {
	Heading Name
	Choices []TopicChoice
}

// TopicChoice is an audience or a kind of benefit that one can choose.
type TopicChoice struct {
	ID    string
	Name  Name
	Wider string // ids of the topics whose measures hold, too, joined by spaces
	Often string // ids of those to which many of this one belong
}

// FoundOffer is a measure with what it is chosen by: ids joined by spaces.
type FoundOffer struct {
	Offer
	For, Gives string
	Standing   string // by which its running is told, with the days for a later one
	Spans      string
}

func (p *pager) find() FindData {
	d := FindData{FindLinks: *p.findLinks(), Who: p.choices(p.site.Audiences), What: p.choices(p.site.Benefits)}
	for _, m := range p.site.OnOffer() {
		d.Items = append(d.Items, FoundOffer{
			Offer: p.offer(m), For: tagIDs(m.Audiences), Gives: tagIDs(m.Benefits),
			Standing: string(m.Standing.Status), Spans: spanList(m.Standing.Spans),
		})
	}
	return d
}

func (p *pager) choices(topics []*site.Topic) []ChoiceGroup {
	var out []ChoiceGroup
	for _, g := range site.GroupTopics(topics) {
		group := ChoiceGroup{Heading: p.text(site.NameOf(g.Group.Name, p.lang))}
		for _, t := range g.Topics {
			group.Choices = append(group.Choices, TopicChoice{t.ID, p.text(t.Title(p.lang)), topicIDs(t.Wider), topicIDs(t.Often)})
		}
		out = append(out, group)
	}
	return out
}

func topicIDs(topics []*site.Topic) string {
	var ids []string
	for _, t := range topics {
		ids = append(ids, t.ID)
	}
	return strings.Join(ids, " ")
}

func tagIDs(tags []site.Tag) string {
	return topicIDs(slices.Collect(func(yield func(*site.Topic) bool) {
		for _, tag := range tags {
			if !yield(tag.Topic) {
				return
			}
		}
	}))
}
