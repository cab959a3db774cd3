package render

import (
	"html/template"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// DocumentData is what document.html shows.
type DocumentData struct {
	Source *Link // the text as issued; nil where the site leaves it out
	Matrix *Link // nil where the site leaves it out

	textParts
	doc      *site.Document
	metadata lazy[[]Row]
	card     lazy[DocumentCard]
}

func (p *pager) document(doc *site.Document) *DocumentData {
	return &DocumentData{
		Source: p.linkTo(doc.AsIssued.Page(p.lang)), Matrix: p.linkTo(doc.AsMatrix.Page(p.lang)),
		textParts: textParts{p: p, pair: &doc.Pair}, doc: doc,
	}
}

// Metadata is the metadata block.
func (d *DocumentData) Metadata() []Row {
	return d.metadata.get(func() []Row { return d.p.metadata(d.doc) })
}

// Letter is the covering letter.
func (d *DocumentData) Letter() []Passage { return d.Body() }

// Card is the document at a glance.
func (d *DocumentData) Card() DocumentCard {
	return d.card.get(func() DocumentCard { return d.p.documentCard(d.doc) })
}

// ActionData is what action.html shows.
type ActionData struct {
	Number int

	textParts
	action  *site.Action
	figures lazy[[]string]
	plans   lazy[[]PlanCard]
	who     lazy[[]Link]
	limits  lazy[[]Limit]
	picture lazy[*Picture]
}

// PlanCard is a plan with its measures.
type PlanCard struct {
	Link
	Anchor   string
	Part     int
	Author   *Link
	Goal     []Passage // its goal section
	Sections []SectionItems
}

// SectionItems is a section's measures.
type SectionItems struct {
	Title Name
	Items []Item
}

func (p *pager) action(a *site.Action) *ActionData {
	return &ActionData{Number: a.Number, textParts: textParts{p: p, pair: &a.Pair}, action: a}
}

// Figures says in words what it holds: 3 个方案.
func (d *ActionData) Figures() []string {
	return d.figures.get(func() []string { return d.p.summary(d.action.Summary, len(d.action.Plans)) })
}

// Plans is its plans with their measures.
func (d *ActionData) Plans() []PlanCard {
	return d.plans.get(func() (all []PlanCard) {
		for _, pl := range d.action.Plans {
			all = append(all, d.p.planCard(pl))
		}
		return all
	})
}

// Who is the departments that have to do something for it.
func (d *ActionData) Who() []Link {
	return d.who.get(func() (all []Link) {
		for _, dep := range d.action.Summary.Departments {
			all = append(all, d.p.department(dep))
		}
		return all
	})
}

// Limits is its time limits.
func (d *ActionData) Limits() []Limit {
	return d.limits.get(func() []Limit { return d.p.rows(d.action.Summary.Deadlines) })
}

// Picture is its time limits as a picture; nil for none.
func (d *ActionData) Picture() *Picture {
	return d.picture.get(func() *Picture {
		return d.p.picture("timeline", d.action.Summary.Deadlines, d.p.byMeasure, d.p.byPlan)
	})
}

// summary says in words what an action or plan holds; what it has none of is
// left out.
func (p *pager) summary(s site.Summary, plans int) []string {
	var out []string
	for _, f := range []struct {
		word       string
		n, atLeast int
	}{
		{"count.plans", plans, 2},
		{"count.measures", s.Measures, 1},
		{"count.departments", len(s.Departments), 1},
		{"count.deadlines", len(s.Deadlines), 1},
	} {
		if f.n >= f.atLeast {
			out = append(out, p.say(f.word, f.n))
		}
	}
	return out
}

func (p *pager) planCard(pl *site.Plan) PlanCard {
	c := PlanCard{Link: p.link(pl.Page(p.lang)), Anchor: pl.Anchor(), Part: pl.Part, Author: p.author(pl)}
	for _, s := range pl.Sections {
		if s.Kind == plan.Goal {
			c.Goal = withoutAnchors(p.body(&pl.Pair, pl.Body(s.ID, p.lang)))
		}
		if len(s.Measures) > 0 {
			c.Sections = append(c.Sections, SectionItems{p.sectionTitle(s), p.items(s.Measures)})
		}
	}
	return c
}

// withoutAnchors is a text for a page that is not its own: addresses of its
// paragraphs lead to where it belongs.
func withoutAnchors(body []Passage) []Passage {
	for _, passage := range body {
		for i, b := range passage.Blocks {
			passage.Blocks[i].HTML = template.HTML(anchorAttribute.ReplaceAllString(string(b.HTML), ""))
		}
	}
	return body
}

func (p *pager) author(pl *site.Plan) *Link {
	if pl.Author == nil {
		return nil
	}
	l := p.department(pl.Author)
	return &l
}

// sectionTitle is a section's title as printed in Chinese, else the
// interface's word for its kind: a translation that stood in the document
// ("First, the goal of the work") is read on the page that shows it as issued.
func (p *pager) sectionTitle(s *site.Section) Name {
	title, printed := s.Title.In(plan.Zh)
	switch {
	case printed && p.lang == plan.Zh && wording.HasHan(s.Number):
		return own(s.Number + title)
	case printed && p.lang == plan.Zh:
		return own(title)
	case s.Kind != plan.OtherKind:
		return own(p.say("section." + string(s.Kind)))
	}
	if n := site.NameOf(s.Title, p.lang); n.Text != "" {
		return p.text(n)
	}
	return own(p.say("section.other"))
}
