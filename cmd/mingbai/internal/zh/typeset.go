package zh

import (
	"strings"
	"unicode"
)

// wide maps half-width punctuation to the form that GB/T 15834 wants in Chinese.
var wide = map[rune]rune{
	',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）',
}

// Typeset gives a Chinese paragraph the full-width punctuation of GB/T 15834.
// Half-width marks inside Latin text, numbers and times stay: "1,000", "10:30",
// "(COVID-19)" after a Latin word. A pair of brackets is always changed together.
// A space between a Chinese character and a digit goes: 2022 年.
func Typeset(s string) string {
	if !HasHan(s) {
		return s
	}
	runes := []rune(s)
	out := append([]rune(nil), runes...)
	for i, r := range runes {
		if w, ok := wide[r]; ok && r != '(' && r != ')' && chineseContext(runes, i) {
			out[i] = w
		}
	}
	var open []int
	for i, r := range runes {
		switch r {
		case '(', '（':
			open = append(open, i)
		case ')', '）':
			if len(open) == 0 {
				continue
			}
			start := open[len(open)-1]
			open = open[:len(open)-1]
			if chineseContext(runes, start) || chineseContext(runes, i) {
				out[start], out[i] = '（', '）'
			}
		}
	}
	return strings.TrimSpace(string(closeUp(out)))
}

// closeUp drops the spaces between Chinese characters and digits.
func closeUp(runes []rune) []rune {
	out := runes[:0]
	for i, r := range runes {
		if r == ' ' && i > 0 && i+1 < len(runes) {
			a, b := runes[i-1], runes[i+1]
			if IsHan(a) && unicode.IsDigit(b) || unicode.IsDigit(a) && IsHan(b) {
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// chineseContext reports whether the mark at i touches Chinese: the nearest
// characters that are no marks or spaces, on either side, decide.
func chineseContext(runes []rune, i int) bool {
	before, after := neighbour(runes, i, -1), neighbour(runes, i, 1)
	if unicode.IsDigit(before) && unicode.IsDigit(after) && adjacent(runes, i) {
		return false // 1,000 and 10:30
	}
	return IsHan(before) || IsHan(after)
}

func adjacent(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
}

func neighbour(runes []rune, i, step int) rune {
	for j := i + step; j >= 0 && j < len(runes); j += step {
		if r := runes[j]; unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
	}
	return 0
}
