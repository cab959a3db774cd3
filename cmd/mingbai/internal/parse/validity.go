package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// A document says in its last lines from when and until when it holds:
// 本措施自印发之日起施行，有效期至2025年12月31日。

const wholeDay = `(\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)`

var (
	validSubject  = pattern.New(`(?:^|[。；;,，:：、]|\d[.、]|\)|条) ?(?:本(?:\p{Han}|《[^》]{0,40}》){0,14}?(?:通知|意见|办法|方案|计划|规定|措施|细则|政策|条例|清单|文件|公告|决定|指南|条款)|以上\p{Han}{0,6}(?:政策|措施)|(?:自|从)(?:本\p{Han}{2,8})?(?:印发|发布|公布|下发)之日)`)
	fromIssue     = pattern.New(`(?:自|从|于)(?:本\p{Han}{2,8})?(?:印发|发布|公布|下发|发文|签发)之日起(?:正式|开始)?(?:施行|实施|执行|生效|试行|适用)`)
	fromDay       = pattern.New(wholeDay + ` ?(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效|试行|适用)`)
	untilDay      = pattern.New(`(?:有效期限?|执行期限?|实施期限?|试行期|施行|执行|实施|有效)[,，]?(?:暂定)?(?:为)?(?:至|到|截至|截止到?|延续至) ?` + wholeDay + `|` + wholeDay + ` ?(?:止|到期|废止|失效|自动失效)`)
	validPeriod   = pattern.New(`(?:有效期限?|执行期限?|实施期限?)(?:为)?(?:自|从)? ?` + wholeDay + `(?:起)? ?(?:至|到|-{1,2}|~) ?` + wholeDay)
	validTerm     = pattern.New(`(?:有效期|试行期|执行期|实施期)限?(?:暂定)?(?:为)? ?(` + zhCount + ` ?(?:个月|年))`)
	repealed      = pattern.New(`[,，。;；][^,，。;；]{0,30}(?:《|#{3,}|同时|此前|原)[^。]*(?:废止|停止执行)`)
	validSentence = pattern.New(`施行|有效期|生效|试行|执行期|实施期|起(?:正式)?(?:执行|实施)`)
)

// readValidity finds the document's validity; of several sentences the last
// one that gives a date or a term counts.
func (r *reader) readValidity() {
	for i := range r.lines {
		l := &r.lines[i]
		if l.lang != plan.Zh || !validSentence.MatchString(l.folded) || !validSubject.MatchString(l.folded) {
			continue
		}
		if v, ok := r.validityOf(titles.ReplaceAllStringFunc(l.folded, blanked)); ok {
			v.Text, v.Line = strings.TrimSpace(sentenceOf(l.trimmed())), l.no
			r.doc.Validity = v
		}
	}
}

func blanked(s string) string { return strings.Repeat("#", len(s)) }

// validityOf reads the dates of a sentence.
func (r *reader) validityOf(s string) (v plan.Validity, ok bool) {
	switch m := fromDay.FindStringSubmatch(s); {
	case m != nil:
		v.Effective, _ = readDate(m[1])
	case fromIssue.MatchString(s):
		v.Effective, v.Inferred = r.doc.Date, r.doc.Date != ""
		ok = true
	}
	if m := repealed.FindStringIndex(s); m != nil {
		s = s[:m[0]] // what it says of another document
	}
	if m := validPeriod.FindStringSubmatch(s); m != nil {
		v.Effective, _ = readDate(m[1])
		v.Expires, _ = readDate(m[2])
	} else if m := untilDay.FindStringSubmatch(s); m != nil {
		v.Expires, _ = readDate(m[1] + m[2])
	}
	if m := validTerm.FindStringSubmatch(s); m != nil {
		v.Term = strings.ReplaceAll(m[1], " ", "")
	}
	return v, ok || v.Effective != "" || v.Expires != "" || v.Term != ""
}

// sentenceOf is the text without its number, from the sentence on that speaks
// of validity.
func sentenceOf(s string) string {
	if n, ok := readNumber(s); ok {
		s = s[n.end:]
	}
	at := validSentence.FindStringIndex(s)
	folded := zh.Fold(s)
	if at == nil {
		if at = validSentence.FindStringIndex(folded.Text); at == nil {
			return s
		}
		at[0] = folded.Offset(at[0])
	}
	if stop := strings.LastIndex(s[:at[0]], "。"); stop >= 0 {
		s = s[stop+len("。"):]
	}
	return s
}
