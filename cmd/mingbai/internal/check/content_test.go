package check

import (
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// goodDocument breaks no rule; each test below spoils one thing.
func goodDocument() *content.Document {
	text := func(path, title, body string) content.Pair {
		return content.Pair{
			Zh: content.Localized{Path: path + ".zh.md", Title: title, Body: body},
			En: content.Localized{Path: path + ".en.md", Title: title, Translation: &content.Translation{From: plan.Zh, State: content.Draft}},
		}
	}
	measure := func(slug, body string, yuan float64) *content.Measure {
		return &content.Measure{
			ID: "d/p/" + slug, Slug: slug, Section: "measures", Pair: text("d/p/"+slug, "举措", body),
			Responsibilities: []content.Responsibility{{Org: "prov-finance", Role: plan.Lead}},
			Deadlines:        []plan.Deadline{{Text: "2022年底前", Kind: plan.Due, End: "2022-12-31"}},
			Amounts:          []plan.Amount{{Text: "金额", Value: yuan, Unit: plan.CNY}},
			Benefits:         []plan.Tag{{ID: "subsidy"}},
		}
	}
	p := &content.Plan{
		ID: "d/p", Slug: "p", Pair: text("d/p/_index", "方案", ""),
		Sections: []content.Section{{ID: "measures", Kind: plan.Measures}, {ID: "safeguards", Kind: plan.Safeguards}},
		Measures: []*content.Measure{
			measure("m01", "安排专项资金支持中小企业上云用数。{#p1}", 5e8),
			measure("m02", "对新增贷款给予贴息，缓解融资困难。{#p2}", 5e8),
			measure("m03", "安排专项资金支持中小企业上云用数。{#p3}", 1e8),
		},
	}
	return &content.Document{
		ID: "d", Slug: "d", Pair: text("d/_index", "通知", ""), Date: "2022-06-08", Published: "2022-06-08 09:00",
		Actions: []*content.Action{{ID: "d/a", Slug: "a", Pair: text("d/_a", "行动", ""), Plans: []*content.Plan{p}}},
	}
}

func TestContentRules(t *testing.T) {
	first := func(d *content.Document) *content.Measure { return d.Actions[0].Plans[0].Measures[0] }
	second := func(d *content.Document) *content.Measure { return d.Actions[0].Plans[0].Measures[1] }
	tests := map[string]struct {
		spoil func(*content.Document)
		want  string // one finding, in English; "" for none
	}{
		"nothing": {func(*content.Document) {}, ""},
		"a measure of no audience and no benefit": {
			func(d *content.Document) { first(d).Benefits = nil },
			"content/d/p/m01.zh.md: info: no word of the measure tells whom it is for or what it gives [K731]",
		},
		"a heading of no audience":   {func(d *content.Document) { first(d).Benefits, first(d).Heading = nil, true }, ""},
		"a safeguard of no audience": {func(d *content.Document) { first(d).Benefits, first(d).Section = nil, "safeguards" }, ""},
		"words that tell a benefit":  {func(d *content.Document) { first(d).Benefits[0].Words = []string{"专项资金"} }, ""},
		"a word that the text has lost": {
			func(d *content.Document) {
				first(d).Audiences = []plan.Tag{{ID: "sme", Words: []string{"小微企业"}}}
			},
			"content/d/p/m01.zh.md: warning: the text does not say “小微企业”, by which it was counted under sme [K732]",
		},
		"due before issue": {
			func(d *content.Document) {
				first(d).Deadlines = []plan.Deadline{{Text: "5月底前", Kind: plan.Due, End: "2022-05-31"}}
			},
			"content/d/p/m01.zh.md: info: the time limit “5月底前” (2022-05-31) lies before the date of issue, 2022-06-08 [K701]",
		},
		"a limit on the day of issue": {func(d *content.Document) { first(d).Deadlines[0].End = "2022-06-08" }, ""},
		"a limit without end":         {func(d *content.Document) { first(d).Deadlines[0].End = "" }, ""},
		"a document without date":     {func(d *content.Document) { d.Date = "" }, ""},
		"the same sums in the same words": {
			func(d *content.Document) {
				second(d).Zh.Body = "安排专项资金，支持中小企业“上云用数”。{#p8}"
			},
			"content/d/p/m02.zh.md: info: the measure repeats d/p/m01 nearly word for word, with the same sums: 500000000 CNY [K702]",
		},
		"the same words without sums": {
			func(d *content.Document) {
				first(d).Amounts, second(d).Amounts = nil, nil
				second(d).Zh.Body = first(d).Zh.Body
			}, "",
		},
		"percentages alone": {
			func(d *content.Document) {
				for _, m := range []*content.Measure{first(d), second(d)} {
					m.Amounts = []plan.Amount{{Text: "50%", Value: 0.5, Unit: plan.Ratio}}
				}
				second(d).Zh.Body = first(d).Zh.Body
			}, "",
		},
		"a reviewed translation with a gap": {
			func(d *content.Document) {
				first(d).En.Translation.State = content.Reviewed
				first(d).En.Body = "Something else. {#p9}"
			},
			"content/d/p/m01.en.md: warning: the translation is reviewed, but lacks 1 paragraphs, p1 first [K703]",
		},
		"a whole official translation": {
			func(d *content.Document) {
				first(d).En.Translation.State = content.Official
				first(d).En.Body = "Arrange special funds. {#p1}"
			}, "",
		},
		"an unconfirmed title": {
			func(d *content.Document) {
				d.Actions[0].Zh.Title, d.Actions[0].Zh.TitleOrigin = "清欠活企专项行动", plan.Unconfirmed
			},
			"content/d/_a.zh.md: warning: the title “清欠活企专项行动” is a guess that nobody has confirmed [K711]",
		},
		"a restored title": {func(d *content.Document) { d.Zh.TitleOrigin = plan.Restored }, ""},
		"a translation out of date": {
			func(d *content.Document) {
				first(d).En.Translation = &content.Translation{From: "zh", State: content.Draft, Outdated: []string{"title", "p1"}}
			},
			"content/d/p/m01.en.md: warning: the source has changed since these were translated: title, p1 [K704]",
		},
		"a guide that was begun": {
			func(d *content.Document) {
				first(d).Guide = content.Guide{Phone: "12366", Window: plan.Text{Zh: "10日内"}}
			},
			"content/d/p/m01.zh.md: info: the guide lacks conditions, address [K715]",
		},
		"nobody responsible": {func(d *content.Document) { first(d).Responsibilities = nil }, "content/d/p/m01.zh.md: info: the measure names no department that is responsible [K712]"},
		"nobody for a heading": {
			func(d *content.Document) { first(d).Responsibilities, first(d).Heading = nil, true }, "",
		},
		"nobody for a safeguard": {
			func(d *content.Document) { first(d).Responsibilities, first(d).Section = nil, "safeguards" }, "",
		},
		"no time of publication": {
			func(d *content.Document) { d.Published = "" },
			"content/d/_index.zh.md: warning: the document's time of publication is not recorded [K713]",
		},
		"plans without an action": {
			func(d *content.Document) {
				d.Plans, d.Actions = d.Actions[0].Plans, nil
				d.Plans[0].Measures[2].Responsibilities = nil
			},
			"content/d/p/m03.zh.md: info: the measure names no department that is responsible [K712]",
		},
	}
	broken := ""
	for name, tt := range tests {
		broken += tt.want
		t.Run(name, func(t *testing.T) {
			doc := goodDocument()
			tt.spoil(doc)
			var got []string
			for _, f := range Content(&content.Tree{Documents: []*content.Document{doc}}) {
				got = append(got, f.String())
			}
			want := []string{tt.want}
			if tt.want == "" {
				want = nil
			}
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), tt.want)
			}
		})
	}
	for _, c := range treeChecks() {
		for _, r := range c.rules {
			if !strings.Contains(broken, "["+r.Code+"]") && !strings.HasPrefix(r.Code, "K72") { // TestStatedFacts has those
				t.Errorf("no case breaks rule %s", r.Code)
			}
		}
	}
}
