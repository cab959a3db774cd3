package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// bracketPairs are the marks that open and close in each language.
var bracketPairs = map[plan.Lang]string{
	plan.Zh: "（）《》〈〉“”‘’〔〕【】「」『』",
	plan.En: "()[]“”‘’{}",
}

// brackets are the same by mark: what it closes, or 0 for one that opens.
var brackets = makeBrackets()

func makeBrackets() map[plan.Lang]map[rune]rune {
	all := map[plan.Lang]map[rune]rune{}
	for lang, marks := range bracketPairs {
		all[lang] = map[rune]rune{}
		pairs := []rune(marks)
		for i := 0; i < len(pairs); i += 2 {
			all[lang][pairs[i]], all[lang][pairs[i+1]] = 0, pairs[i]
		}
	}
	return all
}

// wrongInEnglish are marks of Chinese, and typewriter quotation marks.
const wrongInEnglish = "\"，。、；：？！（）《》〈〉〔〕【】「」『』　％"

// wrongMark finds the first mark of the other language; to is 0 where there is
// none. Half-width marks between figures are at home in Chinese: 12:00, 3.5, 1,307.
func wrongMark(text string, lang plan.Lang) (from, to int) {
	if lang == plan.En {
		at := strings.IndexFunc(text, func(r rune) bool {
			return r == '"' || (r >= 0x3000 && (strings.ContainsRune(wrongInEnglish, r) || (0xFF10 <= r && r <= 0xFF5A)))
		})
		if at < 0 {
			return 0, 0
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		return at, at + size
	}
	before, at := rune(0), 0 // the character before, and where it begins
	for i, r := range text {
		switch {
		case isHalfMark(r) && isHanFast(before), isHanFast(r) && before != '.' && isHalfMark(before):
			return at, i + utf8.RuneLen(r)
		case r < utf8.RuneSelf && strings.ContainsRune(`"'()[]`, r):
			return i, i + 1
		}
		before, at = r, i
	}
	return 0, 0
}

// isHalfMark tells the half-width marks that Chinese writes in full width.
func isHalfMark(r rune) bool {
	switch r {
	case ',', ';', ':', '?', '!', '.':
		return true
	}
	return false
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
			if from, to := wrongMark(side.text, lang); to > 0 {
				r.add(t, side.pos, wrongForm, side.text[from:to], around(side.text, from, to))
			}
		}
	},
}

// firstUnbalanced gives the first mark that closes nothing, or else the last
// that is never closed; "" where all is well. In English ’ may be an
// apostrophe and closes only what ‘ opened.
func firstUnbalanced(text string, lang plan.Lang) string {
	var open []rune
	known := brackets[lang]
	for _, r := range text {
		if !mayBeBracket(r) {
			continue
		}
		opening, ok := known[r]
		switch n := len(open); {
		case !ok:
		case opening == 0:
			open = append(open, r)
		case n > 0 && open[n-1] == opening:
			open = open[:n-1]
		case lang != plan.En || r != '’':
			return string(r)
		}
	}
	if len(open) > 0 {
		return string(open[len(open)-1])
	}
	return ""
}

// mayBeBracket passes over letters and digits without a look into a map.
func mayBeBracket(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return !isLetter(byte(r)) && !isDigit(byte(r)) && r != ' '
	case r < 0x3400:
		return true
	}
	return r >= 0xFF00
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
	in := isLatin
	if script == unicode.Han {
		in = isHanFast
	}
	if strings.IndexFunc(text, in) < 0 {
		return ""
	}
	for _, name := range allowed {
		text = replaceWord(text, name, script)
	}
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
	if !strings.Contains(text, name) {
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
		han, letters := countIn(t.zh.text, isHanFast), countIn(t.en.text, isLatin)
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

func countIn(text string, is func(rune) bool) int {
	n := 0
	for _, r := range text {
		if is(r) {
			n++
		}
	}
	return n
}
