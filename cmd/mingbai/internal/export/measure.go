package export

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// title is a measure's name; one that is taken from the other language says
// nothing of it, since a file for programs has no place for that.
func (v *voice) title(m *site.Measure) string { return m.Name(v.lang).Text }

// names lists departments in one line.
func (v *voice) names(duties []*site.Duty) string {
	var names []string
	for _, d := range duties {
		names = append(names, d.Department.Name(v.lang).Text)
	}
	all := strings.Join(names, separators[v.lang])
	if n := len(duties); n > 0 && duties[n-1].Open {
		if v.lang == plan.En {
			all += " "
		}
		all += v.say("role.open")
	}
	return all
}

// separators stand between the names of a list.
var separators = map[plan.Lang]string{plan.Zh: "、", plan.En: "; "}

// who is those who have a role for a measure, in one line; "" for none.
func (v *voice) who(m *site.Measure, role plan.Role) string {
	for _, g := range m.Roles {
		if g.Role == role {
			return v.names(g.Duties)
		}
	}
	return ""
}

// limit says a time limit: in words where it has a date, else as the document
// writes it.
func (v *voice) limit(d *site.Deadline) string {
	if text := wording.Limit(v.words, v.lang, d.Deadline); text != "" {
		return text
	}
	return d.Text
}

// amounts lists the sums and rates of a measure, each once.
func (v *voice) amounts(m *site.Measure) []string {
	var all []string
	for _, a := range m.Amounts {
		if text, _ := wording.Amount(v.words, v.lang, a); !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

// distinct leaves out time limits of a measure that repeat the kind and days
// of one before; what a text says twice is one time limit.
func distinct(ds []*site.Deadline) []*site.Deadline {
	type key struct {
		measure    *site.Measure
		kind       plan.DeadlineKind
		start, end plan.Date
		text       string
	}
	seen := map[key]bool{}
	var out []*site.Deadline
	for _, d := range ds {
		k := key{d.Measure, d.Kind, d.Start, d.End, ""}
		if d.Start == "" && d.End == "" {
			k.text = d.Text
		}
		if !seen[k] {
			seen[k] = true
			out = append(out, d)
		}
	}
	return out
}

// source says where a measure stands in the document as issued.
func (v *voice) source(m *site.Measure) string {
	if m.Source.Line == 0 {
		return ""
	}
	return v.say("measure.source", m.Source.Line)
}

// address is where a page stands: in full where the site's address is known,
// else "".
func (v *voice) address(p *site.Page) string { return v.site.Absolute(p.URL) }

// tags are the language tags.
var tags = map[plan.Lang]string{plan.Zh: "zh-CN", plan.En: "en"}

// plain makes a text fit for one line of a file: no control characters.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
