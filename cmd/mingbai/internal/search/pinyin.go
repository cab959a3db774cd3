package search

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	gopinyin "github.com/mozillazg/go-pinyin" // readings of characters; kept current with the Unihan data
	"golang.org/x/text/encoding/simplifiedchinese"
)

// soundTable is a file by which pinyin is understood, for the syllables that begin
// with one letter: the characters of frequent pairs by their syllable, without
// tones, and the pairs by their first character. A query fetches the files of its
// letters alone.
type soundTable struct {
	Syllables map[string]string `json:"s"`
	Pairs     map[string]string `json:"p"`
}

func soundsFile(letter byte) string { return "sounds/" + string(letter) + ".json" }

// readingsFiles is over how many files the readings of characters are spread.
const readingsFiles = 16

func readingsFile(r rune) string { return "readings/" + strconv.Itoa(int(r)%readingsFiles) + ".json" }

// mostPairs bounds the files.
const mostPairs = 4000

// readingsOf are the syllables of a character, without tones, ü as v.
func readingsOf(r rune) []string {
	known := gopinyin.PinyinDict[int(r)]
	if known == "" {
		return nil
	}
	all := strings.Split(toneless.Replace(known), ",")
	slices.Sort(all)
	return slices.Compact(all)
}

// toneless takes the tones off syllables. The library does so, too, with regular
// expressions, which for thousands of characters is felt.
var toneless = strings.NewReplacer(
	"ā", "a", "á", "a", "ǎ", "a", "à", "a", "ē", "e", "é", "e", "ě", "e", "è", "e",
	"ō", "o", "ó", "o", "ǒ", "o", "ò", "o", "ī", "i", "í", "i", "ǐ", "i", "ì", "i",
	"ū", "u", "ú", "u", "ǔ", "u", "ù", "u", "ü", "v", "ǘ", "v", "ǚ", "v", "ǜ", "v",
	"ń", "n", "ň", "n", "ǹ", "n", "ḿ", "m",
)

// pinyin writes the files for pinyin, for homophones and for traditional
// characters, and gives the letters for which there are sounds; none where there
// is no Chinese in the index.
func (w *writer) pinyin(words wordTable) (letters string, err error) {
	pairs := w.frequentPairs(words)
	if len(pairs) == 0 {
		return "", nil
	}
	tables := soundTables(pairs)
	for _, letter := range slices.Sorted(maps.Keys(tables)) {
		letters += string(letter)
		if err := w.json(soundsFile(letter), tables[letter]); err != nil {
			return "", err
		}
	}
	for name, table := range readingTables(tables) {
		if err := w.json(name, table); err != nil {
			return "", err
		}
	}
	used := map[rune]bool{}
	for term := range w.terms {
		for _, r := range term {
			used[r] = true
		}
	}
	return letters, w.json(variantsFile, variantsOf(used))
}

// soundTables makes the tables of the pairs by letter.
func soundTables(pairs []string) map[byte]*soundTable {
	tables := map[byte]*soundTable{}
	table := func(letter byte) *soundTable {
		if tables[letter] == nil {
			tables[letter] = &soundTable{map[string]string{}, map[string]string{}}
		}
		return tables[letter]
	}
	chars := map[rune]bool{}
	for _, p := range pairs {
		pair := []rune(p)
		chars[pair[0]], chars[pair[1]] = true, true
		letters := map[byte]bool{}
		for _, s := range readingsOf(pair[0]) {
			letters[s[0]] = true
		}
		for letter := range letters {
			table(letter).Pairs[string(pair[0])] += string(pair[1])
		}
	}
	for _, r := range slices.Sorted(maps.Keys(chars)) {
		for _, s := range readingsOf(r) {
			table(s[0]).Syllables[s] += string(r)
		}
	}
	return tables
}

// frequentCharacters are the 3755 of the first level of GB/T 2312.
var frequentCharacters = sync.OnceValue(func() []rune {
	var codes []byte
	for high := 0xb0; high <= 0xd7; high++ {
		for low := 0xa1; low <= 0xfe && (high < 0xd7 || low <= 0xf9); low++ {
			codes = append(codes, byte(high), byte(low))
		}
	}
	text, err := simplifiedchinese.GBK.NewDecoder().Bytes(codes)
	if err != nil {
		return nil // every code of the block is a character
	}
	return []rune(string(text))
})

// readingTables gives the readings of the characters of pairs, and of frequent
// ones that sound like them: those that people take for another.
func readingTables(tables map[byte]*soundTable) map[string]map[string]string {
	out := map[string]map[string]string{}
	for n := range rune(readingsFiles) {
		out[readingsFile(n)] = map[string]string{}
	}
	add := func(r rune) {
		var known []string
		for _, s := range readingsOf(r) {
			if t := tables[s[0]]; t != nil && t.Syllables[s] != "" {
				known = append(known, s)
			}
		}
		if len(known) > 0 {
			out[readingsFile(r)][string(r)] = strings.Join(known, " ")
		}
	}
	for _, r := range frequentCharacters() {
		add(r)
	}
	for _, t := range tables {
		for _, chars := range t.Syllables {
			for _, r := range chars {
				add(r)
			}
		}
	}
	return out
}

// frequentPairs are those of titles, names and known words, and then those of
// most weight; sorted.
func (w *writer) frequentPairs(words wordTable) []string {
	first := w.named
	for _, g := range words.Groups {
		pairsOf(first, g.Words...)
		pairsOf(first, g.Find...)
	}
	var found []weighedPair
	for term, p := range w.terms {
		if isPair(term) && (p.count > 1 || first[term]) {
			found = append(found, weighedPair{term, first[term], p.mass})
		}
	}
	slices.SortFunc(found, compareWeighed)
	pairs := make([]string, min(len(found), mostPairs))
	for i := range pairs {
		pairs[i] = found[i].term
	}
	slices.Sort(pairs)
	return pairs
}

// weighedPair is a pair of characters with what it is chosen by.
type weighedPair struct {
	term  string
	first bool // it stands in a title, a name or a known word
	mass  int
}

// compareWeighed puts those first that are chosen first.
func compareWeighed(a, b weighedPair) int {
	if a.first != b.first {
		if a.first {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.mass, a.mass), strings.Compare(a.term, b.term))
}

// sounds is the tables that were fetched, as queries use them.
type sounds struct {
	chars map[string][]rune // of a syllable
	pairs map[[2]rune]bool
}

func (s *sounds) add(t soundTable) {
	for syllable, chars := range t.Syllables {
		s.chars[syllable] = []rune(chars)
	}
	for first, seconds := range t.Pairs {
		for _, second := range seconds {
			s.pairs[[2]rune{[]rune(first)[0], second}] = true
		}
	}
}
