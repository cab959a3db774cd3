package build

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/search"
	"mingbai/cmd/mingbai/internal/site"
)

// A search never says of an ended document that its benefits run.
func TestLimitsForSearch(t *testing.T) {
	limits := []*site.Deadline{
		{Deadline: plan.Deadline{Kind: plan.Expiry, End: "2024-12-31"}},
		{Deadline: plan.Deadline{Kind: plan.Term, Text: "延长6个月"}},
	}
	for status, want := range map[site.Status][]search.Limit{
		site.Valid:    {{Kind: "expiry", End: "2024-12-31"}},
		site.Repealed: {{Kind: "repealed"}},
		site.Replaced: {{Kind: "replaced"}},
	} {
		m := &site.Measure{Deadlines: limits, Standing: site.Standing{Status: status}}
		if diff := cmp.Diff(want, limitsOf(m)); diff != "" {
			t.Errorf("%s: %s", status, diff)
		}
	}
}
