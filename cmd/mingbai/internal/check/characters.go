package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"mingbai/cmd/mingbai/internal/diag"
)

// mark is something in the text of a page that must not be published.
type mark struct {
	rule  *diag.Rule
	found string // the mark
	near  string // with the text around it
}

// maxLinkText bounds what is kept of a link's text before it is quoted.
const maxLinkText = 4 * maxQuote * utf8.UTFMax

// characters takes in a run of text.
func (r *reader) characters(s string) {
	top := r.nesting.top()
	if top != nil && (top.tag == atom.Script || top.tag == atom.Style) {
		return
	}
	for _, b := range r.text {
		b.WriteString(s)
	}
	r.label(s)
	if top == nil || strings.TrimSpace(s) == "" {
		return
	}
	if top.in&inMain != 0 && top.in&(inHeading|inNav|inHidden) == 0 && !r.leaving() {
		r.page.MainText += utf8.RuneCountInString(strings.TrimSpace(s))
	}
	if top.in&inCode != 0 {
		return
	}
	r.page.Marks = appendMarks(r.page.Marks, s)
	if top.in&(inMain|inHeading) != 0 && foreign(s, top.lang) {
		r.page.Foreign = append(r.page.Foreign, quote(s))
	}
}

// leaving reports whether the text belongs to a link to another site, such as
// the one for reporting errors: that makes no page.
func (r *reader) leaving() bool {
	return r.anchor >= 0 && slices.Contains(strings.Fields(r.page.Links[r.anchor].Rel), "external")
}

// label adds text to the link that is open around it.
func (r *reader) label(s string) {
	if r.anchor < 0 {
		return
	}
	if l := &r.page.Links[r.anchor]; len(l.Text) < maxLinkText {
		l.Text += s
	}
}

// textMarks are what to look for in text, cheap to rule out by a first string.
var textMarks = []struct {
	rule  *diag.Rule
	first string
	form  *regexp.Regexp
}{
	{literalAsterisks, "**", regexp.MustCompile(`\*\*`)},
	{replacementSign, "\uFFFD", regexp.MustCompile("\uFFFD")},
	{conflictMarker, "<<<<<<<", regexp.MustCompile(`<{7,}`)},
	{conflictMarker, ">>>>>>>", regexp.MustCompile(`>{7,}`)},
	{templateResidue, "{#", regexp.MustCompile(`\{#[\w.-]*\}`)},
	{templateResidue, "{{", regexp.MustCompile(`\{\{`)},
	{templateResidue, "<no value>", regexp.MustCompile(`<no value>`)},
	{templateResidue, "<nil>", regexp.MustCompile(`<nil>`)},
	{templateResidue, "%!", regexp.MustCompile(`%!\w?\(`)},
	{templateResidue, "ZgotmplZ", regexp.MustCompile(`ZgotmplZ`)},
}

// appendResidue adds what templates leave in addresses, where other marks may
// be meant.
func appendResidue(marks []mark, s string) []mark {
	for _, m := range appendMarks(nil, s) {
		if m.rule == templateResidue {
			marks = append(marks, m)
		}
	}
	return marks
}

// appendMarks adds the first of each kind of mark that stands in s.
func appendMarks(marks []mark, s string) []mark {
	for _, m := range textMarks {
		if !strings.Contains(s, m.first) {
			continue
		}
		at := m.form.FindStringIndex(s)
		if at == nil {
			continue
		}
		marks = append(marks, mark{m.rule, s[at[0]:at[1]], around(s, at[0], at[1])})
	}
	return marks
}

// around is the text on both sides of s[from:to], on one line.
func around(s string, from, to int) string {
	before, after := []rune(s[:from]), []rune(s[to:])
	if len(before) > maxQuote/4 {
		before = before[len(before)-maxQuote/4:]
	}
	if len(after) > maxQuote/2 {
		after = after[:maxQuote/2]
	}
	return squeeze(string(before) + s[from:to] + string(after))
}

// minForeign is how many words of Latin letters in a row make a text English.
const minForeign = 5

// foreign tells text that is not in the language in force around it: Chinese
// characters in an English run, several English words in a Chinese one. Names
// and abbreviations in Latin letters are at home in Chinese.
func foreign(s, lang string) bool {
	switch base, _, _ := strings.Cut(strings.ToLower(lang), "-"); base {
	case "en":
		return strings.ContainsFunc(s, isHan)
	case "zh":
		return !strings.ContainsFunc(s, isHan) && latinWords(s) >= minForeign
	}
	return false
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// isLatin tells Latin letters, with their accents.
func isLatin(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r))
	}
	return (r < 0x2E80 || r >= 0xA000) && unicode.Is(unicode.Latin, r)
}

// latinWords counts words of two or more Latin letters.
func latinWords(s string) int {
	n, run := 0, 0
	for _, r := range s + " " {
		if isLatin(r) {
			run++
			continue
		}
		if run > 1 {
			n++
		}
		run = 0
	}
	return n
}
