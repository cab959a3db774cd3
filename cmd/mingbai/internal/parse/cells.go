package parse

import "strings"

// Some tables come with every cell on a line of its own. Under a header of such
// lines the cells are put together to rows again.

// rejoinCells joins the cells of such tables with tabs.
func rejoinCells(ps []passage) []passage {
	var out []passage
	for i := 0; i < len(ps); {
		header, next := cellHeader(ps, i)
		if header == nil {
			out = append(out, ps[i])
			i++
			continue
		}
		out = append(out, concat("\t", header...))
		rows, after := cellRows(ps, next, len(header), isSeq(&header[0]))
		out = append(out, rows...)
		i = after
	}
	return out
}

func isSeq(p *passage) bool {
	c, ok := columnOf(p.text)
	return ok && c == seqColumn
}

// cellHeader takes the names of columns that stand one a line from i on.
func cellHeader(ps []passage, i int) (header []passage, next int) {
	var names []string
	for next = i; next < len(ps) && len(names) < 12; next++ {
		p := &ps[next]
		if p.blank() && len(names) > 0 {
			continue
		}
		c, ok := columnOf(p.text)
		if !ok || tabbed(p.text) || c == otherColumn && (len(names) == 0 || digitsAlone.MatchString(strings.TrimSpace(p.text)) || !moreColumns(ps, next)) {
			break
		}
		names = append(names, p.text)
		header = append(header, p.trimmed())
	}
	if len(header) < 3 || readHeader(names) == nil {
		return nil, i
	}
	return header, next
}

// moreColumns reports whether the next line names a column too.
func moreColumns(ps []passage, i int) bool {
	j, _ := nextText(ps, i+1)
	if j < 0 {
		return false
	}
	c, ok := columnOf(ps[j].text)
	return ok && c != otherColumn
}

// cellRows takes the rows of n cells each. Where rows are numbered the numbers
// tell where one begins; else every n lines are one.
func cellRows(ps []passage, i, n int, numbered bool) (rows []passage, next int) {
	want := 1
	for i < len(ps) {
		if ps[i].blank() {
			i++
			continue
		}
		if numbered && !isNumber(&ps[i], want) {
			if l := newLine(ps[i]); l.numed && l.num.form <= formParenZh && len(rows) > 0 || len(rows) == 0 && l.numed {
				rows = append(rows, ps[i]) // a caption of a group
				i++
				continue
			}
			return rows, i
		}
		var cells []passage
		j := i
		for ; j < len(ps) && len(cells) < n+6; j++ {
			if len(cells) > 0 && (numbered && isNumber(&ps[j], want+1) || !numbered && len(cells) == n) || edge(&ps[j], len(cells)) {
				break
			}
			if !ps[j].blank() {
				cells = append(cells, ps[j].trimmed())
			}
			if len(cells) >= n && !(numbered && numberAhead(ps, j+1, want+1)) {
				j++
				break
			}
		}
		if len(cells) < 2 {
			return rows, i
		}
		rows = append(rows, concat("\t", mergeCells(cells, n)...))
		want++
		i = j
	}
	return rows, i
}

// numberAhead reports whether the next row's number stands within few lines.
func numberAhead(ps []passage, from, want int) bool {
	for j := from; j < len(ps) && j < from+5; j++ {
		if isNumber(&ps[j], want) {
			return true
		}
	}
	return false
}

func isNumber(p *passage, want int) bool {
	n, ok := rowNumber(strings.TrimSpace(p.text))
	return ok && digitsAlone.MatchString(strings.TrimSpace(p.text)) && n.value == want
}

// edge reports whether a line cannot be a cell: an annex or a date and
// signature end a table.
func edge(p *passage, cells int) bool {
	if cells == 0 || p.blank() {
		return false
	}
	l := newLine(*p)
	return annexLine.MatchString(l.folded) || noticeLine.MatchString(l.folded)
}

// mergeCells puts what a cell had on several lines into one: the cells that are
// too many follow the third, where a table has its long text.
func mergeCells(cells []passage, n int) []passage {
	extra := len(cells) - n
	if extra <= 0 || n < 3 {
		return cells
	}
	merged := concat("", cells[2:3+extra]...)
	out := append([]passage{}, cells[:2]...)
	return append(append(out, merged), cells[3+extra:]...)
}

// rejoinRows joins the lines of a row of which a cell holds a line break: under
// a header of n columns, two lines that have n cells together.
func rejoinRows(ps []passage) []passage {
	var out []passage
	n := 0
	for i := 0; i < len(ps); i++ {
		p := ps[i]
		if !tabbed(p.text) {
			if strings.ContainsAny(p.text, "。") {
				n = 0
			}
			out = append(out, p)
			continue
		}
		texts := strings.Split(p.text, "\t")
		if readHeader(texts) != nil {
			n = len(texts)
		} else if n > 0 && len(texts) < n && i+1 < len(ps) && closesRow(&ps[i+1], n-len(texts)) {
			p = concat("", p, ps[i+1])
			i++
		}
		out = append(out, p)
	}
	return out
}

// closesRow reports whether a line has the rest of a row: so many tabs, and no
// number of a row of its own.
func closesRow(p *passage, tabs int) bool {
	first, _, _ := strings.Cut(p.text, "\t")
	return strings.Count(p.text, "\t") == tabs && !digitsAlone.MatchString(strings.TrimSpace(first))
}
