package search

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// vector is a text with its terms; the script is held to the same by a test in a
// browser.
type vector struct {
	Text   string     `json:"text"`
	Tokens []jsonTerm `json:"tokens"`
}

// jsonTerm is [term, start, end].
type jsonTerm [3]any

const vectorsFile = "testdata/vectors.json"

func TestTokenize(t *testing.T) {
	data, err := os.ReadFile(vectorsFile)
	if err != nil {
		t.Fatal(err)
	}
	var vectors []vector
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	got := make([]vector, len(vectors))
	for i, v := range vectors {
		got[i] = vector{Text: v.Text, Tokens: []jsonTerm{}}
		for _, k := range Tokenize(v.Text) {
			got[i].Tokens = append(got[i].Tokens, jsonTerm{k.Term, float64(k.Start), float64(k.End)})
		}
	}
	if *update {
		writeVectors(t, got)
		return
	}
	if diff := cmp.Diff(vectors, got); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
}

// writeVectors writes one vector a line.
func writeVectors(t *testing.T, vectors []vector) {
	t.Helper()
	var b strings.Builder
	for i, v := range vectors {
		b.WriteString(map[bool]string{true: "[\n", false: ",\n"}[i == 0])
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	text := strings.ReplaceAll(b.String(), "\n,", ",") + "]\n"
	if err := os.WriteFile(vectorsFile, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The table promises what it is for; the vectors hold it to the letter.
func TestTokenizeMeans(t *testing.T) {
	for _, same := range [][2]string{
		{"50亿元", "５０亿"}, {"5 billion yuan", "50亿元 yuan"}, {"1,000户", "1000户"}, {"2.5万", "25000"}, {"50％", "50%"},
		{"subsidies", "subsidized"}, {"reduce", "reduction"}, {"employers", "employment"}, {"guaranteed", "guarantor"},
		{"companies", "company"}, {"ＡＰＰ", "app"}, {"deferral", "deferred"},
	} {
		a, b := termSet(same[0]), termSet(same[1])
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("%q and %q differ: %s", same[0], same[1], diff)
		}
	}
	for _, holds := range []struct{ text, term string }{
		{"2022年6月30日前", "#m6-30"}, {"2022-06-30", "#m6-30"}, {"by 30 June 2022", "#m6-30"}, {"June 30, 2022", "#m6-30"},
		{"2022年底", "#2022"}, {"2022年底", "年底"}, {"6月底", "#m6"}, {"社保费", "保费"}, {"税", "税"},
	} {
		if !termSet(holds.text)[holds.term] {
			t.Errorf("%q has no term %q: %v", holds.text, holds.term, termSet(holds.text))
		}
	}
}

func termSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, k := range Tokenize(text) {
		set[k.Term] = true
	}
	return set
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{"安排５０亿元", "30 June 2022", "1,000.50%", "don't", "㈱①", "\xff中", "2022.6.30", "6月 30 日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := len([]rune(s))
		for _, k := range Tokenize(s) {
			if k.Term == "" || k.Start < 0 || k.End <= k.Start || k.End > n || len(k.Term) > 255 {
				t.Fatalf("%q: token %+v of %d characters", s, k, n)
			}
		}
	})
}
