package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// longHeading bounds what may be a heading when nothing follows it: a longer
// single sentence is the text itself.
const longHeading = 45

// shortHeading bounds the heading of a paragraph that has no number.
const shortHeading = 25

// splitHeading finds the end of a run-in heading, after its full stop: 标题。正文.
// It gives 0 where the text has no heading. end is where clauses begin, or the
// end of the text.
func splitHeading(text string, lang plan.Lang, end int) int {
	body := text[:end]
	stop := firstStop(body, lang)
	if stop < 0 {
		stop = len(body)
	}
	alone := strings.TrimSpace(body[stop:]) == ""
	if alone && tooLong(body[:stop], lang) {
		return 0
	}
	return stop
}

func tooLong(s string, lang plan.Lang) bool {
	if lang == plan.En {
		return len(strings.Fields(s)) > 30
	}
	return utf8.RuneCountInString(s) > longHeading
}

var englishStop = pattern.New(`\p{L}{2,}[)"'”’]*\.(?:\s|$)`)

// firstStop is the offset behind the first full stop that no quotation mark,
// bracket or book title holds, or -1.
func firstStop(s string, lang plan.Lang) int {
	held := zh.Protected(s)
	if lang == plan.En {
		for _, m := range englishStop.FindAllStringIndex(s, -1) {
			dot := m[0] + strings.LastIndex(s[m[0]:m[1]], ".")
			if !held[dot] {
				return dot + 1
			}
		}
		return -1
	}
	for i, r := range s {
		if r == '。' && !held[i] {
			return i + utf8.RuneLen(r)
		}
	}
	return -1
}

// headingText is a heading without its full stop.
func headingText(s string) string {
	return strings.TrimRightFunc(strings.TrimSpace(s), func(r rune) bool {
		return r == '。' || r == '.' || r == '：' || r == ':' || unicode.IsSpace(r)
	})
}

// sectionKinds is the vocabulary of section headings.
var sectionKinds = []struct {
	kind    plan.SectionKind
	pattern *pattern.Pattern
}{
	{plan.Goal, pattern.New(`(?i)^(?:(?:总体|工作|主要|发展|行动|任务|阶段|建设|预期|绩效)*(?:目标|思路)(?:任务|和.{2,6})?|(?:总体|基本|主要)要求(?:和.{2,6})?|基本原则|指导思想|目标任务|the goals? of the work|(?:work|main|overall|general) (?:goals?|objectives?|targets?|requirements)|goals?|objectives?)$`)},
	{plan.Measures, pattern.New(`(?i)^(?:(?:工作|重点|主要|政策|具体|支持|帮扶|实施)*(?:措施|任务|举措|内容|重点)(?:和.{2,6})?|重点工作|主要工作|(?:work|policy|main|key|specific) (?:measures|tasks|work|initiatives)|measures|tasks)$`)},
	{plan.Safeguards, pattern.New(`(?i)^(?:(?:加强|强化|完善|健全)?(?:组织|工作|服务|政策|条件|有关|相关)?(?:保障|实施|领导|要求|机制|管理)(?:措施|机制|体系|条件|工作)?|有关要求|(?:organi[sz]ational |supporting |organi[sz]ation(?:al)? and implementation )?(?:safeguards?|guarantees?)(?: measures)?|safeguard measures|implementation)$`)},
}

// sectionKind classes a section heading; OtherKind where the vocabulary has none.
func sectionKind(title string) plan.SectionKind {
	title = strings.TrimSpace(zh.FoldString(title))
	for _, k := range sectionKinds {
		if k.pattern.MatchString(title) {
			return k.kind
		}
	}
	return plan.OtherKind
}
