package parse

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
)

// englishMarks are the phrases that give a role: a prefix holds for the names
// after it, a suffix for the names before it that have none yet.
var englishMarks = []struct {
	role    plan.Role
	prefix  bool
	pattern *pattern.Pattern
}{
	{plan.Lead, true, pattern.New(`(?i)\b(?:led|headed|co-?ordinated) by\b|\blead(?:ing)? (?:units?|departments?|bod(?:y|ies)):`)},
	{plan.Support, true, pattern.New(`(?i)\bwith the (?:co-?operation|assistance|participation|support) of\b|\b(?:co-?operating|supporting|participating) (?:units?|departments?|bod(?:y|ies)):|\bassisted by\b`)},
	{plan.Responsible, true, pattern.New(`(?i)\bresponsible (?:units?|departments?|bod(?:y|ies)):`)},
	{plan.Implement, true, pattern.New(`(?i)\bimplemented by\b|\bimplementing (?:units?|departments?|bod(?:y|ies)):`)},
	{plan.Lead, false, pattern.New(`(?i)\b(?:(?:is|are|shall be) )?(?:responsible for )?tak(?:es?|ing) the lead\b|\b(?:is|are) (?:responsible for )?(?:leading|co-?ordinat(?:ed|ing))\b|\bshall lead\b`)},
	{plan.Support, false, pattern.New(`(?i)\b(?:shall )?(?:co-?operat(?:e|es|ing)|assist(?:s|ing)?|participat(?:e|es|ing))\b`)},
	{plan.Responsible, false, pattern.New(`(?i)\b(?:is|are|shall be)?(?: respectively| jointly)? ?responsible\b`)},
	{plan.Implement, false, pattern.New(`(?i)\b(?:shall )?(?:be )?implement(?:ed|s)?\b`)},
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
	slices.SortFunc(out, func(a, b englishMark) int { return cmp.Compare(a.start, b.start) })
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
			waiting = append(waiting, r.responsibility(i, offset, n, roleInForce{current, "clause/english"}))
		}
		for _, n := range r.englishNames(content[upTo:to]) {
			waiting = append(waiting, r.responsibility(i, offset, n, roleInForce{"", "clause/english"}))
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

var withClause = pattern.New(`(?i),\s*(?:and )?with\b`)

func orResponsible(role plan.Role) plan.Role {
	if role == "" {
		return plan.Responsible
	}
	return role
}

var (
	englishGlue = pattern.New(`(?i)^(?:the|and|with|all|each|of|by|in|is|are|shall|their|its|it|respectively|accordance|according|to|duties|duty|responsibilities|division|labor|labour|for|under|work)$`)
	englishCut  = pattern.New(`[,;]|\band the\b|\bwith the\b`)
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
