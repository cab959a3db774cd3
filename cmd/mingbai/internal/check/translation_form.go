package check

import (
	"regexp"
	"strings"
	"unicode"

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
	plan.En: regexp.MustCompile(`["，。、；：？！（）《》〈〉〔〕【】「」『』…　％]|[\x{FF10}-\x{FF5A}]`),
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
		before, after := lastRune(text[:i]), firstRune(text[i+len(name):])
		b.WriteString(text[:i])
		if unicode.Is(script, before) || unicode.Is(script, after) {
			b.WriteString(name)
		} else {
			b.WriteByte(' ')
		}
		text = text[i+len(name):]
	}
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	r := []rune(s)
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
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
		if han == 0 {
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

var unbalanced = &diag.Rule{
	Code: "K823", Severity: diag.Error,
	Title:   diag.Text{En: "unbalanced bracket or quotation mark", Zh: "括号或引号不成对"},
	Message: diag.Text{En: "the mark %s has no partner", Zh: "“%s”没有与之成对的标点"},
	Hint:    diag.Text{En: "open and close brackets, quotation marks and 《》 in pairs, inner ones first", Zh: "括号、引号、书名号应当成对使用，先关内层，后关外层"},
	Explain: diag.Text{
		En: "A bracket, quotation mark or title mark of the translation is opened and not closed, closed and not opened, or closed in the wrong order. Part of the text may be missing.",
		Zh: "译文中的括号、引号或书名号只有一半，或者先后次序颠倒，文字可能有缺漏。",
	},
	Example: "(Lead: Provincial Department of Finance",
}

var wrongForm = &diag.Rule{
	Code: "K824", Severity: diag.Warning,
	Title:   diag.Text{En: "punctuation of the other language", Zh: "标点形式不符"},
	Message: diag.Text{En: "“%s” is no mark of this language: “%s”", Zh: "“%s”不是本语言的标点：“%s”"},
	Hint:    diag.Text{En: "Chinese has full-width marks and 《》, English half-width ones; both have curly quotation marks “”", Zh: "中文用全角标点和书名号，英文用半角标点；引号均用“”"},
	Explain: diag.Text{
		En: "A translation uses the marks of its own language. Full-width marks in English leave gaps, half-width ones in Chinese run into the characters, and titles are quoted with “” in English and 《》 in Chinese.",
		Zh: "译文应使用本语言的标点。英文中的全角标点会留下空隙，中文中的半角标点会与文字挤在一起；文件名称中文用《》，英文用“”。",
	},
	Example: "各州(市)政府",
}

var hanInEnglish = &diag.Rule{
	Code: "K821", Severity: diag.Error,
	Title:   diag.Text{En: "Chinese characters in the English", Zh: "英文中有汉字"},
	Message: diag.Text{En: "“%s” stands in the English translation", Zh: "英文译文中有“%s”"},
	Hint:    diag.Text{En: "translate it, or add the name of a product to han in seeds/glossary.yaml", Zh: "请译成英文；如为产品名称，请列入 seeds/glossary.yaml 的 han"},
	Explain: diag.Text{
		En: "A part was left untranslated. A reader of the English page cannot read it, and a screen reader cannot say it.",
		Zh: "有一部分没有译出。英文读者看不懂，读屏软件也读不出来。",
	},
	Example: "Provide 留抵退税 to enterprises.",
}

var latinInChinese = &diag.Rule{
	Code: "K822", Severity: diag.Error,
	Title:   diag.Text{En: "Latin letters in the Chinese", Zh: "中文中有外文词"},
	Message: diag.Text{En: "“%s” stands in the Chinese translation", Zh: "中文译文中有“%s”"},
	Hint:    diag.Text{En: "translate it, or add it to latin in seeds/glossary.yaml where Chinese writes it so", Zh: "请译成中文；如中文习惯如此书写，请列入 seeds/glossary.yaml 的 latin"},
	Explain: diag.Text{
		En: "A word was left in English. Official Chinese texts use few foreign words (APP, APEC); those are listed in the glossary.",
		Zh: "有的词没有译成中文。公文中使用的外文词很少（如 APP、APEC），均应列入术语表。",
	},
	Example: "由 Provincial Department of Finance 负责",
}

var oddLength = &diag.Rule{
	Code: "K831", Severity: diag.Warning,
	Title:   diag.Text{En: "lengths of the languages do not fit", Zh: "两种语言的篇幅相差过大"},
	Message: diag.Text{En: "%d Chinese characters stand against %d English letters", Zh: "中文 %d 字，英文 %d 个字母，相差过大"},
	Hint:    diag.Text{En: "see whether something was left out or added", Zh: "请核对有无漏译或者增译"},
	Explain: diag.Text{
		En: "A Chinese character takes 2.5 to 9 English letters in running text (1.5 to 14 in a text of fewer than 30 characters). Beyond that, something was probably left out or added.",
		Zh: "正文中一个汉字约合 2.5 至 9 个英文字母（不足 30 字的短文为 1.5 至 14 个）。超出这一范围，多半有漏译或者增译。",
	},
	Example: "a paragraph of 200 characters against one English sentence",
}
