package parse

import "mingbai/cmd/mingbai/internal/zh"

// checkBrackets reports a bracket that its paragraph does not close.
func (r *reader) checkBrackets(i int) {
	if _, at := zh.Brackets(r.lines[i].text); at >= 0 {
		r.report(unclosedBracket, i, at)
	}
}

// checkNumber reports a number that follows neither the last one of its list
// nor the last one of its form: lists restart at one, or count on through the
// whole section.
func (o *outliner) checkNumber(i int) {
	n := o.lines[i].num
	last := 0
	if depth := o.levels.depthOf(n, false); depth < len(o.levels) {
		last = o.levels[depth].last
	}
	if n.value != 1 && n.value != last+1 && n.value != o.latest[n.form]+1 {
		o.report(numberJumps, i, 0, n.text, max(last, o.latest[n.form]))
	}
	o.latest[n.form] = n.value
}

// checkFound reports a document in which nothing was found.
func (r *reader) checkFound() {
	if len(r.units) == 0 && len(r.lines) > 0 {
		r.report(noMeasures, 0, 0)
	}
}
