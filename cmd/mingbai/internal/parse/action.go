package parse

import (
	"fmt"
	"strings"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

var (
	partMark      = pattern.New(`\s*\((\d{1,2}|[` + zhDigits + `]{1,3})\)$|之([` + zhDigits + `]{1,3})$`)
	englishAction = pattern.New(`(?i)^(?:the )?(?:implementation |work )?(?:plan|scheme) (?:of|for|on) (?:the )?(.*\baction\b.*)$`)
	chineseAction = pattern.New(`^(.*行动)(?:计划)?(?:工作|实施)*(?:方案|计划|细则)?$`)
)

// nameActions gives every plan its title, part, action and id. Plans whose
// titles differ in the part number alone belong to one action; a document of
// one plan has no actions.
func (r *reader) nameActions() {
	r.ownTitles()
	actions := map[string]*plan.Action{}
	slugs, taken := map[string]int{}, map[string]int{}
	for i := range r.bodies {
		b := &r.bodies[i]
		stem, part := cutPart(b.own)
		b.plan.Part = part
		if found, ok := actionName(stem); ok && len(r.bodies) > 1 {
			a := actions[found]
			if a == nil {
				a = r.newAction(len(actions)+1, found)
				taken[a.Slug]++
				if n := taken[a.Slug]; n > 1 {
					a.Slug = fmt.Sprintf("%s-%d", a.Slug, n)
				}
				actions[found] = a
			}
			b.plan.Action = a
		}
		r.titlePlan(b)
		b.plan.Slug = r.planSlug(b, i, slugs)
		b.plan.ID = r.planID(b)
	}
}

// ownTitles finds each plan's own title: without the lines that all plans
// repeat. What titles share within a line is no line's end: 稳外贸 and 稳外资
// share 稳外 too.
func (r *reader) ownTitles() {
	repeated := map[string]int{}
	for _, b := range r.bodies {
		for _, i := range b.title {
			repeated[r.lines[i].trimmed()]++
		}
	}
	for i := range r.bodies {
		b := &r.bodies[i]
		var own []int
		for _, t := range b.title {
			if len(r.bodies) == 1 || repeated[r.lines[t].trimmed()] < len(r.bodies) {
				own = append(own, t)
			}
		}
		b.own = r.join(own)
	}
}

// cutPart takes "(2)" off the end of a title.
func cutPart(title string) (stem string, part int) {
	folded := zh.Fold(title)
	m := partMark.FindStringSubmatchIndex(folded.Text)
	if m == nil {
		return title, 0
	}
	for g := 2; g < len(m); g += 2 {
		if m[g] >= 0 {
			part, _ = zh.Numeral(folded.Text[m[g]:m[g+1]])
		}
	}
	return strings.TrimSpace(title[:folded.Offset(m[0])]), part
}

// actionName is the action a title names.
func actionName(stem string) (string, bool) {
	if m := englishAction.FindStringSubmatch(stem); m != nil {
		return strings.TrimSpace(m[1]), true
	}
	if m := chineseAction.FindStringSubmatch(stem); m != nil {
		return m[1], true
	}
	return "", false
}

func (r *reader) newAction(no int, found string) *plan.Action {
	a := &plan.Action{Number: no}
	if known, ok := r.in.Names.Action(found); ok {
		a.Slug, a.Title, a.Origins = known.Slug, known.Text(), known.Origins()
		return a
	}
	lang := plan.En
	if zh.HasHan(found) {
		lang = plan.Zh
	}
	a.Title.Set(lang, found)
	a.Slug = slugOf(found)
	return a
}

// titlePlan sets a plan's title: by the known pattern for plans of its action,
// else as printed.
func (r *reader) titlePlan(b *body) {
	p := &b.plan
	if p.Action != nil && r.in.Names.PlanTitle != (plan.Text{}) {
		known, ok := r.in.Names.Action(foundName(b.own))
		if ok {
			p.Title = fill(r.in.Names.PlanTitle, known, p.Part)
			p.Origins = known.Origins()
			return
		}
	}
	if b.words == "" {
		p.Title = r.doc.Title
		return
	}
	lang := plan.En
	if zh.Chinese(b.words) {
		lang = plan.Zh
	}
	p.Title.Set(lang, b.words)
}

func foundName(own string) string {
	stem, _ := cutPart(own)
	found, _ := actionName(stem)
	return found
}

// fill puts an action's name and a part number into the pattern of plan titles.
func fill(pattern plan.Text, a glossary.ActionName, part int) plan.Text {
	partZh, partEn := "", ""
	if part > 0 {
		partZh, partEn = "（"+zh.Spell(part)+"）", fmt.Sprintf(" (%d)", part)
	}
	return plan.Text{
		Zh: strings.NewReplacer("{action}", a.Zh, "{part}", partZh).Replace(pattern.Zh),
		En: strings.NewReplacer("{action}", a.En, "{part}", partEn).Replace(pattern.En),
	}
}

// planSlug names a plan within its action by its author, else by its part or
// its place.
func (r *reader) planSlug(b *body, i int, taken map[string]int) string {
	slug := strings.TrimPrefix(strings.TrimPrefix(b.plan.Author, "prov-"), "org-")
	switch {
	case slug != "":
	case b.plan.Part > 0:
		slug = fmt.Sprintf("part-%d", b.plan.Part)
	case len(r.bodies) == 1:
		slug = "plan"
	default:
		slug = fmt.Sprintf("plan-%d", i+1)
	}
	parent := ""
	if b.plan.Action != nil {
		parent = b.plan.Action.Slug
	}
	taken[parent+"/"+slug]++
	if n := taken[parent+"/"+slug]; n > 1 {
		slug = fmt.Sprintf("%s-%d", slug, n)
	}
	return slug
}

func (r *reader) planID(b *body) string {
	id := r.doc.ID
	if b.plan.Action != nil {
		id += "/" + b.plan.Action.Slug
	}
	return id + "/" + b.plan.Slug
}
