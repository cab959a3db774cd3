package site

import (
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// Phrase is the words of a text around something that a page shows by itself:
// a sum means nothing without what it is a sum of.
type Phrase struct {
	Parts  []Part
	Anchor string // of its paragraph
	Before bool   // its sentence begins before it
	After  bool   // its sentence goes on behind it
}

// Part is a piece of a phrase.
type Part struct {
	Text  string
	Found bool // what was looked for
}

// Phrases finds the phrases of the measure's text in a language that hold the
// words, each word where it first stands behind the one before it, else where
// it stands at all. A word is given in one or more forms, the likeliest first.
// Words in one phrase are found together; of tells the phrase of each word, an
// index into the phrases, or -1 where the word does not stand in the text.
func (m *Measure) Phrases(lang plan.Lang, words [][]string) (phrases []Phrase, of []int) {
	if len(words) == 0 {
		return nil, nil
	}
	f := phraseFinder{lang: lang}
	for _, b := range m.In(lang).Blocks() {
		f.paragraphs = append(f.paragraphs, paragraph{PlainText(b.Text), b.Anchor})
	}
	for _, forms := range words {
		of = append(of, f.find(forms))
	}
	for _, s := range f.spans {
		phrases = append(phrases, f.phrase(s))
	}
	return phrases, of
}

type paragraph struct{ text, anchor string }

// phraseSpan is a phrase while words are still looked for.
type phraseSpan struct {
	paragraph, start, end int
	words                 [][2]int // of the paragraph, in order
}

type phraseFinder struct {
	lang       plan.Lang
	paragraphs []paragraph
	spans      []phraseSpan
	at, from   int // paragraph and offset behind the last word
}

// find looks for the next word, each form as it stands and then without spaces:
// pages show dates without those of the document.
func (f *phraseFinder) find(forms []string) int {
	for _, form := range forms {
		for _, word := range []string{form, strings.Join(strings.Fields(form), "")} {
			if found := f.findExact(word); found >= 0 {
				return found
			}
		}
	}
	return -1
}

func (f *phraseFinder) findExact(word string) int {
	if word == "" {
		return -1
	}
	for n := range 2 * len(f.paragraphs) { // to the end, then from the beginning
		i := (f.at + n) % len(f.paragraphs)
		from := 0
		if n == 0 {
			from = f.from
		}
		text := f.paragraphs[i].text
		for from <= len(text) {
			at := strings.Index(text[from:], word)
			if at < 0 {
				break
			}
			at += from
			if whole(text, at, at+len(word)) {
				f.at, f.from = i, at+len(word)
				return f.add(i, at, at+len(word))
			}
			from = at + len(word)
		}
	}
	return -1
}

// whole reports whether a number is not the end or the beginning of a longer
// one: 3% does not stand in 13%.
func whole(text string, start, end int) bool {
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	if start > 0 && digit(text[start]) && (digit(text[start-1]) || text[start-1] == '.' || text[start-1] == ',') {
		return false
	}
	return end == len(text) || !digit(text[end-1]) || !digit(text[end])
}

// add puts a word into the phrase that it stands in.
func (f *phraseFinder) add(p, start, end int) int {
	for i := range f.spans {
		if s := &f.spans[i]; s.paragraph == p && s.start <= start && end <= s.end {
			for _, w := range s.words {
				if start < w[1] {
					return i // the word is marked already
				}
			}
			s.words = append(s.words, [2]int{start, end})
			return i
		}
	}
	from, to := f.extent(f.paragraphs[p].text, start, end)
	f.spans = append(f.spans, phraseSpan{p, from, to, [][2]int{{start, end}}})
	return len(f.spans) - 1
}

// phrase cuts a phrase into its parts.
func (f *phraseFinder) phrase(s phraseSpan) Phrase {
	p := f.paragraphs[s.paragraph]
	out := Phrase{Anchor: p.anchor}
	before, after := strings.TrimRight(p.text[:s.start], " "), p.text[s.end:]
	out.Before = before != "" && !strings.HasSuffix(before, "。") && !strings.HasSuffix(before, ".")
	out.After = after != "" && !strings.HasPrefix(after, "。") && !strings.HasPrefix(after, ".")
	at := s.start
	for _, w := range s.words {
		if w[0] > at {
			out.Parts = append(out.Parts, Part{Text: p.text[at:w[0]]})
		}
		out.Parts = append(out.Parts, Part{Text: p.text[w[0]:w[1]], Found: true})
		at = w[1]
	}
	if at < s.end {
		out.Parts = append(out.Parts, Part{Text: p.text[at:s.end]})
	}
	return out
}
