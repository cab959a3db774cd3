package render

import "mingbai/cmd/mingbai/internal/site"

// measureParts is what takes work to show of a measure, made when it is asked
// for.
type measureParts struct {
	textParts
	m *site.Measure

	standing  lazy[*Badge]
	audiences lazy[[]TagView]
	gives     lazy[[]TagView]
	sums      lazy[Sums]
	terms     lazy[[]Term]
	work      lazy[[]Term]
	guide     lazy[GuideView]
	ask       lazy[Ask]
	unstated  lazy[string]
	roles     lazy[[]RoleRow]
	cited     lazy[[]CitedView]
	children  lazy[[]Item]
	related   lazy[[]RelatedGroup]
	source    lazy[*SourceLine]
	citations lazy[[]CitationView]
	code      lazy[*QR]
	size      lazy[string]
}

// Standing tells whether citizens can still count on it.
func (d *measureParts) Standing() *Badge {
	return d.standing.get(func() *Badge { return d.p.badge(d.m.Standing) })
}

// For is its audiences.
func (d *measureParts) For() []TagView {
	return d.audiences.get(func() []TagView { return d.p.tagViews(d.m.Audiences) })
}

// Gives is its kinds of benefit.
func (d *measureParts) Gives() []TagView {
	return d.gives.get(func() []TagView { return d.p.tagViews(d.m.Benefits) })
}

// Sums is what its text says of money and rates.
func (d *measureParts) Sums() Sums {
	return d.sums.get(func() Sums { return d.p.sums(d.m) })
}

// Terms is how long its benefits run.
func (d *measureParts) Terms() []Term {
	return d.terms.get(func() []Term { return d.p.terms(d.m, true) })
}

// Work is by when the authorities have to do what.
func (d *measureParts) Work() []Term {
	return d.work.get(func() []Term { return d.p.terms(d.m, false) })
}

// Guide is what editors filled in.
func (d *measureParts) Guide() GuideView {
	return d.guide.get(func() GuideView { return d.p.guide(d.m.Guide) })
}

// Ask is whom a citizen asks.
func (d *measureParts) Ask() Ask {
	return d.ask.get(func() Ask { return d.p.ask(d.m) })
}

// Unstated says in words what neither document nor editors say.
func (d *measureParts) Unstated() string {
	return d.unstated.get(func() string { return d.p.unstated(d.m, d.Ask()) })
}

// Roles is those who have to do something for it.
func (d *measureParts) Roles() []RoleRow {
	return d.roles.get(func() []RoleRow { return d.p.roleRows(d.m) })
}

// Cited is what the text cites.
func (d *measureParts) Cited() []CitedView {
	return d.cited.get(func() []CitedView { return d.p.cited(d.m) })
}

// Children is the measures below it.
func (d *measureParts) Children() []Item {
	return d.children.get(func() []Item { return d.p.items(d.m.Children) })
}

// Related is other measures that may concern its readers.
func (d *measureParts) Related() []RelatedGroup {
	return d.related.get(func() []RelatedGroup { return d.p.related(d.m) })
}

// Source leads to the document as issued.
func (d *measureParts) Source() *SourceLine {
	return d.source.get(func() *SourceLine { return d.p.sourceLine(d.m.Plan.Document, d.m.Source.Line) })
}

// Citations is how to cite it.
func (d *measureParts) Citations() []CitationView {
	return d.citations.get(func() []CitationView { return d.p.citations(d.m) })
}

// QR leads from paper to the page; nil where the site has no address.
func (d *measureParts) QR() *QR {
	return d.code.get(func() *QR { return d.p.qr() })
}

// Size is that of the print: short, "", long, longer, longest.
func (d *measureParts) Size() string {
	return d.size.get(func() string { return d.printSize() })
}
