package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

func TestShadesGrowWithNumbers(t *testing.T) {
	for _, tt := range []struct {
		most int
		want string
	}{
		{1, "1=1"},
		{3, "1=1 2=2 3=3"},
		{5, "1=1 2=2 3=3 4=4 5=5"},
		{6, "1=1 2=2 3=3 4=4 5=5–6"},
		{20, "1=1–4 2=5–8 3=9–12 4=13–16 5=17–20"},
		{0, ""},
	} {
		var got []string
		for _, s := range (heatScale{tt.most}).shades() {
			got = append(got, fmt.Sprint(s.Step, "=", s.Text))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("up to %d: %s, want %s", tt.most, s, tt.want)
		}
		last := 0
		for n := 1; n <= tt.most; n++ {
			step := heatScale{tt.most}.step(n)
			if step < last || step < 1 || step > shadeSteps {
				t.Errorf("up to %d: the shade of %d is %d, after %d", tt.most, n, step, last)
			}
			last = step
		}
	}
}

// Every number leads to the part of the department's page that lists as many
// measures.
func TestMatrixLeadsToItsMeasures(t *testing.T) {
	s := project(t, nil)
	p := &pager{renderer: &renderer{site: s, words: mustWords(t)}, page: s.Fixed(site.MatrixPage, plan.Zh), lang: plan.Zh}
	p.place = placeOf(s, p.page)
	m := p.matrix()
	var cells []string
	for _, line := range m.Tables[0].Rows {
		for _, c := range line.Cells {
			cells = append(cells, fmt.Sprint(c.Href, " ", c.Label, " ", c.Classes))
		}
	}
	want := []string{
		"departments/tax.html#doc-2022-tax 2 项：某省税务局，减税降费专项行动（负责 1、配合 1） has-responsible has-support",
		"departments/finance.html#doc-2022-tax 1 项：省财政厅，减税降费专项行动（牵头 1） has-lead",
	}
	if diff := cmp.Diff(want, cells); diff != "" {
		t.Error(diff)
	}
	files := rendered(t, s)
	for _, page := range []string{"zh/departments/tax.html", "en/departments/finance.html"} {
		if !strings.Contains(string(files[page]), `<h3 id="doc-2022-tax">`) {
			t.Errorf("%s has no part for the action", page)
		}
	}
}

// A large matrix is divided into tables that fit a page; what has no room is
// counted.
func TestLargeMatrixIsBounded(t *testing.T) {
	s := project(t, nil)
	small := s.Matrix
	large := &site.Matrix{}
	for range 50 {
		large.Columns = append(large.Columns, small.Columns[0])
	}
	for range mostLines + 7 {
		row := small.Rows[0]
		row.Cells = nil
		for range large.Columns {
			row.Cells = append(row.Cells, small.Rows[0].Cells[0])
		}
		large.Rows = append(large.Rows, row)
	}
	s.Matrix = large
	p := &pager{renderer: &renderer{site: s, words: mustWords(t)}, page: s.Fixed(site.MatrixPage, plan.Zh), lang: plan.Zh}
	p.place = placeOf(s, p.page)
	m := p.matrix()
	if len(m.Tables) != mostTables || m.Left != 7 || m.Hidden != 2 || len(m.Tables[0].Rows) != mostLines || len(m.Tables[3].Columns) != mostColumns {
		t.Errorf("%d tables, %d rows left out", len(m.Tables), m.Left)
	}
}

// The ribbons of a picture of partners lie inside of it, in the order of the
// numbers.
func TestRibbonsStayInThePicture(t *testing.T) {
	s := project(t, nil)
	p := &pager{renderer: &renderer{site: s, words: mustWords(t)}, page: s.Fixed(site.MatrixPage, plan.Zh), lang: plan.Zh}
	p.place = placeOf(s, p.page)
	dep := *s.Department("finance")
	dep.Partners = nil
	for n := range 20 {
		dep.Partners = append(dep.Partners, site.Partner{Department: s.Department("tax"), Measures: 100 - 5*n})
	}
	c := p.circle(&dep)
	if len(c.Drawn) != drawnPartners || len(c.Table) != 20 || c.Height != drawnPartners*tieHeight {
		t.Fatalf("%d drawn, %d in the table, height %d", len(c.Drawn), len(c.Table), c.Height)
	}
	for i, tie := range c.Drawn {
		var from, to, end float64
		if _, err := fmt.Sscanf(strings.NewReplacer("C", " ", "V", " ").Replace(tie.Ribbon), "M0 %g 50 %g 50 %g 100 %g %g", &from, &from, &to, &to, &end); err != nil {
			t.Fatalf("%s: %v", tie.Ribbon, err)
		}
		if low, high := float64(i*tieHeight), float64((i+1)*tieHeight); from < 0 || to < low || end > high || end-to < thinnest-.1 {
			t.Errorf("ribbon %d from %.1f to %.1f–%.1f is outside of %.0f–%.0f", i, from, to, end, low, high)
		}
	}
	dep.Partners = nil
	if p.circle(&dep) != nil {
		t.Error("a picture without partners")
	}
}
