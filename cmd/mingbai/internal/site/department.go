package site

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Department is an organization with what it has to do.
type Department struct {
	*content.Department
	pages
	Roles     []DepartmentRole
	Tasks     []ScopeTasks // the same by action, each measure once
	Measures  int          // distinct measures it has a duty for
	Issued    []*Document
	Authored  []*Plan
	Deadlines []*Deadline
	Partners  []Partner // whom it shares measures with, the most often first

	duties []*Duty
}

// DepartmentRole is a department's duties in one role, by action.
type DepartmentRole struct {
	Role   plan.Role
	Count  int
	Scopes []ScopeDuties
}

// ScopeDuties is a department's duties of one role in one action.
type ScopeDuties struct {
	Scope  Scope
	Duties []*Duty
}

// InOrder is the measures that the department has a duty for, each once, in
// the order in which the documents state them.
func (d *Department) InOrder() []*Measure {
	var all []*Measure
	for _, duty := range d.duties {
		if n := len(all); n == 0 || all[n-1] != duty.Measure {
			all = append(all, duty.Measure)
		}
	}
	return all
}

// Partner is a department and the number of measures shared with it.
type Partner struct {
	Department *Department
	Measures   int
}

func (b *builder) addDepartment(c *content.Department) *Department {
	d := &Department{Department: c}
	b.site.departments[c.ID] = d
	b.site.Departments = append(b.site.Departments, d)
	return d
}

// department gives the department with an id. An unknown one is a finding,
// and gets a page with its id as name, so that the site stays whole.
func (b *builder) department(id, path string) *Department {
	if d := b.site.departments[id]; d != nil {
		return d
	}
	b.report(unknownDepartment, path, id)
	name := content.Localized{Title: id}
	return b.addDepartment(&content.Department{ID: id, Kind: plan.Collective, Pair: content.Pair{Zh: name, En: name}})
}

// optionalDepartment is department for an id that may be missing.
func (b *builder) optionalDepartment(id, path string) *Department {
	if id == "" {
		return nil
	}
	return b.department(id, path)
}

// linkDepartments groups every department's duties and finds its partners.
func (b *builder) linkDepartments() {
	slices.SortStableFunc(b.site.Departments, func(a, b *Department) int { return strings.Compare(a.ID, b.ID) })
	for _, doc := range b.site.Documents {
		if doc.Issuer != nil {
			doc.Issuer.Issued = append(doc.Issuer.Issued, doc)
		}
		for _, p := range doc.Plans {
			if p.Author != nil {
				p.Author.Authored = append(p.Author.Authored, p)
			}
		}
	}
	together(len(b.site.Departments), func(i int) {
		d := b.site.Departments[i]
		for _, role := range plan.Roles() {
			if g := d.group(role); g.Count > 0 {
				d.Roles = append(d.Roles, g)
			}
		}
		d.groupTasks()
		d.shareMeasures()
	})
	b.rankDepartments()
	departments := b.site.Departments
	b.site.kindGroups = sync.OnceValue(func() map[plan.Lang][]KindGroup {
		return map[plan.Lang][]KindGroup{plan.Zh: groupByKind(departments, plan.Zh), plan.En: groupByKind(departments, plan.En)}
	})
}

// group collects the duties of one role, in the order of the documents.
func (d *Department) group(role plan.Role) DepartmentRole {
	g := DepartmentRole{Role: role}
	for _, duty := range d.duties {
		if duty.Role != role {
			continue
		}
		g.Count++
		scope := duty.Measure.Plan.Scope()
		if n := len(g.Scopes); n == 0 || g.Scopes[n-1].Scope != scope {
			g.Scopes = append(g.Scopes, ScopeDuties{Scope: scope})
		}
		last := &g.Scopes[len(g.Scopes)-1]
		last.Duties = append(last.Duties, duty)
	}
	return g
}

// shareMeasures counts the department's measures and with whom it shares them.
func (d *Department) shareMeasures() {
	shared := map[*Department]int{}
	seen := map[*Measure]bool{}
	for _, duty := range d.duties {
		if seen[duty.Measure] {
			continue
		}
		seen[duty.Measure] = true
		d.Measures++
		d.Deadlines = append(d.Deadlines, duty.Measure.Deadlines...)
		for _, other := range duty.Measure.departments() {
			if other != d {
				shared[other]++
			}
		}
	}
	sortDeadlines(d.Deadlines)
	for other, n := range shared {
		d.Partners = append(d.Partners, Partner{other, n})
	}
	slices.SortFunc(d.Partners, func(a, b Partner) int {
		return byCount(a.Measures, b.Measures, a.Department.ID, b.Department.ID)
	})
}

// Busiest lists the n departments with the most measures.
func (s *Site) Busiest(n int) []*Department { return s.busiest[:min(n, len(s.busiest))] }

// rankDepartments lists all departments that have a measure, the busiest first.
func (b *builder) rankDepartments() {
	for _, d := range b.site.Departments {
		if d.Measures > 0 {
			b.site.busiest = append(b.site.busiest, d)
		}
	}
	slices.SortFunc(b.site.busiest, func(x, y *Department) int { return byCount(x.Measures, y.Measures, x.ID, y.ID) })
}

// KindGroup is the departments of one kind.
type KindGroup struct {
	Kind        plan.OrgKind
	Departments []*Department
}

// kindOrder is the order of the kinds on the departments page.
var kindOrder = []plan.OrgKind{
	plan.Department, plan.Branch, plan.LocalGovernment, plan.LeadingGroup,
	plan.MassOrg, plan.Company, plan.BankSector, plan.Collective,
}

// DepartmentsByKind lists all departments by kind, sorted for a language.
func (s *Site) DepartmentsByKind(lang plan.Lang) []KindGroup { return s.kindGroups()[lang] }

func groupByKind(departments []*Department, lang plan.Lang) []KindGroup {
	var groups []KindGroup
	order := departmentOrder(lang)
	for _, kind := range kindOrder {
		g := KindGroup{Kind: kind}
		for _, d := range departments {
			if d.Kind == kind {
				g.Departments = append(g.Departments, d)
			}
		}
		if len(g.Departments) > 0 {
			slices.SortFunc(g.Departments, order)
			groups = append(groups, g)
		}
	}
	return groups
}

// departmentOrder is how lists of departments are sorted: by name, Chinese ones
// by pinyin, English ones alphabetically. golang.org/x/text/collate knows the
// order of each language as Unicode's CLDR lays it down.
func departmentOrder(lang plan.Lang) func(a, b *Department) int {
	names := collate.New(collations[lang])
	return func(a, b *Department) int {
		return cmp.Or(names.CompareString(TitleOf(&a.Pair, lang).Text, TitleOf(&b.Pair, lang).Text), strings.Compare(a.ID, b.ID))
	}
}

// collations are the orders of the languages; that of Chinese is pinyin.
var collations = map[plan.Lang]language.Tag{plan.Zh: language.SimplifiedChinese, plan.En: language.English}
