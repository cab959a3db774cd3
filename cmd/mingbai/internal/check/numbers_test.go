package check

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// Numbers are read by hand as these would read them.
var (
	enNumberForm  = regexp.MustCompile(`\A` + enDigits + `(?:[ -]` + enMultiple + `\b)?(%| percent\b| per cent\b|[ -]percentage[ -]points?)?`)
	zhNumberForm  = regexp.MustCompile(`\A` + zhDigits + `\s*(万亿|千万|百万|十万|亿|万|千|百)?(%|％|个百分点|年)?`)
	zhNumeralForm = regexp.MustCompile(`\A([一二两三四五六七八九十百千万亿零〇]+)(个百分点|级)?`)
)

var numberPieces = strings.Split("1|12|123|1234|,234|,|.|.5|2022|20.5| |-|million|hundred|trillions|%| percent| per cent|age| percentage point|-percentage-points|percentage points|s|x|年|％|个百分点|级|亿|万亿|万|千|百|一|十|二|〇|\n|\r|。|é", "|")

func TestNumbersAreReadAsTheirForms(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(numberPieces[r.IntN(len(numberPieces))])
		}
		text := b.String()
		for _, c := range []struct {
			form *regexp.Regexp
			read func(*facts, string) int
			told func(*facts, []string)
		}{
			{enNumberForm, enNumber, func(f *facts, m []string) {
				f.number(parseNumber(m[1]+m[2], m[3]), enUnit(m[4]), isYear(m[1]+m[2]) && m[3]+m[4] == "")
			}},
			{zhNumberForm, zhNumber, func(f *facts, m []string) {
				f.number(parseNumber(m[1]+m[2], m[3]), unitOf(m[4]), isYear(m[1]+m[2]) && m[4] == "年")
			}},
			{zhNumeralForm, zhNumeral, func(f *facts, m []string) { zhCount(f, m[1], m[2]) }},
		} {
			m := c.form.FindStringSubmatch(text)
			if m == nil {
				continue
			}
			want, got := newFacts(), newFacts()
			c.told(want, m)
			if size := c.read(got, text); size != len(m[0]) || fmt.Sprint(*got) != fmt.Sprint(*want) {
				t.Fatalf("%q: %d bytes, %v; want %q, %v", text, size, *got, m[0], *want)
			}
		}
	}
}

// A text that lacks what a form needs must not match it, wherever the form's
// parts come from.
func TestSignsRuleOutNoMatch(t *testing.T) {
	english := []form{enDocument, enIdioms, enDayRange, enDay, enMonthDay, enMonth, enMay, enYearEnd, enQuarters, enHalf, enMarker, enBracket, enFraction, enRange, enWord}
	chinese := []form{zhDocument, zhIdioms, zhDayRange, zhDay, zhMonth, zhYearEnd, zhQuarters, zhHalf, zhMarker, zhBracket, zhCircle, zhFraction, zhTenths, zhRange, zhLoose}
	pieces := strings.Split("a|one|two|-way|twenty|-five|million|%|1|12|2022|1,234|June|May|by May|MAY|30 June|June 30|1–3|-3 million|end of|end of 2022|First,|second, |and third,|. FOURTH,|Third-party|one another|on the one hand|first quarter|second quarters|First half of|(1)|（1）| (2) |[2022] No. 42|one third|two-fifths|a Tenths|\u017Fecond half of|bac\u212A|_|é|"+
		"一|二|三|十|百|年|月|日|6月|6月1日|至5日|年底|2022年末|第一季度|四个季度|上半年|一是|。二要|（一）|(三)x|①|三分之一|七成x|三成立|1—2亿|5~6万|双|首|单|翻番|一半|半数|第三方|新三板|三农|千方百计|千家万户|万众|万里行|零售|零部件|零距离|周日|百姓|百货|千伏|千克|千米|五险|九牛|四川|三峡|二维码|二手|万一|十分|五金|四处|三七|十足|〔2022〕42号|〔|，|。", "|")
	r := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(5) {
			b.WriteString(pieces[r.IntN(len(pieces))])
			if r.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		text := b.String()
		for _, c := range []struct {
			forms []form
			signs signs
		}{{english, lookEnglish(text)}, {chinese, lookChinese(text)}} {
			for _, f := range c.forms {
				if c.signs&f.needs != f.needs && f.re.MatchString(text) {
					t.Fatalf("%q matches %s, and was ruled out", text, f.re)
				}
			}
		}
	}
}
