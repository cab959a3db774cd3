package parse

import (
	"fmt"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// namer makes measure ids from section, printed number and nesting.
type namer struct {
	taken map[string]bool // plan index and slug
	count map[string]int  // unnumbered units by plan and section
	again map[string]int  // letters used up, by plan index and slug
}

func newNamer() *namer { return &namer{map[string]bool{}, map[string]int{}, map[string]int{}} }

// slug is the last element of a unit's id: m01, s02, m01-3 below m01, mu1 for
// the first measure without a number. A number that comes again gets a letter.
func (n *namer) slug(u *unit, s plan.Section) string {
	base := prefixOf(s)
	var slug string
	switch {
	case u.numed && u.parent != nil:
		slug = fmt.Sprintf("%s-%d", u.parent.measure.Slug, u.number.value)
	case u.numed:
		slug = fmt.Sprintf("%s%02d", base, u.number.value)
	default:
		if u.parent != nil {
			base = u.parent.measure.Slug + "-"
		}
		key := fmt.Sprint(u.plan, base)
		n.count[key]++
		slug = fmt.Sprintf("%su%d", base, n.count[key])
	}
	prefix := fmt.Sprint(u.plan, "/")
	unique := slug
	for n.taken[prefix+unique] {
		unique = slug + suffix(n.again[prefix+slug])
		n.again[prefix+slug]++
	}
	n.taken[prefix+unique] = true
	return unique
}

// suffix is b, c, … z, then 2b and so on.
func suffix(i int) string {
	if i < 25 {
		return string(rune('b' + i))
	}
	return fmt.Sprintf("%d%s", i/25+1, string(rune('b'+i%25)))
}

// prefixOf is the letter of a section kind, with a number where a plan has
// several sections of the kind.
func prefixOf(s plan.Section) string {
	letter := map[plan.SectionKind]string{
		plan.Measures: "m", plan.Safeguards: "s", plan.Goal: "g", plan.Preamble: "p", plan.OtherKind: "x",
	}[s.Kind]
	if rest, ok := strings.CutPrefix(s.ID, string(s.Kind)+"-"); ok {
		return letter + rest + "-"
	}
	return letter
}

// nameTexts gives every text its key. Keys come from ids, not from lines, so
// that a line put in above leaves the translations below where they are.
func (r *reader) nameTexts() {
	number := func(ps []plan.Paragraph, prefix string) {
		for i := range ps {
			ps[i].Key = fmt.Sprintf("%s%d", prefix, i+1)
		}
	}
	number(r.doc.Covering, r.doc.ID+"#letter-")
	for i := range r.bodies {
		p := &r.bodies[i].plan
		for j := range p.Sections {
			number(p.Sections[j].Paragraphs, p.ID+"#"+p.Sections[j].ID+"-")
		}
		for j := range p.Measures {
			m := &p.Measures[j]
			m.Name.Key = m.ID + "#title"
			number(m.Paragraphs, m.ID+"#")
		}
	}
}
