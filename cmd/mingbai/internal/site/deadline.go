package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"mingbai/cmd/mingbai/internal/plan"
)

// Status says where today stands to a time limit.
type Status string

const (
	NoStatus Status = ""         // no date to compare with
	Open     Status = "open"     // due: there is time left
	Soon     Status = "soon"     // due: it ends soon
	Past     Status = "past"     // due: the day has gone by; done or not, nobody says
	Upcoming Status = "upcoming" // has not begun
	Valid    Status = "valid"    // 有效
	Ending   Status = "ending"   // 即将到期
	Expired  Status = "expired"  // 已到期
)

// Deadline is a time limit of a measure.
type Deadline struct {
	plan.Deadline
	Measure *Measure
	Anchor  string // on the timeline; unique in the site
	Status  Status
	Days    int // from today to End, the day itself not counted; negative when it has gone by

	order int // of the measure and the time limit in the documents
}

// newDeadline makes the nth time limit of a measure.
func (b *builder) newDeadline(m *Measure, n int, d plan.Deadline) *Deadline {
	status := StatusOf(d, b.site.Clock, b.site.Config.SoonDays)
	if standing := m.Plan.Document.Standing.Status; standing.Ended() {
		status = standing
	}
	b.site.Deadlines = append(b.site.Deadlines, &Deadline{
		Deadline: d,
		Measure:  m,
		Anchor:   fmt.Sprintf("%s-%d", m.anchor(), n+1),
		Status:   status,
		Days:     daysBetween(b.site.Clock, d.End),
		order:    len(b.site.Deadlines),
	})
	return b.site.Deadlines[len(b.site.Deadlines)-1]
}

// StatusOf compares a time limit with today. A limit holds to the end of its
// last day; it is near when it ends within soon days, that day included.
func StatusOf(d plan.Deadline, today plan.Date, soon int) Status {
	if today == "" {
		return NoStatus
	}
	if d.Start != "" && today < d.Start && d.Kind != plan.Due {
		return Upcoming
	}
	if d.End == "" {
		return NoStatus
	}
	open, near, over := Valid, Ending, Expired
	if d.Kind == plan.Due {
		open, near, over = Open, Soon, Past
	}
	switch days := daysBetween(today, d.End); {
	case days < 0:
		return over
	case days <= soon:
		return near
	}
	return open
}

// daysBetween counts the days from a to b; 0 when one of them is missing.
func daysBetween(a, b plan.Date) int {
	if a == "" || b == "" {
		return 0
	}
	return int(b.Time().Sub(a.Time()) / (24 * time.Hour))
}

// Near reports whether the status asks for haste.
func (s Status) Near() bool { return s == Soon || s == Ending }

// Over reports whether the day has gone by, or the document was ended.
func (s Status) Over() bool { return s == Past || s == Expired || s.Ended() }

// Ended reports whether an editor ended the document, whatever its days say.
func (s Status) Ended() bool { return s == Repealed || s == Replaced }

// collectDeadlines sorts the time limits of the site and picks the near ones.
func (b *builder) collectDeadlines() {
	sortDeadlines(b.site.Deadlines)
	for _, d := range b.site.Deadlines {
		if d.Status.Near() {
			b.site.EndingSoon = append(b.site.EndingSoon, d)
		}
	}
}

// sortDeadlines sorts by the day that matters (the end, else the beginning),
// those without any day last, then in the order of the documents.
func sortDeadlines(ds []*Deadline) {
	day := func(d *Deadline) string {
		return cmp.Or(string(d.End), string(d.Start), "~")
	}
	slices.SortStableFunc(ds, func(a, b *Deadline) int {
		return cmp.Or(strings.Compare(day(a), day(b)), cmp.Compare(a.order, b.order))
	})
}

// InDocumentOrder is time limits in the order in which the documents state
// them.
func InDocumentOrder(ds []*Deadline) []*Deadline {
	out := slices.Clone(ds)
	slices.SortFunc(out, func(a, b *Deadline) int { return cmp.Compare(a.order, b.order) })
	return out
}
