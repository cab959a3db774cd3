package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
)

// itemLine reads a numbered item.
func (o *outliner) itemLine(i int) bool {
	l := &o.lines[i]
	if !l.numed || strings.TrimSpace(l.text[l.num.end:]) == "" {
		return false
	}
	counts := l.num.value > 1 && o.latest[l.num.form]+1 == l.num.value
	o.checkNumber(i)
	section := o.measureSection()
	depth := o.levels.place(l.num, counts)
	u := &unit{plan: o.index, section: section, number: l.num, numed: true, lang: l.lang, rule: "numbered-item"}
	if depth > 0 {
		u.parent = o.units[o.levels[depth-1].node]
		u.parent.heads = true
	}
	o.units = append(o.units, u)
	o.levels[depth].node = len(o.units) - 1
	o.addLine(u, i, l.num.end, true)
	o.open = u
	u.several = o.clauseGroups(o.at) > 1
	return true
}

// clauses finds the clauses of a line.
func (o *outliner) clauses(i, from int) []clauseSpan {
	l := &o.lines[i]
	return findClauses(l.text, from, l.lang, o.resolver)
}

// clauseAlone reports whether a line is a clause and nothing else.
func (o *outliner) clauseAlone(i int) bool {
	l := &o.lines[i]
	if l.numed {
		return false
	}
	clauses := o.clauses(i, 0)
	return len(clauses) > 0 && strings.TrimSpace(l.text[:clauses[0].start]) == ""
}

// limitAlone is a line with a label for the time limit, or for what no page
// shows apart, that belongs to the item above like a clause.
var limitAlone = pattern.New(`^[\[(【]?(?:` + limitWords + `|责任人|分管领导|责任领导|牵头领导|联系人|工作目标|预期成果|成果形式|备注) ?[\])】]? ?:`)

// boxLine is the caption of a box, table or figure between items.
var boxLine = pattern.New(`^(?:专栏|表|图|注|附注|备注|说明) ?[\d` + zhDigits + `]{0,3}[: -]|^(?:专栏|表|图) ?[\d` + zhDigits + `]{1,3}`)

// closingLine is the paragraph that closes a document: from when it holds, who
// explains it.
var closingLine = pattern.New(`^(?:本|以上|上述|此前|原有?|各项)(?:通知|意见|办法|方案|计划|规定|措施|细则|政策|若干[^,，。]{0,8}|行动[^,，。]{0,8}|实施[^,，。]{0,6}|清单|文件|条款)[^。]{0,30}?(?:自|从|由|至|有效|执行|施行|废止|为准|解释)|^(?:自|从)本?[^,，。]{0,16}(?:印发|发布|公布|下发)之日起`)

// clauseGroups counts the paragraphs behind a line that carry a clause of their
// own, up to the next number, heading or mark. A clause alone on its line goes
// with the paragraph before it; directly under an item it is the item's.
func (o *outliner) clauseGroups(at int) int {
	groups, pending := 0, false
	for _, i := range o.b.lines[at+1:] {
		l := &o.lines[i]
		if l.blank() {
			continue
		}
		if l.numed || tabbed(l.text) || l.mark() || boxLine.MatchString(l.folded) || sectionKind(headingText(l.text)) != plan.OtherKind {
			break
		}
		switch {
		case o.clauseAlone(i):
			if pending {
				groups++
			}
			pending = false
		case limitAlone.MatchString(l.folded):
		case len(o.clauses(i, 0)) > 0:
			groups++
			pending = false
		default:
			pending = true
		}
	}
	return groups
}

// clauseLine takes a line that is a clause, or a time limit, and nothing else.
func (o *outliner) clauseLine(i int) bool {
	if o.open == nil {
		return false
	}
	if !limitAlone.MatchString(o.lines[i].folded) && !o.clauseAlone(i) {
		return false
	}
	o.addLine(o.open, i, 0, false)
	return true
}

// continuationLine takes the paragraphs of an item: those under a heading that
// has no text yet, and others up to the item's clause or the next number.
func (o *outliner) continuationLine(i int) bool {
	u, l := o.open, &o.lines[i]
	if u == nil || u.hasClause() {
		return false
	}
	if boxLine.MatchString(l.folded) || closingLine.MatchString(l.folded) {
		o.open = nil
		return false
	}
	if u.several {
		if len(o.clauses(i, 0)) > 0 || o.clauseFollows() {
			return false
		}
		o.addLine(u, i, 0, false)
		return true
	}
	if !u.empty(o.reader) && len(u.lines) == 1 && !o.goesOn(u) {
		o.open = nil
		return false
	}
	o.addLine(u, i, 0, false)
	return true
}

// goesOn reports whether the paragraphs behind an item that has text belong to
// it: they carry its clause, or another item follows them. What follows the
// last item may close the plan.
func (o *outliner) goesOn(u *unit) bool {
	if !u.numed {
		return false
	}
	for _, i := range o.b.lines[o.at:] {
		l := &o.lines[i]
		switch {
		case l.blank():
		case l.numed:
			return l.num.form == u.number.form || l.num.form < u.number.form
		case tabbed(l.text) || l.mark() || boxLine.MatchString(l.folded) || sectionKind(headingText(l.text)) != plan.OtherKind:
			return false
		case len(o.clauses(i, 0)) > 0:
			return true
		}
	}
	return false
}

// unnumberedLine takes a paragraph that carries a clause, in it or on the next
// line.
func (o *outliner) unnumberedLine(i int) bool {
	l := &o.lines[i]
	if boxLine.MatchString(l.folded) || len(o.clauses(i, 0)) == 0 && !o.clauseFollows() {
		return false
	}
	if o.b.plan.Sections[o.last()].Kind == plan.Preamble && len(o.units) == 0 && o.clauseAlone(i) {
		return false // who drew a form up, above its table
	}
	u := &unit{plan: o.index, section: o.measureSection(), lang: l.lang, rule: "paragraph-with-clause"}
	if o.open != nil {
		u.parent = o.open.parent
		if o.open.several {
			u.parent = o.open
			o.open.heads = true
		}
	}
	o.units = append(o.units, u)
	o.addLine(u, i, 0, true)
	o.open = u
	return true
}

// clauseFollows reports whether the next line is a clause alone.
func (o *outliner) clauseFollows() bool {
	for _, i := range o.b.lines[o.at+1:] {
		if l := &o.lines[i]; !l.blank() {
			return o.clauseAlone(i)
		}
	}
	return false
}
