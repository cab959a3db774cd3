package parse

// levels keeps the open levels of numbered items within one section.
type levels []level

type level struct {
	native form // of its first item
	mixed  form // another form met among its siblings, or noForm
	last   int  // value of its latest item
	node   int  // index of its latest item among the plan's measures
}

func (l level) has(f form) bool { return l.native == f || l.mixed == f }

// place gives the depth at which an item stands, and closes what is deeper.
// Lists mix （一） and (1), restart and skip, so the value decides with the form.
// counts says that the number goes on with the latest of its form, in any list.
func (ls *levels) place(n number, counts bool) (depth int) {
	open := *ls
	depth = open.depthOf(n, counts)
	if depth < len(open) {
		if l := &open[depth]; !l.has(n.form) {
			l.mixed = n.form
		}
		open[depth].last = n.value
		*ls = open[:depth+1]
		return depth
	}
	*ls = append(open, level{native: n.form, last: n.value})
	return depth
}

func (ls levels) depthOf(n number, counts bool) int {
	for k := len(ls) - 1; k >= 0; k-- {
		if !ls[k].has(n.form) {
			continue
		}
		if ls[k].native != n.form && n.value == 1 && ls[k].last > 1 {
			return k + 1 // (1) met as sibling of （二）, now first below （三）
		}
		return k
	}
	for k := len(ls) - 1; k >= 0; k-- {
		if n.value > 1 && n.value == ls[k].last+1 && !(counts && n.form > ls[k].native) {
			return k // the list goes on in another form
		}
	}
	for k := 1; k < len(ls); k++ {
		if n.form < ls[k].native {
			return k - 1
		}
	}
	if len(ls) > 0 && n.value != 1 && n.form <= ls[len(ls)-1].native {
		return len(ls) - 1
	}
	return len(ls)
}
