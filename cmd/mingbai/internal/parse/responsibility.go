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
var firstLeads = regexp.MustCompile(`(?:列|排|排名|排列)(?:在)?第一(?:位|的|名)?.{0,10}牵头[^,，;；。]*`)

// chineseClause reads the responsibilities of one clause.
func (r *reader) chineseClause(i, offset int, content string) []plan.Responsibility {
	if firstLeads.MatchString(content) {
		r.leadHead = true
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
	if r.leadHead && len(out) > 0 && out[0].Role == plan.Responsible {
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

// englishMarks are the phrases that give a role: a prefix holds for the names
// after it, a suffix for the names before it that have none yet.
var englishMarks = []struct {
	role    plan.Role
	prefix  bool
	pattern *regexp.Regexp
}{
	{plan.Lead, true, regexp.MustCompile(`(?i)\b(?:led|headed|co-?ordinated) by\b|\blead(?:ing)? (?:units?|departments?|bod(?:y|ies)):`)},
	{plan.Support, true, regexp.MustCompile(`(?i)\bwith the (?:co-?operation|assistance|participation|support) of\b|\b(?:co-?operating|supporting|participating) (?:units?|departments?|bod(?:y|ies)):|\bassisted by\b`)},
	{plan.Responsible, true, regexp.MustCompile(`(?i)\bresponsible (?:units?|departments?|bod(?:y|ies)):`)},
	{plan.Implement, true, regexp.MustCompile(`(?i)\bimplemented by\b|\bimplementing (?:units?|departments?|bod(?:y|ies)):`)},
	{plan.Lead, false, regexp.MustCompile(`(?i)\b(?:(?:is|are|shall be) )?(?:responsible for )?tak(?:es?|ing) the lead\b|\b(?:is|are) (?:responsible for )?(?:leading|co-?ordinat(?:ed|ing))\b|\bshall lead\b`)},
	{plan.Support, false, regexp.MustCompile(`(?i)\b(?:shall )?(?:co-?operat(?:e|es|ing)|assist(?:s|ing)?|participat(?:e|es|ing))\b`)},
	{plan.Responsible, false, regexp.MustCompile(`(?i)\b(?:is|are|shall be)?(?: respectively| jointly)? ?responsible\b`)},
	{plan.Implement, false, regexp.MustCompile(`(?i)\b(?:shall )?(?:be )?implement(?:ed|s)?\b`)},
}

type englishMark struct {
	start, end int
	role       plan.Role
	prefix     bool
}

// marksOf lists the role phrases in order; where two overlap the table decides.
func marksOf(s string) []englishMark {
	var out []englishMark
	for _, m := range englishMarks {
		for _, at := range m.pattern.FindAllStringIndex(s, -1) {
			if !overlaps(out, at[0], at[1]) {
				out = append(out, englishMark{at[0], at[1], m.role, m.prefix})
			}
		}
	}
	sortByStart(out)
	return out
}

func overlaps(marks []englishMark, start, end int) bool {
	for _, m := range marks {
		if start < m.end && m.start < end {
			return true
		}
	}
	return false
}

// englishClause reads the responsibilities of one clause in English.
func (r *reader) englishClause(i, offset int, content string) []plan.Responsibility {
	var out, waiting []plan.Responsibility
	current, from := plan.Role(""), 0
	take := func(to int, suffix bool) {
		upTo := to
		if at := withClause.FindStringIndex(content[from:to]); at != nil && suffix {
			upTo = from + at[0] // "led by A, with B cooperating": B waits for its own verb
		}
		for _, n := range r.englishNames(content[from:upTo]) {
			waiting = append(waiting, r.responsibility(i, offset, n, current))
		}
		for _, n := range r.englishNames(content[upTo:to]) {
			waiting = append(waiting, r.responsibility(i, offset, n, ""))
		}
	}
	settle := func(role plan.Role) {
		for _, w := range waiting {
			if w.Role == "" {
				w.Role = role
			}
			out = append(out, w)
		}
		waiting = nil
	}
	for _, m := range marksOf(content) {
		take(m.start, !m.prefix)
		if m.prefix {
			settle(orResponsible(current))
			current = m.role
		} else {
			settle(m.role)
			current = ""
		}
		from = m.end
	}
	take(len(content), false)
	settle(orResponsible(current))
	return out
}

var withClause = regexp.MustCompile(`(?i),\s*(?:and )?with\b`)

func orResponsible(role plan.Role) plan.Role {
	if role == "" {
		return plan.Responsible
	}
	return role
}

var (
	englishGlue = regexp.MustCompile(`(?i)^(?:the|and|with|all|each|of|by|in|is|are|shall|their|its|it|respectively|accordance|according|to|duties|duty|responsibilities|division|labor|labour|for|under|work)$`)
	englishCut  = regexp.MustCompile(`[,;]|\band the\b|\bwith the\b`)
)

// englishNames finds the bodies in a stretch between role phrases: registered
// names, and what is left between them where it has the form of a name.
func (r *reader) englishNames(s string) []name {
	var out []name
	from := 0
	for _, n := range append(r.resolver.find(s), nameAt{start: len(s), end: len(s)}) {
		for _, piece := range englishCut.Split(s[from:n.start], -1) {
			if p := trimGlue(piece); p != "" && namesBody(p) {
				out = append(out, name{text: p})
			}
		}
		if n.org != nil {
			out = append(out, name{text: s[n.start:n.end]})
		}
		from = n.end
	}
	return out
}

// trimGlue drops the small words at the ends of a piece.
func trimGlue(s string) string {
	words := strings.Fields(strings.Trim(s, " ,;.:"))
	for len(words) > 0 && englishGlue.MatchString(words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && englishGlue.MatchString(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// readClause reads one clause of a unit.
func (r *reader) readClause(u *unit, i int, c clauseSpan) {
	raw := r.lines[i].text[c.start:c.end]
	content := clauseContent(raw)
	u.measure.Clauses = append(u.measure.Clauses, raw)
	var found []plan.Responsibility
	if zh.HasHan(content) {
		found = r.chineseClause(i, c.start, content)
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
