package search

import (
	"strings"
	"unicode/utf8"
)

// Token is a term with the characters of the text that it stands for.
type Token struct {
	Term       string
	Start, End int
}

// Tokenize gives the terms of a text. Chinese characters go in twos, each one
// beginning a term; the last of a run stands alone. So a single character is
// found as the beginning of terms, and a word of any length as a chain of them.
func Tokenize(text string) []Token { return new(scanner).tokens(nil, text) }

// tokens appends the terms of a text, in the memory of a scanner that was used
// before.
func (s *scanner) tokens(out []Token, text string) []Token {
	for _, r := range s.scan(text) {
		switch r.kind {
		case hanRun:
			out = appendPairs(out, r)
		case wordRun:
			if term := wordTerm(r.text); term != "" {
				out = append(out, Token{term, r.start, r.end})
			}
		case numberRun:
			out = append(out, Token{r.text, r.start, r.end})
		}
	}
	return out
}

func appendPairs(out []Token, r run) []Token {
	at := r.start
	for i, size := 0, 0; i < len(r.text); i += size {
		_, size = utf8.DecodeRuneInString(r.text[i:])
		_, next := utf8.DecodeRuneInString(r.text[i+size:])
		end := at + 1
		if next > 0 {
			end++
		}
		out = append(out, Token{r.text[i : i+size+next], at, end})
		at++
	}
	return out
}

// stopWords are so frequent in English that they say nothing.
var stopWords = wordSet(`a an the of to in and or for on at by with from as is are be been was were will shall
it its that this these those which who whom whose not no than then such into their they them there has have had
do does did can could may might must should would i me my we us our you your he she his her what how when where why
if so about any all also am get got there's what's i'm`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// longestTerm bounds words and numbers in characters: what is longer is none, and
// a shard gives the length of a term one byte.
const longestTerm = 40

// wordTerm is the stem of a word; "" for one that says nothing.
func wordTerm(word string) string {
	if stopWords[word] || utf8.RuneCountInString(word) > longestTerm {
		return ""
	}
	return stem(word)
}
