package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/zh"
)

// form is a way of numbering. The order is that of GB/T 9704 levels:
// 一、→（一）→ 1. →（1）→ ①.
type form int

const (
	noForm       form = iota
	formChapter       // 第一章
	formPart          // 第一节
	formEnum          // 一、
	formOrdinal       // First,
	formArticle       // 第一条
	formParenZh       // （一）
	formDot           // 1.
	formDecimal       // 1.1
	formDecimal3      // 1.1.1
	formParen         // (1)
	formCircle        // ①
)

// number is a printed number at the head of a line.
type number struct {
	form  form
	value int
	text  string // as printed, without the space around it
	end   int    // byte offset of what follows, in the line
}

const zhDigits = `〇零○◯一二三四五六七八九十百`

// numberForms is the ordered table of number recognizers. Patterns run on folded
// text, so each covers both widths. The first group is the value.
var numberForms = []struct {
	form    form
	pattern *pattern.Pattern
}{
	{formChapter, pattern.New(`^第([` + zhDigits + `]{1,4}|\d{1,2})([章编篇]|部分)(?: |$|\p{Han})`)},
	{formPart, pattern.New(`^第([` + zhDigits + `]{1,4}|\d{1,2})(节)(?: |$|\p{Han})`)},
	{formEnum, pattern.New(`^([` + zhDigits + `]{1,4}) ?(?:、|\. ?)`)},
	{formEnum, pattern.New(`^第([` + zhDigits + `]{1,3})[,、] ?`)},
	{formEnum, pattern.New(`^([IVX]{1,5})[.、] `)},
	{formParenZh, pattern.New(`^\( ?([` + zhDigits + `]{1,4}) ?\)(?:[、.])?`)},
	{formParen, pattern.New(`^\(? ?(\d{1,3}) ?\)(?:[、.])?`)},
	{formDecimal3, pattern.New(`^\d{1,2}\.\d{1,2}\.(\d{1,2})(?:[.、] ?| |\p{Han})`)},
	{formDecimal, pattern.New(`^\d{1,2}\.(\d{1,2})(?:[.、] ?| |\p{Han})`)},
	{formDot, pattern.New(`^(\d{1,3}) ?(?:、|\.|[\x{e000}-\x{f8ff}])`)},
	{formArticle, pattern.New(`^第([` + zhDigits + `]{1,5}|\d{1,3})条`)},
	{formOrdinal, pattern.New(`(?i)^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?,`)},
}

// notNumber is what follows digits that are a quantity (1.5亿元) or a list of
// numbers (一、二、三产业).
var notNumber = pattern.New(`^\d{1,2}\.\d{1,4} ?(?:[%‰倍亿万千百元个]|平方|公里|左右)|^\d{1,2}\.\d{1,2} ?年|^[` + zhDigits + `]、[` + zhDigits + `][、产级]`)

// yearFollows tells 4.2021年底前… (item 4) from 1.5亿元.
var yearFollows = pattern.New(`^\d{4} ?年`)

var ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth")

// readNumber reads the number at the head of a line, if there is one.
func readNumber(line string) (number, bool) {
	lead := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	rest := line[lead:]
	r, size := utf8.DecodeRuneInString(rest)
	if v, ok := zh.Circled(r); ok {
		return number{formCircle, v, rest[:size], skipSpace(line, lead+size)}, true
	}
	if f, v, ok := wholeNumber(r); ok {
		return number{f, v, rest[:size], skipSpace(line, lead+size)}, true
	}
	if !mayBeNumber(r) {
		return number{}, false
	}
	folded := zh.Fold(head(rest, 64))
	if notNumber.MatchString(folded.Text) {
		return number{}, false
	}
	for _, f := range numberForms {
		m := f.pattern.FindStringSubmatchIndex(folded.Text)
		if m == nil {
			continue
		}
		value, ok := ordinal(f.form, folded.Text[m[2]:m[3]])
		end := numberEnd(f.form, folded.Text, m)
		if !ok || f.form == formDot && startsWithDigit(folded.Text[end:]) && !yearFollows.MatchString(folded.Text[end:]) {
			continue // 1.5亿元
		}
		end = folded.Offset(end)
		return number{f.form, value, printed(rest[:end]), skipSpace(line, lead+end)}, true
	}
	return number{}, false
}

var weakEnum = pattern.New(`^([一二三四五六七八九十]{1,3}) +\p{Han}`)

// weakHeading reads 一　总体要求, which lacks its 、.
func weakHeading(line string) (number, bool) {
	lead := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	folded := zh.Fold(head(line[lead:], 16))
	m := weakEnum.FindStringSubmatchIndex(folded.Text)
	if m == nil {
		return number{}, false
	}
	value, ok := zh.Numeral(folded.Text[m[2]:m[3]])
	end := lead + folded.Offset(m[3])
	return number{formEnum, value, line[lead:end], skipSpace(line, end)}, ok
}

var weakForm = pattern.New(`^(\d{1,2}) ?(\p{Han})`)

// weakNumber reads digits that stand before a word without a mark between.
func weakNumber(line string) (number, bool) {
	lead := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	folded := zh.Fold(head(line[lead:], 16))
	m := weakForm.FindStringSubmatchIndex(folded.Text)
	if m == nil || strings.ContainsAny(folded.Text[m[4]:m[5]], "个年月日号项家万亿元人次种类大级条位名所") {
		return number{}, false
	}
	value, ok := zh.Numeral(folded.Text[m[2]:m[3]])
	end := lead + folded.Offset(m[3])
	return number{formDot, value, line[lead:end], skipSpace(line, end)}, ok
}

// numberEnd is where the number ends: a character that follows 1.1 or 第一章
// at once is none of it.
func numberEnd(f form, s string, m []int) int {
	switch f {
	case formChapter, formPart:
		return m[5]
	case formDecimal, formDecimal3:
		if r, size := utf8.DecodeLastRuneInString(s[:m[1]]); zh.IsHan(r) {
			return m[1] - size
		}
	}
	return m[1]
}

// printed is a number as pages can show it: a character of private use stands
// for a full stop that a font drew.
func printed(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r >= 0xe000 && r <= 0xf8ff {
			return '.'
		}
		return r
	}, s))
}

// wholeNumber reads ⑴, ⒈ and ㈠, numbers that are one character.
func wholeNumber(r rune) (form, int, bool) {
	switch {
	case r >= '⑴' && r <= '⒇':
		return formParen, int(r-'⑴') + 1, true
	case r >= '⒈' && r <= '⒛':
		return formDot, int(r-'⒈') + 1, true
	case r >= '㈠' && r <= '㈩':
		return formParenZh, int(r-'㈠') + 1, true
	}
	return noForm, 0, false
}

// mayBeNumber spares most lines the patterns.
func mayBeNumber(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune(zhDigits+"第(（IVX", r) || r < utf8.RuneSelf && unicode.IsLetter(r)
}

// head is the beginning of a text, at most n characters.
func head(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func ordinal(f form, s string) (int, bool) {
	if f == formEnum && s[0] < utf8.RuneSelf {
		return roman(s)
	}
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

// roman reads I to XXXIX.
func roman(s string) (int, bool) {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	n := 0
	for i := range len(s) {
		v := value[s[i]]
		if v == 0 {
			return 0, false
		}
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return n, n > 0
}

func startsWithDigit(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

func skipSpace(s string, from int) int {
	return len(s) - len(strings.TrimLeftFunc(s[from:], unicode.IsSpace))
}
