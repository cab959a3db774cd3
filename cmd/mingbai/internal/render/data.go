package render

import (
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// data is what the layout of the page's kind shows.
func (p *pager) data() any {
	switch p.page.Kind {
	case site.HomePage:
		return p.home()
	case site.DocumentPage:
		return p.document(p.page.Document)
	case site.ActionPage:
		return p.action(p.page.Action)
	case site.PlanPage:
		return p.plan(p.page.Plan)
	case site.MeasurePage:
		return p.measure(p.page.Measure)
	case site.DepartmentsPage:
		return p.departments()
	case site.DepartmentPage:
		return p.departmentData(p.page.Department)
	case site.AudiencesPage:
		return p.find()
	case site.TopicPage:
		return p.topic(p.page.Topic)
	case site.TimelinePage:
		return p.timeline()
	case site.DepartmentTimelinePage:
		return p.departmentTimeline()
	case site.MatrixPage:
		return p.matrix()
	case site.SourcePage:
		return p.source(p.page.Document)
	case site.ParallelPage:
		return p.parallel()
	case site.SiteMapPage:
		return p.siteMap()
	case site.SearchPage:
		return p.search()
	case site.InitialsPage:
		return p.initials()
	case site.DataPage:
		return p.dataPage()
	}
	return nil // texts that stand in the layout
}

// preset is the label preset of metadata; the generic one where the
// configuration names none that is known.
func (p *pager) preset() string {
	if name := p.site.Config.LabelPreset; p.words.Has("meta." + name + ".title") {
		return name
	}
	return "generic"
}

// Row is a row of a <dl>.
type Row struct {
	Label string
	Name
	Href string
	Time string // for a <time> element
}

// recordRows are the fields of a portal's register, as far as they are known:
// they are no part of the document, so that it cannot be said to lack them.
func (p *pager) recordRows(doc *site.Document) []Row {
	var rows []Row
	for _, field := range []struct{ name, text string }{
		{"index", doc.Record.Index},
		{"topic", doc.Record.Topic},
		{"keywords", strings.Join(doc.Record.Keywords, "，")},
	} {
		if field.text != "" {
			rows = append(rows, Row{Label: p.say("meta." + p.preset() + "." + field.name), Name: p.chinese(field.text)})
		}
	}
	return rows
}

// metadata is the metadata block of a document. What the document does not
// state is said to be so.
func (p *pager) metadata(doc *site.Document) []Row {
	label := func(field string) string { return p.say("meta." + p.preset() + "." + field) }
	issuer := Row{Label: label("issuer")}
	if doc.Issuer != nil {
		l := p.link(doc.Issuer.Page(p.lang))
		issuer.Name, issuer.Href = l.Name, l.Href
	}
	date := p.date(doc.Date)
	published := p.date(plan.Date(first([]byte(doc.Published), len("2006-01-02"))))
	validity := Row{Label: label("validity"), Name: own(p.validity(doc))}
	rows := append(p.recordRows(doc), []Row{
		{Label: label("title"), Name: p.text(site.TitleOf(&doc.Pair, p.lang))},
		issuer,
		{Label: label("number"), Name: p.chinese(doc.Number)},
		{Label: label("date"), Name: own(date.Text), Time: date.Machine},
		{Label: label("published"), Name: own(published.Text), Time: published.Machine},
		validity,
	}...)
	for i := range rows {
		if rows[i].Text == "" {
			rows[i].Name = own(p.say("not.stated"))
		}
	}
	return rows
}
