package site

import (
	"cmp"
	"slices"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// Topic is an audience or a kind of benefit with the measures counted under it.
// Only those that have a measure are on the site and have a page,
// unless the site leaves those pages out.
type Topic struct {
	*glossary.Topic
	pages
	Group    *glossary.Group
	Benefit  bool       // a kind of benefit; else an audience
	Measures []*Measure // in the order of the documents
	Wider    []*Topic   // all whose measures hold for this one too, the nearest first
	Often    []*Topic   // those to which many of this one belong
}

// Tag ties a measure to a topic.
type Tag struct {
	*Topic
	Words []string // of the text, by which it was told; none where an editor says so
}

// TopicGroup is the topics of one group, in the order of the lexicon.
type TopicGroup struct {
	Group  *glossary.Group
	Topics []*Topic
}

// Title is the topic's name in lang, else in the other language.
func (t *Topic) Title(lang plan.Lang) Name { return NameOf(t.Name, lang) }

// linkTopics ties measures and topics both ways.
func (b *builder) linkTopics(lexicon *glossary.Lexicon) {
	audiences, benefits := newTopics(lexicon, lexicon.Audiences, false), newTopics(lexicon, lexicon.Benefits, true)
	for _, d := range b.site.Documents {
		for _, m := range d.Measures {
			m.Audiences = tie(m, m.Measure.Audiences, audiences)
			m.Benefits = tie(m, m.Measure.Benefits, benefits)
		}
	}
	b.site.Audiences, b.site.Benefits = inUse(audiences), inUse(benefits)
}

// newTopics makes topics of a lexicon's entries: group by group, in its order.
func newTopics(lexicon *glossary.Lexicon, all []glossary.Topic, benefit bool) []*Topic {
	place := func(t *Topic) int {
		return slices.IndexFunc(lexicon.Groups, func(g glossary.Group) bool { return g.ID == t.Topic.Group })
	}
	var out []*Topic
	for i := range all {
		t := &Topic{Topic: &all[i], Benefit: benefit}
		if at := place(t); at >= 0 {
			t.Group = &lexicon.Groups[at]
		}
		out = append(out, t)
	}
	slices.SortStableFunc(out, func(a, b *Topic) int { return cmp.Compare(place(a), place(b)) })
	return out
}

// tie gives the tags of a measure, in the order of the lexicon. An id that the
// lexicon does not have is no tag: content.Tree.CheckTopics has reported it.
func tie(m *Measure, tags []plan.Tag, topics []*Topic) []Tag {
	var out []Tag
	for _, t := range topics {
		at := slices.IndexFunc(tags, func(tag plan.Tag) bool { return tag.ID == t.ID })
		if at < 0 || m.Heading {
			continue
		}
		t.Measures = append(t.Measures, m)
		out = append(out, Tag{t, tags[at].Words})
	}
	return out
}

// inUse leaves out the topics without a measure, and ties the others to each
// other.
func inUse(all []*Topic) []*Topic {
	used := slices.DeleteFunc(slices.Clone(all), func(t *Topic) bool { return len(t.Measures) == 0 })
	for _, t := range used {
		for _, wide := range widerOf(t, all) {
			if len(wide.Measures) > 0 {
				t.Wider = append(t.Wider, wide)
			}
		}
		t.Often = topicsOf(t.Topic.Often, used)
	}
	return used
}

// widerOf is all topics to which everybody of t belongs, the nearest first; one
// without measures leads to those above it all the same.
func widerOf(t *Topic, all []*Topic) []*Topic {
	out := []*Topic{t}
	for i := 0; i < len(out); i++ {
		for _, next := range topicsOf(out[i].Within, all) {
			if !slices.Contains(out, next) {
				out = append(out, next)
			}
		}
	}
	return out[1:]
}

func topicsOf(ids []string, all []*Topic) []*Topic {
	var out []*Topic
	for _, id := range ids {
		if at := slices.IndexFunc(all, func(t *Topic) bool { return t.ID == id }); at >= 0 {
			out = append(out, all[at])
		}
	}
	return out
}

// GroupTopics puts topics of a site under their groups.
func GroupTopics(topics []*Topic) []TopicGroup {
	var groups []TopicGroup
	for _, t := range topics {
		at := slices.IndexFunc(groups, func(g TopicGroup) bool { return g.Group == t.Group })
		if at < 0 {
			at = len(groups)
			groups = append(groups, TopicGroup{Group: t.Group})
		}
		groups[at].Topics = append(groups[at].Topics, t)
	}
	return groups
}

// addTopicPages makes the page on which one finds by who one is, and that of
// every topic. A site whose measures have no topic has none of them: an empty
// list page fails a portal's inspection. Where the one is left out, all are.
func (b *builder) addTopicPages(home pages) {
	if len(b.site.Audiences)+len(b.site.Benefits) == 0 || b.site.Omits(AudiencesPage) {
		return
	}
	find := b.addFixed(AudiencesPage, "audiences/"+index, home)
	for _, t := range slices.Concat(b.site.Audiences, b.site.Benefits) {
		dir := "audiences/"
		if t.Benefit {
			dir = "benefits/"
		}
		t.pages = b.addPage(Page{Kind: TopicPage, Topic: t}, dir+t.ID+".html", find, nil)
	}
}
