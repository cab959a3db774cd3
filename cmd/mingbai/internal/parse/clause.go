package parse

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// clauseSpan is a clause within a line, brackets included.
type clauseSpan struct{ start, end int }

// Roles are given by labels, which hold for the names after them, and by verbs,
// which hold for the names before them.
const (
	labelWords = `牵头考核单位|牵头责任单位|牵头单位|牵头部门|主办单位|责任单位|责任部门|负责单位|负责部门|主责单位|落实单位|实施单位|指导部门|指导单位|配合单位|配合部门|协办单位|协助单位|参加单位|参加部门|参与单位|参与部门`
	verbWords  = `(?:按照?|根据|依据)?(?:各自)?(?:职责|职能)(?:任务)?(?:和任务)?分工(?:分别|具体|共同)?(?:负责|落实|实施|牵头|推进)?(?:落实|实施|推进)?|牵头(?:负责|落实|实施|推进|组织实施|会同.{0,2})?|(?:分别|具体|共同|统筹|负责)?(?:负责|统筹)(?:牵头|落实|实施|指导|推进)?|(?:配合|协助|协同|支持配合)(?:落实|实施|做好)?|参与|参加|(?:共同|抓好|具体)?(?:组织)?(?:落实|实施)`
)

var (
	label = regexp.MustCompile(`(` + labelWords + `) ?:`)
	verb  = regexp.MustCompile(`(?:` + verbWords + `)(?:[,，;；。、:]|$)`)
	// englishRole is any word that gives a role in English.
	englishRole = regexp.MustCompile(`(?i)\bled by\b|\btakes? the lead\b|\btaking the lead\b|\bleading\b|\bresponsible\b|\bco-?ordinated\b|\bco-?operat(?:e|es|ing|ion)\b|\bassist(?:s|ed|ing)?\b|\bimplement(?:s|ed)?\b`)
	// bareLabel begins a clause that stands without brackets.
	bareLabel = regexp.MustCompile(`(?:^ *|[。；;.] ?)(?:\[|【)?((?:` + labelWords + `)(?:】|\])? ?[:：]|(?i:responsible (?:units?|departments?|bod(?:y|ies))): )`)
)

// findClauses finds the clauses of line[from:] in order: brackets that name who
// is responsible, and trailing text that begins with a label.
func findClauses(text string, from int, lang plan.Lang, known *resolver) []clauseSpan {
	var out []clauseSpan
	spans, _ := zh.Brackets(text[from:])
	for _, s := range spans {
		c := clauseSpan{from + s.Start, from + s.End}
		if isClause(text, c, lang, known) {
			out = append(out, c)
		}
	}
	folded := zh.Fold(text[from:])
	if m := bareLabel.FindStringSubmatchIndex(folded.Text); m != nil {
		start := from + folded.Offset(m[2])
		if !inside(out, start) {
			end := len(strings.TrimRight(text, " \t　"))
			out = append(before(out, start), clauseSpan{start, end})
		}
	}
	return out
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

// before keeps the spans that end before an offset.
func before(spans []clauseSpan, at int) []clauseSpan {
	n := 0
	for n < len(spans) && spans[n].end <= at {
		n++
	}
	return spans[:n]
}

// isClause reports whether a bracket says who is responsible. It must give a
// role or be nothing but names, and stand where clauses stand: at the end of a
// sentence or of the paragraph.
func isClause(text string, c clauseSpan, lang plan.Lang, known *resolver) bool {
	if !ending(text, c) {
		return false
	}
	content := clauseContent(text[c.start:c.end])
	if !zh.HasHan(content) {
		return englishRole.MatchString(content) && (namesBody(content) || known.find(content) != nil)
	}
	if label.MatchString(content) {
		return true
	}
	content = strings.TrimRight(firstLeads.ReplaceAllString(content, ""), separators+"。")
	if m := verb.FindStringIndex(content); m != nil {
		head := strings.Trim(content[:m[0]], ",，、;； ")
		names := splitNames(head, known)
		return head != "" && (anyBody(names, known) || m[1] == len(content) && afterStop(text, c) && short(names))
	}
	return allBodies(splitNames(content, known), known)
}

// short reports whether all names are short enough to be misspelt bodies.
func short(names []name) bool {
	for _, n := range names {
		if utf8.RuneCountInString(n.text) > 12 {
			return false
		}
	}
	return len(names) > 0
}

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
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = s[1 : len(s)-1]
	}
	return strings.TrimSpace(s)
}

func anyBody(names []name, known *resolver) bool {
	for _, n := range names {
		if known.lookup(n.text) != nil || namesBody(n.text) {
			return true
		}
	}
	return false
}

func allBodies(names []name, known *resolver) bool {
	for _, n := range names {
		if known.lookup(n.text) == nil && !namesBody(n.text) {
			return false
		}
	}
	return len(names) > 0
}
