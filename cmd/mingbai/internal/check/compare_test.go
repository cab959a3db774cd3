package check_test

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/glossary"
)

// What was found on a page serves the next build, without a look at its texts:
// on the texts of this repository, of which many break a rule once the terms
// that people agreed on are spoilt.
func TestComparisonsOutliveTheProcess(t *testing.T) {
	tree := ownTree(t)
	terms, _, err := glossary.LoadTerms(os.DirFS(ownProject), "seeds/glossary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	terms.Latin = nil
	for i := range terms.Terms {
		if i%3 == 0 {
			terms.Terms[i].En = []string{"words that nobody wrote"}
		}
	}
	want := check.Translations(tree, terms, nil)
	if len(want) < 50 {
		t.Fatalf("only %d findings to compare", len(want))
	}
	c := check.NewComparer(tree.Departments, terms)
	var documents [][]check.Compared
	for _, doc := range tree.Documents {
		var pages []check.Compared
		for _, p := range slices.Backward(check.TextPairs(doc)) {
			pages = append(pages, check.Compared{TextPair: p, Comparison: c.Compare(p)})
		}
		slices.Reverse(pages)
		documents = append(documents, pages)
	}
	if diff := cmp.Diff(want, c.Findings(documents, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestComparerKey(t *testing.T) {
	tree := ownTree(t)
	terms := &glossary.Terms{Latin: []string{"APP"}}
	key := check.NewComparer(tree.Departments, terms).Key()
	if again := check.NewComparer(tree.Departments, terms).Key(); again != key {
		t.Error("the same terms and bodies have two keys")
	}
	if other := check.NewComparer(tree.Departments, &glossary.Terms{}).Key(); other == key {
		t.Error("other terms have the same key")
	}
	if other := check.NewComparer(tree.Departments[1:], terms).Key(); other == key {
		t.Error("other bodies have the same key")
	}
}
