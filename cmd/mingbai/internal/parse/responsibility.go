package parse

import (
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// roleOf gives the role that a Chinese verb or label says.
func roleOf(word string) plan.Role {
	switch {
	case strings.Contains(word, "牵头") || strings.Contains(word, "统筹") || strings.Contains(word, "主办"):
		return plan.Lead
	case supportWords.MatchString(word):
		return plan.Support
	case strings.Contains(word, "负责") || strings.Contains(word, "责任") || strings.Contains(word, "主责"):
		return plan.Responsible
	case strings.Contains(word, "落实") || strings.Contains(word, "实施"):
		return plan.Implement
	}
	return plan.Responsible
}

var supportWords = regexp.MustCompile(`配合|协[助办同]|参[与加]|指导`)

// timeLimit is a time limit inside a clause; it is no organization.
var timeLimit = regexp.MustCompile(`(?:[,，;；。、] ?|^)(?:完成时限|完成时间|时间节点|时限要求|时限|办理时限|实施期限) ?:[^,，;；]*|(?:[,，;；] ?|^)[^,，;；、:]{0,12}(?:\d ?[年月日]|年|月)(?:\d{1,2}[月日])*(?:底|末)?(?:之?前|底|末|内)?(?:完成|取得.{0,6})?$|(?:[,，;；] ?|^)(?:长期坚持|持续推进|持续实施|长期|常态化?推进)$`)

// firstLeads says that the first body of each list leads, from now on.
var firstLeads = regexp.MustCompile(`(?:列|排|排名|排列)(?:在)?第一(?:位|的|名)?.{0,10}牵头[^,，;；。]*(?:[,，;；]? ?(?:以)?下同)?`)

// chineseClause reads the responsibilities of one clause.
func (r *reader) chineseClause(i, offset, body int, content string) []plan.Responsibility {
	if firstLeads.MatchString(content) {
		r.leadHead[body] = true
		content = strings.TrimRight(firstLeads.ReplaceAllString(content, ""), separators+"。")
	}
	content = strings.TrimRight(timeLimit.ReplaceAllString(content, ""), separators+"。")
	var out []plan.Responsibility
	role := plan.Role("") // of the label in force
	for content != "" {
		at, length, word, isLabel := nextRoleWord(content)
		names := splitNames(strings.Trim(content[:at], separators+"。"), r.resolver)
		given := role
		if !isLabel && word != "" {
			given = roleOf(word)
		}
		if given == "" && len(names) > 0 {
			given = plan.Responsible // names alone, or names before a label
		}
		for _, n := range names {
			out = append(out, r.responsibility(i, offset, n, given))
		}
		if isLabel {
			role = roleOf(word)
		}
		content = content[at+length:]
	}
	if r.leadHead[body] && len(out) > 0 && out[0].Role == plan.Responsible {
		out[0].Role = plan.Lead
	}
	return out
}

// nextRoleWord finds the first label or verb. A verb must stand at a separator
// or the end, so that names which contain one (省政府督查落实办) stay whole.
func nextRoleWord(s string) (at, length int, word string, isLabel bool) {
	l, v := label.FindStringSubmatchIndex(s), verb.FindStringIndex(s)
	if l != nil && (v == nil || l[0] <= v[0]) {
		return l[0], l[1] - l[0], s[l[2]:l[3]], true
	}
	if v != nil {
		return v[0], v[1] - v[0], s[v[0]:v[1]], false
	}
	return len(s), 0, "", false
}

func (r *reader) responsibility(i, offset int, n name, role plan.Role) plan.Responsibility {
	org := r.resolve(i, offset, n.text)
	return plan.Responsibility{Org: org.ID, Text: n.text, Role: role, Open: n.open}
}

// readClause reads one clause of a unit.
func (r *reader) readClause(u *unit, i int, c clauseSpan) {
	raw := r.lines[i].text[c.start:c.end]
	content := clauseContent(raw)
	u.measure.Clauses = append(u.measure.Clauses, raw)
	var found []plan.Responsibility
	if zh.HasHan(content) {
		found = r.chineseClause(i, c.start, u.plan, content)
	} else {
		found = r.englishClause(i, c.start, content)
	}
	if len(found) == 0 {
		r.report(emptyClause, i, c.start, raw)
	}
	seen := map[string]bool{}
	for _, f := range found {
		if seen[f.Org] {
			r.report(namedTwice, i, c.start, f.Text)
			continue
		}
		seen[f.Org] = true
		f.Clause = len(u.measure.Clauses)
		u.measure.Responsibilities = append(u.measure.Responsibilities, f)
	}
}
