package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// marked writes phrases with what was found in [ ].
func marked(phrases []Phrase) []string {
	var out []string
	for _, p := range phrases {
		var b strings.Builder
		if p.Before {
			b.WriteString("…")
		}
		for _, part := range p.Parts {
			if part.Found {
				b.WriteString("[" + part.Text + "]")
			} else {
				b.WriteString(part.Text)
			}
		}
		if p.After {
			b.WriteString("…")
		}
		out = append(out, b.String())
	}
	return out
}

func TestPhrases(t *testing.T) {
	tests := []struct {
		name, zh, en string
		lang         plan.Lang
		words        []string
		want         []string
		first        []int
	}{
		{name: "part of a sentence", lang: plan.Zh, zh: "加大力度。省级财政统筹50亿元资金，加大转移支付。", words: []string{"50亿元"},
			want: []string{"省级财政统筹[50亿元]资金，加大转移支付"}, first: []int{0}},
		{name: "a short part gets the one before it", lang: plan.Zh, zh: "对困难企业，每户补助，最高5万元。", words: []string{"5万元"},
			want: []string{"对困难企业，每户补助，最高[5万元]"}, first: []int{0}},
		{name: "two in one part", lang: plan.Zh, zh: "对超过100万元但不超过300万元的部分征税。", words: []string{"100万元", "300万元"},
			want: []string{"对超过[100万元]但不超过[300万元]的部分征税"}, first: []int{0, 0}},
		{name: "one word in two places", lang: plan.Zh, zh: "毕业生创业的每户每年扣减14400元税费；退役军人创业的每户每年扣减14400元税费。", words: []string{"14400元", "14400元"},
			want: []string{"毕业生创业的每户每年扣减[14400元]税费…", "…退役军人创业的每户每年扣减[14400元]税费"}, first: []int{0, 1}},
		{name: "no number within a number", lang: plan.Zh, zh: "税率由13%降至3%。", words: []string{"3%"}, want: []string{"税率由13%降至[3%]"}, first: []int{0}},
		{name: "a comma in brackets is no pause", lang: plan.Zh, zh: "给予补助（含设备，不含土地）共计500万元。", words: []string{"500万元"},
			want: []string{"给予补助（含设备，不含土地）共计[500万元]"}, first: []int{0}},
		{name: "English", lang: plan.En, en: "Taxes are reduced by up to 14,400 yuan a year, as prescribed. Ends.", words: []string{"14,400 yuan"},
			want: []string{"Taxes are reduced by up to [14,400 yuan] a year, as prescribed"}, first: []int{0}},
		{name: "a word with spaces that the page does not have", lang: plan.Zh, zh: "自2022年7月1日至2023年12月31日，免征。", words: []string{"2022年7月1日至2023年 12月31日"},
			want: []string{"自[2022年7月1日至2023年12月31日]，免征"}, first: []int{0}},
		{name: "a long part is cut", lang: plan.Zh, zh: "2022年1月1日至2024年12月31日，对" + strings.Repeat("甲乙税、", 30) + "减按50%征收。", words: []string{"2022年1月1日至2024年12月31日", "50%"},
			want: []string{"[2022年1月1日至2024年12月31日]，对" + strings.TrimSuffix(strings.Repeat("甲乙税、", 11), "、") + "…", "…" + strings.Repeat("甲乙税、", 10) + "减按[50%]征收"}, first: []int{0, 1}},
		{name: "not there", lang: plan.Zh, zh: "没有数字。", words: []string{"5万元", ""}, first: []int{-1, -1}},
		{name: "no text", lang: plan.Zh, words: []string{"5万元"}, first: []int{-1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := &Measure{Measure: &content.Measure{Pair: text("m", "", "", tt.zh, tt.en)}}
			var words [][]string
			for _, w := range tt.words {
				words = append(words, []string{"no such form", w})
			}
			phrases, first := m.Phrases(tt.lang, words)
			if diff := cmp.Diff(tt.want, marked(phrases)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(tt.first, first); diff != "" {
				t.Errorf("first (-want +got)\n%s", diff)
			}
		})
	}
}

func TestMentions(t *testing.T) {
	tree := fixture()
	tree.Departments[0].Short = plan.Text{Zh: "省财政厅", En: "Finance"}
	tree.Departments[0].Aliases = []string{"省财政厅国库处"}
	s, _ := New(tree, "2022-06-15")
	m := s.Page("zh/doc/tax/finance/m01-1.html").Measure // finance, tax; towns support
	for _, tt := range []struct {
		lang plan.Lang
		text string
		want []string
	}{
		{plan.Zh, "由省财政厅办理。（省财政厅牵头，税务局、人社厅配合）", []string{"省财政厅", "税务局"}},
		{plan.Zh, "（省财政厅国库处负责）", []string{"省财政厅国库处"}},
		{plan.Zh, "完成退税（税务局）。责任单位：省财政厅、税务局", []string{"税务局", "省财政厅", "税务局"}},
		{plan.Zh, "没有写完（省财政厅", nil},
		{plan.En, "(Led by Finance with the Tax Office; Financeability)", []string{"Finance", "Tax Office"}},
		{plan.En, "Finance pays.", nil},
	} {
		var got []string
		for _, mention := range m.Mentions(tt.lang, tt.text) {
			got = append(got, tt.text[mention.Start:mention.End])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.text, diff)
		}
	}
}
