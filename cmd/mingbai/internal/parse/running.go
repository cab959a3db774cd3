package parse

import (
	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// running is 由…牵头 and 由…负责 in running text. Elsewhere 牵头 and 负责 say what
// kind of work is meant (支持企业牵头制定标准), not who has to do it.
var running = pattern.New(`由([^由。；;:，,()《》“”]{2,60}?)(牵头|负责)`)

// notTask follows what is no task of the measure: 由省科技厅负责解释.
var notTask = pattern.New(`^(?:的|解释|人|制(?:[^定]|$)|同志)`)

// readRunning reads who is responsible from the text of a measure that has no
// clause. Every name must be that of a body.
func (r *reader) readRunning(u *unit) {
	if u.hasClause() {
		return
	}
	seen := map[string]bool{}
	for k := range u.lines {
		i := u.lines[k].index
		folded := zh.Fold(r.lines[i].text)
		for _, m := range running.FindAllStringSubmatchIndex(folded.Text, -1) {
			names := splitNames(folded.Text[m[2]:m[3]], r.resolver)
			if !allBodies(names, r.resolver) || notTask.MatchString(folded.Text[m[1]:]) {
				continue
			}
			force := roleInForce{roleOf(folded.Text[m[4]:m[5]]), "running-text"}
			for _, n := range names {
				f := r.responsibility(i, folded.Offset(m[2]), n, force)
				if !seen[f.Org] {
					seen[f.Org] = true
					u.measure.Responsibilities = append(u.measure.Responsibilities, f)
				}
			}
		}
	}
}

// firstLeadsLine notes a sentence outside of any clause by which the first body
// of each list leads: it holds for the whole plan.
func (r *reader) firstLeadsLines() {
	for b := range r.bodies {
		for _, i := range r.bodies[b].lines {
			l := &r.lines[i]
			if l.lang == plan.Zh && r.parts[i] == nil && firstLeads.MatchString(l.folded) {
				r.leadHead[b] = true
			}
		}
	}
	for _, i := range r.head {
		if firstLeads.MatchString(r.lines[i].folded) {
			for b := range r.bodies {
				r.leadHead[b] = true
			}
		}
	}
}
