package search

import "unicode/utf8"

// Impact is how much a term says about a page, from 1 to 15: the idea of BM25F,
// in which occurrences in all fields are weighed and added before they are
// saturated, so that a second occurrence says less than the first. Lengths are
// compared with fixed ones and not with the average of the site, so that a new
// page changes nothing about the others.
const maxImpact = 15

// field is a part of a page.
type field struct {
	weight int // of one occurrence; 1000 is one in the body
	length int // in terms, at which an occurrence counts its weight
	damp   int // how much a longer field makes it count less, in percent
}

var (
	titleField  = field{weight: 5000, length: 14, damp: 30}
	nameField   = field{weight: 4000, length: 40, damp: 0}
	withinField = field{weight: 500, length: 40, damp: 0}
	bodyField   = field{weight: 1000, length: 260, damp: 50}
)

// half is the weight at which a term has half of the greatest impact.
const half = 2200

// Extractor takes documents apart, one after the other, in the same memory.
type Extractor struct {
	scanner scanner
	tokens  []Token
	count   map[string]int
	sum     map[string]int
	terms   []string
}

// impacts gives the terms of a page with their impact, good until the next call.
func (x *Extractor) impacts(d *Document) map[string]int {
	if x.count == nil {
		x.count, x.sum = map[string]int{}, map[string]int{}
	}
	clear(x.sum)
	sum, count := x.sum, x.count
	add := func(f field, texts ...string) {
		clear(count)
		length := 0
		for _, text := range texts {
			x.tokens = x.scanner.tokens(x.tokens[:0], simplify(text))
			for _, t := range x.tokens {
				count[t.Term]++
			}
			length += len(x.tokens)
		}
		norm := (100-f.damp)*f.length + f.damp*length // percent of the field's length
		for term, n := range count {
			sum[term] += f.weight * n * 100 * f.length / norm
		}
	}
	add(titleField, d.Title)
	add(nameField, d.Names...)
	add(withinField, d.Within...)
	add(bodyField, d.Body...)
	prior := d.Prior
	if prior == 0 {
		prior = 100
	}
	for term, x := range sum {
		impact := (maxImpact*x*prior + (x+half)*50) / ((x + half) * 100)
		sum[term] = min(max(impact, 1), maxImpact)
	}
	return sum
}

// pairsOf collects the terms of two Chinese characters in texts.
func pairsOf(set map[string]bool, texts ...string) {
	for _, text := range texts {
		for _, t := range Tokenize(simplify(text)) {
			if isPair(t.Term) {
				set[t.Term] = true
			}
		}
	}
}

// isPair tells terms of two Chinese characters, which begin with a byte that no
// letter or digit has.
func isPair(term string) bool {
	first, size := utf8.DecodeRuneInString(term)
	return first >= 0x2e80 && size < len(term)
}
