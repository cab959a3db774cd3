package glossary

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"mingbai/cmd/mingbai/internal/plan"
)

func interfaceWords(t *testing.T) *Words {
	t.Helper()
	w, err := InterfaceWords()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var verb = regexp.MustCompile(`%(?:\[\d\])?[sdv]`)

// verbs are the arguments that a text takes, in any order.
func verbs(text string) []string {
	all := verb.FindAllString(strings.ReplaceAll(text, "%%", ""), -1)
	slices.Sort(all)
	return all
}

func TestEveryWordExistsInBothLanguages(t *testing.T) {
	w := interfaceWords(t)
	for _, key := range w.Keys() {
		e := w.words[key]
		if e.Zh == "" || e.En == "" {
			t.Errorf("%s: zh %q, en %q", key, e.Zh, e.En)
		}
		for _, text := range []string{e.Zh, e.En, e.One} {
			if key != "separator" && text != strings.TrimSpace(text) {
				t.Errorf("%s: blank space around %q", key, text)
			}
		}
		// The English of exactly one thing may leave its number out.
		if zh, en := verbs(e.Zh), verbs(e.En); len(zh) != len(en) {
			t.Errorf("%s: %q takes %v, %q takes %v", key, e.Zh, zh, e.En, en)
		}
		if strings.ContainsFunc(e.En, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s: Chinese in the English %q", key, e.En)
		}
	}
}

// Chinese is written with full-width punctuation.
func TestChineseWordsUseFullWidthPunctuation(t *testing.T) {
	half := regexp.MustCompile(`\p{Han}[,;:!?()]|[,;:!?()]\p{Han}`)
	w := interfaceWords(t)
	for _, key := range w.Keys() {
		if key == "column.keywords" {
			continue // a list for machines, which expect commas
		}
		if m := half.FindString(w.words[key].Zh); m != "" {
			t.Errorf("%s: half-width punctuation %q in %q", key, m, w.words[key].Zh)
		}
	}
}

func TestText(t *testing.T) {
	w := &Words{words: map[string]word{
		"n":    {Zh: "%d 项", En: "%d measures", One: "%d measure"},
		"home": {Zh: "首页", En: "Home"},
	}}
	for _, tt := range []struct {
		lang plan.Lang
		key  string
		args []any
		want string
	}{
		{plan.Zh, "n", []any{1}, "1 项"},
		{plan.En, "n", []any{1}, "1 measure"},
		{plan.En, "n", []any{2}, "2 measures"},
		{plan.En, "home", nil, "Home"},
	} {
		if got, err := w.Text(tt.lang, tt.key, tt.args...); err != nil || got != tt.want {
			t.Errorf("%s %s %v: %q, %v; want %q", tt.lang, tt.key, tt.args, got, err, tt.want)
		}
	}
	if _, err := w.Text(plan.Zh, "hme"); err == nil || !strings.Contains(err.Error(), `"hme"`) {
		t.Errorf("unknown key: %v", err)
	}
}
