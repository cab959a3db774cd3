package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm" // compatibility forms: ５０ → 50, ㎡ → m2; the browser has the same built in

	"mingbai/cmd/mingbai/internal/zh"
)

// char is a character in its plain form with its place in the text.
type char struct {
	r  rune
	at int // which character of the text it comes from
}

// plain gives the characters of a text: compatibility forms resolved one by one,
// so that every character knows its place, and letters small.
func plain(text string) []char { return appendPlain(make([]char, 0, len(text)), text) }

func appendPlain(out []char, text string) []char {
	at := 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			out = append(out, char{r, at})
		case firstCommon <= r && r <= lastCommon, isPlainSign(r):
			out = append(out, char{r, at})
		default:
			for _, n := range strings.ToLower(norm.NFKC.String(string(r))) {
				out = append(out, char{n, at})
			}
		}
		at++
	}
	return out
}

// runKind classes what a text is made of.
type runKind int

const (
	hanRun runKind = iota
	wordRun
	numberRun
)

// run is a stretch of Chinese characters, a word, or a number.
type run struct {
	kind       runKind
	text       string // plain; of a number, its term
	start, end int    // characters of the text
}

// scan takes a text apart. What is neither character, letter nor digit only
// separates.
func scan(text string) []run { return new(scanner).scan(text) }

// scan is scan in the memory of a scanner that was used before.
func (s *scanner) scan(text string) []run {
	s.chars, s.i, s.runs = appendPlain(s.chars[:0], text), 0, s.runs[:0]
	for s.i < len(s.chars) {
		switch r := s.chars[s.i].r; {
		case isHan(r):
			s.take(hanRun, s.while(s.i, isHan))
		case isDigit(r):
			s.number()
		case isLetter(r):
			s.word()
		default:
			s.i++
		}
	}
	return s.dates()
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.In(r, unicode.L, unicode.M) && !isHan(r)
}

// isHan tells Chinese characters, the usual ones first.
func isHan(r rune) bool {
	return firstCommon <= r && r <= lastCommon || r >= utf8.RuneSelf && zh.IsHan(r)
}

// isPlainSign tells the usual signs of Chinese texts that are their own plain
// form.
func isPlainSign(r rune) bool { return 0x3001 <= r && r <= 0x3015 }

// scanner is a text being taken apart.
type scanner struct {
	chars []char
	i     int // the next character
	runs  []run
}

// at is the character at i, or 0 behind the end.
func (s *scanner) at(i int) rune {
	if i < 0 || i >= len(s.chars) {
		return 0
	}
	return s.chars[i].r
}

// while is the end of the characters from i that are of a kind.
func (s *scanner) while(i int, is func(rune) bool) int {
	for i < len(s.chars) && is(s.chars[i].r) {
		i++
	}
	return i
}

// text is the characters up to an end.
func (s *scanner) text(from, to int) string {
	var b strings.Builder
	b.Grow(3 * (to - from))
	for _, c := range s.chars[from:to] {
		b.WriteRune(c.r)
	}
	return b.String()
}

// take makes a run of the characters up to end.
func (s *scanner) take(kind runKind, end int) {
	s.add(kind, s.text(s.i, end), s.i, end)
	s.i = end
}

func (s *scanner) add(kind runKind, text string, from, to int) {
	if kind == numberRun && len(text) > longestTerm {
		return
	}
	s.runs = append(s.runs, run{kind, text, s.chars[from].at, s.chars[to-1].at + 1})
}

// word takes a word; an apostrophe within it belongs to it.
func (s *scanner) word() {
	end := s.while(s.i, isLetter)
	for isApostrophe(s.at(end)) && isLetter(s.at(end+1)) {
		end = s.while(end+1, isLetter)
	}
	text := strings.ReplaceAll(s.text(s.i, end), "’", "'")
	s.add(wordRun, text, s.i, end)
	s.i = end
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }
