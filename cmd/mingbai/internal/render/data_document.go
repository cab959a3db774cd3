package render

import (
	"html/template"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// DocumentData is what document.html shows.
type DocumentData struct {
	Metadata []Row
	Notes    Notes // on the title
	Text     Notes
	Letter   []Passage
	Restored *Restored
	Card     DocumentCard
	Source   *Link // the text as issued; nil where the site leaves it out
	Matrix   *Link // nil where the site leaves it out
	Figures  []string
}

func (p *pager) document(doc *site.Document) DocumentData {
	letter := site.Body(&doc.Pair, p.lang)
	return DocumentData{
		Metadata: p.metadata(doc),
		Notes:    p.titleNotes(&doc.Pair, letter),
		Text:     p.textNotes(&doc.Pair, letter),
		Letter:   p.body(&doc.Pair, letter),
		Restored: p.restored(&doc.Pair),
		Card:     p.documentCard(doc),
		Source:   p.linkTo(doc.AsIssued.Page(p.lang)),
		Matrix:   p.linkTo(doc.AsMatrix.Page(p.lang)),
	}
}

// ActionData is what action.html shows.
type ActionData struct {
	Number  int
	Notes   Notes // on the title
	Text    Notes
	Figures []string // in words: 3 个方案
	Body    []Passage
	Plans   []PlanCard
	Who     []Link
	Limits  []Limit
	Picture *Picture
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

func (p *pager) action(a *site.Action) ActionData {
	body := site.Body(&a.Pair, p.lang)
	d := ActionData{
		Number:  a.Number,
		Notes:   p.titleNotes(&a.Pair, body),
		Text:    p.textNotes(&a.Pair, body),
		Body:    p.body(&a.Pair, body),
		Limits:  p.rows(a.Summary.Deadlines),
		Picture: p.picture("timeline", a.Summary.Deadlines, p.byMeasure, p.byPlan),
		Figures: p.summary(a.Summary, len(a.Plans)),
	}
	for _, pl := range a.Plans {
		d.Plans = append(d.Plans, p.planCard(pl))
	}
	for _, dep := range a.Summary.Departments {
		d.Who = append(d.Who, p.department(dep))
	}
	return d
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

// PlanData is what plan.html shows.
type PlanData struct {
	Notes    Notes // on the title
	Text     Notes
	Part     int
	Author   *Link
	Action   *Link
	Figures  []string
	Sections []SectionView
	Restored *Restored
	Limits   []Limit
	Picture  *Picture
	Source   *SourceLine
}

// SectionView is a section of a plan: its paragraphs, then its measures.
type SectionView struct {
	ID    string
	Kind  string
	Title Name
	Body  []Passage
	Items []Item
}

func (p *pager) plan(pl *site.Plan) PlanData {
	whole := site.Body(&pl.Pair, p.lang)
	d := PlanData{
		Notes: p.titleNotes(&pl.Pair, whole), Text: p.textNotes(&pl.Pair, whole), Part: pl.Part, Author: p.author(pl),
		Restored: p.restored(&pl.Pair), Limits: p.rows(pl.Deadlines),
		Picture: p.picture("timeline", pl.Deadlines, p.byMeasure),
		Source:  p.sourceLine(pl.Document, pl.Source.Line),
		Figures: p.summary(pl.Summary, 1),
	}
	if pl.Action != nil {
		l := p.link(pl.Action.Page(p.lang))
		d.Action = &l
	}
	for _, s := range pl.Sections {
		v := SectionView{
			ID: s.ID, Kind: string(s.Kind), Title: p.sectionTitle(s),
			Body: p.body(&pl.Pair, pl.Body(s.ID, p.lang)), Items: p.items(s.Measures),
		}
		if len(v.Body) > 0 || len(v.Items) > 0 {
			d.Sections = append(d.Sections, v)
		}
	}
	return d
}
