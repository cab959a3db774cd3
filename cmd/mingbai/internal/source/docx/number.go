package docx

import (
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/zh"
)

// formatNumber prints a number in a form of WordprocessingML (ST_NumberFormat).
// Forms that Chinese documents do not use are printed in digits.
func formatNumber(n int, format string) string {
	if f, ok := numberForms[format]; ok {
		return f(n)
	}
	return strconv.Itoa(n)
}

var numberForms = map[string]func(int) string{
	"decimal":                      strconv.Itoa,
	"decimalZero":                  func(n int) string { return zeroed(n) },
	"decimalFullWidth":             fullWidth,
	"decimalFullWidth2":            fullWidth,
	"decimalEnclosedCircle":        enclosed("①", 20),
	"decimalEnclosedCircleChinese": enclosed("①", 20),
	"decimalEnclosedFullstop":      enclosed("⒈", 20),
	"decimalEnclosedParen":         enclosed("⑴", 20),
	"ideographEnclosedCircle":      enclosed("㊀", 10),
	"chineseCounting":              zh.Count,
	"chineseCountingThousand":      zh.Count,
	"taiwaneseCounting":            zh.Count,
	"taiwaneseCountingThousand":    zh.Count,
	"taiwaneseDigital":             digital,
	"japaneseCounting":             zh.Count,
	"koreanDigital2":               digital,
	"ideographDigital":             digital,
	"japaneseDigitalTenThousand":   digital,
	"chineseLegalSimplified":       legal("零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
	"ideographLegalTraditional":    legal("零壹貳參肆伍陸柒捌玖", "拾佰仟"),
	"ideographTraditional":         cyclic("甲乙丙丁戊己庚辛壬癸"),
	"ideographZodiac":              cyclic("子丑寅卯辰巳午未申酉戌亥"),
	"upperLetter":                  func(n int) string { return letter(n, 'A') },
	"lowerLetter":                  func(n int) string { return letter(n, 'a') },
	"upperRoman":                   roman,
	"lowerRoman":                   func(n int) string { return strings.ToLower(roman(n)) },
	"numberInDash":                 func(n int) string { return "- " + strconv.Itoa(n) + " -" },
}

func zeroed(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// fullWidth prints １２.
func fullWidth(n int) string {
	return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
}

// digital prints 一〇五: a character for each digit, with 十 for ten itself.
func digital(n int) string {
	if n == 10 {
		return "十"
	}
	digits := []rune("〇一二三四五六七八九")
	return strings.Map(func(r rune) rune { return digits[r-'0'] }, strconv.Itoa(n))
}

// enclosed prints the characters that follow first, as far as they reach.
func enclosed(first string, most int) func(int) string {
	r := []rune(first)[0]
	return func(n int) string {
		if n < 1 || n > most {
			return strconv.Itoa(n)
		}
		return string(r + rune(n-1))
	}
}

// cyclic prints one of a series of characters.
func cyclic(series string) func(int) string {
	runes := []rune(series)
	return func(n int) string {
		if n < 1 || n > len(runes) {
			return strconv.Itoa(n)
		}
		return string(runes[n-1])
	}
}

// legal prints the characters of cheques: 壹拾贰.
func legal(digits, units string) func(int) string {
	plain := []rune("零一二三四五六七八九十百千")
	formal := append([]rune(digits), []rune(units)...)
	return func(n int) string {
		return strings.Map(func(r rune) rune {
			for i, p := range plain {
				if p == r || r == '〇' && i == 0 {
					return formal[i]
				}
			}
			return r
		}, zh.Count(n))
	}
}

// letter prints A, B, … Z, AA, BB as Word does.
func letter(n int, first rune) string {
	const most = 26 * 30
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, u := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= u.value; n -= u.value {
			b.WriteString(u.sign)
		}
	}
	return b.String()
}
