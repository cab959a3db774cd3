package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

func TestGenerate(t *testing.T) {
	p := newProject(t)
	p.remove("site.yaml")
	p.imports(sampleImport())
	files := p.files()
	for _, dir := range []string{"departments", "yunnan-2022-ten"} {
		name := dir + "/" + baseFile
		goldenText(t, "testdata/generate/"+dir+".base.txtar", files[name])
		delete(files, name)
	}
	golden(t, "testdata/generate/sample.txtar", files)
}

// A document without actions has its plans directly in its folder, in the order
// of the document.
func TestGenerateWithoutActions(t *testing.T) {
	doc := &plan.Document{ID: "d", Slug: "d", Title: plan.Text{Zh: "通知"}, Source: plan.Source{File: "d.txt"}}
	for _, slug := range []string{"zebra", "apple"} {
		doc.Plans = append(doc.Plans, plan.Plan{
			ID: "d/" + slug, Slug: slug, Title: plan.Text{Zh: "方案"},
			Measures: []plan.Measure{{ID: "d/" + slug + "/m01", Slug: "m01", Lang: plan.Zh, Title: "一项", Name: plan.Paragraph{Lang: plan.Zh, Text: "一项", IsTitle: true}}},
		})
	}
	p := newProject(t)
	p.imports(Import{Document: doc, Lines: []string{"通知"}})
	for _, name := range []string{"d/1-zebra/_index.zh.md", "d/2-apple/m01.en.md"} {
		if !p.has(name) {
			t.Errorf("%s is not there", name)
		}
	}
	tree, findings := p.load()
	if len(findings) > 0 {
		t.Errorf("findings: %q", findings)
	}
	var got []string
	for _, pl := range tree.Documents[0].Plans {
		got = append(got, pl.Slug)
	}
	if diff := cmp.Diff([]string{"zebra", "apple"}, got); diff != "" {
		t.Errorf("plans (-want +got):\n%s", diff)
	}
}

// What is written reads back as the same facts.
func TestRoundTrip(t *testing.T) {
	p := newProject(t)
	in := sampleImport()
	p.imports(in)
	tree, findings := p.load()
	if len(findings) > 0 {
		t.Fatalf("findings: %q", findings)
	}
	sameDocument(t, in.Document, tree.Documents[0])
	if diff := cmp.Diff(in.Lines, tree.Documents[0].Lines); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	var want, got []string
	for _, d := range in.Departments {
		want = append(want, d.ID, d.Zh.Title, d.En.Title, d.Short.Zh, d.Short.En)
		want = append(want, d.Aliases...)
	}
	for _, d := range tree.Departments {
		got = append(got, d.ID, d.Zh.Title, d.En.Title, d.Short.Zh, d.Short.En)
		got = append(got, d.Aliases...)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("departments (-want +got):\n%s", diff)
	}
}

// sameDocument compares a document as read with the one on disk.
func sameDocument(t *testing.T, want *plan.Document, got *Document) {
	t.Helper()
	if diff := cmp.Diff(
		[]any{want.ID, want.Slug, want.Number, want.Issuer, want.Date, want.Published, want.Record, want.Title},
		[]any{got.ID, got.Slug, got.Number, got.Issuer, got.Date, got.Published, got.Record, titleOf(&got.Pair)},
	); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	var plans []*Plan
	for _, a := range got.Actions {
		plans = append(plans, a.Plans...)
	}
	plans = append(plans, got.Plans...)
	if len(plans) != len(want.Plans) {
		t.Fatalf("%d plans, want %d", len(plans), len(want.Plans))
	}
	for i, p := range plans {
		samePlan(t, &want.Plans[i], p)
	}
}

func titleOf(p *Pair) plan.Text { return plan.Text{Zh: p.Zh.Title, En: p.En.Title} }

func samePlan(t *testing.T, want *plan.Plan, got *Plan) {
	t.Helper()
	if diff := cmp.Diff(
		[]any{want.ID, want.Slug, want.Title, want.Origins.Zh, want.Origins.En, want.Part, want.Author, want.Line},
		[]any{got.ID, got.Slug, titleOf(&got.Pair), got.Zh.TitleOrigin, got.En.TitleOrigin, got.Part, got.Author, got.Source.Line},
	); diff != "" {
		t.Errorf("plan %s (-want +got):\n%s", want.ID, diff)
	}
	for _, s := range want.Sections {
		var wantText, gotText []string
		for _, p := range s.Paragraphs {
			wantText = append(wantText, escape(shownOf(p)))
		}
		for _, lang := range langs {
			for _, b := range got.Blocks(lang, s.ID) {
				gotText = append(gotText, b.Text)
			}
		}
		if len(wantText) != len(gotText) {
			t.Errorf("section %s of %s: %d paragraphs, want %d", s.ID, want.ID, len(gotText), len(wantText))
		}
	}
	if len(got.Measures) != len(want.Measures) {
		t.Fatalf("plan %s: %d measures, want %d", want.ID, len(got.Measures), len(want.Measures))
	}
	for i := range want.Measures {
		sameMeasure(t, &want.Measures[i], got.Measures[i])
	}
}

func sameMeasure(t *testing.T, want *plan.Measure, got *Measure) {
	t.Helper()
	title := got.In(want.Lang).Title
	var text []string
	for _, b := range got.In(want.Lang).Blocks() {
		text = append(text, b.Text)
	}
	var wantText []string
	for _, p := range want.Paragraphs {
		if p.Lang == want.Lang {
			wantText = append(wantText, escape(shownOf(p)))
		}
	}
	if diff := cmp.Diff(
		[]any{want.ID, firstOf(want.NumberShown, want.Number), shownOf(want.Name), want.Section, want.Parent,
			want.Heading, want.Line, responsibilitiesOf(want), want.Deadlines, want.Amounts, wantText},
		[]any{got.ID, got.Number, title, got.Section, got.Parent,
			got.Heading, got.Source.Line, got.Responsibilities, got.Deadlines, got.Amounts, text},
		ruleless,
	); diff != "" {
		t.Errorf("measure %s (-want +got):\n%s", want.ID, diff)
	}
}

// ruleless leaves out by which rule a fact was read: content does not keep it,
// as whoever edits a fact takes it over.
var ruleless = cmp.FilterPath(func(p cmp.Path) bool {
	f, ok := p.Last().(cmp.StructField)
	return ok && f.Name() == "Rule"
}, cmp.Ignore())

// A title alone is a text like any other.
func TestStatesOfTitles(t *testing.T) {
	zh, en := draft{title: "甲", origin: plan.Translated}, draft{title: "a"}
	if diff := cmp.Diff(&Translation{From: plan.En, State: Draft}, translationZh(zh, en)); diff != "" {
		t.Errorf("translated into Chinese (-want +got):\n%s", diff)
	}
	zh.origin, en.origin = plan.Restored, plan.Translated
	if got := translationZh(zh, en); got != nil {
		t.Errorf("restored in Chinese: %+v", got)
	}
	if diff := cmp.Diff(&Translation{From: plan.Zh, State: Draft}, translationEn(zh, en)); diff != "" {
		t.Errorf("translated into English (-want +got):\n%s", diff)
	}
	zh.body = "正文"
	if diff := cmp.Diff(&Translation{From: plan.Zh, State: Missing}, translationEn(zh, en)); diff != "" {
		t.Errorf("a title without the text (-want +got):\n%s", diff)
	}
}

// States follow one rule, whatever the mixture of languages.
func TestStates(t *testing.T) {
	p := newProject(t)
	p.imports(sampleImport())
	tree, _ := p.load()
	doc := tree.Documents[0]
	pl := doc.Actions[0].Plans[0]
	missingZh, missingEn := &Translation{From: plan.En, State: Missing}, &Translation{From: plan.Zh, State: Missing}
	found := &Translation{From: plan.Zh, State: Found}
	for name, c := range map[string]struct {
		pair   *Pair
		zh, en *Translation
	}{
		"document in English":   {&doc.Pair, missingZh, found},
		"action, title in both": {&doc.Actions[0].Pair, nil, found},
		"plan in both":          {&pl.Pair, nil, found},
		"measure in Chinese":    {&pl.Measures[0].Pair, nil, missingEn},
		"heading in Chinese":    {&pl.Measures[1].Pair, nil, missingEn},
		"measure in English":    {&pl.Measures[2].Pair, missingZh, found},
		"department":            {&tree.Departments[1].Pair, nil, &Translation{From: plan.Zh, State: Draft}},
		"department, one name":  {&tree.Departments[2].Pair, nil, missingEn},
	} {
		if diff := cmp.Diff(c.zh, c.pair.Zh.Translation); diff != "" {
			t.Errorf("%s: zh (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(c.en, c.pair.En.Translation); diff != "" {
			t.Errorf("%s: en (-want +got):\n%s", name, diff)
		}
	}
}
