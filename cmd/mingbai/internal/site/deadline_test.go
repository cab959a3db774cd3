package site

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

func TestDeadlinesInOrder(t *testing.T) {
	s := laidOut(t)
	var got []string
	for _, d := range s.Deadlines {
		got = append(got, d.Anchor+" "+string(d.Status))
	}
	want := []string{
		"d-tax-finance-m01-1-1 soon", "d-jobs-hr-m01-1 valid", "d-tax-finance-m02-1 valid", "d-tax-finance-m01-1-2 ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(s.EndingSoon) != 1 || s.EndingSoon[0].Days != 15 {
		t.Errorf("ending soon: %+v", s.EndingSoon)
	}
}

func TestStatusOf(t *testing.T) {
	due := func(end plan.Date) plan.Deadline { return plan.Deadline{Kind: plan.Due, End: end} }
	expiry := func(end plan.Date) plan.Deadline { return plan.Deadline{Kind: plan.Expiry, End: end} }
	period := func(start, end plan.Date) plan.Deadline {
		return plan.Deadline{Kind: plan.Period, Start: start, End: end}
	}
	tests := []struct {
		name string
		d    plan.Deadline
		want Status
	}{
		{"due later", due("2022-12-31"), Open},
		{"due in 31 days", due("2022-07-16"), Open},
		{"due in 30 days", due("2022-07-15"), Soon},
		{"due today", due("2022-06-15"), Soon},
		{"due yesterday", due("2022-06-14"), Past},
		{"runs on", expiry("2022-12-31"), Valid},
		{"last day", expiry("2022-06-15"), Ending},
		{"ran out", expiry("2022-06-14"), Expired},
		{"period to come", period("2022-06-16", "2022-12-31"), Upcoming},
		{"period, first day", period("2022-06-15", "2022-12-31"), Valid},
		{"period near its end", period("2022-01-01", "2022-06-30"), Ending},
		{"period over", period("2021-01-01", "2021-12-31"), Expired},
		{"from a day on", plan.Deadline{Kind: plan.Ongoing, Start: "2022-01-01"}, NoStatus},
		{"from a later day on", plan.Deadline{Kind: plan.Ongoing, Start: "2023-01-01"}, Upcoming},
		{"a term", plan.Deadline{Kind: plan.Term}, NoStatus},
		{"every month", plan.Deadline{Kind: plan.Recurring}, NoStatus},
	}
	for _, tt := range tests {
		if got := StatusOf(tt.d, "2022-06-15", 30); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := StatusOf(due("2022-06-14"), "", 30); got != NoStatus {
		t.Errorf("without a clock: %q", got)
	}
}

// A time limit of an ended document is over, whatever its day.
func TestStatusesThatAreOver(t *testing.T) {
	over := []Status{Past, Expired, Repealed, Replaced}
	for _, s := range []Status{NoStatus, Open, Soon, Past, Upcoming, Valid, Ending, Expired, Partly, Repealed, Replaced} {
		if got, want := s.Over(), slices.Contains(over, s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
