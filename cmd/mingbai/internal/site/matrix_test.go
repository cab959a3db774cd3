package site

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// shown is a matrix as lines: a department, its measures, and the number of each cell.
func shown(m *Matrix) []string {
	var heads []string
	for _, c := range m.Columns {
		heads = append(heads, c.Anchor())
	}
	lines := []string{strings.Join(heads, " ")}
	for _, row := range m.Rows {
		line := fmt.Sprint(row.Department.ID, " ", row.Measures, " |")
		for _, c := range row.Cells {
			line += fmt.Sprint(" ", len(c.Tasks))
		}
		lines = append(lines, line)
	}
	return lines
}

func TestMatrixCountsMeasuresOnce(t *testing.T) {
	s := laidOut(t)
	want := []string{"d-tax d-jobs", "finance 3 | 2 1", "tax 3 | 3 0", "hr 1 | 0 1", "towns 1 | 1 0"}
	if diff := cmp.Diff(want, shown(s.Documents[0].Matrix)); diff != "" {
		t.Error(diff)
	}
	if s.Matrix != s.Documents[0].Matrix {
		t.Error("the matrix of a site with one document is not that of the document")
	}
	cell := s.Matrix.Rows[0].Cells[0]
	if cell.Count(plan.Lead) != 1 || cell.Count(plan.Responsible) != 1 || cell.Count(plan.Support) != 0 {
		t.Errorf("roles of a cell: %+v", cell)
	}
}

// Where a site has several documents, its matrix has a column for each, and
// each document a matrix of its own. Plans without an action are columns, too;
// what gives nobody a duty is none.
func TestMatrixOfSeveralDocuments(t *testing.T) {
	tree := fixture()
	measure := func(id string, rs []content.Responsibility) []*content.Measure {
		return []*content.Measure{{ID: id, Slug: "m01", Section: "s", Pair: text(id, "甲", "", "", ""), Responsibilities: rs}}
	}
	tree.Documents = append(tree.Documents, &content.Document{
		ID: "e", Slug: "other", Pair: text("other/_index", "另一文件", "", "", ""),
		Plans: []*content.Plan{
			{ID: "e/one", Slug: "one", Pair: text("other/1-one/_index", "方案", "", "", ""), Sections: []content.Section{{ID: "s"}},
				Measures: measure("e/one/m01", does(plan.Lead, "towns"))},
			{ID: "e/two", Slug: "two", Pair: text("other/2-two/_index", "方案", "", "", ""), Sections: []content.Section{{ID: "s"}},
				Measures: measure("e/two/m01", nil)},
		},
	})
	s, findings := New(tree, "2022-06-15")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	want := []string{"d e", "finance 3 | 3 0", "tax 3 | 3 0", "towns 2 | 1 1", "hr 1 | 1 0"}
	if diff := cmp.Diff(want, shown(s.Matrix)); diff != "" {
		t.Error("of the site:", diff)
	}
	if diff := cmp.Diff([]string{"e-one", "towns 1 | 1"}, shown(s.Documents[1].Matrix)); diff != "" {
		t.Error("of a document with plans alone:", diff)
	}
	if p := s.Page("zh/other/matrix.html"); p == nil || p.Kind != MatrixPage || p.Document != s.Documents[1] || s.Documents[1].AsMatrix.Page(plan.Zh) != p {
		t.Errorf("page of the document's matrix: %+v", p)
	}
}

func TestTasksJoinRolesByMeasure(t *testing.T) {
	tree := fixture()
	m := tree.Documents[0].Actions[0].Plans[0].Measures[2]
	m.Responsibilities = append(m.Responsibilities, does(plan.Support, "finance")...)
	s, _ := New(tree, "2022-06-15")
	var got []string
	for _, part := range s.Department("finance").Tasks {
		for _, task := range part.Tasks {
			got = append(got, fmt.Sprint(part.Scope.Anchor(), " ", task.Measure.Slug, " ", task.Roles))
		}
	}
	want := []string{"d-tax m01-1 [lead]", "d-tax m02 [responsible support]", "d-jobs m01 [support]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := s.Department("finance").Tasks[0].Count(plan.Support); n != 1 {
		t.Errorf("supports %d measures of the first action", n)
	}
}

func TestNearFirst(t *testing.T) {
	limit := func(id string, kind plan.DeadlineKind, end plan.Date) *Deadline {
		d := plan.Deadline{Kind: kind, Text: id, End: end}
		return &Deadline{Deadline: d, Status: StatusOf(d, "2022-06-15", 30)}
	}
	var got []string
	for _, d := range NearFirst([]*Deadline{
		limit("ended", plan.Expiry, "2021-12-31"), limit("passed", plan.Due, "2022-05-31"), limit("later", plan.Due, "2022-12-31"),
		limit("today", plan.Due, "2022-06-15"), limit("term", plan.Term, ""),
	}) {
		got = append(got, d.Text)
	}
	if diff := cmp.Diff([]string{"today", "later", "term", "passed", "ended"}, got); diff != "" {
		t.Error(diff)
	}
}
