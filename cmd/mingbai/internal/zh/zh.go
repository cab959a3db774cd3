// Package zh knows Chinese text as government documents write it: numerals,
// widths, punctuation, brackets, and which language a paragraph is in. It knows
// nothing of policy.
package zh

import (
	"unicode"
	"unicode/utf8"
)

// IsHan reports whether r is a Chinese character.
func IsHan(r rune) bool { return unicode.Is(unicode.Han, r) || r == '〇' }

// HasHan reports whether s contains a Chinese character.
func HasHan(s string) bool {
	for _, r := range s {
		if IsHan(r) {
			return true
		}
	}
	return false
}

// Chinese reports whether running text is Chinese. Names in the other language
// do not decide: one Chinese character outweighs three Latin words.
func Chinese(s string) bool {
	han, words, inWord := 0, 0, false
	for _, r := range s {
		latin := r < utf8.RuneSelf && unicode.IsLetter(r)
		if IsHan(r) {
			han++
		} else if latin && !inWord {
			words++
		}
		inWord = latin
	}
	return han*3 >= words
}

// Column is the 1-based character column of byte offset off in line.
func Column(line string, off int) int {
	return utf8.RuneCountInString(line[:min(off, len(line))]) + 1
}
