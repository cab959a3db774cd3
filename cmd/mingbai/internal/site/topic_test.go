package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// tagged is the fixture on a day, with topics: three measures of its four that
// are more than a heading.
func tagged(t *testing.T, clock plan.Date) *Site {
	t.Helper()
	tree := fixture()
	tags := func(ids ...string) []plan.Tag {
		var out []plan.Tag
		for _, id := range ids {
			out = append(out, plan.Tag{ID: id, Words: []string{"词"}})
		}
		return out
	}
	finance := tree.Documents[0].Actions[0].Plans[0]
	finance.Measures[0].Audiences = tags("sme") // a heading
	finance.Measures[1].Audiences, finance.Measures[1].Benefits = tags("catering", "nobody", "small-micro-enterprise"), tags("tax")
	finance.Measures[2].Audiences, finance.Measures[2].Benefits = tags("services", "catering"), tags("fee")
	hr := tree.Documents[0].Actions[1].Plans[0]
	hr.Measures[0].Audiences, hr.Measures[0].Benefits = tags("services"), tags("social-insurance")
	s, findings := New(tree, clock)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return s
}

func slugs(ms []*Measure) []string {
	var out []string
	for _, m := range ms {
		out = append(out, m.Plan.Slug+"/"+m.Slug)
	}
	return out
}

func topicNamed(t *testing.T, all []*Topic, id string) *Topic {
	t.Helper()
	for _, topic := range all {
		if topic.ID == id {
			return topic
		}
	}
	t.Fatalf("no topic %s", id)
	return nil
}

// Topics are those with a measure, in the order of the lexicon; each has its
// page, and an id that nobody knows is none.
func TestTopics(t *testing.T) {
	s := tagged(t, "2022-06-15")
	var ids, addresses []string
	for _, topic := range append(s.Audiences, s.Benefits...) {
		ids = append(ids, topic.ID)
		addresses = append(addresses, topic.Page(plan.En).URL)
	}
	if diff := cmp.Diff([]string{"small-micro-enterprise", "catering", "services", "tax", "fee", "social-insurance"}, ids); diff != "" {
		t.Error(diff)
	}
	if addresses[1] != "en/audiences/catering.html" || addresses[3] != "en/benefits/tax.html" {
		t.Errorf("addresses %v", addresses)
	}
	m := s.Documents[0].Measures[1]
	if len(m.Audiences) != 2 || m.Audiences[0].ID != "small-micro-enterprise" || m.Audiences[1].Words[0] != "词" {
		t.Errorf("audiences of the measure: %+v", m.Audiences)
	}
	if got := len(GroupTopics(s.Audiences)); got != 2 {
		t.Errorf("%d groups of audiences, want size and trade", got)
	}
}

// What holds for service trades holds for restaurants; a wider topic without a
// measure is passed over.
func TestWiderTopics(t *testing.T) {
	s := tagged(t, "2022-06-15")
	catering := topicNamed(t, s.Audiences, "catering")
	if len(catering.Wider) != 1 || catering.Wider[0].ID != "services" {
		t.Fatalf("wider than catering: %v", catering.Wider)
	}
	open, over := catering.Beyond(catering.Wider[0])
	if diff := cmp.Diff([]string{"hr/m01"}, slugs(open)); diff != "" || len(over) > 0 {
		t.Error(diff, slugs(over))
	}
	if len(catering.Often) != 1 || catering.Often[0].ID != "small-micro-enterprise" {
		t.Errorf("often also: %v", catering.Often)
	}
	if small := topicNamed(t, s.Audiences, "small-micro-enterprise"); len(small.Wider) > 0 {
		t.Errorf("wider than small firms: %v", small.Wider)
	}
}

// What has ended stands apart; what ends first stands first; a day by which an
// authority has to act ends no benefit.
func TestOpenAndOver(t *testing.T) {
	tests := map[plan.Date]struct{ open, over []string }{
		"2022-06-15": {[]string{"hr/m01", "finance/m02", "finance/m01-1"}, nil},
		"2022-10-15": {[]string{"finance/m02", "finance/m01-1"}, []string{"hr/m01"}},
		"2023-01-01": {[]string{"finance/m01-1"}, []string{"finance/m02", "hr/m01"}},
	}
	for clock, want := range tests {
		open, over := split(tagged(t, clock).OnOffer())
		if diff := cmp.Diff(want.open, slugs(open)); diff != "" {
			t.Errorf("%s: open %s", clock, diff)
		}
		if diff := cmp.Diff(want.over, slugs(over)); diff != "" {
			t.Errorf("%s: over %s", clock, diff)
		}
	}
}

// Whether a measure still runs is what its card says of it: an ended document
// ends its measures whatever their days say.
func TestRunning(t *testing.T) {
	tests := map[Status]Running{
		NoStatus: Unstated, Valid: Runs, Ending: Runs, Upcoming: Runs, Partly: Runs,
		Expired: Over, Repealed: Over, Replaced: Over,
	}
	for status, want := range tests {
		if got := (Standing{Status: status}).Running(); got != want {
			t.Errorf("%q: %s, want %s", status, got, want)
		}
	}
}

func TestMeasuresOfAnEndedDocumentAreOver(t *testing.T) {
	tree := fixture()
	tree.Documents[0].Validity.Status = content.Repealed
	s, _ := New(tree, "2022-06-15")
	open, over := split(s.Documents[0].Measures)
	if len(open) > 0 || len(over) == 0 {
		t.Errorf("open %v, over %v", slugs(open), slugs(over))
	}
}

// A site without topics has no empty lists of them.
func TestNoTopicsNoPages(t *testing.T) {
	s := laidOut(t)
	if p := s.Fixed(AudiencesPage, plan.Zh); p != nil {
		t.Errorf("there is %s", p.URL)
	}
	for _, p := range s.Pages {
		if p.Kind == TopicPage {
			t.Errorf("there is %s", p.URL)
		}
	}
}
