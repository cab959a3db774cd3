package review

import (
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

func document() (*plan.Document, []diag.Finding) {
	d := &plan.Document{
		ID: "d", Title: plan.Text{Zh: "某方案<b>"}, Number: "某政发〔2023〕1号", Date: "2023-01-05",
		Validity: plan.Validity{Text: "有效期5年", Line: 3, Term: "5年"},
		Organizations: []plan.Organization{
			{ID: "city-finance", Zh: "某市财政局", Kind: plan.Department},
			{ID: "org-mou-zhong-xin", Zh: "某中心", Kind: plan.Department, Near: "city-finance"},
		},
		Segments: []plan.Segment{
			{Line: 1, Lang: plan.Zh, Parts: []plan.Part{{Kind: plan.PartTitle, Text: "某方案<b>"}}},
			{Line: 2, Lang: plan.Zh, Parts: []plan.Part{{Kind: plan.PartNumber, Text: "（一）"}, {Kind: plan.PartText, Text: "做好\x1b[2J。"}, {Kind: plan.PartClause, Text: "（市财政局负责）"}}},
			{Line: 3, Lang: plan.Zh, Parts: []plan.Part{}},
		},
		Plans: []plan.Plan{{ID: "d/p", Measures: []plan.Measure{{
			ID: "d/p/m01", Number: "（一）", Line: 2,
			Responsibilities: []plan.Responsibility{{Org: "city-finance", Text: "市财政局", Role: plan.Lead, Clause: 1, Open: true, Rule: "clause/verb"}},
			Deadlines:        []plan.Deadline{{Text: "6月底前", Kind: plan.Due, End: "2023-06-30", Inferred: true, Rule: "deadline/before"}},
			Amounts:          []plan.Amount{{Text: "5万元", Value: 50000, Unit: plan.CNY, Rule: "amount/money"}},
		}}}},
	}
	rule := &diag.Rule{Code: "P101", Severity: diag.Warning, Message: diag.Text{En: "unknown %s", Zh: "未知 %s"}}
	return d, []diag.Finding{rule.At(diag.Position{File: "d.txt", Line: 2, Column: 1}, "某中心")}
}

// TestText reads the review as a person at a terminal does, and no document
// steers the terminal.
func TestText(t *testing.T) {
	d, findings := document()
	for _, colour := range []bool{false, true} {
		var b strings.Builder
		if err := New(d, findings, "zh").WriteText(&b, colour); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"    2 举措 （一）", "市财政局 = city-finance 某市财政局 （等）", "6月底前 → ..2023-06-30 （年份为推定）", "5万元 → 50000 CNY", "未知 某中心", "有效期"} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("colour %v: %q is missing:\n%s", colour, want, b.String())
			}
		}
		if strings.Contains(b.String(), "\x1b") != colour || strings.Contains(b.String(), "\x1b[2J") {
			t.Errorf("colour %v: escapes in\n%q", colour, b.String())
		}
	}
}

// TestPage checks that the page stands alone and that no text becomes markup.
func TestPage(t *testing.T) {
	d, findings := document()
	var b strings.Builder
	if err := New(d, findings, "zh").WritePage(&b); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{"<!doctype html>", `lang="zh-CN"`, "某方案&lt;b&gt;", `id="l2"`, "clause/verb", `href="#l2"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, not := range []string{"<script", "<b>", "http://", "https://", "src="} {
		if strings.Contains(page, not) {
			t.Errorf("the page has %q", not)
		}
	}
}

// TestPropose writes the unknown body alone, in the form of the registry.
func TestPropose(t *testing.T) {
	d, _ := document()
	var b strings.Builder
	if err := Propose(&b, d, "en"); err != nil {
		t.Fatal(err)
	}
	want := "  # or another name of city-finance\n  - id: mou-zhong-xin\n    kind: department\n    zh: 某中心\n"
	if !strings.HasSuffix(b.String(), want) || strings.Contains(b.String(), "财政局") {
		t.Errorf("got\n%s\nwant it to end with\n%s", b.String(), want)
	}
}
