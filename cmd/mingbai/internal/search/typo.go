package search

// mendTypo takes a word for one that differs in one letter. The first two letters
// are taken to be right, so that only terms near it need be fetched. Words are
// tried and not terms, since an ending spelt wrong is not taken off.
func (x *Index) mendTypo(text string, r run) (string, error) {
	if len(r.text) < 4 || !isEnglish(r.text) {
		return "", nil
	}
	near, err := x.beginning(r.text[:2])
	if err != nil {
		return "", err
	}
	mass := map[string]int{}
	for _, e := range near {
		mass[e.term] = e.mass
	}
	best, most := "", 0
	for _, word := range oneLetterAway(r.text) {
		if m := mass[wordTerm(word)]; m > most {
			best, most = word, m
		}
	}
	if best == "" {
		return "", nil
	}
	return replaceRun(text, r, best), nil
}

func isEnglish(word string) bool {
	for _, r := range word {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return true
}

// oneLetterAway lists the words that a word becomes when two neighbours change
// places, or when one letter is put in, changed or left out; the likelier slips
// first.
func oneLetterAway(w string) []string {
	var out []string
	for i := 2; i+1 < len(w); i++ {
		out = append(out, w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:])
	}
	for i := 2; i <= len(w); i++ {
		for c := 'a'; c <= 'z'; c++ {
			out = append(out, w[:i]+string(c)+w[i:])
		}
	}
	for i := 2; i < len(w); i++ {
		for c := 'a'; c <= 'z'; c++ {
			out = append(out, w[:i]+string(c)+w[i+1:])
		}
	}
	for i := 2; i < len(w); i++ {
		out = append(out, w[:i]+w[i+1:])
	}
	return out
}
