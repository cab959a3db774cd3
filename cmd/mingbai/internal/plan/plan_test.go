package plan

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             Date
	}{
		{2022, 6, 30, "2022-06-30"}, {2024, 2, 29, "2024-02-29"},
		{2022, 2, 29, ""}, {2022, 13, 1, ""}, {2022, 6, 31, ""}, {0, 1, 1, ""}, {2022, 0, 1, ""},
	} {
		if got, err := MakeDate(c.year, c.month, c.day); got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("MakeDate(%d, %d, %d) = %q, %v; want %q", c.year, c.month, c.day, got, err, c.want)
		}
	}
	for month, want := range map[int]Date{2: "2024-02-29", 6: "2024-06-30", 12: "2024-12-31", 13: "", 0: ""} {
		if got, _ := EndOfMonth(2024, month); got != want {
			t.Errorf("EndOfMonth(2024, %d) = %q, want %q", month, got, want)
		}
	}
	for _, s := range []string{"", "2022-6-30", "2022-02-30", "30.6.2022"} {
		if got, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %q, want an error", s, got)
		}
	}
	if Date("").Year() != 0 || !Date("").Time().IsZero() || Date("2022-06-30").Year() != 2022 {
		t.Error("Year or Time of a date")
	}
}

func TestParagraphIn(t *testing.T) {
	p := Paragraph{Lang: En, Text: "as found", Shown: "as shown", Translations: Translations{Zh: {Text: "译文", State: Draft}}}
	for lang, want := range map[Lang]string{En: "as shown", Zh: "译文"} {
		if got, ok := p.In(lang); got != want || !ok {
			t.Errorf("In(%s) = %q, %v", lang, got, ok)
		}
	}
	p.Translations[En] = Translation{Text: "bettered", State: Reviewed}
	if got, _ := p.In(En); got != "bettered" {
		t.Errorf("In(en) = %q, want what people wrote", got)
	}
	p = Paragraph{Lang: Zh, Text: "原文"}
	if got, ok := p.In(En); ok {
		t.Errorf("In(en) = %q of a text that is Chinese only", got)
	}
}

// TestReport checks the form that programs read: null for what the document
// does not have, lists that are never null.
func TestReport(t *testing.T) {
	doc := &Document{
		ID: "d", Source: Source{File: "d.txt"}, Date: "2022-06-08",
		Plans: []Plan{{ID: "d/p", Line: 1, Sections: []Section{{ID: "measures", Kind: Measures}}, Measures: []Measure{{
			ID: "d/p/m01", Section: "measures", Lang: Zh, Title: "一项", Line: 2,
			Deadlines: []Deadline{{Text: "长期", Kind: Ongoing}},
		}}}},
	}
	b, err := json.Marshal(NewReport(doc, nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"schema":"mingbai/document/1"`, `"number":null`, `"issuer":null`, `"date":"2022-06-08"`, `"organizations":[]`, `"findings":[]`,
		`"action":null`, `"part":null`, `"author":null`, `"section":"measures"`, `"parent":null`, `"title":{"zh":"一项"}`,
		`"clauses":[]`, `"responsibilities":[]`, `"deadlines":[{"text":"长期","kind":"ongoing","start":null,"end":null}]`, `"amounts":[]`,
	} {
		if !strings.Contains(string(b), want) {
			t.Errorf("the report lacks %s:\n%s", want, b)
		}
	}
}
