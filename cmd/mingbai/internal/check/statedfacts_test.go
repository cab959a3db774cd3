package check

import (
	"slices"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

func TestStatedFacts(t *testing.T) {
	due := func(text string, end plan.Date) plan.Deadline {
		return plan.Deadline{Text: text, Kind: plan.Due, End: end}
	}
	sum := func(text string, value float64, unit plan.Unit) plan.Amount {
		return plan.Amount{Text: text, Value: value, Unit: unit}
	}
	for name, tt := range map[string]struct {
		body     string
		from     plan.Lang // of a translated Chinese text
		line     int
		deadline plan.Deadline
		amount   plan.Amount
		want     []string // codes
	}{
		"all agrees":           {body: "2022年 12月前，补助5亿元。{#p1}", line: 1, deadline: due("2022年12月前", "2022-12-31"), amount: sum("5亿元", 5e8, plan.CNY)},
		"marks of other width": {body: "（完成时限：2022年12月前）补助50%。{#p1}", line: 1, deadline: due("完成时限:2022年12月前", "2022-12-31"), amount: sum("50%", 0.5, plan.Ratio)},
		"inferred year":        {body: "6月底前补助3%。{#p1}", line: 1, deadline: due("6月底前", "2022-06-30"), amount: sum("3%", 0.03, plan.Ratio)},
		"English source":       {body: "译文。{#p2}", from: plan.En, line: 2, deadline: due("In 2022", "2022-12-31"), amount: sum("300,000 yuan", 3e5, plan.CNY)},
		"text edited":          {body: "2023年底前，补助1700元。{#p1}", line: 1, deadline: due("2022年底前", "2022-12-31"), amount: sum("1600元", 1600, plan.CNY), want: []string{"K722", "K722"}},
		"wrong year":           {body: "2022年底前补助5元。{#p1}", line: 1, deadline: due("2022年底前", "2031-12-31"), amount: sum("5元", 5, plan.CNY), want: []string{"K723"}},
		"wrong month and sum":  {body: "6月底前补助5亿元。{#p1}", line: 1, deadline: due("6月底前", "2022-07-31"), amount: sum("5亿元", 5e7, plan.CNY), want: []string{"K723", "K723"}},
		"wrong ratio":          {body: "2022年底前补助50%。{#p1}", line: 1, deadline: due("2022年底前", "2022-12-31"), amount: sum("50%", 50, plan.Ratio), want: []string{"K723"}},
		"no such line":         {body: "2022年底前补助5元。{#p1}", line: 9, deadline: due("2022年底前", "2022-12-31"), amount: sum("5元", 5, plan.CNY), want: []string{"K721"}},
	} {
		doc := goodDocument()
		doc.Lines = []string{"第一行", "In 2022, up to 300,000 yuan."}
		all := doc.Actions[0].Plans[0]
		m := all.Measures[0]
		all.Measures = all.Measures[:1]
		m.Zh.Body, m.Source.Line = tt.body, tt.line
		m.Deadlines, m.Amounts = []plan.Deadline{tt.deadline}, []plan.Amount{tt.amount}
		if tt.from != "" {
			m.Zh.Translation = &content.Translation{From: tt.from, State: content.Draft}
		}
		var got []string
		for _, f := range Content(&content.Tree{Documents: []*content.Document{doc}}) {
			got = append(got, f.Code)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
