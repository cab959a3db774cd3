package glossary

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

const goodTerms = `latin: [APP]
han: [政采贷]
terms:
  - zh: 清欠
    en: [clearing arrears, clear arrears]
    reason: says what is done
    forbidden: [debt clearing]
`

func TestLoadTerms(t *testing.T) {
	for name, c := range map[string]struct{ add, want string }{
		"good":            {"", ""},
		"unknown key":     {"  - {zh: 甲, en: [a], reason: r, german: b}\n", "g.yaml:8:5: error: the term cannot be read: yaml: unmarshal errors:\n  line 8: field german not found"},
		"wrong type":      {"  - {zh: 甲, en: {a: b}, reason: r}\n", "cannot be read"},
		"no Chinese":      {"  - {en: [a], reason: r}\n", "no Chinese term"},
		"no English":      {"  - {zh: 甲, reason: r}\n", "甲: no English rendering"},
		"empty English":   {"  - {zh: 甲, en: [''], reason: r}\n", "甲: an empty rendering"},
		"empty forbidden": {"  - {zh: 甲, en: [a], reason: r, forbidden: ['']}\n", "甲: an empty rendering"},
		"no reason":       {"  - {zh: 甲, en: [a]}\n", "甲: neither source nor reason"},
		"twice":           {"  - {zh: 清欠, en: [a], reason: r}\n", "the term “清欠” stands on line 4 already [G112]"},
	} {
		terms, findings, err := LoadTerms(fstest.MapFS{"g.yaml": {Data: []byte(goodTerms + c.add)}}, "g.yaml")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := ""
		for _, f := range findings {
			got += f.String()
		}
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if len(terms.Terms) != 1 || terms.Terms[0].En[0] != "clearing arrears" || terms.Terms[0].Line != 4 || terms.Latin[0] != "APP" || terms.Han[0] != "政采贷" {
			t.Errorf("%s: the good entry is lost: %+v", name, terms)
		}
	}
}

func TestLoadSuppressions(t *testing.T) {
	const good = "suppressions:\n  - {code: K832, text: d/m01#p1, reason: two meanings}\n"
	for name, c := range map[string]struct{ add, want string }{
		"good":        {"", ""},
		"no reason":   {"  - {code: K832, text: d/m01#p2}\n", "s.yaml:3:5: error: the suppression does not hold: K832 at d/m01#p2: no reason [G113]"},
		"no code":     {"  - {text: d/m01#p2, reason: r}\n", "code and text must both be given"},
		"unknown key": {"  - {code: K832, file: x, reason: r}\n", "field file not found"},
	} {
		ss, findings, err := LoadSuppressions(fstest.MapFS{"s.yaml": {Data: []byte(good + c.add)}}, "s.yaml")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := ""
		for _, f := range findings {
			got += f.String()
		}
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if len(ss) != 1 || ss[0].Reason != "two meanings" || ss[0].Line != 2 {
			t.Errorf("%s: the good entry is lost: %+v", name, ss)
		}
	}
}

func TestUnreadableTerms(t *testing.T) {
	bad := fstest.MapFS{"g.yaml": {Data: []byte("terms: [\n")}}
	if _, _, err := LoadTerms(bad, "g.yaml"); err == nil || !strings.HasPrefix(err.Error(), "g.yaml: ") {
		t.Errorf("terms: %v", err)
	}
	if _, _, err := LoadSuppressions(bad, "g.yaml"); err == nil || !strings.HasPrefix(err.Error(), "g.yaml: ") {
		t.Errorf("suppressions: %v", err)
	}
	if terms, _, err := LoadTerms(bad, "missing.yaml"); err != nil || len(terms.Terms) > 0 {
		t.Errorf("a missing file: %v, %v", terms, err)
	}
}

// TestSeedTerms checks the data of this repository.
func TestSeedTerms(t *testing.T) {
	seeds := os.DirFS("../../../../seeds")
	terms, findings, err := LoadTerms(seeds, "glossary.yaml")
	if err != nil || len(findings) > 0 || len(terms.Terms) < 80 {
		t.Error(err, findings, len(terms.Terms))
	}
	if _, findings, err := LoadSuppressions(seeds, "translations/suppressions.yaml"); err != nil || len(findings) > 0 {
		t.Error(err, findings)
	}
}
