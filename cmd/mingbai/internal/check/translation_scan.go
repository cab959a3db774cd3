package check

import "strings"

// The numbers that stand in nearly every text are read by hand; the rules are
// those of the regular expressions beside each.

// nextDigit is the place of the next digit, or -1.
func nextDigit(text string, from int) int {
	for i := from; i < len(text); i++ {
		if isDigit(text[i]) {
			return i
		}
	}
	return -1
}

// digitsAt is the length of a number in digits: (\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?,
// and that of its whole part.
func digitsAt(text string) (whole, size int) {
	whole = leading(text)
	if whole <= 3 {
		for whole+4 <= len(text) && text[whole] == ',' && leading(text[whole+1:whole+4]) == 3 {
			whole += 4
		}
	}
	size = whole
	if size < len(text) && text[size] == '.' {
		if n := leading(text[size+1:]); n > 0 {
			size += 1 + n
		}
	}
	return whole, size
}

// leading counts the digits at the beginning of a text.
func leading(text string) (n int) {
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return n
}

// enMultipliers and enUnits are what may follow an English number.
var (
	enMultipliers = strings.Split(strings.Trim(enMultiple, "()"), "|")
	enUnits       = []struct {
		text  string
		whole bool // ends a word
	}{{"%", false}, {" percent", true}, {" per cent", true}, {" percentage point", false}, {"-percentage point", false}, {" percentage-point", false}, {"-percentage-point", false}}
)

// enNumber reads the number at the beginning of a text, and gives its length:
// enDigits(?:[ -]enMultiple\b)?(%| percent\b| per cent\b|[ -]percentage[ -]points?)?
func enNumber(f *facts, text string) int {
	_, size := digitsAt(text)
	digits, multiplier, unit := text[:size], "", ""
	if rest := text[size:]; rest != "" && (rest[0] == ' ' || rest[0] == '-') {
		for _, m := range enMultipliers {
			if strings.HasPrefix(rest[1:], m) && endsWord(rest[1+len(m):]) {
				multiplier = m
				size += 1 + len(m)
				break
			}
		}
	}
	rest := text[size:]
	for _, u := range enUnits {
		if strings.HasPrefix(rest, u.text) && (!u.whole || endsWord(rest[len(u.text):])) {
			unit = u.text
			size += len(unit)
			if strings.HasSuffix(unit, "point") && strings.HasPrefix(text[size:], "s") {
				size++
			}
			break
		}
	}
	f.number(parseNumber(digits, multiplier), enUnit(unit), isYear(digits) && multiplier+unit == "")
	return size
}

// endsWord reports whether a word that ends before the text ends there.
func endsWord(rest string) bool { return rest == "" || !isWordByte(rest[0]) }

// enLooseNumbers allows for what may be the counterpart of a number.
func enLooseNumbers(r *reading, f *facts) {
	if r.signs == allSigns {
		apart := *r // number words stay
		apart.eat(enLoose, func(m []string) { f.allow(looseValue(strings.ToLower(m[1]))) })
		return
	}
	for i := 0; i < len(r.text); {
		if !isWordByte(r.text[i]) {
			i++
			continue
		}
		begin := i
		for i < len(r.text) && isWordByte(r.text[i]) {
			i++
		}
		var buf [len("twentieth")]byte
		word := lowered(buf[:0], r.text[begin:i])
		switch {
		case string(word) == "two" && isWay(r.text[i:]):
			f.allow(0)
			i += len("-way")
		case len(word) > 0 && isLoose[string(word)]:
			f.allow(looseValue(string(word)))
		}
	}
}

// lowered appends a word in small letters, nothing of one that is too long.
func lowered(b []byte, word string) []byte {
	if len(word) > cap(b) {
		return b
	}
	for i := range len(word) {
		b = append(b, word[i])
		if 'A' <= word[i] && word[i] <= 'Z' {
			b[i] |= 0x20
		}
	}
	return b
}

// isWay reports whether “two” goes on as “two-way”.
func isWay(rest string) bool {
	return len(rest) >= 4 && strings.EqualFold(rest[:4], "-way") && endsWord(rest[4:])
}

// isLoose has the words of enLoose, but for two-way.
var isLoose = func() map[string]bool {
	all := map[string]bool{}
	for word := range looseValues {
		all[word] = true
	}
	for word := range strings.SplitSeq(enOrdinals, "|") {
		all[word] = true
	}
	return all
}()

// looseValue is the value of a word of enLoose.
func looseValue(word string) float64 {
	if v := looseValues[word]; v > 0 {
		return v
	}
	return ordinal(word)
}

// zhFactors are what may follow a Chinese number, the longer before the shorter.
var zhFactors = []string{"万亿", "千万", "百万", "十万", "亿", "万", "千", "百"}

// zhNumber reads the number at the beginning of a text, and gives its length:
// zhDigits\s*(万亿|千万|百万|十万|亿|万|千|百)?(%|％|个百分点|年)?
func zhNumber(f *facts, text string) int {
	_, size := digitsAt(text)
	digits := text[:size]
	for size < len(text) && (isSpace(text[size]) || text[size] == '\r') {
		size++
	}
	multiplier := prefixOf(text[size:], zhFactors)
	size += len(multiplier)
	unit := prefixOf(text[size:], []string{"%", "％", "个百分点", "年"})
	size += len(unit)
	f.number(parseNumber(digits, multiplier), unitOf(unit), isYear(digits) && unit == "年")
	return size
}

// prefixOf is the first of some words with which a text begins, or "".
func prefixOf(text string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return w
		}
	}
	return ""
}

// nextNumeral is the place of the next Chinese numeral, or -1.
func nextNumeral(text string, from int) int {
	if i := strings.IndexFunc(text[from:], isNumeral); i >= 0 {
		return from + i
	}
	return -1
}

// zhNumeral reads the number at the beginning of a text, and gives its length:
// ([一二两三四五六七八九十百千万亿零〇]+)(个百分点|级)?
func zhNumeral(f *facts, text string) int {
	size := len(text)
	if i := strings.IndexFunc(text, func(r rune) bool { return !isNumeral(r) }); i >= 0 {
		size = i
	}
	unit := prefixOf(text[size:], []string{"个百分点", "级"})
	zhCount(f, text[:size], unit)
	return size + len(unit)
}
