package topic_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/build"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// repository is the root of the project whose document is labelled.
const repository = "../../../.."

// label is what a person who read a measure says of it.
type label struct{ audiences, benefits []string }

// readLabels reads testdata/yunnan.tsv: every measure of the document with its
// audiences and benefits, as judged by reading it, without the matcher.
func readLabels(t *testing.T) map[string]label {
	t.Helper()
	f, err := os.Open("testdata/yunnan.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	labels := map[string]label{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if cells := strings.Split(sc.Text(), "\t"); len(cells) == 3 && cells[0] != "measure" {
			labels[cells[0]] = label{strings.Fields(cells[1]), strings.Fields(cells[2])}
		}
	}
	return labels
}

// The matcher agrees with the labels. The lexicon was made with this document in
// view, so the figures say that it does what it is meant to do here, not how
// well it does on others.
func TestLabelledMeasures(t *testing.T) {
	labels := readLabels(t)
	t.Chdir(repository) // translations are found from the root of the project
	read, err := build.ReadDocument(t.Context(), build.Options{Root: "."}, "seeds/yunnan-2022-ten-special-actions.txt")
	if err != nil {
		t.Fatal(err)
	}
	var audiences, benefits scores
	n := 0
	for _, p := range read.Document.Plans {
		for _, m := range p.Measures {
			l, ok := labels[m.ID]
			if !ok {
				t.Errorf("%s has no label", m.ID)
			}
			n++
			audiences.add(t, m.ID, m.Audiences, l.audiences)
			benefits.add(t, m.ID, m.Benefits, l.benefits)
		}
	}
	if n != len(labels) {
		t.Errorf("%d measures, %d labels", n, len(labels))
	}
	audiences.judge(t, "audiences", 0.97)
	benefits.judge(t, "benefits", 0.97)
}

// scores counts agreement.
type scores struct{ right, wrong, missed int }

func (s *scores) add(t *testing.T, id string, got []plan.Tag, want []string) {
	t.Helper()
	for _, tag := range got {
		if slices.Contains(want, tag.ID) {
			s.right++
			continue
		}
		s.wrong++
		t.Logf("+ %s %s %v", id, tag.ID, tag.Words)
	}
	for _, w := range want {
		if !slices.ContainsFunc(got, func(tag plan.Tag) bool { return tag.ID == w }) {
			s.missed++
			t.Logf("- %s %s", id, w)
		}
	}
}

func (s *scores) judge(t *testing.T, what string, least float64) {
	t.Helper()
	precision := float64(s.right) / float64(max(1, s.right+s.wrong))
	recall := float64(s.right) / float64(max(1, s.right+s.missed))
	t.Logf("%s: %d labels, precision %.4f, recall %.4f", what, s.right+s.missed, precision, recall)
	if precision < least || recall < least {
		t.Errorf("%s: precision %.4f and recall %.4f, want at least %.2f", what, precision, recall, least)
	}
}

// Every label names an entry of the lexicon.
func TestLabelsAreOfTheLexicon(t *testing.T) {
	lexicon := glossary.BuiltInLexicon()
	for id, l := range readLabels(t) {
		for _, a := range l.audiences {
			if !slices.Contains(glossary.IDs(lexicon.Audiences), a) {
				t.Errorf("%s: unknown audience %s", id, a)
			}
		}
		for _, b := range l.benefits {
			if !slices.Contains(glossary.IDs(lexicon.Benefits), b) {
				t.Errorf("%s: unknown benefit %s", id, b)
			}
		}
	}
}
