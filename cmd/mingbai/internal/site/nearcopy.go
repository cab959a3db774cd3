package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/content"
)

// Measures that repeat each other are found by MinHash: a text is the set of
// its shingles (runs of a few characters), and of each set a few least hashes
// are kept, cut into bands. Texts that agree in a band are compared in full.
// Each is held against a few others at most, so that the cost grows with the
// site and not with its square, even where all texts are alike.
const (
	shingleSize = 4 // characters; names and set phrases are as long, sentences longer
	bandHashes  = 2
	bandCount   = 10  // texts that share half of their shingles meet in one of 19 times of 20
	bandReach   = 3   // of the texts that agree in a band, how many each is held against
	nearness    = 0.5 // share of common shingles from which one text repeats the other
	leastText   = 40  // shingles; shorter texts are alike without meaning the same
)

// likeness is how much of two texts is the same.
type likeness struct {
	other *Measure
	share float64
}

// nearCopies lists for each measure those whose texts repeat its own, the
// nearest first.
func nearCopies(all []*Measure) map[*Measure][]*Measure {
	texts := make([]sketch, len(all))
	together(len(all), func(i int) { texts[i] = sketchOf(all[i]) })
	texts = slices.DeleteFunc(texts, func(s sketch) bool { return s.measure == nil })
	pairs := candidates(texts)
	shares := make([]float64, len(pairs))
	compare(pairs, shares)
	near := map[*Measure][]likeness{}
	for i, p := range pairs {
		if share := shares[i]; share >= nearness {
			near[p.a] = append(near[p.a], likeness{p.b, share})
			near[p.b] = append(near[p.b], likeness{p.a, share})
		}
	}
	return nearest(near)
}

// compare tells how much each pair has in common. A text is in several pairs,
// which stand together: its shingles are kept for as long.
func compare(pairs []pair, shares []float64) {
	const run, kept = 256, 64
	together((len(pairs)+run-1)/run, func(n int) {
		shingles := map[*Measure][]uint64{}
		of := func(m *Measure) []uint64 {
			s, ok := shingles[m]
			if !ok {
				if len(shingles) == kept {
					clear(shingles)
				}
				s = shinglesOf(m)
				shingles[m] = s
			}
			return s
		}
		for i := n * run; i < min(len(pairs), (n+1)*run); i++ {
			if a, b := pairs[i].a, pairs[i].b; comparedBody(a).Body == comparedBody(b).Body {
				shares[i] = 1
			} else {
				shares[i] = jaccard(of(a), of(b))
			}
		}
	})
}

// pair is two measures that may repeat each other.
type pair struct{ a, b *Measure }

// candidates pairs the texts that agree in a band, each with at most bandReach
// of those before it. The order of the texts is changed.
func candidates(texts []sketch) []pair {
	var out []pair
	held := make(map[pair]bool, len(texts))
	for band := range bandCount {
		slices.SortFunc(texts, func(a, b sketch) int {
			return cmp.Or(cmp.Compare(a.bands[band], b.bands[band]), cmp.Compare(a.measure.order, b.measure.order))
		})
		for i := range texts {
			for j := i - 1; j >= max(0, i-bandReach) && texts[j].bands[band] == texts[i].bands[band]; j-- {
				p := pair{texts[j].measure, texts[i].measure}
				if !held[p] {
					held[p] = true
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// nearest picks the nearest of each.
func nearest(near map[*Measure][]likeness) map[*Measure][]*Measure {
	copies := map[*Measure][]*Measure{}
	for m, others := range near {
		slices.SortFunc(others, func(a, b likeness) int {
			return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.other.order, b.other.order))
		})
		for _, o := range others[:min(len(others), mostCopies)] {
			copies[m] = append(copies[m], o.other)
		}
	}
	return copies
}

// sketch is what is kept of a text to find its like.
type sketch struct {
	measure *Measure
	bands   [bandCount]uint64
}

// sketchOf sketches a measure's text; it is of none where the text is too short
// to be compared.
func sketchOf(m *Measure) sketch {
	shingles := allShingles(m)
	if !haveDistinct(shingles, leastText) {
		return sketch{}
	}
	s := sketch{measure: m}
	for n := range s.bands {
		for i := range bandHashes {
			s.bands[n] = mix(s.bands[n] ^ leastHash(shingles, uint64(n*bandHashes+i)))
		}
	}
	return s
}

// leastHash is the least of the shingles' hashes under the nth hash function,
// which multiplies by an odd number.
func leastHash(shingles []uint64, n uint64) uint64 {
	by := mix(n+1) | 1
	least := ^uint64(0)
	for _, s := range shingles {
		least = min(least, s*by)
	}
	return least
}

// haveDistinct reports whether there are at least n different hashes.
func haveDistinct(hashes []uint64, n int) bool {
	if len(hashes) < n {
		return false
	}
	seen := make(map[uint64]struct{}, n)
	for _, h := range hashes {
		if seen[h] = struct{}{}; len(seen) == n {
			return true
		}
	}
	return false
}

// shinglesOf is the hashes of the shingles of a measure's text, sorted, each
// once.
func shinglesOf(m *Measure) []uint64 {
	all := allShingles(m)
	slices.Sort(all)
	return slices.Compact(all)
}

// allShingles is the hashes of the shingles of a measure's text as they come.
func allShingles(m *Measure) []uint64 {
	text := comparedText(m)
	out := make([]uint64, 0, len(text))
	for i := 0; i+shingleSize <= len(text); i++ {
		h := uint64(0)
		for _, r := range text[i : i+shingleSize] {
			h = mix(h ^ uint64(r))
		}
		out = append(out, h)
	}
	return out
}

// comparedBody is the text that is compared: the Chinese one where there is any.
func comparedBody(m *Measure) *content.Localized {
	if m.Zh.Body == "" {
		return &m.En
	}
	return &m.Zh
}

// comparedText is the letters and digits of a measure's text without its last
// bracket: many measures have the same clause.
func comparedText(m *Measure) []rune {
	in := comparedBody(m)
	out := make([]rune, 0, len(in.Body)/2)
	for _, b := range in.Blocks() {
		text := PlainText(b.Text)
		if at := strings.LastIndexAny(text, "（("); at > len(text)/2 {
			text = text[:at]
		}
		for _, r := range text {
			if 0x4E00 <= r && r <= 0x9FFF { // a Chinese character, as nearly all are
				out = append(out, r)
			} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
				out = append(out, unicode.ToLower(r))
			}
		}
	}
	return out
}

// mix scatters the bits of a number (the finalizer of MurmurHash3, by Austin
// Appleby, in the public domain).
func mix(x uint64) uint64 {
	x += 0x9E3779B97F4A7C15 // zero would stay zero
	x ^= x >> 33
	x *= 0xFF51AFD7ED558CCD
	x ^= x >> 33
	x *= 0xC4CEB9FE1A85EC53
	return x ^ x>>33
}

// jaccard is the share of two sorted sets that they have in common.
func jaccard(a, b []uint64) float64 {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case 0:
			common, i, j = common+1, i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}
