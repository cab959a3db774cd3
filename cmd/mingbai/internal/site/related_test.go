package site

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// prose is a text of n characters that nobody wrote twice.
func prose(seed uint64, n int) string {
	rnd := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for range n {
		b.WriteRune(rune(0x4E00 + rnd.IntN(3000)))
	}
	return b.String()
}

// manyMeasures is a site of measures with the texts, ten to a plan, all led by
// one body.
func manyMeasures(texts []string) *Site {
	doc := &content.Document{ID: "d", Slug: "doc", Pair: text("doc/_index", "文件", "", "", "")}
	for i, body := range texts {
		if i%10 == 0 {
			doc.Plans = append(doc.Plans, &content.Plan{
				ID: fmt.Sprintf("d/p%d", i/10), Slug: fmt.Sprintf("p%d", i/10), Pair: text(fmt.Sprintf("doc/p%d/_index", i/10), "方案", "", "", ""),
				Sections: []content.Section{{ID: "measures", Kind: plan.Measures}},
			})
		}
		p := doc.Plans[len(doc.Plans)-1]
		slug := fmt.Sprintf("m%02d", i%10+1)
		p.Measures = append(p.Measures, &content.Measure{
			ID: p.ID + "/" + slug, Slug: slug, Section: "measures", Pair: text("doc/"+p.Slug+"/"+slug, fmt.Sprintf("举措%d", i), "", body, ""),
			Responsibilities: does(plan.Lead, "finance"),
		})
	}
	s, _ := New(&content.Tree{
		Departments: []*content.Department{department("finance", "财政厅", "Finance", plan.Department)},
		Documents:   []*content.Document{doc},
	}, "2022-06-15")
	return s
}

func related(m *Measure, why RelatedReason) []string {
	var out []string
	for _, r := range m.Related() {
		if r.Reason == why {
			out = append(out, r.Measure.Zh.Title)
		}
	}
	return out
}

func TestNearCopiesAreFound(t *testing.T) {
	texts := make([]string, 40)
	for i := range texts {
		texts[i] = prose(uint64(i), 200) + "（省财政厅、省税务局按照职责分工负责）"
	}
	texts[25] = "开头不同，" + texts[3]
	texts[31] = texts[7][:len(texts[7])/3] // repeats too little
	texts[12], texts[13] = "同上。", "同上。"    // says too little
	s := manyMeasures(texts)
	for i, m := range s.Documents[0].Measures {
		want := map[int][]string{3: {"举措25"}, 25: {"举措3"}}[i]
		if got := related(m, NearCopy); !slices.Equal(got, want) {
			t.Errorf("copies of %d: %q, want %q", i, got, want)
		}
	}
}

func TestRelatedByLead(t *testing.T) {
	texts := make([]string, 30)
	for i := range texts {
		texts[i] = prose(uint64(i), 60)
	}
	s := manyMeasures(texts)
	got := related(s.Documents[0].Measures[15], SameLead)
	// Those before and behind are on the page anyway.
	if want := []string{"举措13", "举措17", "举措12"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRelatedByAudience(t *testing.T) {
	tree := fixture()
	finance, hr := tree.Documents[0].Actions[0].Plans[0], tree.Documents[0].Actions[1].Plans[0]
	finance.Measures[1].Audiences = []plan.Tag{{ID: "small-micro-enterprise"}, {ID: "catering"}}
	hr.Measures[0].Audiences = []plan.Tag{{ID: "catering"}}
	s, _ := New(tree, "2022-06-15")
	m := s.Page("zh/doc/tax/finance/m01-1.html").Measure
	if got, want := related(m, SameAudience), []string{"缓缴"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Where all measures are the same, finding that out may not take the square of
// their number: each is held against a few others.
func TestNearCopiesStayLinear(t *testing.T) {
	for _, n := range []int{500, 1000} {
		s := manyMeasures(slices.Repeat([]string{prose(1, 300)}, n))
		var texts []sketch
		for _, m := range s.Documents[0].Measures {
			one := sketchOf(m)
			texts = append(texts, one)
		}
		if got, most := len(candidates(texts)), n*bandReach; got > most {
			t.Errorf("%d measures that are the same: %d pairs were compared, want at most %d", n, got, most)
		}
		if got := s.Documents[0].Measures[n/2].Related(); len(got) > mostCopies+2*mostRelated {
			t.Errorf("a measure has %d related ones", len(got))
		}
	}
}
