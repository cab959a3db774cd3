package search

import (
	"slices"
	"strings"
)

// A query is a number of units, each with what it weighs and the ways in which a
// page can have it. A word that has synonyms is one unit, whichever of them a page
// uses; other Chinese text is a unit for each pair of characters, since nobody says
// where its words end. A pair that lies across two words is a bridge: it counts
// where it is found and is not missed where it is not.
type unit struct {
	ways   []way
	weight int // whole is one pair of characters, or one word
	bridge bool
	from   int // characters of the query's run that it covers
	to     int
	run    int // which run
}

// way is terms that a page must have together.
type way struct {
	text    string // for highlights: as it may stand in a text
	terms   []string
	prefix  bool // the one term is the beginning of terms
	synonym bool
}

// Weights of units.
const (
	whole      = 16
	longer     = 4  // for each further character of a word with synonyms
	mostWeight = 32 // of such a word
	bridging   = 5
)

// query is an analyzed query.
type query struct {
	units []unit
	runs  []run
}

// analyze takes a query apart.
func (v *vocabulary) analyze(text string) query {
	q := query{runs: scan(text)}
	for i := 0; i < len(q.runs); {
		switch r := q.runs[i]; r.kind {
		case hanRun:
			q.addHan(v, i)
			i++
		case wordRun:
			i = q.addWords(v, i)
		default:
			q.add(unit{ways: []way{{text: r.text, terms: []string{r.text}}}, weight: whole, run: i})
			i++
		}
	}
	q.settle()
	return q
}

func (q *query) add(u unit) { q.units = append(q.units, u) }

// settle makes bridges whole where there is nothing else.
func (q *query) settle() {
	for _, u := range q.units {
		if !u.bridge {
			return
		}
	}
	for i := range q.units {
		q.units[i].bridge, q.units[i].weight = false, whole
	}
}

// segment is a part of a run: a word with synonyms, one that is ignored, or
// plain characters.
type segment struct {
	from, to int
	key      string
	ignored  bool
}

// segments cuts a run, always taking the longest word that is known.
func (v *vocabulary) segments(chars []rune) []segment {
	var out []segment
	for i := 0; i < len(chars); {
		s := v.wordAt(chars, i)
		if n := len(out); s.key == "" && !s.ignored && n > 0 && out[n-1].key == "" && !out[n-1].ignored {
			out[n-1].to = s.to
		} else {
			out = append(out, s)
		}
		i = s.to
	}
	return out
}

// wordAt is the word that begins at i; without one, the character.
func (v *vocabulary) wordAt(chars []rune, i int) segment {
	for n := min(v.longest, len(chars)-i); n > 0; n-- {
		word := string(chars[i : i+n])
		if v.find[word] != nil {
			return segment{from: i, to: i + n, key: word}
		}
		if v.ignored[word] {
			return segment{from: i, to: i + n, ignored: true}
		}
	}
	return segment{from: i, to: i + 1}
}

// addHan adds the units of a run of Chinese characters.
func (q *query) addHan(v *vocabulary, at int) {
	chars := []rune(q.runs[at].text)
	segments := v.segments(chars)
	for i, s := range segments {
		if s.ignored {
			continue
		}
		if i > 0 && !segments[i-1].ignored {
			q.addPair(chars, s.from-1, at, true)
		}
		switch {
		case s.key != "":
			q.add(unit{ways: v.ways(s.key), weight: min(whole+longer*(s.to-s.from-2), mostWeight), from: s.from, to: s.to, run: at})
			for j := s.from; j+3 < s.to; j++ { // a long word is worth something in parts, too
				q.addPair(chars, j, at, true)
			}
		case s.to-s.from == 1 && len(segments) == 1:
			text := string(chars[s.from:s.to])
			q.add(unit{ways: []way{{text: text, terms: []string{text}, prefix: true}}, weight: whole, from: s.from, to: s.to, run: at})
		default:
			for j := s.from; j+1 < s.to; j++ {
				q.addPair(chars, j, at, false)
			}
		}
	}
}

// addPair adds the pair of characters that begins at i.
func (q *query) addPair(chars []rune, i, at int, bridge bool) {
	text := string(chars[i : i+2])
	u := unit{ways: []way{{text: text, terms: []string{text}}}, weight: whole, from: i, to: i + 2, run: at}
	if bridge {
		u.bridge, u.weight = true, bridging
	}
	q.add(u)
}

// ways are all that a known word finds, itself first where it is among them:
// what is not in the index need not be asked for.
func (v *vocabulary) ways(key string) []way {
	own := strings.Join(termsOf(key), " ")
	var out []way
	seen := map[string]bool{}
	for _, word := range v.find[key] {
		terms := termsOf(word)
		same := strings.Join(terms, " ")
		if seen[same] {
			continue
		}
		seen[same] = true
		if same == own {
			out = slices.Insert(out, 0, way{text: word, terms: terms})
		} else {
			out = append(out, way{text: word, terms: terms, synonym: true})
		}
	}
	return out
}

// addWords adds the units of English words from the run i on, and gives the run
// after them.
func (q *query) addWords(v *vocabulary, i int) int {
	end := i
	var stems []string // of the words from i to end; "" for one that says nothing
	for end < len(q.runs) && q.runs[end].kind == wordRun {
		term := wordTerm(q.runs[end].text)
		if v.ignored[q.runs[end].text] {
			term = ""
		}
		stems = append(stems, term)
		end++
	}
	for n := 0; n < len(stems); {
		if stems[n] == "" {
			n++
			continue
		}
		n += q.addPhrase(v, stems[n:], i+n)
	}
	return end
}

// addPhrase adds the longest known phrase that the stems begin with, or the
// first word, and gives how many stems it took.
func (q *query) addPhrase(v *vocabulary, stems []string, at int) int {
	for n := min(v.most, len(stems)); n > 0; n-- {
		var words []string
		for _, s := range stems[:n] {
			if s != "" {
				words = append(words, s)
			}
		}
		if key := strings.Join(words, " "); v.find[key] != nil && stems[n-1] != "" {
			q.add(unit{ways: v.ways(key), weight: min(whole+longer*(len(words)-1), mostWeight), run: at})
			return n
		}
	}
	q.add(unit{ways: []way{{text: q.runs[at].text, terms: []string{stems[0]}}}, weight: whole, run: at})
	return 1
}
