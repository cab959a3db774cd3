package site

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// Topic is an audience or a kind of benefit with the measures counted under it.
// Only those that have a measure are on the site and have a page.
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

// Running says whether a measure can still be counted on, as far as the dates
// of its benefits tell.
type Running string

const (
	Runs     Running = "running"  // a benefit has not ended, or has yet to begin
	Over     Running = "over"     // every benefit has ended
	Unstated Running = "unstated" // the document states no end of a benefit
)

// Runnings lists all values in the order in which pages show them.
func Runnings() []Running { return []Running{Runs, Unstated, Over} }

// Running tells from the time limits of the benefits whether one can still be
// had. What an authority has to do by when says nothing of that.
func (m *Measure) Running() Running {
	r := Unstated
	for _, d := range m.Deadlines {
		if d.Kind != plan.Expiry && d.Kind != plan.Period || d.Status == NoStatus {
			continue
		}
		if !d.Status.Over() {
			return Runs
		}
		r = Over
	}
	return r
}

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

// For gives the measures for an audience that are not over, the nearest end
// first, then those without one; over are the others. Those of wider audiences
// are not among them.
func (t *Topic) For() (open, over []*Measure) { return split(t.Measures) }

// Beyond gives the measures of a wider topic that are not the topic's own.
func (t *Topic) Beyond(wider *Topic) (open, over []*Measure) {
	return split(slices.DeleteFunc(slices.Clone(wider.Measures), func(m *Measure) bool { return slices.Contains(t.Measures, m) }))
}

// OnOffer gives the measures that have an audience or a benefit: those that are
// not over first, the nearest end before the others.
func (s *Site) OnOffer() []*Measure {
	var all []*Measure
	for _, d := range s.Documents {
		for _, m := range d.Measures {
			if len(m.Audiences)+len(m.Benefits) > 0 {
				all = append(all, m)
			}
		}
	}
	open, over := split(all)
	return append(open, over...)
}

func split(all []*Measure) (open, over []*Measure) {
	for _, m := range all {
		if m.Running() == Over {
			over = append(over, m)
		} else {
			open = append(open, m)
		}
	}
	slices.SortStableFunc(open, func(a, b *Measure) int { return strings.Compare(a.nextEnd(), b.nextEnd()) })
	return open, over
}

// nextEnd is the first day on which a benefit of the measure ends that has not;
// "~" where none is known.
func (m *Measure) nextEnd() string {
	next := "~"
	for _, d := range m.Deadlines {
		if (d.Kind == plan.Expiry || d.Kind == plan.Period) && !d.Status.Over() && d.End != "" {
			next = min(next, string(d.End))
		}
	}
	return next
}

// addTopicPages makes the page on which one finds by who one is, and that of
// every topic. A site whose measures have no topic has none of them: an empty
// list page fails a portal's inspection.
func (b *builder) addTopicPages(home pages) {
	if len(b.site.Audiences)+len(b.site.Benefits) == 0 {
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
