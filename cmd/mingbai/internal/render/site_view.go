package render

import "mingbai/cmd/mingbai/internal/site"

// SiteView is the site as a whole, for any page. Its lists hold everything, and
// are made when a layout asks for them.
type SiteView struct{ pager *pager }

// Site is the site that the page belongs to.
func (v *View) Site() SiteView { return SiteView{v.pager} }

// Name is the official name of the site.
func (s SiteView) Name() Name {
	return s.pager.text(site.NameOf(s.pager.site.Config.Name, s.pager.lang))
}

// Documents leads to all documents.
func (s SiteView) Documents() []Link {
	s.pager.usesSite = true
	var all []Link
	for _, doc := range s.pager.site.Documents {
		all = append(all, s.pager.link(doc.Page(s.pager.lang)))
	}
	return all
}

// Departments leads to all departments that have a measure, those with the most
// first.
func (s SiteView) Departments() []CountedLink {
	s.pager.usesSite = true
	var all []CountedLink
	for _, dep := range s.pager.site.Busiest(len(s.pager.site.Departments)) {
		all = append(all, CountedLink{s.pager.link(dep.Page(s.pager.lang)), dep.Measures})
	}
	return all
}

// Deadlines are all time limits that have a last day, by that day.
func (s SiteView) Deadlines() []Limit {
	s.pager.usesSite = true
	dated, _ := parted(s.pager.site.Deadlines)
	return s.pager.rows(dated)
}
