package render

import (
	"slices"
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// Limit is a time limit in lists and tables.
type Limit struct {
	Anchor   string // on the timeline
	Kind     string // in words: 完成时限
	Code     string // due, expiry, period, term, ongoing, recurring
	Text     string // in words: 2022年6月30日前; "" where it has no date
	Written  Name   // as it stands in the document
	Inferred bool   // the year is that of the date of issue
	Status   string // soon, expired …; "" where there is none
	Word     string // of the status
	Start    string // 2022-01-01 or ""
	End      string
	Measure  Link
	Scope    Link // the action, or the plan that belongs to none
	Who      []Link
	Roles    []RoleName // of the department whose page it is
}

// limit makes the view of a time limit, without what it belongs to.
func (p *pager) limit(d *site.Deadline) Limit {
	l := Limit{
		Anchor: d.Anchor, Kind: p.say("kind." + string(d.Kind)), Code: string(d.Kind),
		Text: wording.Limit(p.words, p.lang, d.Deadline), Inferred: d.Inferred,
		Status: string(d.Status), Start: string(d.Start), End: string(d.End),
	}
	if d.Text != "" {
		l.Written = p.written(d.Text)
	}
	if d.Status != site.NoStatus {
		l.Word = p.say("status." + l.Status)
	}
	return l
}

// written is a text as it stands in the document, in whatever language; a
// number without Chinese characters is of every language.
func (p *pager) written(s string) Name {
	switch {
	case wording.HasHan(s):
		return p.text(site.Name{Text: s, Lang: plan.Zh})
	case strings.ContainsFunc(s, unicode.IsLetter):
		return p.text(site.Name{Text: s, Lang: plan.En})
	}
	return own(s)
}

// number is the printed number of a measure in the form of the page's language.
func (p *pager) number(m *site.Measure) Name { return p.written(m.NumberIn(p.lang)) }

// limits are the time limits of a measure, at a glance: what the text says
// twice is shown once, and its words only where they say more than the dates.
func (p *pager) limits(ds []*site.Deadline) []Limit {
	var out []Limit
	for _, d := range ds {
		l := p.limit(d)
		chinese := l.Text
		if p.lang != plan.Zh {
			chinese = wording.Limit(p.words, plan.Zh, d.Deadline)
		}
		if chinese != "" && strings.Contains(chinese, squeeze(d.Text)) {
			l.Written = Name{}
		}
		same := func(o Limit) bool { return o.Code == l.Code && o.Text == l.Text && o.Written == l.Written }
		if !slices.ContainsFunc(out, same) {
			out = append(out, l)
		}
	}
	return out
}

// squeeze takes the spaces out of a date as written: 2022年 6月 is 2022年6月.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// rows are time limits with the measures they belong to, for tables; what a
// measure says twice stands in one row.
func (p *pager) rows(ds []*site.Deadline) []Limit {
	type key struct {
		measure    *site.Measure
		kind       plan.DeadlineKind
		start, end plan.Date
	}
	seen := map[key]bool{}
	var out []Limit
	for _, d := range ds {
		k := key{d.Measure, d.Kind, d.Start, d.End}
		if d.End != "" && seen[k] {
			continue
		}
		seen[k] = true
		l := p.limit(d)
		l.Measure = p.link(d.Measure.Page(p.lang))
		l.Scope = p.link(d.Measure.Plan.Scope().Page(p.lang))
		l.Who = p.duties(d.Measure.Lead())
		out = append(out, l)
	}
	return out
}

// duties are links to the departments of duties.
func (p *pager) duties(ds []*site.Duty) []Link {
	var out []Link
	for _, d := range ds {
		out = append(out, p.department(d.Department))
	}
	return out
}

// department leads to a department by its short name.
func (p *pager) department(d *site.Department) Link {
	l := p.link(d.Page(p.lang))
	l.Name = p.text(d.Name(p.lang))
	return l
}

// Group is a list under a heading.
type Group struct {
	ID      string
	Heading Name
	Href    string // of the heading; "" where it is no link
	Count   int
	Links   []CountedLink
}

// CountedLink is a link with a number.
type CountedLink struct {
	Link
	Count int
}
