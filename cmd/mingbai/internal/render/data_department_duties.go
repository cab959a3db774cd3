package render

import (
	"slices"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// limitsOf is a department's time limits with the roles it has in their
// measures.
func (p *pager) limitsOf(dep *site.Department) []Limit {
	roles := map[string][]RoleName{}
	for _, part := range dep.Tasks {
		for _, task := range part.Tasks {
			address := p.place.to(task.Measure.Page(p.lang).URL)
			roles[address] = append(roles[address], p.roles.of(p.lang, task.Roles).names...)
		}
	}
	limits := p.rows(first(site.NearFirst(dep.Deadlines), mostLimits))
	for i := range limits {
		limits[i].Roles = roles[limits[i].Measure.Href]
	}
	return limits
}

// dutyParts is a department's measures by action. Each part has a bar as long as
// its number of measures is to that of the longest.
func (p *pager) dutyParts(dep *site.Department) []DutyPart {
	longest := 1
	for _, tasks := range dep.Tasks {
		n := 0
		for _, role := range plan.Roles() {
			n += tasks.Count(role)
		}
		longest = max(longest, n)
	}
	var parts []DutyPart
	var last *site.Document
	for _, tasks := range dep.Tasks {
		part := p.dutyPart(tasks, longest)
		if doc := tasks.Scope.Document(); doc != last && p.site.Several() {
			part.Document = &DutyDocument{p.link(doc.Page(p.lang)), doc.Anchor()}
			last = doc
		}
		parts = append(parts, part)
	}
	return parts
}

func (p *pager) dutyPart(tasks site.ScopeTasks, longest int) DutyPart {
	part := DutyPart{Link: p.link(tasks.Scope.Page(p.lang)), Anchor: tasks.Scope.Anchor(), Measures: len(tasks.Tasks)}
	has := map[plan.Role]bool{}
	at := Share(0)
	for _, role := range plan.Roles() {
		n := tasks.Count(role)
		if n == 0 {
			continue
		}
		has[role] = true
		w := Share(n) / Share(longest)
		part.Roles = append(part.Roles, RoleCount{p.roleName(role), n, at, w})
		at += w
	}
	part.Classes = roleClasses(has)
	for rest := tasks.Tasks; len(rest) > 0; {
		pl := rest[0].Measure.Plan
		n := slices.IndexFunc(rest, func(t *site.Task) bool { return t.Measure.Plan != pl })
		if n < 0 {
			n = len(rest)
		}
		in := p.dutyPlan(pl)
		in.Items = make([]Item, 0, n)
		for _, task := range rest[:n] {
			in.Items = append(in.Items, p.dutyItem(task))
		}
		part.Plans = append(part.Plans, in)
		rest = rest[n:]
	}
	return part
}

// dutyItem is a measure with the roles that the department has in it, and who
// else leads where it does not.
func (p *pager) dutyItem(task *site.Task) Item {
	item := p.item(task.Measure)
	item.alone = true                                        // each child that is a duty stands for itself
	item.leads = task.Roles[0] == task.Measure.Roles[0].Role // it is among those who lead or answer
	set := p.roles.of(p.lang, task.Roles)
	item.Roles, item.Classes = set.names, set.classes
	return item
}

// dutyPlan names a plan where its action has several.
func (p *pager) dutyPlan(pl *site.Plan) DutyPlan {
	if pl.Action == nil || len(pl.Action.Plans) < 2 {
		return DutyPlan{}
	}
	return DutyPlan{Part: 1 + slices.Index(pl.Action.Plans, pl), Author: p.author(pl)}
}
