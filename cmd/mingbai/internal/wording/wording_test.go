package wording

import (
	"testing"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

func interfaceWords(t *testing.T) *glossary.Words {
	t.Helper()
	words, err := glossary.InterfaceWords()
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func TestAmounts(t *testing.T) {
	words := interfaceWords(t)
	for _, tt := range []struct {
		amount          plan.Amount
		zh, en, written string // written: the document's words on the English page
	}{
		{plan.Amount{Text: "50亿元", Value: 5e9, Unit: plan.CNY}, "50亿元", "5 billion yuan", "50亿元"},
		{plan.Amount{Text: "14400元", Value: 14400, Unit: plan.CNY}, "14400元", "14,400 yuan", "14400元"},
		{plan.Amount{Text: "1.5万元", Value: 15000, Unit: plan.CNY, Qualifier: plan.AtMost}, "不超过1.5万元", "at most 15,000 yuan", "1.5万元"},
		{plan.Amount{Text: "780 billion yuan", Value: 7.8e11, Unit: plan.CNY, Qualifier: plan.AtLeast}, "不低于7800亿元", "at least 780 billion yuan", ""},
		{plan.Amount{Text: "50%", Value: 0.5, Unit: plan.Ratio, Qualifier: plan.About}, "约50%", "about 50%", ""},
		{plan.Amount{Text: "百分之七", Value: 0.07, Unit: plan.Ratio}, "百分之七", "7%", "百分之七"},
		{plan.Amount{Text: "不超过30万元", Value: 3e5, Unit: plan.CNY, Qualifier: plan.AtMost}, "不超过30万元", "at most 300,000 yuan", "不超过30万元"},
		{plan.Amount{Text: "0.3元", Value: 0.3, Unit: plan.CNY}, "0.3元", "0.3 yuan", "0.3元"},
	} {
		if got, _ := Amount(words, plan.Zh, tt.amount); got != tt.zh {
			t.Errorf("%s in Chinese: %q, want %q", tt.amount.Text, got, tt.zh)
		}
		if got, written := Amount(words, plan.En, tt.amount); got != tt.en || written != tt.written {
			t.Errorf("%s in English: %q (%q), want %q (%q)", tt.amount.Text, got, written, tt.en, tt.written)
		}
	}
}

func TestLimitTexts(t *testing.T) {
	words := interfaceWords(t)
	for _, tt := range []struct {
		limit  plan.Deadline
		zh, en string
	}{
		{plan.Deadline{Kind: plan.Due, End: "2022-06-30"}, "2022年6月30日前", "by 30 June 2022"},
		{plan.Deadline{Kind: plan.Expiry, End: "2022-12-31"}, "至2022年12月31日", "until 31 December 2022"},
		{plan.Deadline{Kind: plan.Period, Start: "2022-01-01", End: "2022-12-31"}, "2022年1月1日至2022年12月31日", "1 January 2022 to 31 December 2022"},
		{plan.Deadline{Kind: plan.Ongoing, Start: "2022-01-01"}, "2022年1月1日起", "from 1 January 2022"},
		{plan.Deadline{Kind: plan.Term, Text: "延长6个月"}, "", "extended by 6 months"},
		{plan.Deadline{Kind: plan.Recurring, Text: "定期"}, "", ""},
	} {
		if got := Limit(words, plan.Zh, tt.limit); got != tt.zh {
			t.Errorf("%q, want %q", got, tt.zh)
		}
		if got := Limit(words, plan.En, tt.limit); got != tt.en {
			t.Errorf("%q, want %q", got, tt.en)
		}
	}
}
