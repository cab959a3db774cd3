package parse

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// The fixtures in testdata/genre were written for this project, one for each
// form that documents of the genre take, and labelled by hand. A label is a
// line: H field value; M line number; R line number role body (* for an open
// list); D line number kind start..end text; A line number text value unit
// qualifier. The number is - where the measure has none.

// accuracies is what is measured, with the least F1 that the sum must reach.
var accuracies = []struct {
	kind, name string
	least      float64
}{
	{"H", "head matter", 1}, {"M", "measures", 0.99}, {"R", "responsibilities", 0.98}, {"D", "deadlines", 0.95}, {"A", "amounts", 0.97},
}

// tally counts what was read, what was labelled and what is both.
type tally struct{ got, want, both int }

// String is precision, recall and F1, or nothing where nothing was labelled.
func (t tally) String() string {
	if t.got+t.want == 0 {
		return ""
	}
	return fmt.Sprintf("%.3f/%.3f/%.3f", t.precision(), t.recall(), t.f1())
}

func (t tally) precision() float64 { return float64(t.both) / float64(max(1, t.got)) }
func (t tally) recall() float64    { return float64(t.both) / float64(max(1, t.want)) }

func (t tally) f1() float64 {
	return 2 * float64(t.both) / float64(max(1, t.got+t.want))
}

// TestAccuracy prints precision, recall and F1 for every fixture; make accuracy
// shows the table.
func TestAccuracy(t *testing.T) {
	files, err := filepath.Glob("testdata/genre/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatal("fixtures are missing", err)
	}
	sum := map[string]tally{}
	row := func(name string, of map[string]tally) {
		s := fmt.Sprintf("%-28s", name)
		for _, a := range accuracies {
			s += fmt.Sprintf("  %s %3d %-17s", a.kind, of[a.kind].want, of[a.kind])
		}
		t.Log(s)
	}
	t.Log("labels, precision/recall/F1 of H head matter, M measures, R responsibilities, D deadlines, A amounts")
	for _, file := range files {
		got, want := readFixture(t, file)
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		one := map[string]tally{}
		for _, a := range accuracies {
			c := compare(t, name, prefixed(got, a.kind), prefixed(want, a.kind))
			one[a.kind] = c
			s := sum[a.kind]
			sum[a.kind] = tally{s.got + c.got, s.want + c.want, s.both + c.both}
		}
		row(name, one)
	}
	row("all", sum)
	for _, a := range accuracies {
		if f := sum[a.kind].f1(); f < a.least {
			t.Errorf("%s: F1 %.4f, want at least %.2f", a.name, f, a.least)
		}
	}
}

// readFixture reads a fixture, and gives the labels of the parser and of the
// hand in one form.
func readFixture(t *testing.T, file string) (got, want []string) {
	t.Helper()
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range ar.Files {
		text := strings.TrimSuffix(string(f.Data), "\n")
		switch f.Name {
		case "doc.txt":
			doc, _ := Parse(Input{File: "doc.txt", Lines: strings.Split(text, "\n")})
			if doc.SourceText() != text {
				t.Errorf("%s: the segments do not give back the document", file)
			}
			got = labelsOf(doc)
		case "labels":
			for _, l := range strings.Split(text, "\n") {
				want = append(want, zh.FoldString(strings.TrimSpace(l)))
			}
		}
	}
	return got, want
}

// labelsOf writes what was read in the form of labels.
func labelsOf(doc *plan.Document) (out []string) {
	add := func(format string, args ...any) {
		out = append(out, strings.TrimSpace(zh.FoldString(fmt.Sprintf(format, args...))))
	}
	if doc.Origins.Zh == plan.Printed {
		add("H title %s", doc.Title.Zh+doc.Title.En)
	}
	if doc.Number != "" {
		add("H number %s", doc.Number)
	}
	if doc.Date != "" {
		add("H date %s", doc.Date)
	}
	eachMeasure(doc, func(_ *plan.Plan, m *plan.Measure) {
		at := fmt.Sprintf("%d %s", m.Line, m.Number)
		if m.Number == "" {
			at += "-"
		}
		add("M %s", at)
		for _, r := range m.Responsibilities {
			open := ""
			if r.Open {
				open = "*"
			}
			add("R %s %s %s%s", at, r.Role, r.Text, open)
		}
		for _, d := range m.Deadlines {
			add("D %s %s %s..%s %s", at, d.Kind, d.Start, d.End, d.Text)
		}
		for _, a := range m.Amounts {
			add("A %s %s %.15g %s %s", at, a.Text, a.Value, a.Unit, a.Qualifier)
		}
	})
	return out
}

func prefixed(labels []string, kind string) (out []string) {
	for _, l := range labels {
		if strings.HasPrefix(l, kind+" ") {
			out = append(out, l)
		}
	}
	return out
}

// compare counts two lists as multisets, and logs what only one has.
func compare(t *testing.T, name string, got, want []string) tally {
	t.Helper()
	c := tally{got: len(got), want: len(want)}
	left := slices.Clone(want)
	for _, g := range got {
		if i := slices.Index(left, g); i >= 0 {
			left = slices.Delete(left, i, i+1)
			c.both++
			continue
		}
		t.Logf("%s: + %s", name, g)
	}
	for _, l := range left {
		t.Logf("%s: - %s", name, l)
	}
	return c
}
