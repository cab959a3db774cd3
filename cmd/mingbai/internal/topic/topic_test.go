package topic_test

import (
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/topic"
)

// told lists tags with their words.
func told(tags []plan.Tag) string {
	var out []string
	for _, t := range tags {
		out = append(out, t.ID+": "+strings.Join(t.Words, " "))
	}
	return strings.Join(out, "; ")
}

func TestMark(t *testing.T) {
	tests := map[string]struct {
		section             plan.SectionKind
		title, text         string
		audiences, benefits string
	}{
		"words in title and text": {
			plan.Measures, "支持餐饮企业", "对餐饮、住宿企业给予补贴。",
			"catering: 餐饮 住宿", "subsidy: 补贴",
		},
		"the longer word alone": {plan.Measures, "", "支持中小微企业。", "sme: 中小微企业", ""},
		"both, where both stand": {
			plan.Measures, "", "中型企业缓缴50%，小微企业全部缓缴；面向中小微企业。",
			"small-micro-enterprise: 小微企业; sme: 中小微企业", "",
		},
		"what is left out":                {plan.Measures, "", "对企业给予补助（不含餐饮、零售企业）。", "", "subsidy: 补助"},
		"left out with 除…外":               {plan.Measures, "", "除餐饮企业外，零售企业可享受。", "retail: 零售", ""},
		"a clause":                        {plan.Measures, "", "落实到位。（省农民合作社牵头）", "", ""},
		"the title of a document":         {plan.Measures, "", "落实《关于餐饮企业补贴的通知》。", "", ""},
		"a department's name":             {plan.Measures, "", "省文化和旅游厅加强指导。", "", ""},
		"narrow marks as wide ones":       {plan.Measures, "", "将教育,卫生等行业纳入", "education: 教育,卫生", ""},
		"safeguards about the work":       {plan.Safeguards, "加强组织领导", "支持中小微企业，落实补贴。", "", ""},
		"safeguards that give something":  {plan.Safeguards, "强化要素保障", "对中小微企业用电给予补贴。", "sme: 中小微企业", "subsidy: 补贴"},
		"measures are what they are":      {plan.Measures, "加强组织领导", "支持中小微企业。", "sme: 中小微企业", ""},
		"a word over two sentences":       {plan.Measures, "", "不得拖欠。清偿账款。", "", ""},
		"a word with few between":         {plan.Measures, "", "严禁拖欠民营企业账款。", "unpaid-supplier: 拖欠民营企业账款", "arrears: 拖欠民营企业账款"},
		"nothing":                         {plan.Measures, "", "", "", ""},
		"half a character is no accident": {plan.Measures, "", "\xe9\xa4餐饮\xff", "catering: 餐饮", ""},
	}
	for name, tt := range tests {
		m := marked(glossary.BuiltInLexicon(), tt.section, tt.title, tt.text)
		if got := told(m.Audiences); got != tt.audiences {
			t.Errorf("%s: audiences %q, want %q", name, got, tt.audiences)
		}
		if got := told(m.Benefits); got != tt.benefits {
			t.Errorf("%s: benefits %q, want %q", name, got, tt.benefits)
		}
	}
}

// English text is read with English words, and only where there is no Chinese.
func TestMarkEnglish(t *testing.T) {
	english := plan.Paragraph{Lang: plan.En, Text: "Subsidies for Restaurants, excluding hotels; aftertaxes and offees do not count."}
	measure := func(p plan.Paragraph) plan.Measure {
		doc := &plan.Document{Plans: []plan.Plan{{Measures: []plan.Measure{{Paragraphs: []plan.Paragraph{p}}}}}}
		topic.Mark(doc, glossary.BuiltInLexicon())
		return doc.Plans[0].Measures[0]
	}
	m := measure(english)
	if got := told(m.Audiences) + " | " + told(m.Benefits); got != "catering: Restaurants | subsidy: Subsidies" {
		t.Errorf("English: %s", got)
	}
	english.Translations = plan.Translations{plan.Zh: {Text: "对零售企业给予贴息。", State: plan.Draft}}
	m = measure(english)
	if got := told(m.Audiences) + " | " + told(m.Benefits); got != "retail: 零售 | interest-subsidy: 贴息" {
		t.Errorf("with its translation: %s", got)
	}
}

// A heading's children say themselves whom they are for.
func TestMarkPassesOverHeadings(t *testing.T) {
	doc := &plan.Document{Plans: []plan.Plan{{Measures: []plan.Measure{{
		Heading: true, Name: plan.Paragraph{Lang: plan.Zh, Text: "支持餐饮企业"},
		Audiences: []plan.Tag{{ID: "catering"}},
	}}}}}
	topic.Mark(doc, glossary.BuiltInLexicon())
	if m := doc.Plans[0].Measures[0]; len(m.Audiences)+len(m.Benefits) > 0 {
		t.Errorf("the heading got %v %v", m.Audiences, m.Benefits)
	}
}

// No text breaks it, and every word it tells stands in the text.
func FuzzMark(f *testing.F) {
	for _, s := range []string{"对餐饮企业给予补贴（不含住宿）。", "除…外", "《餐饮》《", "((（负责", "\xff\xe9", "Restaurants excluding hotels"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m := marked(glossary.BuiltInLexicon(), plan.Measures, s, s)
		for _, tags := range [][]plan.Tag{m.Audiences, m.Benefits} {
			for _, tag := range tags {
				for _, w := range tag.Words {
					if !strings.Contains(s, w) {
						t.Fatalf("%q is not in %q", w, s)
					}
				}
			}
		}
	})
}
