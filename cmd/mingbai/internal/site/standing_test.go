package site

import (
	"testing"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

func TestStandingOf(t *testing.T) {
	const today, soon = "2022-10-15", 30
	until := func(end plan.Date) plan.Deadline { return plan.Deadline{Kind: plan.Expiry, End: end} }
	period := func(start, end plan.Date) plan.Deadline {
		return plan.Deadline{Kind: plan.Period, Start: start, End: end}
	}
	due := plan.Deadline{Kind: plan.Due, End: "2022-06-30"}
	tests := []struct {
		name   string
		limits []plan.Deadline
		doc    content.Validity
		want   Status
	}{
		{"nothing is known", nil, content.Validity{}, NoStatus},
		{"a department's day ends no benefit", []plan.Deadline{due}, content.Validity{}, NoStatus},
		{"work that goes on is no benefit", []plan.Deadline{{Kind: plan.Ongoing, Start: "2022-01-01"}}, content.Validity{}, NoStatus},
		{"a duration has no days", []plan.Deadline{{Kind: plan.Term, Text: "延长6个月"}}, content.Validity{}, NoStatus},
		{"runs", []plan.Deadline{due, until("2022-12-31")}, content.Validity{}, Valid},
		{"ends soon", []plan.Deadline{until("2022-11-14")}, content.Validity{}, Ending},
		{"to the end of its last day", []plan.Deadline{until(today)}, content.Validity{}, Ending},
		{"has ended", []plan.Deadline{until("2022-10-14")}, content.Validity{}, Expired},
		{"one ends soon, one runs on", []plan.Deadline{until("2022-10-31"), until("2023-12-31")}, content.Validity{}, Valid},
		{"one has ended, one runs on", []plan.Deadline{until("2022-09-30"), until("2023-12-31")}, content.Validity{}, Partly},
		{"one has ended, one is to begin", []plan.Deadline{until("2022-09-30"), period("2023-01-01", "2023-12-31")}, content.Validity{}, Partly},
		{"not yet begun", []plan.Deadline{period("2023-01-01", "2023-12-31")}, content.Validity{}, Upcoming},
		{"the document is repealed", []plan.Deadline{until("2023-12-31")}, content.Validity{Status: content.Repealed}, Repealed},
		{"the document is replaced", nil, content.Validity{Status: content.Replaced}, Replaced},
		{"the document has expired", []plan.Deadline{until("2023-12-31")}, content.Validity{Expires: "2022-09-30"}, Expired},
		{"the document alone tells", nil, content.Validity{Effective: "2022-07-01", Expires: "2024-06-30"}, Valid},
		{"the document without an end", nil, content.Validity{Effective: "2022-07-01"}, Valid},
		{"the document is to come", nil, content.Validity{Effective: "2023-07-01"}, Upcoming},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := StandingOf(tt.limits, tt.doc, today, soon); got.Status != tt.want {
				t.Errorf("got %q (%v), want %q", got.Status, got.Spans, tt.want)
			}
			if got := StandingOf(tt.limits, tt.doc, "", soon); got.Status != NoStatus && len(got.Spans) > 0 {
				t.Errorf("without a day the status is %q", got.Status)
			}
		})
	}
}

func TestNextEnd(t *testing.T) {
	spans := []Span{{End: "2022-09-30"}, {Start: "2022-01-01", End: "2024-12-31"}, {End: "2022-12-31"}, {Start: "2022-01-01"}}
	for today, want := range map[plan.Date]plan.Date{"2022-09-30": "2022-09-30", "2022-10-15": "2022-12-31", "2025-01-01": ""} {
		if got := nextEnd(spans, today); got != want {
			t.Errorf("on %s: %q, want %q", today, got, want)
		}
	}
}
