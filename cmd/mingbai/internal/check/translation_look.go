package check

import (
	"strings"
	"unicode/utf8"
)

// enSigns are the words that forms of English ask for, in small letters.
var enSigns = makeEnSigns()

func makeEnSigns() map[string]signs {
	all := map[string]signs{}
	add := func(words string, sign signs) {
		for word := range strings.SplitSeq(words, "|") {
			all[strings.ToLower(word)] |= sign
		}
	}
	add(enMonths, enMonthName)
	add("quarter|quarters", enQuarterly)
	add("half", enHalfWord)
	add("third|fifth|tenth|thirds|fifths|tenths", enPart)
	add("third|another|hand", enIdiomWord)
	add("end", enEnd)
	add(enWords, enNumeral)
	return all
}

// Letters that are s and k where case does not matter.
const longS, kelvin = "\u017F", "\u212A"

// longestSign is the length of the longest of those words.
const longestSign = len("seventeen")

// lookEnglish goes over an English text once.
func lookEnglish(text string) (all signs) {
	if strings.Contains(text, longS) || strings.Contains(text, kelvin) {
		return allSigns
	}
	var word [longestSign]byte
	for i := 0; i < len(text); {
		c := text[i]
		if !isWordByte(c) {
			if c == '[' {
				all |= enSquare
			}
			if i > 0 && isDigit(text[i-1]) && (c == '-' || strings.HasPrefix(text[i:], "–")) {
				all |= enDash
			}
			if c == '(' && i+1 < len(text) && isDigit(text[i+1]) {
				all |= enBracketed
			}
			i++
			continue
		}
		begin := i
		for ; i < len(text) && isWordByte(text[i]); i++ {
			if isDigit(text[i]) {
				all |= enDigit
			}
			if i-begin < len(word) {
				word[i-begin] = text[i] | 0x20
			}
		}
		if i-begin > len(word) {
			continue
		}
		all |= enSigns[string(word[:i-begin])]
		if i < len(text) && text[i] == ',' && ordinal(string(word[:i-begin])) > 0 {
			all |= enOrdinalSet
		}
	}
	return all
}

// isWordByte tells the characters between which \b finds no boundary.
func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' }

// lookChinese goes over a Chinese text once, with the character before each.
func lookChinese(text string) (all signs) {
	before := rune(0)
	for _, r := range text {
		switch {
		case '0' <= r && r <= '9':
			all |= zhDigit
			if before == '(' || before == '（' {
				all |= zhBracketed
			}
		case r < utf8.RuneSelf:
			if (r == '-' || r == '~') && isDigitRune(before) {
				all |= zhDash
			}
		default:
			all |= signsOf(r) | signsTogether(before, r)
		}
		before = r
	}
	return all
}

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' }

// signsOf are those that a character has by itself.
func signsOf(r rune) signs {
	switch r {
	case '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '零', '〇':
		return zhHasNumeral
	case '〔':
		return zhSquare
	case '双', '首', '单':
		return zhLoosely
	}
	if '①' <= r && r <= '⑳' {
		return zhCircled
	}
	return 0
}

// signsTogether are those that two neighbours have.
func signsTogether(before, r rune) signs {
	switch r {
	case '度':
		return signIf(before == '季', zhQuarterly)
	case '年':
		return signIf(before == '半', zhHalfYear)
	case '底', '末':
		return signIf(before == '年', zhEndOfYear)
	case '月':
		return signIf(isDigitRune(before), zhMonthly)
	case '—', '－', '–', '至':
		return signIf(isDigitRune(before), zhDash)
	case '是', '要':
		return signIf(isNumeral(before), zhMarked)
	case '成':
		return signIf(isNumeral(before), zhTenth)
	case '之':
		return signIf(before == '分', zhPart)
	case '番':
		return signIf(before == '翻', zhLoosely)
	case '数':
		return signIf(before == '半', zhLoosely)
	}
	all := idiomSign(before, r)
	if isNumeral(r) && (before == '(' || before == '（') {
		all |= zhBracketed
	}
	if r == '半' && before == '一' {
		all |= zhLoosely
	}
	return all
}

func signIf(yes bool, s signs) signs {
	if yes {
		return s
	}
	return 0
}

func isNumeral(r rune) bool { return signsOf(r) == zhHasNumeral }

// idiomSign tells whether an idiom begins with the two characters.
func idiomSign(first, second rune) signs {
	follow := ""
	switch first {
	case '第', '新':
		follow = "三"
	case '三':
		follow = "农峡七"
	case '千':
		follow = "方家伏克米"
	case '万':
		follow = "众里一"
	case '零':
		follow = "售部距"
	case '周':
		follow = "一二三四五六日"
	case '百':
		follow = "姓货"
	case '五':
		follow = "险金"
	case '九':
		follow = "牛"
	case '四':
		follow = "川处"
	case '二':
		follow = "维手"
	case '十':
		follow = "分足"
	}
	return signIf(follow != "" && strings.ContainsRune(follow, second), zhIdiom)
}
