package parse

import (
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// clauseSpan is a clause within a line, brackets included.
type clauseSpan struct {
	start, end int
	role       plan.Role // that its column gives, in a table
}

// Roles are given by labels, which hold for the names after them, and by verbs,
// which hold for the names before them.
const (
	labelWords = `(?:省级|市级|区级|县级|中央|省直|市直|主要)?(?:牵头|主办|主责|第一责任|责任|负责|落实|实施|执行|承办|主管|指导|督导|监管|配合|协办|协助|协同|协作|参加|参与|支持|共同)(?:考核|责任|实施|落实|配合)?(?:单位|部门|主体|处室|科室|机构|地区)(?:和单位|及单位|和地区)?|责任分工|职责分工|任务分工|部门分工|工作分工|分工`
	bareWords  = `牵头|主办|协办|配合|参加|参与|负责|责任`
	limitWords = `完成时限|完成时间|完成期限|时间节点|时间要求|时间安排|进度安排|进度要求|时限要求|办理时限|推进时限|工作时限|实施期限|实施时间|时限`
	otherWords = limitWords + `|填报(?:时间|单位|日期|人)|填表(?:时间|单位|日期|人)|责任人|联系人|联系电话|咨询电话|电话|分管领导|责任领导|牵头领导|备注|成果形式|预期成果|工作目标|任务来源`
	duty       = `(?:按照?|根据|依据|依)?(?:照)?(?:各自)?(?:职责|职能)(?:任务)?(?:和任务|权限)?(?:分工)?(?:分别|具体|共同|抓好)?`
	verbWords  = duty + `(?:负责|落实|实施|牵头|推进|配合|做好|组织实施|抓好落实)(?:落实|实施|推进)?|` + duty + `分工|` +
		`(?:分别|共同|联合|具体|负责)?牵头(?:负责|落实|实施|推进|抓总|组织|组织实施|组织落实|会同.{0,2})?|(?:分别|具体|共同|统筹|负责|各自|总)?(?:负责|统筹)(?:具体)?(?:牵头|落实|实施|指导|推进|组织实施|抓好落实|协调)?|` +
		`(?:积极|共同|做好|负责|密切)?(?:配合|协助|协同|协办|支持配合)(?:落实|实施|做好|推进|工作)?|参与|参加|指导|主办|承办|(?:共同|抓好|具体)?(?:组织)?(?:落实|实施|推进落实)`
)

var (
	label = pattern.New(`[\[【]?(` + labelWords + `|` + bareWords + `)(?: ?[\]】]? ?:|[\]】]) ?`)
	verb  = pattern.New(`(?:` + verbWords + `)(?:[,，;；。、:]|$)`)
	// otherLabel begins what is no list of bodies.
	otherLabel = pattern.New(`[\[【]?(?:` + otherWords + `) ?[\]】]? ?:|(?:` + limitWords + `)(?:为|到|至|在)`)
	// englishRole is any word that gives a role in English.
	englishRole = pattern.New(`(?i)\bled by\b|\btakes? the lead\b|\btaking the lead\b|\bleading\b|\bresponsible\b|\bco-?ordinated\b|\bco-?operat(?:e|es|ing|ion)\b|\bassist(?:s|ed|ing)?\b|\bimplement(?:s|ed)?\b`)
	// bareLabel begins a clause that stands without brackets.
	bareLabel = pattern.New(`(?:^ *|[。；;.),] ?)((?:\[|【)?(?:` + labelWords + `)(?: ?(?:】|\])? ?[:：]|】|\])|(?i:(?:lead(?:ing)?|responsible|supporting|co-?operating|participating) (?:units?|departments?|bod(?:y|ies)): ))`)
	// bareStart is a label of one word, at the head of a line alone.
	bareStart = pattern.New(`^ *((?:[\[【](?:` + bareWords + `)[\]】]|(?:` + bareWords + `) ?:))`)
)

// findClauses finds the clauses of line[from:] in order: brackets that name who
// is responsible, and text that begins with a label.
func findClauses(text string, from int, lang plan.Lang, known *resolver) []clauseSpan {
	var out []clauseSpan
	spans, _ := zh.Brackets(text[from:])
	bare := bareClauses(text, from, spans)
	for _, s := range spans {
		c := clauseSpan{start: from + s.Start, end: from + s.End}
		for len(bare) > 0 && bare[0].end <= c.start {
			out, bare = append(out, bare[0]), bare[1:]
		}
		if len(bare) > 0 && c.start >= bare[0].start {
			continue // within a clause
		}
		if isClause(text, c, lang, known) {
			out = append(out, c)
		}
	}
	return append(out, bare...)
}

// bareClauses finds the clauses that stand without brackets: from a label at the
// head of a sentence to where its lists end.
func bareClauses(text string, from int, spans []zh.Span) (out []clauseSpan) {
	folded := zh.Fold(text[from:])
	for at := 0; at < len(folded.Text); {
		rest := folded.Text[at:]
		m := bareLabel.FindStringSubmatchIndex(rest)
		if m == nil && at == 0 {
			m = bareStart.FindStringSubmatchIndex(head(rest, 40))
		}
		if m == nil {
			break
		}
		start, end := at+m[2], at+m[3]
		for len(spans) > 0 && spans[0].End <= folded.Offset(start) {
			spans = spans[1:]
		}
		if len(spans) == 0 || folded.Offset(start) <= spans[0].Start {
			end = bareEnd(folded.Text, start)
			out = append(out, clauseSpan{start: from + folded.Offset(start), end: from + folded.Offset(end)})
		}
		at = max(end, at+m[3])
	}
	return out
}

// longestBare bounds a clause without brackets, in characters.
const longestBare = 700

// bareEnd is where a clause without brackets ends in a folded text: at the end
// of the text, or at a full stop behind which no label goes on with it.
func bareEnd(s string, start int) int {
	end := min(len(strings.TrimRight(s, " \t")), start+len(head(s[start:], longestBare)))
	for at := start; ; {
		i := strings.Index(s[at:end], "。")
		if i < 0 {
			return end
		}
		at += i + len("。")
		rest := strings.TrimSpace(head(s[at:end], 40))
		if rest != "" && !labelLine.MatchString(rest) && !limitAlone.MatchString(rest) {
			return at
		}
	}
}

// inside reports whether an offset lies in one of the spans.
func inside(spans []clauseSpan, at int) bool {
	for _, s := range spans {
		if at >= s.start && at < s.end {
			return true
		}
	}
	return false
}

// isClause reports whether a bracket says who is responsible. It must give a
// role or be nothing but names. With a label, or with a verb and nothing but
// bodies, that is plain wherever it stands; else it must stand where clauses
// stand: at the end of a sentence or of the paragraph.
func isClause(text string, c clauseSpan, lang plan.Lang, known *resolver) bool {
	raw := text[c.start:c.end]
	if utf8.RuneCountInString(raw) > longestClause {
		return false
	}
	content := clauseContent(raw)
	if !zh.HasHan(content) {
		return ending(text, c) && englishRole.MatchString(content) && (namesBody(content) || known.find(content) != nil)
	}
	if label.MatchString(content) && labelled(content) {
		return true
	}
	content = strings.TrimRight(firstLeads.ReplaceAllString(content, ""), separators)
	if m := verb.FindStringIndex(content); m != nil {
		names := splitNames(strings.Trim(content[:m[0]], ",，、;； "), known)
		names = bodiesOnly(names)
		return allBodies(names, known) || len(names) > 0 && ending(text, c) &&
			(anyBody(names, known) || m[1] == len(content) && afterStop(text, c) && short(names))
	}
	return ending(text, c) && allBodies(bodiesOnly(splitNames(content, known)), known)
}

// longestClause bounds a clause, in characters.
const longestClause = 1500

// labelled reports whether a label stands where one may: at the head or behind
// a separator. 责任: within a word is none.
func labelled(content string) bool {
	for _, m := range label.FindAllStringIndex(content, -1) {
		before := strings.TrimRight(content[:m[0]], " ")
		if before == "" || strings.ContainsRune("、,，;；。:(", lastRune(before)) {
			return true
		}
	}
	return false
}

// placeholderName stands where no name does.
var placeholderName = pattern.New(`^(?:详?见.*|同上|同前|略|无|待定|[-/\\—*]+|\d+)$`)

// bodiesOnly drops from a list of names what is none: time limits and
// placeholders.
func bodiesOnly(names []name) []name {
	var out []name
	for _, n := range names {
		if !timeName.MatchString(n.text) && !placeholderName.MatchString(n.text) {
			out = append(out, n)
		}
	}
	return out
}

// timeName is an element of a list that is a time limit.
var timeName = pattern.New(`^(?:在|于|至|到)?(?:(?:19|20)\d{2} ?年|今年|本年|明年|当年|每年|全年|\d{1,2} ?月|“?十[一二三四五六]五”?|年内|年底|近期|立即|即日|长期|持续|常态|按年度|按季度|按月|定期|适时|分年度|分步|逐年)[^厅局委部办]{0,30}$|^.{0,16}(?:\d ?[年月日]|年|月)[底末]?(?:之?前|内|底)?(?:完成|取得.{0,6}|到位|启动|见效)?$`)

// short reports whether all names are short enough to be misspelt bodies.
func short(names []name) bool {
	for _, n := range names {
		if utf8.RuneCountInString(n.text) > 12 || sentenceWord.MatchString(n.text) {
			return false
		}
	}
	return len(names) > 0
}

// sentenceWord is what stands in sentences and in no name.
var sentenceWord = pattern.New(`[见附另按已的可应将其这该并且]|^请|同上|略|社会|实际`)

// afterStop reports whether a bracket stands behind a full stop.
func afterStop(text string, c clauseSpan) bool {
	before := strings.TrimRight(text[:c.start], " \t　")
	return strings.HasSuffix(before, "。") || strings.HasSuffix(before, ".")
}

// ending reports whether a bracket stands behind a full stop, before one, or at
// the end of the paragraph.
func ending(text string, c clauseSpan) bool {
	after := strings.TrimLeft(text[c.end:], " \t　")
	if after == "" || strings.HasPrefix(after, "。") || strings.HasPrefix(after, "；") || strings.HasPrefix(after, ".") {
		return true
	}
	return afterStop(text, c)
}

// clauseContent is the folded text of a clause without its brackets.
func clauseContent(s string) string {
	s = strings.TrimSpace(zh.FoldString(s))
	if spans, _ := zh.Brackets(s); len(spans) == 1 && spans[0].Start == 0 && spans[0].End == len(s) {
		_, open := utf8.DecodeRuneInString(s)
		_, closing := utf8.DecodeLastRuneInString(s)
		s = s[open : len(s)-closing]
	}
	return strings.TrimSpace(s)
}

func anyBody(names []name, known *resolver) bool {
	for _, n := range names {
		if known.lookup(n.text) != nil || looksLikeBody(n.text) {
			return true
		}
	}
	return false
}

// allBodies reports whether every name is known or has the form of a body's.
func allBodies(names []name, known *resolver) bool {
	for _, n := range names {
		if known.lookup(n.text) == nil && !namesBody(n.text) && !(groupName.MatchString(n.text) && kindOf(n.text) == plan.LocalGovernment) {
			return false
		}
	}
	return len(names) > 0
}
