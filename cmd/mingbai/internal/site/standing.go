package site

import (
	"cmp"
	"slices"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Statuses that only a measure as a whole can have, or its document.
const (
	Partly   Status = "partly"   // 部分到期: some of its benefits have ended, others run
	Repealed Status = "repealed" // 已废止
	Replaced Status = "replaced" // 已被新文件代替
)

// Standing is whether citizens can still count on a measure.
type Standing struct {
	Status Status    // NoStatus where no date of the document tells
	Spans  []Span    // by which it is told; none where an editor ended the document
	Next   plan.Date // the first day, from today on, on which a benefit ends; "" where none is known
}

// Span is the days in which a benefit runs; a side without a date is open.
type Span struct{ Start, End plan.Date }

// ForCitizens reports whether a time limit of this kind says how long a benefit
// runs. The others say what the authorities have to do by when: that a
// department's day has gone by takes nothing from citizens.
func ForCitizens(kind plan.DeadlineKind) bool {
	return kind == plan.Expiry || kind == plan.Period || kind == plan.Term
}

// StandingOf tells the standing of a measure from its time limits and from the
// validity of its document. A document that was ended ends all its measures; one
// that expires bounds them. What runs for one benefit and has ended for another
// is partly in force.
func StandingOf(limits []plan.Deadline, doc content.Validity, today plan.Date, soon int) Standing {
	switch doc.Status {
	case content.Repealed:
		return Standing{Status: Repealed}
	case content.Replaced:
		return Standing{Status: Replaced}
	}
	spans := spansOf(limits, doc)
	return Standing{Status: statusOfSpans(spans, today, soon), Spans: spans, Next: nextEnd(spans, today)}
}

// spansOf is the days of all benefits, each once, within those of the document.
func spansOf(limits []plan.Deadline, doc content.Validity) []Span {
	var spans []Span
	add := func(s Span) {
		s.Start = max(s.Start, doc.Effective)
		if s.End == "" || doc.Expires != "" && doc.Expires < s.End {
			s.End = doc.Expires
		}
		if !slices.Contains(spans, s) {
			spans = append(spans, s)
		}
	}
	for _, d := range limits {
		if ForCitizens(d.Kind) && (d.Start != "" || d.End != "") {
			add(Span{d.Start, d.End})
		}
	}
	if len(spans) == 0 && (doc.Effective != "" || doc.Expires != "") {
		add(Span{})
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return spans
}

// statusOfSpans is the status of all spans together; assets/js/status.js has
// its twin.
func statusOfSpans(spans []Span, today plan.Date, soon int) Status {
	if today == "" || len(spans) == 0 {
		return NoStatus
	}
	count := map[Status]int{}
	for _, s := range spans {
		count[StatusOf(plan.Deadline{Kind: plan.Period, Start: s.Start, End: s.End}, today, soon)]++
	}
	// A benefit that has begun and has no end runs: nothing says otherwise.
	running := count[Valid] + count[NoStatus]
	switch {
	case running+count[Ending]+count[Upcoming] == 0:
		return Expired
	case running+count[Ending] == 0 && count[Expired] == 0:
		return Upcoming
	case count[Expired] > 0:
		return Partly
	case running == 0:
		return Ending
	}
	return Valid
}

func nextEnd(spans []Span, today plan.Date) plan.Date {
	var next plan.Date
	for _, span := range spans {
		if span.End >= today && span.End != "" && (next == "" || span.End < next) {
			next = span.End
		}
	}
	return next
}
