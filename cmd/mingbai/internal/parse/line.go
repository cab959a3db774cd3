package parse

import (
	"regexp"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// line is one paragraph of the source with what its shape says of it.
type line struct {
	no     int // 1-based
	text   string
	folded string // trimmed and folded, for patterns
	lang   plan.Lang
	num    number
	numed  bool
}

func newLine(no int, text string) line {
	l := line{no: no, text: text, folded: strings.TrimSpace(zh.FoldString(text)), lang: plan.En}
	if zh.Chinese(text) {
		l.lang = plan.Zh
	}
	l.num, l.numed = readNumber(text)
	return l
}

func (l *line) blank() bool { return l.folded == "" }

// trimmed is the text without the space around it.
func (l *line) trimmed() string { return strings.TrimFunc(l.text, unicode.IsSpace) }

var (
	docNumberLine = regexp.MustCompile(`^\(?(\p{Han}{1,16}\[\d{4}\] ?(?:第 ?)?\d+ ?号)\)?$`)
	zhDateLine    = regexp.MustCompile(`^\(?([\d` + zhDigits + `]{4}) ?年 ?([\d` + zhDigits + `]{1,3}) ?月 ?([\d` + zhDigits + `]{1,3}) ?日\)?(?:印发)?$`)
	enDateLine    = regexp.MustCompile(`^\(?(\p{L}+) (\d{1,2}), (\d{4})\)?$`)
	noticeLine    = regexp.MustCompile(`^\(?(?:此件.{0,12}|本文有删减|公开属性.{0,12}|信息公开选项.{0,12}|(?i:this (?:item|document) is (?:made )?public))\)?$`)
	annexLine     = regexp.MustCompile(`^(?:附件|附表|附录)[\d` + zhDigits + `]{0,3}(?:[:：].{0,80})?$`)
	annexMark     = regexp.MustCompile(`^(?:附件|附表|附录)[\d` + zhDigits + `]{0,3}$`)
	addresseeLine = regexp.MustCompile(`^.{0,400}(?:政府|部门|委|办|厅|局|机构|单位|governments?|departments|bureaus|agencies).{0,40}:$`)
	sentenceEnd   = regexp.MustCompile(`[。；;:,，、!?！？]$|\.$`)
)

// titleLike reports whether the line may be a title: short, unnumbered, and no
// sentence.
func (l *line) titleLike() bool {
	if l.blank() || l.numed || sentenceEnd.MatchString(l.folded) || l.mark() {
		return false
	}
	if strings.ContainsAny(l.folded, "。\t") || strings.Contains(l.folded, ". ") {
		return false
	}
	return len([]rune(l.folded)) <= 60 || l.lang == plan.En && len(strings.Fields(l.folded)) <= 30
}

// mark reports whether the line is one of the marks around a document's text.
func (l *line) mark() bool {
	return docNumberLine.MatchString(l.folded) || noticeLine.MatchString(l.folded) ||
		annexLine.MatchString(l.folded) || l.isDate()
}

func (l *line) isDate() bool {
	return zhDateLine.MatchString(l.folded) || enDateLine.MatchString(l.folded)
}

// date reads a line that is a date and nothing else.
func (l *line) date() (plan.Date, bool) {
	if m := zhDateLine.FindStringSubmatch(l.folded); m != nil {
		y, ok1 := zh.Numeral(m[1])
		mo, ok2 := zh.Numeral(m[2])
		d, ok3 := zh.Numeral(m[3])
		date, err := plan.MakeDate(y, mo, d)
		return date, ok1 && ok2 && ok3 && err == nil
	}
	if m := enDateLine.FindStringSubmatch(l.folded); m != nil {
		y, _ := zh.Numeral(m[3])
		d, _ := zh.Numeral(m[2])
		date, err := plan.MakeDate(y, month(m[1]), d)
		return date, err == nil
	}
	return "", false
}

var months = strings.Fields("january february march april may june july august september october november december")

// month is the number of an English month's name or abbreviation, or 0.
func month(name string) int {
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	for i, m := range months {
		if m == name || len(name) >= 3 && strings.HasPrefix(m, name) {
			return i + 1
		}
	}
	return 0
}

// organizationForm is how names of bodies end.
var organizationForm = regexp.MustCompile(`(?:部|委|委员会|厅|局|署|办|办公室|中心|总队|支行|分行|银行|分公司|公司|集团|协会|联合会|总工会|工会|妇联|科协|工商联|团[省市县区]委|人民政府|政府|管委会|管委|法院|检察院|海关|组织部|宣传部|领导小组|联席会议|成员单位|大学|研究院|研究所|学院|有关部门|相关部门|各部门|有关单位|机构)$`)

var englishOrganization = regexp.MustCompile(`(?i)\b(?:department|commission|bureau|office|ministry|administration|branch|company|federation|association|committee|league|union|bank|governments?|authorit(?:y|ies)|agency|group|departments|units|institutions|center|service)\b`)

// namesBody reports whether the text has the form of one organization's name.
func namesBody(s string) bool {
	s = strings.TrimSpace(s)
	if zh.HasHan(s) {
		return len([]rune(s)) <= 40 && organizationForm.MatchString(zh.FoldString(s))
	}
	return len(strings.Fields(s)) <= 25 && englishOrganization.MatchString(s)
}
