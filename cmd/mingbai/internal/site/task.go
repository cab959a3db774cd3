package site

import (
	"cmp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// Task is a measure with all that one department has to do for it.
type Task struct {
	Measure *Measure
	Roles   []plan.Role // in the order of plan.Roles
}

// ScopeTasks is a department's tasks in one action.
type ScopeTasks struct {
	Scope Scope
	Tasks []*Task // in the order of the document
}

// Count is the number of tasks in which the department has a role.
func (s ScopeTasks) Count(role plan.Role) int { return countRole(s.Tasks, role) }

func countRole(tasks []*Task, role plan.Role) int {
	n := 0
	for _, t := range tasks {
		if slices.Contains(t.Roles, role) {
			n++
		}
	}
	return n
}

// Anchor is the scope's name inside pages that list many.
func (s Scope) Anchor() string {
	if s.Action != nil {
		return anchorOf(s.Action.ID)
	}
	return s.Plan.Anchor()
}

// Anchor is the plan's name inside pages that list many.
func (p *Plan) Anchor() string { return anchorOf(p.ID) }

// Anchor is the document's name inside pages that list many.
func (d *Document) Anchor() string { return anchorOf(d.ID) }

func anchorOf(id string) string { return strings.ReplaceAll(id, "/", "-") }

// Document is the document that the scope stands in.
func (s Scope) Document() *Document {
	if s.Action != nil {
		return s.Action.Document
	}
	return s.Plan.Document
}

// groupTasks joins the duties of each measure and groups them by action.
func (d *Department) groupTasks() {
	tasks := map[*Measure]*Task{}
	for _, duty := range d.duties {
		t := tasks[duty.Measure]
		if t == nil {
			t = &Task{Measure: duty.Measure}
			tasks[duty.Measure] = t
			scope := duty.Measure.Plan.Scope()
			if n := len(d.Tasks); n == 0 || d.Tasks[n-1].Scope != scope {
				d.Tasks = append(d.Tasks, ScopeTasks{Scope: scope})
			}
			last := &d.Tasks[len(d.Tasks)-1]
			last.Tasks = append(last.Tasks, t)
		}
		t.Roles = append(t.Roles, duty.Role)
	}
}

// NearFirst is time limits in the order in which they matter to whoever has to
// keep them: those to come by their day, then those without a last day, then
// those gone by, the latest first.
func NearFirst(ds []*Deadline) []*Deadline {
	rank := func(d *Deadline) int {
		switch {
		case d.Status.Over():
			return 2
		case d.End == "":
			return 1
		}
		return 0
	}
	out := slices.Clone(ds)
	slices.SortStableFunc(out, func(a, b *Deadline) int {
		if c := cmp.Compare(rank(a), rank(b)); c != 0 {
			return c
		}
		if a.Status.Over() {
			return strings.Compare(string(b.End), string(a.End))
		}
		return strings.Compare(string(a.End), string(b.End))
	})
	return out
}
