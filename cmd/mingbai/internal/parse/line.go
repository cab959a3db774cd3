package parse

import (
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// line is one passage of the document with what its shape says of it.
type line struct {
	passage
	no     int    // 1-based line of the file where it begins
	folded string // trimmed and folded, for patterns
	lang   plan.Lang
	num    number
	numed  bool
}

func newLine(p passage) line {
	l := line{passage: p, no: p.line + 1, folded: strings.TrimSpace(zh.FoldString(p.text)), lang: plan.En}
	if zh.Chinese(p.text) {
		l.lang = plan.Zh
	}
	l.num, l.numed = readNumber(p.text)
	return l
}

func (l *line) blank() bool { return l.folded == "" }

// trimmed is the text without the space around it.
func (l *line) trimmed() string { return strings.TrimFunc(l.text, unicode.IsSpace) }

var (
	docNumberIn   = pattern.New(docNumberForm)
	docNumberLine = pattern.New(`^[(\[【]?(` + docNumberForm + `)[)\]】]?$`)
	// docNumberBehind is a number at the end of the line of a title.
	docNumberBehind = pattern.New(`^(.*(?:通知|意见|办法|方案|计划|规定|决定|措施|细则|公告|函|批复|规划|要点|条例|政策|》)) ?[(\[【]?(` + docNumberForm + `)[)\]】]?$`)
	redHead         = pattern.New(`^.{2,40}(?:人民政府|办公厅|办公室|委员会|[部委厅局署])文 ?件$|^中华人民共和国国务院令$|^文 ?件$`)
	noticeLine      = pattern.New(`^\(?(?:此件.{0,12}|本文有删减|主动公开|依申请公开|公开属性.{0,12}|信息公开选项.{0,12}|(?:抄送|主送|抄报|分送) ?:.{0,200}|联系人 ?:.{0,60}|联系电话 ?:.{0,60}|\(?共印 ?\d+ ?份\)?|(?i:this (?:item|document) is (?:made )?public))\)?$`)
	annexLine       = pattern.New(`^\(?附 ?[件表录]?[\d` + zhDigits + `]{0,3}(?:-\d{1,2})?(?: ?[:：].{0,120})?\)?$`)
	annexMark       = pattern.New(`^附 ?[件表录][\d` + zhDigits + `]{0,3}(?:-\d{1,2})?[:：]?$`)
	// annexTitled is an annex with its title in one line.
	annexTitled   = pattern.New(`^附 ?[件表录][\d` + zhDigits + `]{0,3}(?:-\d{1,2})? +(\S.{2,60})$`)
	addresseeLine = pattern.New(`^.{0,400}(?:政府|部门|委|办|厅|局|机构|单位|公司|企业|银行|学校|院|governments?|departments|bureaus|agencies).{0,40}:$|^各[^。]{1,300}:$`)
	sentenceEnd   = pattern.New(`[。；;:,，、!?！？]$|\.$`)
)

// docNumberForm is a 发文字号 with any of the brackets that are met, or the
// number of an order or announcement.
const docNumberForm = `[\p{Han}A-Za-z]{1,20} ?[\[(【{〈<](?:19|20)\d{2} ?[\])】}〉>] ?(?:第 ?)?\d{1,5} ?号|[\p{Han} ]{0,40}(?:令|公告) ?(?:\d{4} ?年 ?)?第 ?\d{1,5} ?号`

// longestMark bounds, in bytes, what may be a mark around the text.
const longestMark = 900

// titleLike reports whether the line may be a title: short, unnumbered, and no
// sentence.
func (l *line) titleLike() bool {
	if l.blank() || l.numed || sentenceEnd.MatchString(l.folded) || l.mark() {
		return false
	}
	if strings.ContainsAny(l.text, "。\t") || labelLine.MatchString(l.folded) || limitAlone.MatchString(l.folded) || strings.Contains(l.folded, ". ") {
		return false
	}
	return len([]rune(l.folded)) <= 60 || l.lang == plan.En && len(strings.Fields(l.folded)) <= 30
}

// mark reports whether the line is one of the marks around a document's text.
func (l *line) mark() bool {
	if len(l.folded) > longestMark {
		return false
	}
	return docNumberLine.MatchString(l.folded) || noticeLine.MatchString(l.folded) || annexLine.MatchString(l.folded) ||
		l.isDate() || l.isMeta() || redHead.MatchString(l.folded) || l.isSigned()
}

// organizationForm is how names of bodies end.
var organizationForm = pattern.New(`(?:部|委|委员会|厅|局|署|办|办公室|中心|总队|支行|分行|银行|分公司|公司|集团|协会|联合会|总工会|工会|妇联|科协|工商联|团[省市县区]委|人民政府|政府|管委会|管委|法院|检察院|海关|组织部|宣传部|国务院|中国科学院|中国工程院|专班|指挥部|领导小组|联席会议|成员单位|大学|研究院|研究所|学院|有关部门|相关部门|各部门|有关单位|机构)$`)

// looseForm is how names of bodies end in a clause, where little else stands.
var looseForm = pattern.New(`[院社所站队室馆校会联行署港]$|^各.{0,12}企业$|产业园区?$|开发区$|高新区$|自贸区$|新区$|街道$|[镇乡]$|^各.{0,12}(?:地|区|市|县|州|盟|镇|街|村|方|高校|企业|园区)|^[省市区县]级|^有关|^相关|信保$|电网$|国铁`)

// noBody is what ends like a body and is none.
var noBody = pattern.New(`社会$|机会$|大会$|展会$|博览会$|^(?:学校|医院|院校|高校|社区|协会|商会|企业|机构|单位|部门|银行|公司)$|[的]`)

// looksLikeBody reports whether a name in a clause has a form that bodies have
// there.
func looksLikeBody(s string) bool {
	return namesBody(s) || looseForm.MatchString(s) && !noBody.MatchString(s)
}

var englishOrganization = pattern.New(`(?i)\b(?:department|commission|bureau|office|ministry|administration|branch|company|federation|association|committee|league|union|bank|governments?|authorit(?:y|ies)|agency|group|departments|units|institutions|center|service)\b`)

// namesBody reports whether the text has the form of one organization's name.
func namesBody(s string) bool {
	s = strings.TrimSpace(s)
	if zh.HasHan(s) {
		return len([]rune(s)) <= 40 && organizationForm.MatchString(zh.FoldString(s))
	}
	return len(strings.Fields(s)) <= 25 && englishOrganization.MatchString(s)
}
