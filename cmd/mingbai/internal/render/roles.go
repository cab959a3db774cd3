package render

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/wording"
)

// roleSet is some roles, as pages name them.
type roleSet struct {
	names   []RoleName
	classes string // by which the style sheet shows one role alone
}

// roleSets are all sets of roles in each language, by the bits of their places
// among plan.Roles: pages of departments name one for every measure.
type roleSets map[plan.Lang][]roleSet

func newRoleSets(words *glossary.Words) roleSets {
	roles := plan.Roles()
	all := roleSets{}
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		for bits := range 1 << len(roles) {
			var set roleSet
			var classes []string
			for i, role := range roles {
				if bits>>i&1 == 1 {
					set.names = append(set.names, RoleName{string(role), wording.Say(words, lang, "department.role."+string(role))})
					classes = append(classes, "has-"+string(role))
				}
			}
			set.classes = strings.Join(classes, " ")
			all[lang] = append(all[lang], set)
		}
	}
	return all
}

// of is the set of some roles.
func (s roleSets) of(lang plan.Lang, roles []plan.Role) roleSet {
	bits := 0
	for i, role := range plan.Roles() {
		if slices.Contains(roles, role) {
			bits |= 1 << i
		}
	}
	return s[lang][bits]
}

// roleName names one role of a department.
func (p *pager) roleName(role plan.Role) RoleName {
	return p.roles.of(p.lang, []plan.Role{role}).names[0]
}

// roleClasses are the classes by which the style sheet shows one role alone.
func roleClasses(has map[plan.Role]bool) string {
	var classes []string
	for _, role := range plan.Roles() {
		if has[role] {
			classes = append(classes, "has-"+string(role))
		}
	}
	return strings.Join(classes, " ")
}
