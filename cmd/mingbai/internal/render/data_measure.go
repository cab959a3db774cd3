package render

import (
	"mingbai/cmd/mingbai/internal/site"
)

// MeasureData is what measure.html shows.
type MeasureData struct {
	Number    Name
	Heading   bool // it only heads others
	Reduced   bool // it tells authorities how to work: what citizens get is no question
	Standing  *Badge
	For       []TagView // audiences
	Gives     []TagView // kinds of benefit
	Sums      Sums
	Terms     []Term // how long its benefits run
	Work      []Term // by when the authorities have to do what
	Guide     GuideView
	Ask       Ask
	Unstated  string // what neither document nor editors say, in words
	Roles     []RoleRow
	Action    *Link
	Plan      Link
	Within    *Item
	Notes     Notes // on the title
	Text      Notes
	Body      []Passage
	Restored  *Restored
	Cited     []CitedView
	Children  []Item
	Related   []RelatedGroup
	Source    *SourceLine
	Citations []CitationView
	QR        *QR    // nil where the site has no address
	Size      string // of the print: short, "", long, longer, longest
	Prev      *Item  // in the document; see First
	Next      *Item
	First     bool // of its plan: Prev is of another
	Last      bool // of its plan: Next is of another
}

// RoleRow is those who have one role.
type RoleRow struct {
	Label string
	Code  string
	Who   []Duty
}

// Duty is a department with a role.
type Duty struct {
	Link
	Open bool // the list goes on with 等
}

func (p *pager) measure(m *site.Measure) MeasureData {
	body := site.Body(&m.Pair, p.lang)
	d := MeasureData{
		Number: p.number(m), Heading: m.Heading, Reduced: m.Heading || m.Organizational(),
		Standing:  p.badge(m.Standing),
		For:       p.tagViews(m.Audiences),
		Gives:     p.tagViews(m.Benefits),
		Sums:      p.sums(m),
		Terms:     p.terms(m, true),
		Work:      p.terms(m, false),
		Guide:     p.guide(m.Guide),
		Ask:       p.ask(m),
		Plan:      p.link(m.Plan.Page(p.lang)),
		Notes:     p.titleNotes(&m.Pair, body),
		Text:      p.textNotes(&m.Pair, body),
		Body:      p.body(&m.Pair, body),
		Restored:  p.restored(&m.Pair),
		Cited:     p.cited(m.Citations),
		Children:  p.items(m.Children),
		Related:   p.related(m),
		Source:    p.sourceLine(m.Plan.Document, m.Source.Line),
		Citations: p.citations(m),
		QR:        p.qr(),
		Within:    p.neighbour(m.Parent), Prev: p.neighbour(m.Prev), Next: p.neighbour(m.Next),
	}
	if m.Plan.Action != nil {
		l := p.link(m.Plan.Action.Page(p.lang))
		d.Action = &l
	}
	d.First = m.Prev == nil || m.Prev.Plan != m.Plan
	d.Last = m.Next == nil || m.Next.Plan != m.Plan
	for _, g := range m.Roles {
		d.Roles = append(d.Roles, p.role(g))
	}
	d.Unstated = p.unstated(m, d.Ask)
	d.Size = d.printSize(body)
	return d
}

func (p *pager) role(g site.RoleDuties) RoleRow {
	row := RoleRow{Label: p.say("role." + string(g.Role)), Code: string(g.Role)}
	for _, duty := range g.Duties {
		row.Who = append(row.Who, Duty{Link: p.department(duty.Department)})
	}
	// 等 stands at the end of a list, whichever of its names carries the mark.
	last := len(row.Who) - 1
	row.Who[last].Open = g.Duties[last].Open
	return row
}

// neighbour is another measure by its number and title; nil for none.
func (p *pager) neighbour(m *site.Measure) *Item {
	if m == nil {
		return nil
	}
	return &Item{Number: p.number(m), Link: p.link(m.Page(p.lang))}
}
