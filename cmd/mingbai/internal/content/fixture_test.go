package content

import (
	"context"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sampleDocument has every case of language that a document can have: a
// Chinese measure, an English one, a plan with both, a heading with a child, a
// document without a Chinese title.
func sampleDocument() *plan.Document {
	action := &plan.Action{
		Number: 2, Slug: "tax-and-fee-reduction",
		Title:   plan.Text{Zh: "减税降费", En: "Tax reduction and fee reduction"},
		Origins: plan.Origins{Zh: plan.Restored},
	}
	return &plan.Document{
		ID: "yunnan-2022", Slug: "yunnan-2022-ten",
		Source: plan.Source{File: "yunnan.txt", SHA256: "00ff"},
		Title:  plan.Text{En: "Ten special actions"},
		Number: "云政办发〔2022〕42号",
		Issuer: "private-economy-office",
		Date:   "2022-06-08", Published: "2022-06-10 09:30",
		Record:   plan.Record{Index: "000014349/2022-00042", Topic: "商贸、海关、旅游\\中小企业", Keywords: []string{"中小微企业", "纾困"}},
		Covering: []plan.Paragraph{{Line: 1, Lang: plan.En, Text: "To all cities:"}, {Line: 2, Lang: plan.En, Text: "1. Please *act*."}},
		Plans: []plan.Plan{{
			ID: "yunnan-2022/tax-and-fee-reduction/finance", Slug: "finance",
			Title:   plan.Text{Zh: "减税降费专项行动实施方案（一）", En: "Implementation plan (1)"},
			Origins: plan.Origins{Zh: plan.Unconfirmed, En: plan.Translated},
			Action:  action, Part: 1, Author: "prov-finance", Line: 4,
			Sections: sampleSections(),
			Measures: sampleMeasures(),
		}},
	}
}

func sampleSections() []plan.Section {
	return []plan.Section{
		{ID: "preamble", Kind: plan.Preamble, Paragraphs: []plan.Paragraph{{
			Line: 5, Lang: plan.Zh, Text: "为贯彻《X工作方案》,制定本方案。", Shown: "为贯彻《工作方案》，制定本方案。",
			Restored: []plan.Restoration{{Text: "工作方案", Source: "X工作方案"}},
		}}},
		{ID: "goal", Kind: plan.Goal, Number: "First,", Title: plan.Text{En: "the goal of the work"}, Line: 6,
			Paragraphs: []plan.Paragraph{{Line: 7, Lang: plan.En, Text: "Implement it."}, {Line: 8, Lang: plan.Zh, Text: "- 落实到位。"}}},
		{ID: "measures", Kind: plan.Measures, Number: "二、", Title: plan.Text{Zh: "工作措施"}, Line: 9},
	}
}

func sampleMeasures() []plan.Measure {
	id := "yunnan-2022/tax-and-fee-reduction/finance/"
	return []plan.Measure{
		{
			ID: id + "m01", Slug: "m01", Section: "measures", Number: "(一)", NumberShown: "（一）", Line: 10, Lang: plan.Zh,
			Title: "加快退税", Name: plan.Paragraph{Lang: plan.Zh, Text: "加快退税", Shown: "加快退税：留抵", IsTitle: true},
			Paragraphs: []plan.Paragraph{{Line: 10, Lang: plan.Zh, Text: "a", Shown: "6月30日前退还50亿元。（省财政厅牵头，省税务局配合）"}},
			Responsibilities: []plan.Responsibility{
				{Org: "prov-finance", Role: plan.Lead, Clause: 1},
				{Org: "prov-tax", Role: plan.Support, Clause: 2, Open: true},
			},
			Deadlines: []plan.Deadline{{Text: "6月30日前", Kind: plan.Due, End: "2022-06-30", Inferred: true}},
			Amounts: []plan.Amount{
				{Text: "50亿元", Value: 5e9, Unit: plan.CNY, Qualifier: plan.AtMost},
				{Text: "3.5%", Value: 0.035, Unit: plan.Ratio},
			},
			Audiences: []plan.Tag{{ID: "small-micro-enterprise", Words: []string{"小微企业", "小型微利企业"}}, {ID: "self-employed", Words: []string{"个体工商户"}}},
			Benefits:  []plan.Tag{{ID: "tax", Words: []string{"退税"}}},
		},
		{ID: id + "m02", Slug: "m02", Section: "measures", Number: "2.", Line: 11, Lang: plan.Zh, Title: "分步实施", Name: plan.Paragraph{Lang: plan.Zh, Text: "分步实施", IsTitle: true}, Heading: true},
		{
			ID: id + "m02-1", Slug: "m02-1", Section: "measures", Number: "(1)", Line: 12, Lang: plan.En, Parent: id + "m02",
			Title: "Strengthen leadership", Name: plan.Paragraph{Lang: plan.En, Text: "Strengthen leadership", IsTitle: true},
			Paragraphs: []plan.Paragraph{{Line: 12, Lang: plan.En, Text: "Do it <now>."}, {Line: 13, Lang: plan.En, Text: "(all departments)"}},
		},
	}
}

func sampleLines() []string {
	return []string{"To all cities:", "1. Please *act*.", "", "plan", "为贯彻《X工作方案》,制定本方案。", "First, the goal of the work",
		"Implement it.", "- 落实到位。", "二、工作措施", "(一)加快退税。a", "2.分步实施", "(1) Strengthen leadership. Do it <now>.", "(all departments)"}
}

func sampleDepartments() []Department {
	var out []Department
	for _, d := range [][3]string{
		{"private-economy-office", "云南省民营经济领导小组办公室", "Private Economy Office"},
		{"prov-finance", "云南省财政厅", "Yunnan Provincial Department of Finance"},
		{"prov-tax", "云南省税务局", ""},
	} {
		dep := Department{ID: d[0], Kind: plan.Department}
		dep.Zh.Title, dep.En.Title = d[1], d[2]
		out = append(out, dep)
	}
	out[0].En.Translation = &Translation{From: plan.Zh, State: Official}
	out[1].Short = plan.Text{Zh: "省财政厅", En: "Provincial Department of Finance"}
	out[1].Aliases = []string{"财政厅", "Provincial Finance Department: the old name"}
	return out
}

func sampleImport() Import {
	return Import{Document: sampleDocument(), Lines: sampleLines(), Departments: sampleDepartments()}
}

// project is a folder content/ that a test imports into and edits.
type project struct {
	t   *testing.T
	dir string
}

func newProject(t *testing.T) *project {
	t.Helper()
	p := &project{t, t.TempDir()}
	p.write("site.yaml", goodConfig)
	return p
}

// imports runs an import that must succeed.
func (p *project) imports(in Import) (Changes, []diag.Finding) {
	p.t.Helper()
	changes, findings, err := ImportDocument(context.Background(), p.dir, in)
	if err != nil {
		p.t.Fatalf("import: %v", err)
	}
	return changes, findings
}

// load reads the project; the findings are given as lines.
func (p *project) load() (*Tree, []string) {
	p.t.Helper()
	tree, findings, err := Load(p.t.Context(), os.DirFS(p.dir))
	if err != nil {
		p.t.Fatalf("load: %v", err)
	}
	return tree, lines(findings)
}

func lines(findings []diag.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, f.String())
	}
	return out
}

func codes(findings []diag.Finding) string {
	var out []string
	for _, f := range findings {
		out = append(out, f.Code)
	}
	return strings.Join(out, " ")
}

func (p *project) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *project) read(name string) string {
	p.t.Helper()
	data, err := os.ReadFile(p.path(name))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(data)
}

func (p *project) has(name string) bool {
	_, err := os.Lstat(p.path(name))
	return err == nil
}

func (p *project) write(name, text string) {
	p.t.Helper()
	if err := os.MkdirAll(filepath.Dir(p.path(name)), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(p.path(name), []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// edit replaces a text that must be there.
func (p *project) edit(name, old, new string) {
	p.t.Helper()
	text := p.read(name)
	if strings.Count(text, old) != 1 {
		p.t.Fatalf("%s holds %q %d times, want once:\n%s", name, old, strings.Count(text, old), text)
	}
	p.write(name, strings.Replace(text, old, new, 1))
}

func (p *project) remove(names ...string) {
	p.t.Helper()
	for _, name := range names {
		if err := os.Remove(p.path(name)); err != nil {
			p.t.Fatal(err)
		}
	}
}

func (p *project) rename(from, to string) {
	p.t.Helper()
	if err := os.Rename(p.path(from), p.path(to)); err != nil {
		p.t.Fatal(err)
	}
}

// files reads everything in the project.
func (p *project) files() map[string]string {
	p.t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(p.dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(p.dir, name)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return out
}

// golden compares an archive with a file, or writes it.
func golden(t *testing.T, name string, files map[string]string) {
	t.Helper()
	a := &txtar.Archive{}
	for _, n := range slices.Sorted(maps.Keys(files)) {
		a.Files = append(a.Files, txtar.File{Name: n, Data: []byte(files[n])})
	}
	goldenText(t, name, string(txtar.Format(a)))
}

// goldenText compares a text with a file, or writes it.
func goldenText(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v (hint: run the test with -update)", err)
	}
	if diff := udiff.Unified("want", "got", string(want), got); diff != "" {
		t.Errorf("%s:\n%s", name, diff)
	}
}

// goodConfig is a site.yaml without any finding.
const goodConfig = `name: { zh: 政策明白网, en: Policies }
title: { zh: 首页, en: Home }
domain: www.example.gov.cn
siteCode: "5300000001"
baseURL: https://www.example.gov.cn/policy/
footer:
  sponsor: { zh: 云南省人民政府办公厅 }
  contact: { zh: 0871-00000000 }
  conacID: "00000000000000000000000000000000"
  icp: 滇ICP备00000000号-1
  policeCode: "53000000000000"
`

// shownOf is a paragraph in the language it was issued in.
func shownOf(p plan.Paragraph) string {
	text, _ := p.In(p.Lang)
	return text
}
