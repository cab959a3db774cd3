package check

import (
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

func TestWordsAndForm(t *testing.T) {
	for _, c := range []struct{ name, zh, en, want string }{
		{"good", "支持中小微企业（含个体）", "Support micro, small and medium-sized enterprises (sole traders included)", ""},
		{"plural and hyphen", "清欠工作", "Clear all the arrears", ""},
		{"a longer term takes its characters", "支持中小微企业", "Support micro, small and medium-sized enterprises", ""},
		{"term not used", "支持小微企业", "Support tiny firms", "K812"},
		{"gap too wide", "清欠工作", "Clear one two three four five six seven arrears", "K801 K812"},
		{"forbidden", "州（市）政府", "the states (cities)", "K813"},
		{"forbidden words inside others", "州（市）国企", "state-owned firms in prefectures and cities", ""},
		{"forbidden and another term", "清欠工作", "debt clearing and clearing arrears", "K813"},
		{"a body's name is not a term", "省清欠办负责", "The office is responsible", ""},
		{"Han in English", "推广留抵", "Provide 留抵", "K821"},
		{"a product's name", "推广政采贷产品", "Promote the loans (政采贷)", ""},
		{"a product's name inside others", "推广政采贷产品", "Promote the loans 政采贷款", "K821"},
		{"Latin in Chinese", "由Finance部门负责工作", "The finance department is responsible", "K822"},
		{"an allowed abbreviation", "手机APP上办理", "Apply in the mobile app", ""},
		{"an allowed abbreviation inside a word", "手机APPLE上办理", "Apply on the mobile phone", "K822"},
		{"bracket not closed", "（省财政厅", "Department of Finance", "K823"},
		{"bracket not opened", "省财政厅", "Department of Finance)", "K823"},
		{"brackets crossed", "《通知（试行》）", "The “Notice (trial)”", "K823"},
		{"quotation mark not closed", "“小巨人", "little giant", "K823"},
		{"an apostrophe", "省的工作", "the province’s work", ""},
		{"quotation marks inside", "实施“方案”", "Carry out “the ‘plan’ for it”", ""},
		{"half-width brackets", "各部门(单位)要落实", "All departments (units) should do so", "K824"},
		{"half-width comma", "减税,降费", "Cut taxes, cut fees", "K824"},
		{"figures keep theirs", "增长3.5，达1,307", "up by 3.5 to 1,307", ""},
		{"full-width comma", "减税、降费", "Cut taxes，cut fees", "K824"},
		{"title marks", "《通知》印发", "The 《Notice》", "K824"},
		{"typewriter quotes", "“通知”印发", `The "Notice"`, "K824"},
		{"too short", strings.Repeat("政策落实", 20), "Do it.", "K831"},
		{"too long", "政策", strings.Repeat("policy ", 20), "K831"},
	} {
		if got := told(c.zh, c.en); got != c.want {
			t.Errorf("%s: %s / %s: %q, want %q", c.name, c.zh, c.en, got, c.want)
		}
	}
}

// twinTree is a tree that keeps all rules, for tests to spoil: m01 was issued in
// Chinese, m02 in English and put back into Chinese.
func twinTree() (*content.Tree, *content.Measure, *content.Measure) {
	measure := func(slug, zh, en string, chinese *content.Translation) *content.Measure {
		return &content.Measure{
			ID: "d/p/" + slug, Slug: slug,
			Pair: content.Pair{
				Zh: content.Localized{Path: "d/p/" + slug + ".zh.md", Title: "加强领导", Body: zh, BodyLine: 9, Translation: chinese},
				En: content.Localized{Path: "d/p/" + slug + ".en.md", Title: "Strengthen leadership", Body: en, BodyLine: 5,
					Translation: &content.Translation{From: plan.Zh, State: content.Reviewed}},
			},
			Responsibilities: []content.Responsibility{{Org: "finance", Role: plan.Lead}},
		}
	}
	m1 := measure("m01", "安排5亿元。（省财政厅负责） {#p1}", "Allocate 500 million yuan. (Responsible: Department of Finance) {#p1}", nil)
	m2 := measure("m02", "给予50%补助。（省财政厅负责） {#p2}", "Subsidize 50%. (Responsible: department of finance) {#p2}",
		&content.Translation{From: plan.En, State: content.Draft, Only: []string{"p2"}})
	p := &content.Plan{ID: "d/p", Slug: "p", Measures: []*content.Measure{m1, m2},
		Pair: content.Pair{Zh: content.Localized{Title: "方案（一）"}, En: content.Localized{Title: "Plan (1)", Translation: &content.Translation{From: plan.Zh, State: content.Draft}}}}
	finance := &content.Department{ID: "finance", Short: plan.Text{Zh: "省财政厅", En: "Department of Finance"}}
	tree := &content.Tree{Documents: []*content.Document{{ID: "d", Plans: []*content.Plan{p}}}, Departments: []*content.Department{finance}}
	return tree, m1, m2
}

func TestTranslations(t *testing.T) {
	suppress := func(code, text, about string) []glossary.Suppression {
		return []glossary.Suppression{{Code: code, Text: text, About: about, Reason: "r", Position: diag.Position{File: "s.yaml", Line: 2}}}
	}
	for name, c := range map[string]struct {
		spoil        func(m1, m2 *content.Measure)
		suppressions []glossary.Suppression
		want         []string
	}{
		"good": {},
		"escaped brackets are brackets": {spoil: func(m1, _ *content.Measure) {
			m1.Zh.Body, m1.En.Body = "国发〔2022〕12号，省财政厅 {#p1}", `Guo Fa \[2022] No. 12, Department of Finance {#p1}`
		}},
		"a number": {
			spoil: func(m1, _ *content.Measure) { m1.En.Body = strings.Replace(m1.En.Body, "500", "50", 1) },
			want:  []string{"content/d/p/m01.en.md:5: error: numbers only in the Chinese: 500000000; only in the English: 50000000 [K801]"},
		},
		"a number, suppressed": {
			spoil:        func(m1, _ *content.Measure) { m1.En.Body = strings.Replace(m1.En.Body, "500", "50", 1) },
			suppressions: suppress("K801", "d/p/m01#p1", "in the English: 50000000"),
		},
		"another number, suppressed": {
			spoil:        func(m1, _ *content.Measure) { m1.En.Body = strings.Replace(m1.En.Body, "500", "5", 1) },
			suppressions: suppress("K801", "d/p/m01#p1", "in the English: 50000000"),
			want: []string{
				"content/d/p/m01.en.md:5: error: numbers only in the Chinese: 500000000; only in the English: 5000000 [K801]",
				"s.yaml:2: warning: no finding K801 is left at d/p/m01#p1 [K891]",
			},
		},
		"a second paragraph": {
			spoil: func(m1, _ *content.Measure) {
				m1.Zh.Body, m1.En.Body = "减免有关税费3%。 {#p1}\n\n省财政厅进一步降费4%。 {#p3}", "Department of Finance: cut taxes by 3%. {#p1}\n\nCut the fees concerned further by 5%. {#p3}"
			},
			want: []string{"content/d/p/m01.en.md:7: error: numbers only in the Chinese: 4%; only in the English: 5% [K801]"},
		},
		"a paragraph in one language": {spoil: func(m1, _ *content.Measure) { m1.Zh.Body += "\n\n另加6%。 {#p9}" }},
		"words as found":              {spoil: func(m1, _ *content.Measure) { m1.En.Translation.State, m1.En.Body = content.Found, "states {#p1}" }},
		"Latin in a text as issued":   {spoil: func(m1, _ *content.Measure) { m1.Zh.Body = "WTO" + m1.Zh.Body }},
		"Latin in a text put back": {
			spoil: func(_, m2 *content.Measure) { m2.Zh.Body = "WTO" + m2.Zh.Body },
			want:  []string{"content/d/p/m02.zh.md:9: error: “WTO” stands in the Chinese translation [K822]"},
		},
		"the Chinese alone is a translation": {
			spoil: func(_, m2 *content.Measure) {
				m2.En.Translation.State, m2.Zh.Body = content.Found, strings.Replace(m2.Zh.Body, "50", "60", 1)
			},
			want: []string{"content/d/p/m02.zh.md:9: error: numbers only in the Chinese: 60%; only in the English: 50% [K801]"},
		},
		"a body is not named": {
			spoil: func(m1, _ *content.Measure) { m1.En.Body = "Allocate 500 million yuan. (Responsible: Treasury) {#p1}" },
			want:  []string{"content/d/p/m01.en.md:5: warning: the translation does not have the name “Department of Finance” (finance) [K811]"},
		},
		"a body is not named in the Chinese put back": {
			spoil: func(_, m2 *content.Measure) { m2.Zh.Body = "给予50%补助。（财政部门负责） {#p2}" },
			want:  []string{"content/d/p/m02.zh.md:9: warning: the translation does not have the name “省财政厅” (finance) [K811]"},
		},
		"one title in other words": {
			spoil: func(_, m2 *content.Measure) { m2.En.Title = "Improve leadership" },
			want:  []string{"content/d/p/m02.en.md:1: warning: the same text is translated in other words at d/p/m01#title: “Strengthen leadership” [K832]"},
		},
		"one paragraph put back in other words": {
			spoil: func(m1, m2 *content.Measure) {
				m1.Zh.Translation = &content.Translation{From: plan.En, State: content.Draft}
				m1.En.Body, m1.Zh.Body = strings.Replace(m2.En.Body, "p2", "p1", 1), "补助50%。（省财政厅负责） {#p1}"
			},
			want: []string{"content/d/p/m02.zh.md:9: warning: the same text is translated in other words at d/p/m01#p1: “补助50%。（省财政厅负责）” [K832]"},
		},
		"a suppression of nothing": {
			suppressions: suppress("K832", "d/p/m01#title", ""),
			want:         []string{"s.yaml:2: warning: no finding K832 is left at d/p/m01#title [K891]"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			tree, m1, m2 := twinTree()
			if c.spoil != nil {
				c.spoil(m1, m2)
			}
			var got []string
			for _, f := range Translations(tree, testTerms(), c.suppressions) {
				got = append(got, f.String())
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// Short names of plans need not have the terms of the long ones, but their
// numbers.
func TestNamesOfPlans(t *testing.T) {
	tree, _, _ := twinTree()
	p := tree.Documents[0].Plans[0]
	p.Zh.Title = "中小微企业方案（一）"
	if got := Translations(tree, testTerms(), nil); len(got) > 0 {
		t.Errorf("a short name: %v", got)
	}
	p.En.Title = "Plan (2)"
	if got := Translations(tree, testTerms(), nil); len(got) != 1 || got[0].Code != "K805" {
		t.Errorf("another number: %v, want K805", got)
	}
}
