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

// simplified gives the simplified form of each traditional character: the usual
// ones by their place from firstCommon on, 0 for those without one, the others
// in a map.
var simplified = sync.OnceValues(func() (common []rune, rare map[rune]rune) {
	from, to, _ := strings.Cut(strings.TrimSpace(variants), "\n")
	forms := []rune(to)
	common, rare = make([]rune, lastCommon-firstCommon+1), map[rune]rune{}
	for i, r := range []rune(from) {
		if firstCommon <= r && r <= lastCommon {
			common[r-firstCommon] = forms[i]
		} else {
			rare[r] = forms[i]
		}
	}
	return common, rare
})

// The block of the usual Chinese characters.
const (
	firstCommon = 0x4E00
	lastCommon  = 0x9FFF
)

// simplify puts simplified characters in the place of traditional ones.
func simplify(text string) string {
	common, rare := simplified()
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x2e80:
			return r
		case firstCommon <= r && r <= lastCommon:
			if s := common[r-firstCommon]; s != 0 {
				return s
			}
			return r
		}
		if s, ok := rare[r]; ok {
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
