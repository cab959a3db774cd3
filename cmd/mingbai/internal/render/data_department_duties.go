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
			for _, role := range task.Roles {
				roles[address] = append(roles[address], p.roleName(role))
			}
		}
	}
	limits := p.rows(first(site.NearFirst(dep.Deadlines), mostLimits))
	for i := range limits {
		limits[i].Roles = roles[limits[i].Measure.Href]
	}
	return limits
}

func (p *pager) roleName(role plan.Role) RoleName {
	return RoleName{string(role), p.say("department.role." + string(role))}
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
		if doc := tasks.Scope.Document(); doc != last && len(p.site.Documents) > 1 {
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
	var last *site.Plan
	for _, task := range tasks.Tasks {
		if pl := task.Measure.Plan; pl != last {
			last = pl
			part.Plans = append(part.Plans, p.dutyPlan(pl))
		}
		in := &part.Plans[len(part.Plans)-1]
		in.Items = append(in.Items, p.dutyItem(task))
	}
	return part
}

// dutyItem is a measure with the roles that the department has in it, and who
// else leads where it does not.
func (p *pager) dutyItem(task *site.Task) Item {
	item := p.item(task.Measure)
	item.Children = nil // each child that is a duty stands for itself
	has := map[plan.Role]bool{}
	for _, role := range task.Roles {
		has[role] = true
		item.Roles = append(item.Roles, p.roleName(role))
	}
	item.Classes = roleClasses(has)
	if task.Roles[0] == task.Measure.Roles[0].Role {
		item.Who = nil // it is among those who lead or answer
	}
	return item
}

// dutyPlan names a plan where its action has several.
func (p *pager) dutyPlan(pl *site.Plan) DutyPlan {
	if pl.Action == nil || len(pl.Action.Plans) < 2 {
		return DutyPlan{}
	}
	return DutyPlan{Part: 1 + slices.Index(pl.Action.Plans, pl), Author: p.author(pl)}
}
