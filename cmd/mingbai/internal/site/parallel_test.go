package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

func TestRowsPairParagraphs(t *testing.T) {
	tests := []struct{ name, zh, en, want string }{
		{"whole", "甲 {#p1}\n\n乙 {#p2}", "a {#p1}\n\nb {#p2}", "p1 甲=a|p2 乙=b"},
		{"another order", "甲 {#p1}\n\n乙 {#p2}", "b {#p2}\n\na {#p1}", "p1 甲=a|p2 乙=b"},
		{"gaps", "甲 {#p1}\n\n丙 {#p3}", "b {#p2}\n\nc {#p3}", "p1 甲=-|p2 -=b|p3 丙=c"},
		{"headings", "## 题 {#h}\n\n甲 {#p1}", "## T {#h}\n\na {#p1}", "h ## 题=## T|p1 甲=a"},
		{"an editor's note", "甲 {#p1}\n\n注", "a {#p1}\n\nnote", "p1 甲=a| 注=note"},
		{"a note in one", "甲 {#p1}", "a {#p1}\n\nnote", "p1 甲=a| -=note"},
		{"nothing", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pair := text("m", "", "", tt.zh, tt.en)
			var got []string
			for _, r := range Rows(&pair) {
				cells := []string{"-", "-"}
				for i, lang := range []plan.Lang{plan.Zh, plan.En} {
					if p := r.In(lang); p != nil {
						cells[i] = p.Markdown()
					}
				}
				got = append(got, r.Anchor+" "+strings.Join(cells, "="))
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}

func TestTextsHaveASideBySidePage(t *testing.T) {
	s := laidOut(t)
	for _, p := range s.Pages {
		switch p.Kind {
		case DocumentPage, ActionPage, PlanPage, MeasurePage:
			both := p.Parallel
			if both == nil || both.Single != p || both.Lang != p.Lang || both.URL != strings.TrimSuffix(p.URL, ".html")+".both.html" {
				t.Fatalf("%s: side by side at %+v", p.URL, both)
			}
			if got := both.Canonical().URL; got != "zh"+p.URL[2:] {
				t.Errorf("%s is canonical to %s", both.URL, got)
			}
			if both.Pair() != p.Pair() || both.Parent != p.Parent {
				t.Errorf("%s is about something else than %s", both.URL, p.URL)
			}
		default:
			if p.Parallel != nil {
				t.Errorf("%s has a side-by-side page", p.URL)
			}
		}
		if p.Single == nil && p.Canonical() != p {
			t.Errorf("%s is not canonical to itself", p.URL)
		}
	}
	if p := s.PageOf("doc/01-tax/1-finance/m02.en.md"); p.Kind != MeasurePage {
		t.Errorf("the page of a content file is %s", p.URL)
	}
}

func TestOneLanguageHasNothingSideBySide(t *testing.T) {
	tree := fixture()
	tree.Config.Languages = []plan.Lang{plan.Zh}
	s, _ := New(tree, "2022-06-15")
	if slices.ContainsFunc(s.Pages, func(p *Page) bool { return p.Kind == ParallelPage }) {
		t.Error("a site in one language has side-by-side pages")
	}
}

func TestProvenance(t *testing.T) {
	some := &Translation{From: plan.En, State: content.Reviewed, Only: []string{"p3"}, Outdated: []string{"p3", "title"}}
	tests := []struct {
		name   string
		t      *Translation
		anchor string
		want   Provenance
	}{
		{"as issued", nil, "p3", Provenance{Line: 3}},
		{"translated whole", &Translation{From: plan.Zh, State: content.Draft}, "p3-2", Provenance{State: content.Draft, Line: 3}},
		{"one of those translated", some, "p3", Provenance{State: content.Reviewed, Outdated: true, Line: 3}},
		{"the others", some, "p4", Provenance{Line: 4}},
		{"missing", &Translation{From: plan.En, State: content.Missing}, "p3", Provenance{Line: 3}},
		{"an editor's", &Translation{From: plan.Zh, State: content.Official}, "", Provenance{State: content.Official}},
	}
	for _, tt := range tests {
		pair := text("m", "", "", "", "")
		pair.Zh.Translation = tt.t
		if diff := cmp.Diff(tt.want, ProvenanceOf(&pair, plan.Zh, tt.anchor)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
		if got := TitleOutdated(&pair, plan.Zh); got != (tt.t == some) {
			t.Errorf("%s: title outdated: %v", tt.name, got)
		}
	}
}

func TestDepartmentsInTheOrderOfTheLanguage(t *testing.T) {
	var all []*Department
	for _, names := range [][2]string{
		{"财政厅", "Finance"}, {"住建厅", "ecology"}, {"安监局", "Zoning"}, {"教育厅", "Education"}, {"交通厅", "Élan"},
	} {
		all = append(all, &Department{Department: department(names[1], names[0], names[1], plan.Department)})
	}
	for lang, want := range map[plan.Lang]string{
		plan.Zh: "安监局 财政厅 交通厅 教育厅 住建厅", // ān, cái, jiāotōng, jiàoyù, zhù
		plan.En: "ecology Education Élan Finance Zoning",
	} {
		var got []string
		for _, d := range groupByKind(all, lang)[0].Departments {
			got = append(got, d.In(lang).Title)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", lang, s, want)
		}
	}
}
