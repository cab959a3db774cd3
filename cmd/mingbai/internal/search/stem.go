package search

import "strings"

// The stemmer brings English words of one family to one form: subsidy,
// subsidies and subsidized become "subsid". It is a table of endings, so that
// the script can hold the same table; a dictionary or an algorithm of many cases
// would have to be written twice and sent to every reader.

// endings are taken off, the first that fits, as long as one fits. One fits
// where what stays has a vowel and at least as many letters as the number says.
// What follows > is put in its place.
const endings = `ization3 isation3 ibility4 ability3 ational4>ation ations3 ation3 ative3 ators3 ator3
ances4 ance4 ences4 ence4 ments3 ment3 ingly3 ings3 ing3 edly3 able3 ible4 ship4 ness5 ical4 ized4
ants4 ant4 ents4 ent4 ions4 ion4 ist4 ism4 ity4 ive4 ize4 ial4 ous4 ful4 ate3 tor3>t eed6>ee ed3 er4 ee4 iz4 al4 ic4 ly5`

// ending is one of the endings.
type ending struct {
	text, instead string
	stays         int
}

// endingTable is the endings by their last letter, which rules most of them out.
var endingTable = readEndings(endings)

func readEndings(list string) (table ['z' + 1][]ending) {
	for _, f := range strings.Fields(list) {
		f, instead, _ := strings.Cut(f, ">")
		n := len(f) - 1
		last := f[n-1]
		table[last] = append(table[last], ending{f[:n], instead, int(f[n] - '0')})
	}
	return table
}

// stem brings a word, in small letters, to the form of its family. Words with
// letters that English does not have stay as they are.
func stem(word string) string {
	word, _, _ = strings.Cut(word, "'")
	if len(word) < 4 || strings.ContainsFunc(word, func(r rune) bool { return r > 'z' }) {
		return word
	}
	word = singular(word)
	for {
		shorter := takeEnding(word)
		if shorter == word {
			return finish(word)
		}
		word = shorter
	}
}

func singular(w string) string {
	has := func(end string) bool { return strings.HasSuffix(w, end) }
	switch {
	case has("ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case has("sses"), has("xes"), has("ches"), has("shes"):
		return w[:len(w)-2]
	case has("s") && !has("ss") && !has("us") && !has("is"):
		return w[:len(w)-1]
	}
	return w
}

// takeEnding takes off the first ending that fits.
func takeEnding(w string) string {
	for _, e := range endingTable[w[len(w)-1]] {
		stays, ok := strings.CutSuffix(w, e.text)
		if !ok || len(stays) < e.stays || !strings.ContainsAny(stays, "aeiouy") || e.text == "ed" && strings.HasSuffix(stays, "e") {
			continue
		}
		return undouble(stays + e.instead)
	}
	return w
}

// undouble makes plann plan.
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("aeioulsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// finish makes reduce and reduct, supply and suppli, rate and rat one.
func finish(w string) string {
	n := len(w)
	switch last := w[n-1]; {
	case last == 'e' && n > 3, (last == 'y' || last == 'i') && n > 4:
		return w[:n-1]
	case strings.HasSuffix(w, "ct") && n > 3:
		return w[:n-1]
	}
	return w
}
