package parse

import "mingbai/cmd/mingbai/internal/zh"

// checkBrackets reports a bracket that its paragraph does not close.
func (r *reader) checkBrackets(i int) {
	if _, at := zh.Brackets(r.lines[i].text); at >= 0 {
		r.report(unclosedBracket, i, at)
	}
}

// checkNumber reports a number that does not follow the last one of its list.
// A list may restart at one, and a new list may begin.
func (o *outliner) checkNumber(i int) {
	n := o.lines[i].num
	depth := o.levels.depthOf(n)
	last := 0
	if depth < len(o.levels) {
		last = o.levels[depth].last
	}
	if n.value != last+1 && n.value != 1 {
		o.report(numberJumps, i, 0, n.text, last)
	}
}

// checkFound reports a document in which nothing was found.
func (r *reader) checkFound() {
	if len(r.units) == 0 && len(r.lines) > 0 {
		r.report(noMeasures, 0, 0)
	}
}
