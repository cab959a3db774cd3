package content

import (
	"fmt"

	"mingbai/cmd/mingbai/internal/plan"
)

// rank orders the states of translations by how far they have come.
var rank = map[plan.State]int{plan.Draft: 1, plan.Reviewed: 2, plan.Official: 3}

// readStates notes what of a file was translated by people: the state of the
// paragraph that has come least far, and which are out of date.
func (d *draft) readStates(paragraphs []plan.Paragraph, lang plan.Lang) {
	lowest, all := plan.Untranslated, true
	for _, p := range paragraphs {
		if text, ok := p.In(lang); !ok || text == "" {
			continue
		}
		t, translated := p.Translations[lang]
		if !translated {
			all = false
			continue
		}
		anchor := anchorOf(p)
		d.only = append(d.only, anchor)
		if lowest == plan.Untranslated || rank[t.State] < rank[lowest] {
			lowest = t.State
		}
		if t.Outdated {
			d.outdated = append(d.outdated, anchor)
		}
	}
	d.state = State(lowest)
	if all {
		d.only = nil
	}
}

// anchorOf is the anchor of a paragraph that is the only one of its line.
func anchorOf(p plan.Paragraph) string {
	if p.IsTitle {
		return "title"
	}
	return fmt.Sprintf("p%d", p.Line)
}
