package site

import (
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
)

// Lengths of phrases in characters, as for excerpts, without the word itself. A phrase takes the parts of
// its sentence that stand before it until it says something, then what follows
// and what stands before as long as it stays short. A part that is longer by
// itself is cut.
var (
	phraseLeast = map[plan.Lang]int{plan.Zh: 14, plan.En: 40}
	phraseMost  = map[plan.Lang]int{plan.Zh: 46, plan.En: 120}
)

// extent is the part of a sentence that a word stands in, with those beside it
// as far as they fit.
func (f *phraseFinder) extent(text string, start, end int) (from, to int) {
	cuts := f.partsAround(text, start, end)
	length := func(a, b int) int { return utf8.RuneCountInString(text[a:b]) }
	most := phraseMost[f.lang] + length(start, end)
	lo, hi := 0, 0 // the word stands between cuts[lo] and cuts[hi]
	for i, c := range cuts {
		if c <= start {
			lo = i
		}
		if c >= end {
			hi = i
			break
		}
	}
	for lo > 0 && length(cuts[lo], cuts[hi]) < phraseLeast[f.lang] {
		lo--
	}
	for hi < len(cuts)-1 && length(cuts[lo], cuts[hi+1]) <= most {
		hi++
	}
	for lo > 0 && length(cuts[lo-1], cuts[hi]) <= most {
		lo--
	}
	from, to = cuts[lo], cuts[hi]
	if hi < len(cuts)-1 && length(from, to)-length(start, end) < phraseLeast[f.lang]/2 {
		to = cuts[hi+1] // the word alone says nothing: some of what follows
	}
	return shorten(text, from, to, start, end, most)
}

// shorten takes the pauses off both ends, and cuts what is too long.
func shorten(text string, from, to, start, end, most int) (int, int) {
	length := utf8.RuneCountInString
	if length(text[from:to]) > most*3/2 {
		for from < start && length(text[from:to]) > most && length(text[from:end]) > most/2 {
			from = nextWord(text, from, start)
		}
		for to > end && length(text[from:to]) > most {
			to = lastWord(text, to, end)
		}
	}
	from += len(text[from:start]) - len(strings.TrimLeft(text[from:start], " ，,、"))
	to = end + len(strings.TrimRight(text[end:to], " ，,；;：。."))
	return from, to
}

// nextWord and lastWord step to where a word begins or ends: in Chinese at 、 or
// at the next character where there is none near.
func nextWord(text string, from, limit int) int {
	if at := strings.IndexAny(text[from:limit], " 、"); at >= 0 {
		_, size := utf8.DecodeRuneInString(text[from+at:])
		return from + at + size
	}
	_, size := utf8.DecodeRuneInString(text[from:])
	return min(from+size, limit)
}

func lastWord(text string, to, limit int) int {
	if at := strings.LastIndexAny(text[limit:to], " 、"); at >= 0 {
		return limit + at
	}
	_, size := utf8.DecodeLastRuneInString(text[limit:to])
	return to - size
}

// partsAround is where the parts of the sentence of a word begin and end.
func (f *phraseFinder) partsAround(text string, start, end int) []int {
	cuts := []int{0}
	for _, s := range f.stops(text) {
		switch {
		case s.full && s.end <= start:
			cuts = []int{s.end}
		case s.full && s.start >= end:
			return append(cuts, s.start)
		case s.end <= start || s.start >= end:
			cuts = append(cuts, s.end)
		}
	}
	if cuts[len(cuts)-1] < len(text) {
		cuts = append(cuts, len(text))
	}
	return cuts
}

// stop is a place where a phrase may begin or end.
type stop struct {
	start, end int
	full       bool // the end of a sentence
}

// stops finds where a text pauses, outside brackets.
func (f *phraseFinder) stops(text string) []stop {
	var out []stop
	depth := 0
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		after := end < len(text) && text[end] == ' ' || end == len(text)
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			depth = max(depth-1, 0)
		case '。', '！', '？', '\n':
			out, depth = append(out, stop{i, end, true}), 0
		case '；', '：':
			out = append(out, stop{i, end, true})
		case '，':
			if depth == 0 {
				out = append(out, stop{i, end, false})
			}
		case ';', '.':
			if after {
				out = append(out, stop{i, end, true})
			}
		case ',':
			if after && depth == 0 {
				out = append(out, stop{i, end, false})
			}
		}
	}
	return out
}
