package content

// scanBody notes what a page's files have to say of their bodies: anchors that
// stand twice, and the headings of a plan.
func (f *file) scanBody() {
	text := Localized{Body: f.body, BodyLine: f.bodyLine}
	var first anchors
	for b := range text.EachBlock() {
		if b.Anchor == "" {
			continue
		}
		if line, again := first.add(b.Anchor, b.Line); again {
			f.anchors = append(f.anchors, find(repeatedAnchor, f.pos(b.Line, 1), b.Anchor, line))
		}
		if b.Level > 0 && f.kind == planPage {
			f.headings = append(f.headings, heading{b.Anchor, b.Line})
		}
	}
}

// anchors are the lines of anchors. The few that a page has are compared with
// each other.
type anchors struct {
	few  [12]heading
	n    int
	many map[string]int
}

// add notes an anchor; one that stood before stays where it was.
func (a *anchors) add(anchor string, line int) (first int, again bool) {
	for _, h := range a.few[:a.n] {
		if h.anchor == anchor {
			return h.line, true
		}
	}
	if a.n < len(a.few) {
		a.few[a.n] = heading{anchor, line}
		a.n++
		return line, false
	}
	if first, again = a.many[anchor]; again {
		return first, true
	}
	if a.many == nil {
		a.many = map[string]int{}
	}
	a.many[anchor] = line
	return line, false
}
