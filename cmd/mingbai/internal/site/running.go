package site

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

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
