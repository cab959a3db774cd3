package parse

import (
	"math"
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

var (
	amountPattern = pattern.New(`(\d[\d,]*(?:\.\d+)?) ?(?:((?:万亿|亿|千万|百万|十万|万|千|百)?元)|(?i:((?:million |billion |thousand )?(?:yuan|RMB)\b))|(%|‰|(?i:per ?cent\b)))|百分之([` + zhDigits + `点\d]+)`)
	// The words that bound an amount, before it and behind it.
	atMostBefore  = pattern.New(`(?i)(?:不(?:得|应|能|可|宜)?(?:超过|高于|多于|大于)|最高|最多|至多|上限为?|封顶|低于|(?:not|never) exceed(?:ing)?|up to|(?:no|not) more than|less than|at most|below|maximum of)(?:[\p{Han}/]{0,8}| a total of)? ?(?:RMB ?)?$`)
	atLeastBefore = pattern.New(`(?i)(?:不低于|不少于|不小于|至少|最低|超过|高于|大于|more than|(?:no|not) less than|at least|exceed(?:ing|s)?|over|above)(?:为)? ?(?:RMB ?)?$`)
	aboutBefore   = pattern.New(`(?i)(?:大约|约为?|近|about|approximately|around|nearly) ?(?:RMB ?)?$`)
	behind        = pattern.New(`^(?:\([^)]{0,12}\))?(?:/\p{Han}{1,2})? ?(及?以上|及?以下|以内|左右|(?i:or more|and above|or less))`)
)

var yuanUnits = []struct {
	word  string
	power int
}{
	{"万亿元", 12}, {"亿元", 8}, {"千万元", 7}, {"百万元", 6}, {"十万元", 5}, {"万元", 4}, {"千元", 3}, {"百元", 2}, {"元", 0},
	{"billion", 9}, {"million", 6}, {"thousand", 3}, {"yuan", 0}, {"rmb", 0},
}

// readAmounts reads sums and percentages in order.
func readAmounts(text string) []plan.Amount {
	folded := zh.Fold(text)
	s := folded.Text
	var out []plan.Amount
	for _, m := range amountPattern.FindAllStringSubmatchIndex(s, -1) {
		if m[0] > 0 && (s[m[0]-1] == '.' || startsWithDigit(s[m[0]-1:])) {
			continue
		}
		a := plan.Amount{Text: folded.Orig(m[0], m[1]), Rule: "amount/money"}
		var ok bool
		switch {
		case m[10] >= 0:
			a.Unit, a.Rule = plan.Ratio, "amount/spelled-percent"
			a.Value, ok = spelledPercent(s[m[10]:m[11]])
		case m[8] >= 0:
			a.Unit, a.Rule = plan.Ratio, "amount/percent"
			power := -2
			if s[m[8]:m[9]] == "‰" {
				power = -3
			}
			a.Value, ok = scaled(s[m[2]:m[3]], power)
		default:
			a.Unit = plan.CNY
			a.Value, ok = scaled(s[m[2]:m[3]], powerOf(strings.ToLower(s[m[1]-unitLength(m):m[1]])))
		}
		if !ok {
			continue
		}
		a.Qualifier = qualifier(s[:m[0]], s[m[1]:])
		out = append(out, a)
	}
	return out
}

// unitLength is the length of the matched unit of money.
func unitLength(m []int) int {
	if m[4] >= 0 {
		return m[5] - m[4]
	}
	return m[7] - m[6]
}

func powerOf(unit string) int {
	for _, u := range yuanUnits {
		if strings.HasPrefix(unit, u.word) {
			return u.power
		}
	}
	return 0
}

// scaled is digits × 10^power, rounded once: 15 and -2 give exactly 0.15.
func scaled(digits string, power int) (float64, bool) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", "")+"e"+strconv.Itoa(power), 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// spelledPercent reads 百分之五十 and 百分之二点五.
func spelledPercent(s string) (float64, bool) {
	whole, fraction, _ := strings.Cut(s, "点")
	n, ok := zh.Numeral(whole)
	if !ok {
		return 0, false
	}
	digits := strconv.Itoa(n)
	if fraction != "" {
		digits += "."
		for _, r := range fraction {
			d, ok := zh.Numeral(string(r))
			if !ok {
				return 0, false
			}
			digits += strconv.Itoa(d)
		}
	}
	return scaled(digits, -2)
}

// qualifier reads the words that bound an amount.
func qualifier(before, after string) plan.Qualifier {
	if len(before) > 60 {
		before = before[len(before)-60:]
	}
	if m := behind.FindStringSubmatch(after); m != nil {
		switch strings.ToLower(strings.TrimPrefix(m[1], "及")) {
		case "以上", "or more", "and above":
			return plan.AtLeast
		case "以下", "以内", "or less":
			return plan.AtMost
		case "左右":
			return plan.About
		}
	}
	switch {
	case notLower.MatchString(before):
		return plan.AtLeast
	case atMostBefore.MatchString(before):
		return plan.AtMost
	case atLeastBefore.MatchString(before):
		return plan.AtLeast
	case aboutBefore.MatchString(before):
		return plan.About
	}
	return plan.Exactly
}

// notLower is 不低于 and its like, which end with what bounds the other way.
var notLower = pattern.New(`不(?:得|应|能|可|宜)?(?:低于|少于|小于)[\p{Han}/]{0,8} ?$`)
