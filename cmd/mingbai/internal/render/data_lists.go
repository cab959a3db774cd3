package render

import "mingbai/cmd/mingbai/internal/site"

// DepartmentsData is what departments.html shows.
type DepartmentsData struct {
	Count  int
	Groups []Group
}

func (p *pager) departments() DepartmentsData {
	d := DepartmentsData{Count: len(p.site.Departments)}
	for _, kind := range p.site.DepartmentsByKind(p.lang) {
		g := Group{ID: string(kind.Kind), Heading: own(p.say("orgkind." + string(kind.Kind))), Count: len(kind.Departments)}
		for _, dep := range kind.Departments {
			g.Links = append(g.Links, CountedLink{p.link(dep.Page(p.lang)), dep.Measures})
		}
		d.Groups = append(d.Groups, g)
	}
	return d
}

// SiteMapData is what sitemap.html shows.
type SiteMapData struct {
	Pages     []Link
	Documents []MapEntry
	Find      *FindLinks // nil where no measure has an audience or a benefit
	Groups    []Group    // departments
}

// MapEntry is a page with the pages below it.
type MapEntry struct {
	Number Name
	Link
	Below []MapEntry
}

// siteMapKinds are the pages of the site as a whole, as the site map lists them.
var siteMapKinds = []site.Kind{
	site.HomePage,
	site.SearchPage,
	site.InitialsPage,
	site.AudiencesPage,
	site.DepartmentsPage,
	site.TimelinePage,
	site.DepartmentTimelinePage,
	site.MatrixPage,
	site.DataPage,
	site.AboutPage,
	site.AccessibilityPage,
}

func (p *pager) siteMap() SiteMapData {
	var d SiteMapData
	for _, kind := range siteMapKinds {
		if to := p.site.Fixed(kind, p.lang); to != nil {
			d.Pages = append(d.Pages, p.link(to))
		}
	}
	for _, doc := range p.site.Documents {
		top := MapEntry{Link: p.link(doc.Page(p.lang))}
		if issued := p.linkTo(doc.AsIssued.Page(p.lang)); issued != nil {
			top.Below = append(top.Below, MapEntry{Link: *issued})
		}
		for _, a := range doc.Actions {
			top.Below = append(top.Below, MapEntry{Link: p.link(a.Page(p.lang)), Below: p.mapPlans(a.Plans)})
		}
		for _, pl := range doc.Plans {
			if pl.Action == nil {
				top.Below = append(top.Below, p.mapPlans([]*site.Plan{pl})...)
			}
		}
		d.Documents = append(d.Documents, top)
	}
	d.Find = p.findLinks()
	d.Groups = p.departments().Groups
	return d
}

func (p *pager) mapPlans(plans []*site.Plan) []MapEntry {
	var out []MapEntry
	for _, pl := range plans {
		e := MapEntry{Link: p.link(pl.Page(p.lang))}
		for _, m := range pl.Measures {
			if m.Parent == nil {
				e.Below = append(e.Below, p.mapMeasure(m))
			}
		}
		out = append(out, e)
	}
	return out
}

func (p *pager) mapMeasure(m *site.Measure) MapEntry {
	e := MapEntry{Number: p.number(m), Link: p.link(m.Page(p.lang))}
	for _, c := range m.Children {
		e.Below = append(e.Below, p.mapMeasure(c))
	}
	return e
}
