package glossary

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mingbai/cmd/mingbai/internal/diag"
)

// lexicon reads a project's lexicon over the built-in one.
func lexicon(t *testing.T, text string) (*Lexicon, []diag.Finding) {
	t.Helper()
	l, findings, err := LoadLexicon(fstest.MapFS{"lexicon.yaml": {Data: []byte(text)}}, "lexicon.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return l, findings
}

func topicIn(all []Topic, id string) (Topic, bool) {
	i := slices.IndexFunc(all, func(t Topic) bool { return t.ID == id })
	if i < 0 {
		return Topic{}, false
	}
	return all[i], true
}

// The built-in lexicon says everything in both languages, and a word for
// Chinese text and one for English text tell every topic.
func TestBuiltInLexicon(t *testing.T) {
	l := BuiltInLexicon()
	for _, g := range l.Groups {
		if g.Name.Zh == "" || g.Name.En == "" {
			t.Errorf("group %s lacks a name", g.ID)
		}
	}
	for _, topic := range slices.Concat(l.Audiences, l.Benefits) {
		if topic.Name.En == "" || topic.About.Zh == "" || topic.About.En == "" {
			t.Errorf("%s lacks a name or what it is about", topic.ID)
		}
		english := func(w string) bool { return strings.ContainsAny(w, "abcdefghijklmnopqrstuvwxyz") }
		if !slices.ContainsFunc(topic.Words, english) || english(topic.Words[0]) {
			t.Errorf("%s: want words in both languages, the Chinese ones first", topic.ID)
		}
	}
}

func TestProjectLexicon(t *testing.T) {
	before := len(BuiltInLexicon().Audiences)
	l, findings := lexicon(t, `
except: [暂不…]
groups: [{ id: local, zh: 本地, en: Local }]
audiences:
  - { id: catering, en: Eating places, words: [米线店], except: [餐饮协会] }
  - { id: tea-grower, group: local, zh: 茶农, words: [茶农, 茶园], within: [farming] }
  - { id: construction, off: true }
benefits:
  - { id: tax, words: [税收返还] }
`)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	catering, _ := topicIn(l.Audiences, "catering")
	if catering.Name.Zh != "餐饮住宿业" || catering.Name.En != "Eating places" || !slices.Contains(catering.Words, "餐饮") || !slices.Contains(catering.Words, "米线店") {
		t.Errorf("catering: %+v", catering)
	}
	if tea, ok := topicIn(l.Audiences, "tea-grower"); !ok || tea.Group != "local" || tea.Within[0] != "farming" {
		t.Errorf("tea growers: %+v", tea)
	}
	if _, ok := topicIn(l.Audiences, "construction"); ok {
		t.Error("an entry that is off is still there")
	}
	if tax, _ := topicIn(l.Benefits, "tax"); !slices.Contains(tax.Words, "税收返还") {
		t.Errorf("tax: %+v", tax)
	}
	if !slices.Contains(l.Except, "暂不…") {
		t.Errorf("exceptions: %v", l.Except)
	}
	built := BuiltInLexicon()
	own, _ := topicIn(built.Audiences, "catering")
	if len(built.Audiences) != before || slices.Contains(own.Words, "米线店") {
		t.Error("reading a project's lexicon changed the built-in one")
	}
}

func TestLexiconFindings(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"unknown key":       {"audiences:\n  - { id: catering, word: [餐饮] }\n", "G121"},
		"id of capitals":    {"audiences:\n  - { id: Catering, words: [餐饮] }\n", "G121"},
		"no name":           {"audiences:\n  - { id: tea, group: trade, words: [茶] }\n", "G121"},
		"no words":          {"audiences:\n  - { id: tea, group: trade, zh: 茶农 }\n", "G121"},
		"a word of nothing": {"audiences:\n  - { id: catering, words: [\"…\"] }\n", "G121"},
		"unknown group":     {"benefits:\n  - { id: tea, group: nowhere, zh: 茶, words: [茶] }\n", "G121"},
		"group without zh":  {"groups:\n  - { id: tea, en: Tea }\n", "G121"},
		"twice":             {"benefits:\n  - { id: tax, words: [甲] }\n  - { id: tax, words: [乙] }\n", "G122"},
		"unknown relation":  {"audiences:\n  - { id: catering, within: [service] }\n", "G123"},
		"itself":            {"audiences:\n  - { id: catering, often: [catering] }\n", "G123"},
	}
	for name, tt := range tests {
		if _, findings := lexicon(t, tt.text); len(findings) != 1 || findings[0].Code != tt.want || findings[0].Line == 0 {
			t.Errorf("%s: findings %v, want one %s with its line", name, findings, tt.want)
		}
	}
}

// A file that is no lexicon at all is an error; no file is the built-in one.
func TestLexiconThatCannotBeRead(t *testing.T) {
	fsys := fstest.MapFS{"lexicon.yaml": {Data: []byte("audience: []\n")}}
	if _, _, err := LoadLexicon(fsys, "lexicon.yaml"); err == nil || !strings.Contains(err.Error(), "lexicon.yaml") {
		t.Errorf("error %v, want one that names the file", err)
	}
	l, findings, err := LoadLexicon(fstest.MapFS{}, "lexicon.yaml")
	if err != nil || len(findings) > 0 || len(l.Audiences) != len(BuiltInLexicon().Audiences) {
		t.Error(err, findings)
	}
}
