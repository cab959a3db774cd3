package site

import (
	"cmp"
	"slices"
	"sync"

	"mingbai/cmd/mingbai/internal/plan"
)

// Related is another measure that may concern whoever reads this one.
type Related struct {
	Measure *Measure
	Reason  RelatedReason
}

// RelatedReason says why two measures are related.
type RelatedReason string

const (
	NearCopy     RelatedReason = "copy"     // says nearly the same: sums must not be added up
	SameAudience RelatedReason = "audience" // is for the same kind of person or firm
	SameLead     RelatedReason = "lead"     // the same body leads it
)

// How many related measures are shown for each reason, and how far from its own
// place in a list a measure looks for them: the cost of a measure does not grow
// with the site.
const (
	mostCopies   = 3
	mostRelated  = 3
	relatedReach = 12
)

// relations finds the related measures of all measures, when the first of them
// is asked for: a site whose layouts do not show them does without.
type relations struct {
	once      sync.Once
	documents []*Document
}

// Related are the measures that may concern whoever reads this one, the closest
// first.
func (m *Measure) Related() []Related {
	m.relations.once.Do(m.relations.find)
	return m.related
}

// relate readies all measures to be asked for their related ones.
func (b *builder) relate() {
	r := &relations{documents: b.site.Documents}
	for _, d := range b.site.Documents {
		for _, m := range d.Measures {
			m.relations = r
		}
	}
}

func (r *relations) find() {
	var all []*Measure
	for _, d := range r.documents {
		for _, m := range d.Measures {
			if !m.Heading {
				all = append(all, m)
			}
		}
	}
	copies := nearCopies(all)
	audiences := shelve(all, audiencesOf)
	leads := shelve(all, leadsOf)
	together(len(all), func(i int) {
		m := all[i]
		for _, other := range copies[m] {
			m.related = append(m.related, Related{other, NearCopy})
		}
		if m.Organizational() {
			return // whom the work of departments is for is no question of citizens
		}
		m.addRelated(audiences, audiencesOf, SameAudience)
		m.addRelated(leads, leadsOf, SameLead)
	})
}

// shelved is a measure that stands near another on shelves.
type shelved struct {
	*Measure
	shared int // shelves
	away   int // on the first of them
}

// addRelated adds the closest neighbours on the shelves that the measure stands
// on: those it shares the most shelves with, then the nearest.
func (m *Measure) addRelated(s shelves, keysOf func(*Measure) []string, why RelatedReason) {
	var found []shelved
	for _, key := range keysOf(m) {
		shelf := s[key]
		at, _ := slices.BinarySearchFunc(shelf, m.order, func(o *Measure, order int) int { return cmp.Compare(o.order, order) })
		for i := max(0, at-relatedReach); i < min(len(shelf), at+relatedReach+1); i++ {
			other := shelf[i]
			if other == m || m.isBeside(other) || other.Organizational() {
				continue
			}
			known := slices.IndexFunc(found, func(f shelved) bool { return f.Measure == other })
			if known < 0 {
				known = len(found)
				found = append(found, shelved{other, 0, max(i-at, at-i)})
			}
			found[known].shared++
		}
	}
	found = slices.DeleteFunc(found, func(f shelved) bool {
		return slices.ContainsFunc(m.related, func(r Related) bool { return r.Measure == f.Measure })
	})
	for n := range min(mostRelated, len(found)) { // the few closest come first, the rest is not sorted
		for i := n + 1; i < len(found); i++ {
			if found[i].compare(found[n]) < 0 {
				found[i], found[n] = found[n], found[i]
			}
		}
		m.related = append(m.related, Related{found[n].Measure, why})
	}
}

func (s shelved) compare(o shelved) int {
	return cmp.Or(cmp.Compare(o.shared, s.shared), cmp.Compare(s.away, o.away), cmp.Compare(s.order, o.order))
}

// isBeside tells the measures that the page leads to anyway.
func (m *Measure) isBeside(o *Measure) bool {
	return o == m.Prev || o == m.Next || o == m.Parent || o.Parent == m
}

// Organizational reports whether the measure stands among the safeguards of its
// plan (组织保障) and grants nothing that its facts know of: it tells authorities
// how to work.
func (m *Measure) Organizational() bool {
	return m.Section.Kind == plan.Safeguards && len(m.Amounts) == 0 && len(m.Benefits) == 0 && len(m.Standing.Spans) == 0
}

// shelves is measures by what they have in common, in the order of the site.
type shelves map[string][]*Measure

func shelve(all []*Measure, keysOf func(*Measure) []string) shelves {
	s := shelves{}
	for _, m := range all {
		for _, key := range keysOf(m) {
			s[key] = append(s[key], m)
		}
	}
	return s
}

// audiencesOf is for whom the measure is.
func audiencesOf(m *Measure) []string {
	var ids []string
	for _, tag := range m.Audiences {
		ids = append(ids, tag.ID)
	}
	return ids
}

// leadsOf is who leads the measure.
func leadsOf(m *Measure) []string {
	var ids []string
	for _, duty := range m.Lead() {
		ids = append(ids, duty.Department.ID)
	}
	return ids
}
