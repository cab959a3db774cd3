package parse

import (
	"strconv"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
)

func plainKind(kind plan.DeadlineKind) func(string, []int) (limit, bool) {
	return func(_ string, m []int) (limit, bool) {
		return limit{start: m[0], end: m[1], kind: kind}, true
	}
}

// dateAfter reads a form whose last group is the date.
func dateAfter(kind plan.DeadlineKind) func(string, []int) (limit, bool) {
	return func(s string, m []int) (limit, bool) {
		d, ok := readDay(s, m[2], m[3])
		end := m[1]
		for end > m[3] && strings.ContainsAny(s[end-1:end], ",;)") {
			end--
		}
		start := m[0]
		for start < m[2] && strings.ContainsAny(s[start:start+1], ",;: ") {
			start++
		}
		return limit{start: start, end: end, kind: kind, to: &d}, ok
	}
}

// behindOf is the text behind a match as far as it decides what the match is.
// Patterns that begin at its head would else search the whole line each time.
func behindOf(s string, from int) string { return head(s[from:], 120) }

var dayPattern = pattern.New(`^(?:(?:(\d{4}) ?年|` + thisYear + `) ?)?(?:(\d{1,2}) ?月(?:份)? ?)?(?:(\d{1,2}) ?[日号])?`)

// readDay reads year, month and day from s[from:to].
func readDay(s string, from, to int) (day, bool) {
	m := dayPattern.FindStringSubmatch(s[from:to])
	if m == nil {
		return day{}, false
	}
	d := day{at: from}
	d.year, _ = strconv.Atoi(m[1])
	d.month, _ = strconv.Atoi(m[2])
	d.date, _ = strconv.Atoi(m[3])
	return d, m[0] != ""
}

var extended = pattern.New(`(?:延长|延续|延期|顺延|展期)(?:至|到|为)`)

// readExpiry takes the words from 延长至 on where an extension is what is said.
func readExpiry(s string, m []int) (limit, bool) {
	l, ok := dateAfter(plan.Expiry)(s, m)
	if reported.MatchString(behindOf(s, m[1])) {
		return l, false
	}
	if at := extended.FindStringIndex(s[l.start:m[2]]); at != nil {
		l.start += at[0]
	}
	return l, ok
}

func readPeriod(s string, m []int) (limit, bool) {
	from, ok1 := readDay(s, m[2], m[3])
	to, ok2 := readDay(s, m[4], m[5])
	from.first = true
	if to.year == 0 {
		to.year = from.year
	}
	return limit{start: m[2], end: m[1], kind: plan.Period, from: &from, to: &to}, ok1 && ok2
}

// readYears takes 2023-2025年: from the beginning of the first to the end of the
// last.
func readYears(s string, m []int) (limit, bool) {
	from, ok1 := readDay(strings.TrimRight(s[m[2]:m[3]], " ")+"年", 0, len(strings.TrimRight(s[m[2]:m[3]], " "))+len("年"))
	to, ok2 := readDay(s, m[4], m[5])
	from.first, from.at = true, m[2]
	return limit{start: m[2], end: m[5], kind: plan.Period, from: &from, to: &to, bare: true}, ok1 && ok2 && to.year > from.year
}

// readYearEnd takes 年底前 and 年内, of the year of issue; not 3年内 or 每年年底前.
func readYearEnd(s string, m []int) (limit, bool) {
	if r := lastRune(s[:m[0]]); unicode.IsDigit(r) || strings.ContainsRune("一二两三四五六七八九十半几多每上去次同学前往近整周财来跨历年", r) {
		return limit{}, false
	}
	if eligible.MatchString(behindOf(s, m[1])) {
		return limit{}, false
	}
	return limit{start: m[0], end: m[1], kind: plan.Due, to: &day{month: 12, at: m[0]}}, true
}

// readNext takes 明年6月底前.
func readNext(s string, m []int) (limit, bool) {
	d := day{at: m[0]}
	if m[3] > m[2] {
		d, _ = readDay(s, m[2], m[3])
	}
	d.next = true
	return limit{start: m[0], end: m[1], kind: plan.Due, to: &d}, true
}

// eligible follows a date that is a condition for who may have something:
// 2021年12月31日前注册的企业.
var eligible = pattern.New(`^(?:尚?未|没有|仍)|^[^,，。；;、]{0,16}?(?:成立|注册|登记|设立|认定|取得|获得|投产|入库|备案|参保|购置|签订|毕业|出生|开工|竣工|立项|上市|发生|入职|入学)[^,，。；;]{0,24}的`)

// exemption is what ends on a date that is followed by 前: nothing has to be
// completed by then.
var exemption = pattern.New(`^[^。;；]{0,90}?(?:免征|免收|暂免|减免|减按|减半|免予)`)

// readBy takes 在2022年底 and the like, unless something is told up to then.
func readBy(s string, m []int) (limit, bool) {
	l, ok := dateAfter(plan.Due)(s, m)
	return l, ok && !reported.MatchString(behindOf(s, m[1]))
}

// reported follows a date up to which something is told to have happened.
var reported = pattern.New(`^[,，]?\p{Han}{0,8}?(?:已|累计|共有|完成投资)`)

func readBefore(s string, m []int) (limit, bool) {
	l, ok := dateAfter(plan.Due)(s, m)
	if reported.MatchString(behindOf(s, m[1])) || eligible.MatchString(behindOf(s, m[1])) {
		return l, false
	}
	if exemption.MatchString(behindOf(s, m[1])) && !strings.HasPrefix(s[m[1]:], "完成") {
		l.kind = plan.Expiry
	}
	return l, ok
}

// readDone takes "6月底完成", but not "2021年完成投资": a year alone is bare.
func readDone(s string, m []int) (limit, bool) {
	d, ok := readDay(s, m[2], m[3])
	if !ok || d.month == 0 && !strings.ContainsAny(s[m[2]:m[3]], "底末") {
		return limit{}, false
	}
	return limit{start: m[2], end: m[1], kind: plan.Due, to: &d}, true
}

// readTarget takes 到2025年; 到2025年以后 and 提高到2021年的水平 are none.
func readTarget(s string, m []int) (limit, bool) {
	rest := behindOf(s, m[1])
	if strings.HasPrefix(rest, "的") || strings.HasPrefix(rest, "以后") || strings.HasPrefix(rest, "水平") || strings.HasPrefix(rest, "起") {
		return limit{}, false
	}
	if before := s[:m[0]]; strings.HasSuffix(before, "提高") || strings.HasSuffix(before, "达") || strings.HasSuffix(before, "恢复") {
		return limit{}, false
	}
	at, word := 2, "到"
	if m[2] < 0 {
		at, word = 4, "至"
	}
	d, ok := readDay(s, m[at], m[at+1])
	return limit{start: m[0] + strings.Index(s[m[0]:m[1]], word), end: m[1], kind: plan.Due, to: &d}, ok
}

func readFrom(s string, m []int) (limit, bool) {
	d, ok := readDay(s, m[2], m[3])
	d.first = true
	return limit{start: m[0], end: m[1], kind: plan.Ongoing, from: &d}, ok
}

var (
	eligibility = pattern.New(`的(?:\p{Han}{0,6}(?:\([^)]*\))?)$`)
	notBounding = pattern.New(`^ ?(?:[-至到、]|第[一二三四]|[一二三四]季度|上半年|下半年|初|以来|以后|以前|底|末|\d|前|起|内|版|修订|级|会计|预算|中央|省级)`)
	benefit     = pattern.New(`减免|免征|免收|抵减|减按|减半|返还|补贴|补助|享受|给予|缓缴|贴息`)
)

// readBareYear takes a year alone that bounds the measure's own action: it
// begins the sentence or its part, and what follows is what is done, no
// condition of who may have it (2022年缴费有困难的,…).
func readBareYear(s string, m []int) (limit, bool) {
	rest := behindOf(s, m[3])
	if notBounding.MatchString(rest) {
		return limit{}, false
	}
	phrase := strings.TrimLeft(rest, " ,，")
	if i := strings.IndexAny(phrase, ",，。;；"); i >= 0 {
		if eligibility.MatchString(phrase[:i]) {
			return limit{}, false
		}
		phrase = phrase[:i]
	}
	d, ok := readDay(s, m[2], m[3])
	if !ok || strings.HasPrefix(s[m[0]:m[1]], "全") && !strings.HasPrefix(phrase, "继续实现") && !strings.HasPrefix(phrase, "实现") && !strings.HasPrefix(phrase, "力争") {
		return limit{}, false
	}
	l := limit{start: m[2], end: m[3], kind: plan.Due, to: &d, bare: true}
	if benefit.MatchString(phrase) {
		from := day{year: d.year, first: true, at: d.at}
		l.kind, l.from = plan.Period, &from
	}
	return l, true
}

// partEnds are the last months of a year's parts.
var partEnds = []struct {
	word  string
	month int
}{{"一季度", 3}, {"二季度", 6}, {"三季度", 9}, {"四季度", 12}, {"上半年", 6}, {"下半年", 12}}

// readPart takes 2023年第三季度前, 2023年上半年内: to the end of the part.
func readPart(s string, m []int) (limit, bool) {
	d, ok := day{at: m[4]}, true
	if m[3] > m[2] {
		d, ok = readDay(s, m[2], m[3])
	}
	part := strings.ReplaceAll(s[m[4]:m[5]], " ", "")
	for _, p := range partEnds {
		if strings.Contains(part, p.word) {
			d.month = p.month
		}
	}
	return limit{start: m[0], end: m[1], kind: plan.Due, to: &d}, ok && d.month > 0
}

// readThird takes 10月中旬前: to the last day of the ten.
func readThird(s string, m []int) (limit, bool) {
	d, ok := readDay(s, m[2], m[3])
	switch s[m[4]:m[5]] {
	case "上":
		d.date = 10
	case "中":
		d.date = 20
	}
	return limit{start: m[0], end: m[1], kind: plan.Due, to: &d}, ok
}
