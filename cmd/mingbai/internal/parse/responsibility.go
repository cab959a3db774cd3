package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
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
	case strings.Contains(word, "落实") || strings.Contains(word, "实施") || strings.Contains(word, "执行"):
		return plan.Implement
	}
	return plan.Responsible
}

var supportWords = pattern.New(`配合|协[助办同作]|参[与加]|指导|督导|支持`)

// firstLeads says that the first body of each list leads, from now on.
var firstLeads = pattern.New(`[,，;；。]? ?(?:各项任务)?(?:责任单位)?(?:中)?(?:的)?(?:位?列|排|排名|排列|居)?(?:在|于)?(?:首位|首个|第一(?:位|个|名)?)(?:的|者)?(?:责任)?(?:单位|部门)?(?:的)?(?:均?为|是|作为|即为)?[^,，;；。]{0,6}牵头[^,，;；。)]{0,8}(?:[,，;；]? ?(?:以)?下同)?`)

// roleInForce is the role that names get, with the rule that gives it.
type roleInForce struct {
	role plan.Role
	rule string
}

// chineseClause reads the responsibilities of one clause. column is the role
// that its column gives, in a table; else it is empty.
func (r *reader) chineseClause(i, offset, body int, content string, column plan.Role) []plan.Responsibility {
	if firstLeads.MatchString(content) {
		r.leadHead[body] = true
		content = firstLeads.ReplaceAllString(content, "")
	}
	content = strings.TrimRight(content, separators)
	guide := guideAlone(content)
	var out []plan.Responsibility
	label := roleInForce{column, "clause/column"}
	for content != "" {
		w := nextRoleWord(content)
		force := label
		switch {
		case w.kind == roleVerb:
			force = roleInForce{roleOf(w.word), "clause/verb"}
		case force.role == "": // names alone, or names before a label
			force = roleInForce{plan.Responsible, "clause/names-alone"}
		}
		for _, n := range completed(bodiesOnly(splitNames(strings.Trim(content[:w.at], separators), r.resolver)), r.resolver) {
			out = append(out, r.responsibility(i, offset, n, force))
		}
		content = content[w.at+w.length:]
		switch w.kind {
		case roleLabel:
			label = roleInForce{roleOf(w.word), "clause/label"}
			if guide && strings.Contains(w.word, "指导") {
				label.role = plan.Responsible
			}
		case roleOther:
			content = content[skipOther(content):]
		}
	}
	if r.leadHead[body] && len(out) > 0 && (out[0].Role == plan.Responsible || out[0].Role == plan.Implement) {
		out[0].Role, out[0].Rule = plan.Lead, "clause/first-leads"
	}
	return out
}

var answering = pattern.New(`牵头|责任|负责|主办|主责`)

// guideAlone reports whether a clause names guiding bodies and nobody else: then
// they answer for the measure.
func guideAlone(content string) bool {
	return strings.Contains(content, "指导") && !answering.MatchString(content)
}

// skipOther is where the value of a label that lists no bodies ends.
func skipOther(s string) int {
	if i := strings.IndexAny(s, ",，;；。"); i >= 0 {
		return i
	}
	return len(s)
}

// roleWordKind tells labels, which hold for what follows, from verbs, which
// hold for what stands before them.
type roleWordKind int

const (
	noRoleWord roleWordKind = iota
	roleLabel
	roleVerb
	roleOther // a label of something else: 完成时限
)

type roleWord struct {
	at, length int
	word       string
	kind       roleWordKind
}

// nextRoleWord finds the first label or verb. A verb must stand at a separator
// or the end, so that names which contain one (省政府督查落实办) stay whole.
func nextRoleWord(s string) roleWord {
	best := roleWord{at: len(s)}
	take := func(start, end int, word string, kind roleWordKind) {
		if start < best.at {
			best = roleWord{start, end - start, word, kind}
		}
	}
	if m := otherLabel.FindStringIndex(s); m != nil {
		take(m[0], m[1], "", roleOther)
	}
	if m := label.FindStringSubmatchIndex(s); m != nil {
		take(m[0], m[1], s[m[2]:m[3]], roleLabel)
	}
	if m := verb.FindStringIndex(s); m != nil {
		take(m[0], m[1], s[m[0]:m[1]], roleVerb)
	}
	return best
}

func (r *reader) responsibility(i, offset int, n name, force roleInForce) plan.Responsibility {
	org := r.resolve(i, offset, n.meaning())
	if n.role != "" {
		force = roleInForce{n.role, "clause/bracket-behind-name"}
	}
	return plan.Responsibility{Org: org.ID, Text: n.text, Role: force.role, Open: n.open, Rule: force.rule}
}

// asFound gives the names the characters that the clause has: they were read in
// half width.
func asFound(raw string, found []plan.Responsibility) {
	folded := zh.Fold(raw)
	from := 0
	for k := range found {
		name := found[k].Text
		at := strings.Index(folded.Text[from:], name)
		if at < 0 {
			from, at = 0, strings.Index(folded.Text, name)
		}
		if at >= 0 {
			found[k].Text = folded.Orig(from+at, from+at+len(name))
			from += at + len(name)
		}
	}
}

// readClause reads one clause of a unit.
func (r *reader) readClause(u *unit, i int, c clauseSpan) {
	raw := r.lines[i].text[c.start:c.end]
	content := clauseContent(raw)
	u.measure.Clauses = append(u.measure.Clauses, raw)
	var found []plan.Responsibility
	if zh.HasHan(content) {
		found = r.chineseClause(i, c.start, u.plan, content, c.role)
	} else {
		found = r.englishClause(i, c.start, content)
	}
	if len(found) == 0 && c.role == "" && !limitAlone.MatchString(content) {
		r.report(emptyClause, i, c.start, raw)
	}
	seen := map[string]bool{}
	asFound(raw, found)
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
