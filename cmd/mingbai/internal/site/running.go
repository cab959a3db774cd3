package site

import (
	"cmp"
	"slices"

	"mingbai/cmd/mingbai/internal/plan"
)

// Running says whether a measure can still be counted on: its standing, in the
// three answers among which a reader chooses.
type Running string

const (
	Runs     Running = "running"  // a benefit has not ended, or has yet to begin
	Over     Running = "over"     // every benefit has ended, or the document has
	Unstated Running = "unstated" // no date of the document tells
)

// Runnings lists all values in the order in which pages show them.
func Runnings() []Running { return []Running{Runs, Unstated, Over} }

// Running tells whether a measure of this standing can still be had;
// assets/js/find.js has its twin.
func (s Standing) Running() Running {
	switch {
	case s.Status == NoStatus:
		return Unstated
	case s.Status.Over():
		return Over
	}
	return Runs
}

// For gives the measures for an audience that are not over, the nearest end
// first, then those without one; over are the others. Those of wider audiences
// are not among them.
func (t *Topic) For() (open, over []*Measure) { return split(t.Measures) }

// Beyond gives the measures of a wider topic that are not the topic's own.
func (t *Topic) Beyond(wider *Topic) (open, over []*Measure) {
	own := make(map[*Measure]bool, len(t.Measures))
	for _, m := range t.Measures {
		own[m] = true
	}
	return split(slices.DeleteFunc(slices.Clone(wider.Measures), func(m *Measure) bool { return own[m] }))
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

// split puts what can no longer be had aside, and the nearest end first among
// the rest.
func split(all []*Measure) (open, over []*Measure) {
	for _, m := range all {
		if m.Standing.Running() == Over {
			over = append(over, m)
		} else {
			open = append(open, m)
		}
	}
	const never = plan.Date("~") // sorts behind every day
	slices.SortStableFunc(open, func(a, b *Measure) int {
		return cmp.Compare(cmp.Or(a.Standing.Next, never), cmp.Or(b.Standing.Next, never))
	})
	return open, over
}
