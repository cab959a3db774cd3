package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// bracketPairs are the marks that open and close in each language.
var bracketPairs = map[plan.Lang]map[rune]rune{
	plan.Zh: {'（': '）', '《': '》', '〈': '〉', '“': '”', '‘': '’', '〔': '〕', '【': '】', '「': '」', '『': '』'},
	plan.En: {'(': ')', '[': ']', '“': '”', '‘': '’', '{': '}'},
}

// wrongMarks are marks of the other language, and typewriter quotation marks.
// Half-width marks between figures are at home in Chinese: 12:00, 3.5, 1,307.
var wrongMarks = map[plan.Lang]*regexp.Regexp{
	plan.Zh: regexp.MustCompile(`["'()\[\]]|\p{Han}[,;:?!.]|[,;:?!]\p{Han}`),
	plan.En: regexp.MustCompile(`["，。、；：？！（）《》〈〉〔〕【】「」『』　％]|[\x{FF10}-\x{FF5A}]`),
}

var formRule = twinRule{
	rules: []*diag.Rule{unbalanced, wrongForm},
	run: func(r *translationReport, t *twin) {
		for _, lang := range []plan.Lang{plan.Zh, plan.En} {
			side := t.in(lang)
			if !side.translated {
				continue
			}
			if mark := firstUnbalanced(side.text, lang); mark != "" {
				r.add(t, side.pos, unbalanced, mark)
			}
			if at := wrongMarks[lang].FindStringIndex(side.text); at != nil {
				r.add(t, side.pos, wrongForm, side.text[at[0]:at[1]], around(side.text, at[0], at[1]))
			}
		}
	},
}

// firstUnbalanced gives the first mark that closes nothing, or else the last
// that is never closed; "" where all is well. In English ’ may be an
// apostrophe and closes only what ‘ opened.
func firstUnbalanced(text string, lang plan.Lang) string {
	var open []rune
	for _, r := range text {
		if isOpening(r, lang) {
			open = append(open, r)
			continue
		}
		if !isClosing(r, lang) {
			continue
		}
		if n := len(open); n > 0 && bracketPairs[lang][open[n-1]] == r {
			open = open[:n-1]
		} else if lang != plan.En || r != '’' {
			return string(r)
		}
	}
	if len(open) > 0 {
		return string(open[len(open)-1])
	}
	return ""
}

func isOpening(r rune, lang plan.Lang) bool {
	_, ok := bracketPairs[lang][r]
	return ok
}

func isClosing(r rune, lang plan.Lang) bool {
	for _, closing := range bracketPairs[lang] {
		if closing == r {
			return true
		}
	}
	return false
}

var foreignRule = twinRule{
	rules: []*diag.Rule{hanInEnglish, latinInChinese},
	run: func(r *translationReport, t *twin) {
		if t.en.translated {
			if s := firstRun(t.en.text, unicode.Han, r.terms.Han); s != "" {
				r.add(t, t.en.pos, hanInEnglish, s)
			}
		}
		if t.zh.translated {
			if s := firstRun(t.zh.text, unicode.Latin, r.terms.Latin); s != "" {
				r.add(t, t.zh.pos, latinInChinese, s)
			}
		}
	},
}

// firstRun is the first run of a script's letters that the list does not allow.
func firstRun(text string, script *unicode.RangeTable, allowed []string) string {
	for _, name := range allowed {
		text = replaceWord(text, name, script)
	}
	in := func(r rune) bool { return unicode.Is(script, r) }
	at := strings.IndexFunc(text, in)
	if at < 0 {
		return ""
	}
	if end := strings.IndexFunc(text[at:], func(r rune) bool { return !in(r) }); end >= 0 {
		return text[at : at+end]
	}
	return text[at:]
}

// replaceWord blanks a name where no letters of its script touch it: APP may
// stand, APPLE may not.
func replaceWord(text, name string, script *unicode.RangeTable) string {
	if name == "" {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, name)
		if i < 0 {
			return b.String() + text
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(name):])
		b.WriteString(text[:i])
		if unicode.Is(script, before) || unicode.Is(script, after) {
			b.WriteString(name)
		} else {
			b.WriteByte(' ')
		}
		text = text[i+len(name):]
	}
}

// lengths are the bounds of English letters for one Chinese character. A short
// text, such as a title, says with one word what takes many in the other
// language.
const (
	shortText              = 30 // Chinese characters
	minLetters, maxLetters = 2.5, 9
	minShort, maxShort     = 1.5, 14
)

var lengthRule = twinRule{
	rules: []*diag.Rule{oddLength},
	run: func(r *translationReport, t *twin) {
		han, letters := countIn(t.zh.text, unicode.Han), countIn(t.en.text, unicode.Latin)
		if han == 0 || t.name {
			return
		}
		low, high := minLetters, float64(maxLetters)
		if han < shortText {
			low, high = minShort, maxShort
		}
		if ratio := float64(letters) / float64(han); ratio < low || ratio > high {
			r.add(t, t.at(), oddLength, han, letters)
		}
	},
}

func countIn(text string, script *unicode.RangeTable) int {
	n := 0
	for _, r := range text {
		if unicode.Is(script, r) {
			n++
		}
	}
	return n
}
