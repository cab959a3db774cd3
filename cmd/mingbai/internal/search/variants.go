package search

import (
	_ "embed"
	"strings"
	"sync"
)

// variants pairs traditional characters with the simplified ones that stand for
// them. It is made from the tables of OpenCC (Apache License 2.0) by the test of
// this file with -update.
//
//go:embed variants.txt
var variants string

// simplified gives the simplified form of each traditional character.
var simplified = sync.OnceValue(func() map[rune]rune {
	from, to, _ := strings.Cut(strings.TrimSpace(variants), "\n")
	forms := []rune(to)
	table := make(map[rune]rune, len(forms))
	for i, r := range []rune(from) {
		table[r] = forms[i]
	}
	return table
})

// simplify puts simplified characters in the place of traditional ones.
func simplify(text string) string {
	table := simplified()
	return strings.Map(func(r rune) rune {
		if r < 0x2e80 {
			return r
		}
		if s, ok := table[r]; ok {
			return s
		}
		return r
	}, text)
}

// variantTable is what the script gets: only those traditional characters whose
// simplified forms are in use, since no other can find anything.
type variantTable struct {
	Traditional string `json:"t"`
	Simplified  string `json:"s"`
}

func variantsOf(used map[rune]bool) variantTable {
	from, to, _ := strings.Cut(strings.TrimSpace(variants), "\n")
	forms := []rune(to)
	var t, s strings.Builder
	for i, r := range []rune(from) {
		if used[forms[i]] {
			t.WriteRune(r)
			s.WriteRune(forms[i])
		}
	}
	return variantTable{t.String(), s.String()}
}
