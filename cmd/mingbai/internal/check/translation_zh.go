package check

import (
	"fmt"
	"strings"
)

// What a Chinese text can have; see lookChinese.
const (
	zhDigit      signs = 1 << iota
	zhSquare           // 〔
	zhQuarterly        // 季度
	zhHalfYear         // 半年
	zhMonthly          // a digit before 月
	zhEndOfYear        // 年底, 年末
	zhIdiom            // the beginning of one
	zhMarked           // a numeral before 是 or 要
	zhBracketed        // a bracket before a number
	zhCircled          // ①
	zhPart             // 分之
	zhTenth            // a numeral before 成
	zhDash             // a dash behind a digit
	zhHasNumeral       // 一, 二 …
	zhLoosely          // 双, 首, 单 …
)

// zhIdioms hold numerals that count nothing: names, set phrases, parts of other
// words. They are passed over.
var zhIdioms = newForm(zhIdiom, `第三方|第三板|新三板|三农|千方百计|千家万户|万众|万里行|零售|零部件|零距离|周[一二三四五六日]|百姓|百货|千伏|千克|千米|五险|九牛|四川|三峡|二维码|二手|万一|十分|五金|四处|三七|十足`)

const zhDigits = `(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?`

var (
	zhDocument = newForm(zhSquare|zhDigit, `〔(\d{4})〕(\d+)号?`)
	zhDayRange = newForm(zhMonthly, `(\d{1,2})月(\d{1,2})日?(?:—|－|-|–|~|至|到)(\d{1,2})日`)
	zhDay      = newForm(zhMonthly, `(\d{1,2})月(\d{1,2})日`)
	zhMonth    = newForm(zhMonthly, `(\d{1,2})月(?:份)?(底|末|初)?`)
	zhYearEnd  = newForm(zhDigit|zhEndOfYear, `(\d{4})年(?:年)?(?:底|末)`)
	zhQuarters = newForm(zhQuarterly, `((?:第?[一二三四1-4][、和至—-])*第?[一二三四1-4])(?:个)?季度`)
	zhHalf     = newForm(zhHalfYear, `([上下])半年`)
	zhMarker   = newForm(zhMarked, `(^|[。；：，、\s])([一二三四五六七八九十]+)(是|要)`)
	zhBracket  = newForm(zhBracketed, `[（(]([一二三四五六七八九十]+|\d{1,2})[）)](?:[^以]|$)`)
	zhCircle   = newForm(zhCircled, `[①-⑳]`)
	zhFraction = newForm(zhPart, `([一二三四五六七八九十])分之([一二三四五六七八九十])`)
	zhTenths   = newForm(zhTenth, `([一二三四五六七八九])成([^立为果长本员效交就])`)
	zhRange    = newForm(zhDigit|zhDash, zhDigits+`(?:—|－|-|–|~|至)`+zhDigits+`(万亿|千万|百万|十万|亿|万|千|百)`)
	zhLoose    = newForm(zhLoosely, `[双首单]|翻番|一半|半数`)
)

// zhFacts reads what a Chinese text counts and dates.
func zhFacts(text string) *facts {
	f := newFacts()
	r := newReading(text, lookChinese)
	r.eat(zhDocument, func(m []string) { f.add(documentFact, m[1]+"-"+m[2]) })
	zhDates(f, r)
	r.eat(zhIdioms, nil)
	marker := func(s string) { f.add(markerFact, decimal(zhValue(s))) }
	r.eat(zhMarker, func(m []string) { marker(m[2]) })
	r.eat(zhBracket, func(m []string) { marker(m[1]) })
	r.eat(zhCircle, func(m []string) { f.add(markerFact, decimal(float64([]rune(m[0])[0]-'①'+1))) })
	r.eat(zhFraction, func(m []string) {
		f.add(numberFact, fmt.Sprintf("%s/%s", decimal(zhValue(m[2])), decimal(zhValue(m[1]))))
	})
	r.eat(zhTenths, func(m []string) { f.number(zhValue(m[1])*10, "%", false) })
	r.replace(zhRange, "$1$2$5 $3$4$5") // 1—2亿 is 1亿 and 2亿
	if r.signs&zhDigit != 0 {
		r.eatAt(nextDigit, func(text string) int { return zhNumber(f, text) })
	}
	if r.signs&zhHasNumeral != 0 {
		r.eatAt(nextNumeral, func(text string) int { return zhNumeral(f, text) })
	}
	r.eat(zhLoose, func([]string) { f.allow(1, 2) })
	return f
}

// zhDates takes days, months, quarters and ends of years out of the text;
// years themselves stay.
func zhDates(f *facts, r *reading) {
	r.eat(zhQuarters, func(m []string) {
		count := !strings.Contains(m[1], "第") && strings.Contains(m[0], "个")
		for _, r := range m[1] {
			switch v := zhValue(string(r)); {
			case v == 0:
			case count:
				f.number(v, "", false) // 四个季度
			default:
				f.add(dateFact, "Q"+decimal(v))
			}
		}
	})
	r.eat(zhHalf, func(m []string) { f.add(dateFact, map[string]string{"上": "H1", "下": "H2"}[m[1]]) })
	r.eat(zhDayRange, func(m []string) {
		f.add(dateFact, day(atoi(m[1]), atoi(m[2])))
		f.add(dateFact, day(atoi(m[1]), atoi(m[3])))
	})
	r.eat(zhDay, func(m []string) { f.add(dateFact, day(atoi(m[1]), atoi(m[2]))) })
	r.eat(zhMonth, func(m []string) { f.add(dateFact, monthFact(atoi(m[1]), m[2])) })
	r.eat(zhYearEnd, func(m []string) {
		f.add(dateFact, m[1])
		f.add(dateFact, "year-end")
	})
}

func monthFact(month int, part string) string {
	switch part {
	case "底", "末", "end":
		return fmt.Sprintf("%02d-end", month)
	case "初", "beginning", "start":
		return fmt.Sprintf("%02d-start", month)
	}
	return fmt.Sprintf("%02d", month)
}

func unitOf(word string) string {
	switch word {
	case "%", "％":
		return "%"
	case "个百分点":
		return "pp"
	}
	return ""
}

// zhCount adds a number in Chinese numerals. 一 is often no number (一次性, 一批),
// and neither are several digits without a unit (三四, 七八) or a bare unit
// (万, 百). Levels (省、州、县三级) are named one by one, so that English need not
// count them.
func zhCount(f *facts, s, unit string) {
	v := zhValue(s)
	switch {
	case v == 1 || unit == "级":
		f.allow(v)
	case v > 0:
		f.number(v, unitOf(unit), false)
	}
}

var zhNumerals = map[rune]float64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

var zhUnits = map[rune]float64{'十': 10, '百': 100, '千': 1000}

// zhValue is the value of a number in Chinese numerals or digits, 0 where it
// is none.
func zhValue(s string) float64 {
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		return float64(atoi(s))
	}
	var total, section, digit float64
	fresh := true // no digit waits for its unit
	for i, r := range s {
		n, isDigit := zhNumerals[r]
		unit := zhUnits[r]
		switch {
		case isDigit && !fresh && digit != 0:
			return 0 // two digits side by side
		case isDigit:
			digit, fresh = n, false
		case unit == 10 && i == 0:
			section = 10
		case unit > 0 && digit > 0:
			section += digit * unit
			digit, fresh = 0, true
		case (r == '万' || r == '亿') && section+digit > 0:
			total += (section + digit) * multipliers[string(r)]
			section, digit, fresh = 0, 0, true
		default:
			return 0
		}
	}
	return total + section + digit
}
