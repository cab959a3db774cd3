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

// checkFound reports what a document should have and this one lacks.
func (r *reader) checkFound() {
	switch {
	case r.doc.Date == "":
		r.report(noDate, 0, 0)
	case r.dateRank == publishedDate:
		r.report(publishedAsIssue, 0, 0, r.doc.Date)
	}
	r.checkBreaks()
	if len(r.units) == 0 && len(r.lines) > 0 {
		r.report(noMeasures, 0, 0)
	}
}

// checkBreaks reports the lines of the file that hold several items.
func (r *reader) checkBreaks() {
	begin := map[int]int{} // by line of the file: first of its passages
	count := map[int]int{}
	for i := range r.lines {
		at := r.lines[i].line
		if _, ok := begin[at]; !ok {
			begin[at] = i
		}
		count[at]++
	}
	for i := range r.lines {
		if at := r.lines[i].line; begin[at] == i && count[at] > 1 {
			r.report(breaksMended, i, 0, count[at])
		}
	}
}
