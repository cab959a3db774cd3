package topic

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// matcher finds the words of one topic.
type matcher struct {
	id     string
	words  []pattern
	except []pattern
}

// pattern is a word of the lexicon, ready to be looked for.
type pattern struct {
	*regexp.Regexp
	chinese bool
}

// mostWords is how many words are kept as evidence: enough to judge by.
const mostWords = 6

func compile(topics []glossary.Topic, except []string) []matcher {
	everywhere := patterns(except)
	var out []matcher
	for _, t := range topics {
		out = append(out, matcher{
			id: t.ID, words: patterns(t.Words), except: slices.Concat(everywhere, patterns(t.Except)),
		})
	}
	return out
}

func patterns(words []string) []pattern {
	var out []pattern
	for _, w := range words {
		out = append(out, newPattern(w))
	}
	return out
}

// fewCharacters is what "…" stands for, in folded text.
const fewCharacters = `[^。;,:()]{0,20}`

// newPattern makes a word a pattern. A word of Latin letters is a whole word.
func newPattern(word string) pattern {
	parts := strings.Split(zh.FoldString(word), "…")
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	expression := strings.Join(parts, fewCharacters)
	chinese := zh.HasHan(word)
	if !chinese {
		expression = `(?i)\b` + expression + `\b`
	}
	return pattern{regexp.MustCompile(expression), chinese}
}

// tags gives the topics that texts tell, in the order of the lexicon.
func tags(matchers []matcher, texts []text) []plan.Tag {
	var out []plan.Tag
	for _, m := range matchers {
		var words []string
		for _, t := range texts {
			words = m.find(t, words)
		}
		if len(words) > 0 {
			out = append(out, plan.Tag{ID: m.id, Words: words[:min(len(words), mostWords)]})
		}
	}
	return out
}

// find adds the words of the topic that a text holds, as they stand there, in
// their order, each once.
func (m *matcher) find(t text, found []string) []string {
	hits := spans(m.words, t)
	if len(hits) == 0 {
		return found
	}
	left := spans(m.except, t)
	hits = slices.DeleteFunc(hits, func(h zh.Span) bool {
		return slices.ContainsFunc(left, func(o zh.Span) bool { return holds(o, h) })
	})
	slices.SortStableFunc(hits, func(a, b zh.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	end := 0
	for _, h := range hits {
		if h.End <= end {
			continue // a part of the word before
		}
		end = h.End
		if word := t.Orig(h.Start, h.End); !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return found
}

// holds reports whether b lies within a.
func holds(a, b zh.Span) bool { return a.Start <= b.Start && b.End <= a.End }

// spans is where patterns stand in a text.
func spans(patterns []pattern, t text) []zh.Span {
	var out []zh.Span
	for _, p := range patterns {
		if p.chinese != t.chinese {
			continue
		}
		for _, at := range p.FindAllStringIndex(t.Text, -1) {
			out = append(out, zh.Span{Start: at[0], End: at[1]})
		}
	}
	return out
}
