// Package topic tells from the words of a measure whom it is for and what it
// gives. It counts words and understands nothing: every topic comes with the
// words that told it, for people to judge and to correct.
//
// The words are those of the lexicon (package glossary). They are looked for in
// the title and the text as the site shows it, in Chinese where there is
// Chinese. What stands in the clause (who is responsible) and between 《 and 》
// (the titles of other documents) does not count, nor does what the lexicon
// excepts.
package topic

import (
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// Mark fills in audiences and benefits of all measures of a document. It comes
// after the document's translations.
func Mark(doc *plan.Document, lexicon *glossary.Lexicon) {
	audiences := compile(lexicon.Audiences, lexicon.Except)
	benefits := compile(lexicon.Benefits, lexicon.Except)
	for i := range doc.Plans {
		p := &doc.Plans[i]
		kinds := map[string]plan.SectionKind{}
		for _, s := range p.Sections {
			kinds[s.ID] = s.Kind
		}
		for j := range p.Measures {
			m := &p.Measures[j]
			m.Audiences, m.Benefits = nil, nil
			if m.Heading || kinds[m.Section] == plan.Safeguards && coordinates(m, lexicon.Coordination) {
				continue
			}
			texts := textsOf(m)
			m.Audiences = tags(audiences, texts)
			m.Benefits = tags(benefits, texts)
		}
	}
}

// coordinates reports a measure whose heading says that it is about the work of
// government itself. One without a heading is judged by its text.
func coordinates(m *plan.Measure, words []string) bool {
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		title, _ := m.Name.In(lang)
		for _, w := range words {
			if title != "" && strings.Contains(strings.ToLower(title), strings.ToLower(w)) {
				return true
			}
		}
	}
	return false
}

// text is a text to look for words in, with its widths folded.
type text struct {
	zh.Folded
	chinese bool
}

// textsOf gives the title and the paragraphs of a measure.
func textsOf(m *plan.Measure) []text {
	var out []text
	for _, p := range append([]plan.Paragraph{m.Name}, m.Paragraphs...) {
		s, chinese := p.In(plan.Zh)
		if !chinese {
			s, _ = p.In(plan.En)
		}
		if s != "" {
			out = append(out, text{zh.Fold(cited.ReplaceAllString(withoutClauses(s), "《》")), chinese})
		}
	}
	return out
}

var (
	// answers marks the bracket that says who is responsible.
	answers = regexp.MustCompile(`(?i)负责|牵头|责任单位|responsib|led by|takes the lead`)
	cited   = regexp.MustCompile(`《[^《》]*》`)
)

// withoutClauses takes out the brackets that say who is responsible. A stop
// stands in their place, so that no phrase reaches across.
func withoutClauses(s string) string {
	spans, _ := zh.Brackets(s)
	var b strings.Builder
	from := 0
	for _, span := range spans {
		if answers.MatchString(s[span.Start:span.End]) {
			b.WriteString(s[from:span.Start] + "。")
			from = span.End
		}
	}
	return b.String() + s[from:]
}
