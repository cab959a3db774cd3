package parse

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// The labels in testdata/yunnan were made by reading the document, without the
// parser. Each test prints what the parser has beyond them (+) and lacks (-).

// readLabels reads a table with a header line into maps by column.
func readLabels(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open("testdata/yunnan/" + name + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var header []string
	var rows []map[string]string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		cells := strings.Split(sc.Text(), "\t")
		if header == nil {
			header = cells
			continue
		}
		row := map[string]string{}
		for i, h := range header {
			if i < len(cells) {
				row[h] = cells[i]
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// score compares two lists as multisets and fails below the wanted F1.
func score(t *testing.T, what string, got, want []string, least float64) {
	t.Helper()
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	hits := 0
	for _, g := range got {
		if left[g] > 0 {
			left[g]--
			hits++
			continue
		}
		t.Logf("+ %s", g)
	}
	for _, w := range want {
		if left[w] > 0 {
			left[w]--
			t.Logf("- %s", w)
		}
	}
	precision, recall := float64(hits)/float64(max(1, len(got))), float64(hits)/float64(max(1, len(want)))
	f1 := 2 * precision * recall / max(precision+recall, 1e-9)
	t.Logf("%s: %d labels, precision %.4f, recall %.4f, F1 %.4f", what, len(want), precision, recall, f1)
	if f1 < least {
		t.Errorf("%s: F1 %.4f, want at least %.2f", what, f1, least)
	}
}

func eachMeasure(doc *plan.Document, f func(p *plan.Plan, m *plan.Measure)) {
	for i := range doc.Plans {
		for j := range doc.Plans[i].Measures {
			f(&doc.Plans[i], &doc.Plans[i].Measures[j])
		}
	}
}

func TestLabelledItems(t *testing.T) {
	doc, _, _ := parseSeed(t)
	lines := map[string]int{"": 0}
	eachMeasure(doc, func(_ *plan.Plan, m *plan.Measure) { lines[m.ID] = m.Line })
	var got, want []string
	eachMeasure(doc, func(p *plan.Plan, m *plan.Measure) {
		kind := p.Sections[slices.IndexFunc(p.Sections, func(s plan.Section) bool { return s.ID == m.Section })].Kind
		got = append(got, fmt.Sprintf("%d %s %s below %d heading=%v clause=%v %q", m.Line, kind, m.Number, lines[m.Parent], m.Heading, len(m.Clauses) > 0, m.Title))
	})
	for _, l := range readLabels(t, "items") {
		parent := l["parent_line"]
		if parent == "" {
			parent = "0"
		}
		want = append(want, fmt.Sprintf("%s %s %s below %s heading=%s clause=%s %q", l["line"], l["section"], l["number"], parent, l["heading"], l["has_clause"], l["title"]))
	}
	score(t, "items", got, want, 1)
}

func TestLabelledResponsibilities(t *testing.T) {
	doc, _, _ := parseSeed(t)
	reg, _, err := glossary.LoadRegistry(os.DirFS(seeds), "organizations.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	eachMeasure(doc, func(_ *plan.Plan, m *plan.Measure) {
		for _, r := range m.Responsibilities {
			got = append(got, fmt.Sprintf("%d %d %s %s open=%v", m.Line, r.Clause, r.Org, r.Role, r.Open))
		}
	})
	for _, l := range readLabels(t, "responsibilities") {
		o, ok := reg.Lookup(l["org_zh"])
		if !ok {
			t.Fatalf("label names %s, which is not registered", l["org_zh"])
		}
		want = append(want, fmt.Sprintf("%s %s %s %s open=%s", l["line"], l["clause"], o.ID, l["role"], l["open"]))
	}
	score(t, "responsibilities", got, want, 1)
}

func TestLabelledDeadlines(t *testing.T) {
	doc, _, _ := parseSeed(t)
	var got, want []string
	eachMeasure(doc, func(_ *plan.Plan, m *plan.Measure) {
		for _, d := range m.Deadlines {
			got = append(got, fmt.Sprintf("%d %s %s..%s inferred=%v bare=%v %s", m.Line, d.Kind, d.Start, d.End, d.Inferred, d.Bare, d.Text))
		}
	})
	for _, l := range readLabels(t, "deadlines") {
		want = append(want, fmt.Sprintf("%s %s %s..%s inferred=%v bare=%v %s", l["line"], l["kind"], l["start"], l["end"],
			strings.Contains(l["flags"], "inferred"), strings.Contains(l["flags"], "bare"), l["text"]))
	}
	score(t, "deadlines", got, want, 0.95)
}

func TestLabelledAmounts(t *testing.T) {
	doc, _, _ := parseSeed(t)
	var got, want []string
	eachMeasure(doc, func(_ *plan.Plan, m *plan.Measure) {
		for _, a := range m.Amounts {
			got = append(got, fmt.Sprintf("%d %s %v %s %s", m.Line, a.Text, a.Value, a.Unit, a.Qualifier))
		}
	})
	for _, l := range readLabels(t, "amounts") {
		var v float64
		if _, err := fmt.Sscan(l["value"], &v); err != nil {
			t.Fatal(err)
		}
		want = append(want, fmt.Sprintf("%s %s %v %s %s", l["line"], l["text"], v, l["unit"], l["qualifier"]))
	}
	score(t, "amounts", got, want, 0.97)
}
