package parse

import (
	"os"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/source"
)

const seeds = "../../../../seeds"

// parseSeed reads the document of this repository.
func parseSeed(t testing.TB) (*plan.Document, []diag.Finding, source.Text) {
	t.Helper()
	const name = "yunnan-2022-ten-special-actions"
	data, err := os.ReadFile(seeds + "/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	text, fs, err := source.Read(name+".txt", data)
	if err != nil || len(fs) > 0 {
		t.Fatal(err, fs)
	}
	reg, fs, err := glossary.LoadRegistry(os.DirFS(seeds), "organizations.yaml")
	if err != nil || len(fs) > 0 {
		t.Fatal(err, fs)
	}
	names, err := glossary.LoadNames(os.DirFS(seeds), name+".yaml")
	if err != nil {
		t.Fatal(err)
	}
	doc, findings := Parse(Input{File: text.File, SHA256: text.SHA256, Lines: text.Lines, Registry: reg, Names: names})
	return doc, findings, text
}

// TestConservation proves rule one: every character of the seed is in exactly
// one part of one segment.
func TestConservation(t *testing.T) {
	doc, _, text := parseSeed(t)
	if got, want := doc.SourceText(), strings.Join(text.Lines, "\n"); got != want {
		t.Errorf("the segments do not give back the document: %d bytes, want %d", len(got), len(want))
	}
	for _, s := range doc.Segments {
		for _, p := range s.Parts {
			if p.Text == "" {
				t.Errorf("line %d has an empty part %s", s.Line, p.Kind)
			}
		}
	}
}

// TestShownTwice proves that measures, sections and the covering letter hold
// each line of the document once.
func TestShownTwice(t *testing.T) {
	doc, _, _ := parseSeed(t)
	seen := map[int]string{}
	take := func(line int, owner string) {
		if prev, ok := seen[line]; ok {
			t.Errorf("line %d belongs to %s and to %s", line, prev, owner)
		}
		seen[line] = owner
	}
	for _, p := range doc.Covering {
		take(p.Line, "covering letter")
	}
	for _, p := range doc.Plans {
		for _, s := range p.Sections {
			for _, para := range s.Paragraphs {
				take(para.Line, p.ID+"#"+s.ID)
			}
		}
		for _, m := range p.Measures {
			take(m.Line, m.ID)
		}
	}
}

func TestHeadMatter(t *testing.T) {
	doc, _, _ := parseSeed(t)
	if doc.ID != "yunnan-2022" || doc.Slug != "yunnan-2022-ten-special-actions" || doc.Date != "2022-06-08" || doc.Issuer != "private-economy-office" || doc.Number != "" {
		t.Errorf("head matter: %q %q %q %q %q", doc.ID, doc.Slug, doc.Date, doc.Issuer, doc.Number)
	}
	actions := map[int]bool{}
	for _, p := range doc.Plans {
		actions[p.Action.Number] = true
	}
	if len(doc.Plans) != 15 || len(actions) != 10 || len(doc.Organizations) != 46 {
		t.Errorf("%d plans, %d actions, %d organizations; want 15, 10, 46", len(doc.Plans), len(actions), len(doc.Organizations))
	}
}
