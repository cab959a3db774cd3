package zh

import (
	"strconv"
	"strings"
)

var digits = map[rune]int{
	'〇': 0, '零': 0, '○': 0, '◯': 0, 'O': 0, 'o': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5,
	'六': 6, '七': 7, '八': 8, '九': 9,
}

// Numeral reads a whole number below 10,000 in Chinese (二十三, 一百零五, 二〇二二) or
// in digits of either width.
func Numeral(s string) (int, bool) {
	s = FoldString(strings.TrimSpace(s))
	if s == "" {
		return 0, false
	}
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return n, true
	}
	runes := []rune(s)
	if len(runes) > 1 && allDigits(runes) { // 二〇二二
		n := 0
		for _, r := range runes {
			n = n*10 + digits[r]
		}
		return n, len(runes) <= 4
	}
	return positional(runes)
}

func allDigits(runes []rune) bool {
	for _, r := range runes {
		if _, ok := digits[r]; !ok {
			return false
		}
	}
	return true
}

// positional reads numerals with 十, 百 and 千.
func positional(runes []rune) (int, bool) {
	total, pending, last := 0, -1, 10000
	for _, r := range runes {
		if d, ok := digits[r]; ok {
			if pending > 0 {
				return 0, false
			}
			pending = d
			continue
		}
		unit := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		if unit == 0 || unit >= last || (pending == 0) {
			return 0, false
		}
		last = unit
		if pending < 0 { // 十五
			if unit != 10 || total != 0 {
				return 0, false
			}
			pending = 1
		}
		total, pending = total+pending*unit, -1
	}
	if pending > 0 {
		total += pending
	}
	return total, total > 0 || pending == 0
}

// Circled reads ① to ⑳.
func Circled(r rune) (int, bool) {
	if r >= '①' && r <= '⑳' {
		return int(r-'①') + 1, true
	}
	return 0, false
}

// Spell writes 0 to 99 in Chinese numerals: 二十三.
func Spell(n int) string {
	const digit = "〇一二三四五六七八九"
	at := func(d int) string { return string([]rune(digit)[d]) }
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return at(n)
	}
	s := "十"
	if n >= 20 {
		s = at(n/10) + s
	}
	if n%10 > 0 {
		s += at(n % 10)
	}
	return s
}
