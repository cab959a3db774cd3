package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	gopinyin "github.com/mozillazg/go-pinyin" // readings of characters; kept current with the Unihan data
	"golang.org/x/text/encoding/simplifiedchinese"
)

// soundTable is the file by which pinyin is understood: the characters of
// frequent pairs by their syllable, without tones, and the pairs by their first
// character.
type soundTable struct {
	Syllables map[string]string `json:"s"`
	Pairs     map[string]string `json:"p"`
}

// mostPairs bounds the file.
const mostPairs = 4000

// readings are the syllables of a character, without tones, ü as v.
func readings(r rune) []string {
	args := gopinyin.NewArgs()
	args.Heteronym = true
	all := gopinyin.SinglePinyin(r, args)
	for i, s := range all {
		all[i] = strings.ReplaceAll(s, "ü", "v")
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// pinyin writes the files for pinyin, for homophones and for traditional
// characters, and reports whether there is any Chinese in the index.
func (w *writer) pinyin(words wordTable) (bool, error) {
	pairs := w.frequentPairs(words)
	if len(pairs) == 0 {
		return false, nil
	}
	used := map[rune]bool{}
	for term := range w.terms {
		for _, r := range term {
			used[r] = true
		}
	}
	table := soundTable{map[string]string{}, map[string]string{}}
	inPairs := map[rune]bool{}
	for _, p := range pairs {
		chars := []rune(p)
		table.Pairs[string(chars[0])] += string(chars[1])
		inPairs[chars[0]], inPairs[chars[1]] = true, true
	}
	for _, r := range slices.Sorted(maps.Keys(inPairs)) {
		for _, s := range readings(r) {
			table.Syllables[s] += string(r)
		}
	}
	err := w.json(pinyinFile, table)
	if err == nil {
		err = w.json(homophonesFile, homophones(table.Syllables, inPairs))
	}
	if err == nil {
		err = w.json(variantsFile, variantsOf(used))
	}
	return true, err
}

// frequentPairs are those of titles, names and known words, and then those of
// most weight; sorted.
func (w *writer) frequentPairs(words wordTable) []string {
	first := map[string]bool{}
	for _, d := range w.docs {
		pairsOf(first, d.Title)
		pairsOf(first, d.Names...)
	}
	for _, g := range words.Groups {
		pairsOf(first, g.Words...)
		pairsOf(first, g.Find...)
	}
	var pairs []string
	for term, p := range w.terms {
		if isPair(term) && (p.count > 1 || first[term]) {
			pairs = append(pairs, term)
		}
	}
	rank := func(term string) int {
		if first[term] {
			return 0
		}
		return 1
	}
	slices.SortFunc(pairs, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(w.terms[b].mass, w.terms[a].mass), cmp.Compare(a, b))
	})
	pairs = pairs[:min(len(pairs), mostPairs)]
	slices.Sort(pairs)
	return pairs
}

// homophones are the frequent characters that sound like one of the table and
// stand in none of its pairs: those that people take for another.
func homophones(syllables map[string]string, known map[rune]bool) map[string]string {
	out := map[string]string{}
	encoder := simplifiedchinese.GBK.NewEncoder()
	for r := rune(0x4e00); r < 0xa000; r++ {
		code, err := encoder.String(string(r))
		// The first level of GB/T 2312, its 3755 most frequent characters.
		if err != nil || len(code) != 2 || code[0] < 0xb0 || code[0] > 0xd7 || code[1] < 0xa1 || known[r] {
			continue
		}
		for _, s := range readings(r) {
			if syllables[s] != "" {
				out[s] += string(r)
			}
		}
	}
	return out
}

// sounds is the table as queries use it.
type sounds struct {
	chars map[string][]rune // of a syllable
	of    map[rune][]string // syllables of a character
	pairs map[[2]rune]bool
}

func newSounds(t soundTable) *sounds {
	s := &sounds{chars: map[string][]rune{}, of: map[rune][]string{}, pairs: map[[2]rune]bool{}}
	for _, syllable := range slices.Sorted(maps.Keys(t.Syllables)) {
		s.chars[syllable] = []rune(t.Syllables[syllable])
		for _, r := range s.chars[syllable] {
			s.of[r] = append(s.of[r], syllable)
		}
	}
	for first, seconds := range t.Pairs {
		for _, second := range seconds {
			s.pairs[[2]rune{[]rune(first)[0], second}] = true
		}
	}
	return s
}
