package parse

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/zh"
)

// form is a way of numbering. The order is that of GB/T 9704 levels:
// 一、→（一）→ 1. →（1）→ ①.
type form int

const (
	noForm      form = iota
	formEnum         // 一、
	formOrdinal      // First,
	formArticle      // 第一条
	formParenZh      // （一）
	formDot          // 1.
	formParen        // (1)
	formCircle       // ①
)

// number is a printed number at the head of a line.
type number struct {
	form  form
	value int
	text  string // as printed, without the space around it
	end   int    // byte offset of what follows, in the line
}

const zhDigits = `〇零一二三四五六七八九十百`

// numberForms is the ordered table of number recognizers. Patterns run on folded
// text, so each covers both widths.
var numberForms = []struct {
	form    form
	pattern *regexp.Regexp
}{
	{formEnum, regexp.MustCompile(`^([` + zhDigits + `]{1,4})(?:、|\. ?)`)},
	{formParenZh, regexp.MustCompile(`^\( ?([` + zhDigits + `]{1,4}) ?\)(?:[、.])?`)},
	{formParen, regexp.MustCompile(`^\(? ?(\d{1,3}) ?\)(?:[、.])?`)},
	{formDot, regexp.MustCompile(`^(\d{1,3}) ?(?:、|\.)`)},
	{formArticle, regexp.MustCompile(`^第([` + zhDigits + `]{1,5}|\d{1,3})条`)},
	{formOrdinal, regexp.MustCompile(`(?i)^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?,`)},
}

var ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth")

// readNumber reads the number at the head of a line, if there is one.
func readNumber(line string) (number, bool) {
	lead := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	rest := line[lead:]
	if r, size := utf8.DecodeRuneInString(rest); size > 0 {
		if v, ok := zh.Circled(r); ok {
			return number{formCircle, v, rest[:size], skipSpace(line, lead+size)}, true
		}
	}
	folded := zh.Fold(rest)
	for _, f := range numberForms {
		m := f.pattern.FindStringSubmatchIndex(folded.Text)
		if m == nil {
			continue
		}
		value, ok := ordinal(f.form, folded.Text[m[2]:m[3]])
		if !ok || f.form == formDot && startsWithDigit(folded.Text[m[1]:]) {
			continue // 1.5亿元
		}
		end := folded.Offset(m[1])
		return number{f.form, value, strings.TrimSpace(rest[:end]), skipSpace(line, lead+end)}, true
	}
	return number{}, false
}

func ordinal(f form, s string) (int, bool) {
	if f != formOrdinal {
		return zh.Numeral(s)
	}
	for i, o := range ordinals {
		if strings.EqualFold(o, s) {
			return i + 1, true
		}
	}
	return 0, false
}

func startsWithDigit(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

func skipSpace(s string, from int) int {
	return len(s) - len(strings.TrimLeftFunc(s[from:], unicode.IsSpace))
}

// levels keeps the open levels of numbered items within one section.
type levels []level

type level struct {
	native form // of its first item
	mixed  form // another form met among its siblings, or noForm
	last   int  // value of its latest item
	node   int  // index of its latest item among the plan's measures
}

func (l level) has(f form) bool { return l.native == f || l.mixed == f }

// place gives the depth at which an item stands, and closes what is deeper.
// Lists mix （一） and (1), restart and skip, so the value decides with the form.
func (ls *levels) place(n number) (depth int) {
	open := *ls
	depth = open.depthOf(n)
	if depth < len(open) {
		if l := &open[depth]; !l.has(n.form) {
			l.mixed = n.form
		}
		open[depth].last = n.value
		*ls = open[:depth+1]
		return depth
	}
	*ls = append(open, level{native: n.form, last: n.value})
	return depth
}

func (ls levels) depthOf(n number) int {
	for k := len(ls) - 1; k >= 0; k-- {
		if !ls[k].has(n.form) {
			continue
		}
		if ls[k].native != n.form && n.value == 1 && ls[k].last > 1 {
			return k + 1 // (1) met as sibling of （二）, now first below （三）
		}
		return k
	}
	for k := len(ls) - 1; k >= 0; k-- {
		if n.value > 1 && n.value == ls[k].last+1 {
			return k // the list goes on in another form
		}
	}
	for k := 1; k < len(ls); k++ {
		if n.form < ls[k].native {
			return k - 1
		}
	}
	if len(ls) > 0 && n.value != 1 && n.form <= ls[len(ls)-1].native {
		return len(ls) - 1
	}
	return len(ls)
}
