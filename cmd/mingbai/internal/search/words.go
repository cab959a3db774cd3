package search

import (
	"slices"
	"strings"
)

// wordTable is the file of what people know about words, cut down to what can
// find something in this index.
type wordTable struct {
	Groups  []wordGroup `json:"groups"`
	Ignored []string    `json:"ignored"`
}

// wordGroup says that each of the words finds all of Find, which are in the
// index; a word that is there itself is among them.
type wordGroup struct {
	Words []string `json:"w"`
	Find  []string `json:"f"`
}

func compileWords(o Options, terms map[string]*postings) wordTable {
	table := wordTable{Groups: []wordGroup{}, Ignored: []string{}}
	unknown := func(word string) bool {
		need := termsOf(word)
		return len(need) == 0 || slices.ContainsFunc(need, func(t string) bool { return terms[t] == nil })
	}
	for _, s := range o.Synonyms {
		words := plainWords(s.Words)
		find := slices.DeleteFunc(plainWords(slices.Concat(s.Words, s.Find)), unknown)
		// One word that finds but itself says nothing.
		if len(find) > 0 && (len(find) > 1 || len(words) > 1 || find[0] != words[0]) {
			table.Groups = append(table.Groups, wordGroup{words, find})
		}
	}
	table.Ignored = append(table.Ignored, plainWords(o.Ignored)...)
	return table
}

// plainWords brings words to the form in which queries are compared.
func plainWords(words []string) []string {
	var out []string
	for _, w := range words {
		var b strings.Builder
		for _, c := range plain(simplify(strings.TrimSpace(w))) {
			b.WriteRune(c.r)
		}
		out = append(out, b.String())
	}
	return out
}

// termsOf gives the terms that together are a word or phrase. A single
// character at the end of a run is part of the pair before it.
func termsOf(word string) []string {
	var out []string
	for _, r := range scan(word) {
		switch r.kind {
		case hanRun:
			for _, t := range appendPairs(nil, r) {
				if isPair(t.Term) {
					out = append(out, t.Term)
				}
			}
		case wordRun:
			if t := wordTerm(r.text); t != "" {
				out = append(out, t)
			}
		case numberRun:
			out = append(out, r.text)
		}
	}
	return out
}

// vocabulary is the table as queries use it.
type vocabulary struct {
	find    map[string][]string // key of a word → words that it finds
	ignored map[string]bool
	longest int // characters of the longest Chinese word
	most    int // words of the longest phrase
}

// keyOf is how a query recognizes a word: Chinese by its characters, English by
// its stems. A mixture is not recognized.
func keyOf(word string) string {
	runs := scan(word)
	if len(runs) == 1 && runs[0].kind == hanRun {
		return runs[0].text
	}
	if slices.ContainsFunc(runs, func(r run) bool { return r.kind != wordRun }) {
		return ""
	}
	return strings.Join(termsOf(word), " ")
}

func newVocabulary(t wordTable) *vocabulary {
	v := &vocabulary{find: map[string][]string{}, ignored: map[string]bool{}, longest: 1, most: 1}
	measure := func(key string) {
		v.longest = max(v.longest, len([]rune(key)))
		v.most = max(v.most, strings.Count(key, " ")+1)
	}
	for _, g := range t.Groups {
		for _, w := range g.Words {
			if key := keyOf(w); key != "" {
				v.find[key] = append(v.find[key], g.Find...)
				measure(key)
			}
		}
	}
	for _, w := range t.Ignored {
		v.ignored[w] = true
		measure(w)
	}
	return v
}
