package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// laidOut is the fixture on 15 June 2022, without findings.
func laidOut(t *testing.T) *Site {
	t.Helper()
	s, findings := New(fixture(), "2022-06-15")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return s
}

func TestEveryPageHasItsTwinAndItsWayHome(t *testing.T) {
	s := laidOut(t)
	if got, want := len(s.Pages), 2*(12+4+2+2+3+5+1+2+3+5); got != want {
		t.Errorf("%d pages, want %d", got, want)
	}
	for _, p := range s.Pages {
		if p.Twin == nil || p.Twin.Twin != p || p.Twin.Lang != p.Lang.Other() || p.Twin.Kind != p.Kind {
			t.Errorf("%s: wrong twin", p.URL)
		}
		if p.URL[2:] != p.Twin.URL[2:] {
			t.Errorf("%s: twin at %s", p.URL, p.Twin.URL)
		}
		if home := p.Path()[0]; home.Kind != HomePage || home.Lang != p.Lang {
			t.Errorf("%s: way begins at %s", p.URL, home.URL)
		}
		if s.Page(p.URL) != p {
			t.Errorf("%s: not found by its address", p.URL)
		}
	}
	if !slices.IsSortedFunc(s.Pages, func(a, b *Page) int { return strings.Compare(a.URL, b.URL) }) {
		t.Error("pages are not sorted")
	}
}

func TestAddresses(t *testing.T) {
	s := laidOut(t)
	p := s.PageOf("doc/01-tax/1-finance/m01-1.en.md")
	if p == nil || p.URL != "en/doc/tax/finance/m01-1.html" {
		t.Fatalf("page of the file: %+v", p)
	}
	var way []string
	for _, up := range p.Path() {
		way = append(way, up.URL)
	}
	want := []string{"en/index.html", "en/doc/index.html", "en/doc/tax/index.html", "en/doc/tax/finance/index.html", p.URL}
	if diff := cmp.Diff(want, way); diff != "" {
		t.Error(diff)
	}
	if got, want := s.Absolute(p.URL), "https://www.example.gov.cn/zt/en/doc/tax/finance/m01-1.html"; got != want {
		t.Errorf("absolute: %s, want %s", got, want)
	}
	if got := s.RootPath(); got != "/zt/" {
		t.Errorf("root path: %s", got)
	}
}

func TestRelative(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"zh/a/b/m01.html", "zh/a/b/m02.html", "m02.html"},
		{"zh/a/b/m01.html", "zh/a/index.html", "../index.html"},
		{"zh/a/b/m01.html", "en/a/b/m01.html", "../../../en/a/b/m01.html"},
		{"index.html", "zh/index.html", "zh/index.html"},
		{"zh/index.html", "assets/a.css", "../assets/a.css"},
		{"zh/a/index.html", "zh/a/b/index.html", "b/index.html"},
		{"zh/zh/m.html", "zh/m.html", "../m.html"},
		{"zh/a.html", "zh/甲 乙.html", "%E7%94%B2%20%E4%B9%99.html"},
	} {
		if got := Relative(tt.from, tt.to); got != tt.want {
			t.Errorf("from %s to %s: %s, want %s", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestDutiesByRole(t *testing.T) {
	s := laidOut(t)
	m := s.PageOf("doc/01-tax/1-finance/m01-1.zh.md").Measure
	var got []string
	for _, g := range m.Roles {
		for _, d := range g.Duties {
			got = append(got, string(g.Role)+" "+d.Department.ID)
		}
	}
	if diff := cmp.Diff([]string{"lead finance", "lead tax", "support towns"}, got); diff != "" {
		t.Error(diff)
	}
	if lead := m.Lead(); len(lead) != 2 || lead[0].Department.ID != "finance" {
		t.Errorf("lead: %v", lead)
	}
}

func TestDepartmentByRoleAndAction(t *testing.T) {
	d := laidOut(t).Department("finance")
	var got []string
	for _, r := range d.Roles {
		for _, sc := range r.Scopes {
			for _, duty := range sc.Duties {
				got = append(got, strings.Join([]string{string(r.Role), sc.Scope.Action.ID, duty.Measure.Slug}, " "))
			}
		}
	}
	want := []string{"lead d/tax m01-1", "responsible d/tax m02", "support d/jobs m01"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d.Measures != 3 || len(d.Authored) != 1 || len(d.Deadlines) != 4 {
		t.Errorf("%d measures, %d plans, %d deadlines", d.Measures, len(d.Authored), len(d.Deadlines))
	}
	got = nil
	for _, p := range d.Partners {
		got = append(got, p.Department.ID)
	}
	if diff := cmp.Diff([]string{"tax", "hr", "towns"}, got); diff != "" {
		t.Error("partners, the most frequent first:", diff)
	}
}

func TestDepartmentsByKind(t *testing.T) {
	s := laidOut(t)
	for lang, want := range map[plan.Lang]string{
		plan.Zh: "department finance hr branch tax local-government towns",
		plan.En: "department finance hr branch tax local-government towns",
	} {
		var got []string
		for _, g := range s.DepartmentsByKind(lang) {
			got = append(got, string(g.Kind))
			for _, d := range g.Departments {
				got = append(got, d.ID)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", lang, got, want)
		}
	}
}

func TestNeighboursCrossPlans(t *testing.T) {
	s := laidOut(t)
	var got []string
	for m := s.Documents[0].Measures[0]; m != nil; m = m.Next {
		got = append(got, m.ID)
		if m.Next != nil && m.Next.Prev != m {
			t.Errorf("%s: the next one leads back to another", m.ID)
		}
	}
	want := []string{"d/tax/finance/m01", "d/tax/finance/m01-1", "d/tax/finance/m02", "d/tax/office/m01", "d/jobs/hr/m01"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSummaries(t *testing.T) {
	s := laidOut(t)
	a := s.Documents[0].Actions[0]
	if a.Summary.Measures != 3 || len(a.Summary.Deadlines) != 3 {
		t.Errorf("%d measures (the heading does not count), %d deadlines", a.Summary.Measures, len(a.Summary.Deadlines))
	}
	var got []string
	for _, d := range a.Summary.Departments {
		got = append(got, d.ID)
	}
	if diff := cmp.Diff([]string{"tax", "finance", "towns"}, got); diff != "" {
		t.Error(diff)
	}
	if s.Measures() != 4 {
		t.Errorf("%d measures in all", s.Measures())
	}
}

func TestNestedMeasures(t *testing.T) {
	p := laidOut(t).Documents[0].Plans[0]
	top := p.Sections[2].Measures
	if len(top) != 2 || len(top[0].Children) != 1 || top[0].Children[0].Section != p.Sections[2] {
		t.Errorf("measures of the section: %+v", top)
	}
}

func TestOriginsOfSourceLines(t *testing.T) {
	d := laidOut(t).Documents[0]
	got := map[int]string{}
	for line, o := range d.Origins {
		switch {
		case o == nil:
			continue
		case o.Measure != nil:
			got[line] = o.Measure.Slug
		case o.Plan != nil:
			got[line] = o.Plan.Slug
		default:
			got[line] = "document"
		}
		got[line] += "#" + o.Anchor
	}
	want := map[int]string{
		1: "document#p1", 5: "finance#", 6: "finance#p6", 8: "finance#p8", 9: "finance#p9",
		11: "m01#", 12: "m01-1#p12", 13: "m02#p13", 21: "m01#p21", 31: "m01#p31",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What does not fit together is found, and the site is whole all the same.
func TestFindings(t *testing.T) {
	measures := func(tree *content.Tree) []*content.Measure { return tree.Documents[0].Actions[0].Plans[0].Measures }
	tests := []struct {
		name   string
		spoil  func(*content.Tree)
		rule   *diag.Rule
		file   string
		mended func(*Site) bool
	}{
		{
			"unknown department", func(tree *content.Tree) { measures(tree)[2].Responsibilities[0].Org = "nobody" },
			unknownDepartment, "content/doc/01-tax/1-finance/m02.zh.md",
			func(s *Site) bool { return s.Page("zh/departments/nobody.html") != nil },
		},
		{
			"unknown parent", func(tree *content.Tree) { measures(tree)[1].Parent = "d/none" },
			unknownParent, "content/doc/01-tax/1-finance/m01-1.zh.md",
			func(s *Site) bool { return len(s.Documents[0].Plans[0].Sections[2].Measures) == 3 },
		},
		{
			"unknown section", func(tree *content.Tree) { measures(tree)[2].Section = "none" },
			unknownSection, "content/doc/01-tax/1-finance/m02.zh.md",
			func(s *Site) bool { return len(s.Documents[0].Plans[0].Sections) == 4 },
		},
		{
			"one address twice", func(tree *content.Tree) { measures(tree)[2].Slug = "m01-1" },
			sameAddress, "content/doc/01-tax/1-finance/m02.zh.md",
			func(s *Site) bool { return s.Page("zh/doc/tax/finance/m01-1.html").Measure.Slug == "m01-1" },
		},
		{
			"no base URL", func(tree *content.Tree) { tree.Config.BaseURL = "www.example.gov.cn" },
			noBaseURL, "content/site.yaml",
			func(s *Site) bool { return s.Absolute("zh/index.html") == "" && s.RootPath() == "/" },
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree := fixture()
			tt.spoil(tree)
			s, findings := New(tree, "2022-06-15")
			if !slices.ContainsFunc(findings, func(f diag.Finding) bool { return f.Code == tt.rule.Code && f.File == tt.file }) {
				t.Errorf("no %s at %s in %v", tt.rule.Code, tt.file, findings)
			}
			if !tt.mended(s) {
				t.Error("the site is not whole")
			}
		})
	}
}

// A document without actions has its plans right below it.
func TestPlansWithoutAction(t *testing.T) {
	tree := fixture()
	doc := tree.Documents[0]
	doc.Plans, doc.Actions = doc.Actions[0].Plans[:1], nil
	s, findings := New(tree, "2022-06-15")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	m := s.Page("zh/doc/finance/m02.html")
	if m == nil || m.Parent != s.Page("zh/doc/finance/index.html") || m.Parent.Parent.Kind != DocumentPage {
		t.Fatalf("page of the measure: %+v", m)
	}
	d := s.Department("tax")
	if scope := d.Roles[0].Scopes[0].Scope; scope.Action != nil || scope.Page(plan.Zh) != m.Parent || scope.Pair() != &m.Plan.Pair {
		t.Errorf("scope of the department's measures: %+v", scope)
	}
}
