package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Runs of the other language are looked for in every paragraph of every page,
// so that they are read by hand; the tests give their forms as regular
// expressions.

// foreign is the places of the runs of text that are not in lang.
func foreign[T string | []byte](lang string, text T) [][2]int {
	switch lang {
	case "zh":
		return englishRuns(text)
	case "en":
		return chineseRuns(string(text))
	}
	return nil
}

// englishRuns finds at least two words in a row: a single name or abbreviation
// (COVID-19, A4) is read well enough by a Chinese voice and belongs to its
// sentence.
func englishRuns[T string | []byte](text T) (runs [][2]int) {
	for i := 0; i < len(text); {
		if !isLetter(text[i]) {
			i++
			continue
		}
		start, end := i, wordEnd(text, i+1, '-')
		i = end
		for {
			next := nextWord(text, i)
			if next < 0 {
				break
			}
			i = wordEnd(text, next, ')')
		}
		if i > end {
			runs = append(runs, [2]int{start, i})
		}
	}
	return runs
}

// nextWord is behind the first character of the word that follows at i after
// blanks and perhaps a comma; -1 where none does.
func nextWord[T string | []byte](text T, i int) int {
	if i < len(text) && text[i] == ',' {
		i++
	}
	from := i
	for i < len(text) && text[i] == ' ' {
		i++
	}
	if i == from || i == len(text) {
		return -1
	}
	switch c := text[i]; {
	case isLetter(c), isDigit(c), c == '(', c == '&', c == '\'':
		return i + 1
	case isApostrophe(text, i):
		return i + len("’")
	}
	return -1
}

// wordEnd is where the characters of a word end, which may hold one more sign.
func wordEnd[T string | []byte](text T, i int, sign byte) int {
	for i < len(text) {
		switch c := text[i]; {
		case isLetter(c), isDigit(c), c == '\'', c == '&', c == '.', c == '/', c == sign, c == '-':
			i++
		case isApostrophe(text, i):
			i += len("’")
		default:
			return i
		}
	}
	return i
}

func isApostrophe[T string | []byte](text T, i int) bool {
	return text[i] == "’"[0] && i+2 < len(text) && text[i+1] == "’"[1] && text[i+2] == "’"[2]
}

// Signs that a Chinese run may begin with, hold, and end in, beside characters.
const (
	chineseOpening = "“‘（《〔「"
	chineseSigns   = "，、。；：“”‘’（）《》〔〕「」—"
	chineseClosing = "”’）》〕」"
)

// chineseRuns finds Chinese characters with the signs and numbers between them.
func chineseRuns(text string) (runs [][2]int) {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isHan(r) {
			i += size
			continue
		}
		start := i
		if before, width := utf8.DecodeLastRuneInString(text[:i]); width > 0 && strings.ContainsRune(chineseOpening, before) {
			start -= width
		}
		i = chineseEnd(text, i+size)
		runs = append(runs, [2]int{start, i})
	}
	return runs
}

// chineseEnd is where the run that has reached i ends.
func chineseEnd(text string, i int) int {
	end := i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case isHan(r), strings.ContainsRune(chineseClosing, r):
			end = i
		case r < utf8.RuneSelf && !isDigit(byte(r)), r >= utf8.RuneSelf && !strings.ContainsRune(chineseSigns, r):
			return end
		}
	}
	return end
}

// isHan tells Chinese characters, the usual ones first.
func isHan(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || r >= 0x2E80 && unicode.Is(unicode.Han, r)
}
