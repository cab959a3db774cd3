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
	r   rune
	at  int32 // which character of the text it comes from
	off int32 // byte of the text in plain form
}

// plain gives the characters of a text: compatibility forms resolved one by one,
// so that every character knows its place, and letters small.
func plain(text string) []char { return appendPlain(make([]char, 0, len(text)), text) }

func appendPlain(out []char, text string) []char {
	at, off := int32(0), int32(0)
	put := func(r rune) {
		out = append(out, char{r, at, off})
		off += int32(utf8.RuneLen(r))
	}
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			put(r)
		case firstCommon <= r && r <= lastCommon, isPlainSign(r):
			put(r)
		default:
			for _, n := range strings.ToLower(norm.NFKC.String(string(r))) {
				put(n)
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
	s.plain = plainText(s.chars, text)
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

// plainText is the characters as a text: mostly the text they come from.
func plainText(chars []char, text string) string {
	var b []byte
	for _, c := range chars {
		if at := int(c.off); b == nil && strings.HasPrefix(text[min(at, len(text)):], string(c.r)) {
			continue
		} else if b == nil {
			b = append(make([]byte, 0, len(text)), text[:at]...)
		}
		b = utf8.AppendRune(b, c.r)
	}
	if b == nil {
		return text
	}
	return string(b)
}

// scanner is a text being taken apart.
type scanner struct {
	chars []char
	plain string // the same as a text
	i     int    // the next character
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
	if from == to {
		return ""
	}
	last := s.chars[to-1]
	return s.plain[s.chars[from].off : int(last.off)+utf8.RuneLen(last.r)]
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
	s.runs = append(s.runs, run{kind, text, int(s.chars[from].at), int(s.chars[to-1].at) + 1})
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
