package search

// A chain is a way to write a sequence of sounds: for each place one of several
// characters. The best has the most neighbours that are known pairs.

// link is the best chain that ends with a character.
type link struct {
	char   rune
	score  int // 2 for each known pair, -1 for each other two neighbours
	length int
	back   *link
}

// extend gives the best chains that end with each of the characters. Of equal
// ones the first stays.
func (s *sounds) extend(before []*link, chars []rune) []*link {
	var out []*link
	for _, c := range chars {
		best := &link{char: c, length: 1}
		for i, b := range before {
			score := b.score - 1
			if s.pairs[[2]rune{b.char, c}] {
				score = b.score + 2
			}
			if i == 0 || score > best.score {
				best = &link{c, score, b.length + 1, b}
			}
		}
		out = append(out, best)
	}
	return out
}

// best is the chain with the greatest score; of equal ones the shorter, then the
// first.
func best(links []*link) *link {
	var out *link
	for _, l := range links {
		if out == nil || l.score > out.score || l.score == out.score && l.length < out.length {
			out = l
		}
	}
	return out
}

func (l *link) text() string {
	if l == nil {
		return ""
	}
	return l.back.text() + string(l.char)
}

// longestSyllable is that of zhuang, chuang and shuang.
const longestSyllable = 6

// spell reads letters as pinyin; "" where they are none, or where the characters
// do not belong together.
func (s *sounds) spell(letters string) string {
	at := make([][]*link, len(letters)+1)
	for i := range letters {
		if i > 0 && at[i] == nil {
			continue
		}
		for n := 1; n <= min(longestSyllable, len(letters)-i); n++ {
			if chars := s.chars[letters[i:i+n]]; chars != nil {
				at[i+n] = append(at[i+n], s.extend(at[i], chars)...)
			}
		}
	}
	l := best(at[len(letters)])
	// Two thirds of the neighbours must be known pairs.
	if l == nil || l.length < 2 || l.score < l.length-1 {
		return ""
	}
	return l.text()
}
