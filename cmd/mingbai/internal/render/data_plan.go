package render

import "mingbai/cmd/mingbai/internal/site"

// PlanData is what plan.html shows.
type PlanData struct {
	Part   int
	Author *Link
	Action *Link

	textParts
	plan     *site.Plan
	figures  lazy[[]string]
	sections lazy[[]SectionView]
	limits   lazy[[]Limit]
	picture  lazy[*Picture]
	source   lazy[*SourceLine]
}

// SectionView is a section of a plan: its paragraphs, then its measures.
type SectionView struct {
	ID    string
	Kind  string
	Title Name
	Body  []Passage
	Items []Item
}

func (p *pager) plan(pl *site.Plan) *PlanData {
	d := &PlanData{Part: pl.Part, Author: p.author(pl), textParts: textParts{p: p, pair: &pl.Pair}, plan: pl}
	if pl.Action != nil {
		l := p.link(pl.Action.Page(p.lang))
		d.Action = &l
	}
	return d
}

// Figures says in words what it holds.
func (d *PlanData) Figures() []string {
	return d.figures.get(func() []string { return d.p.summary(d.plan.Summary, 1) })
}

// Sections is those that hold anything.
func (d *PlanData) Sections() []SectionView {
	return d.sections.get(func() []SectionView { return d.p.sections(d.plan) })
}

func (p *pager) sections(pl *site.Plan) []SectionView {
	var all []SectionView
	for _, s := range pl.Sections {
		v := SectionView{
			ID: s.ID, Kind: string(s.Kind), Title: p.sectionTitle(s),
			Body: p.body(&pl.Pair, pl.Body(s.ID, p.lang)), Items: p.items(s.Measures),
		}
		if len(v.Body) > 0 || len(v.Items) > 0 {
			all = append(all, v)
		}
	}
	return all
}

// Limits is its time limits.
func (d *PlanData) Limits() []Limit {
	return d.limits.get(func() []Limit { return d.p.rows(d.plan.Deadlines) })
}

// Picture is its time limits as a picture; nil for none.
func (d *PlanData) Picture() *Picture {
	return d.picture.get(func() *Picture { return d.p.picture("timeline", d.plan.Deadlines, d.p.byMeasure) })
}

// Source leads to the document as issued.
func (d *PlanData) Source() *SourceLine {
	return d.source.get(func() *SourceLine { return d.p.sourceLine(d.plan.Document, d.plan.Source.Line) })
}
