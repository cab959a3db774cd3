package render

import "mingbai/cmd/mingbai/internal/site"

// description says in a sentence or two what the page holds: search engines and
// messengers show it below the title.
func (p *pager) description() string {
	return p.described.get(p.describe)
}

func (p *pager) describe() string {
	if pair := p.page.Pair(); pair != nil && p.isArticle() && p.page.Kind != site.SourcePage {
		if text := site.Opening(pair, p.lang); text.Text != "" && !text.Foreign(p.lang) {
			return text.Text
		}
	}
	about := p.columnDescription(p.page.Kind)
	if p.page.Pair() == nil {
		return about
	}
	return p.say("description", p.nameOf(p.page).Text, about)
}

// columnDescription is what a kind of page is for: as configured, else in the
// words of the interface.
func (p *pager) columnDescription(kind site.Kind) string {
	if s, ok := p.site.Config.Columns[string(kind)].Description.In(p.lang); ok {
		return s
	}
	return p.say("column." + string(kind))
}

// isArticle tells content pages from lists, in the sense of a portal's tags.
func (p *pager) isArticle() bool {
	switch p.page.Kind {
	case site.DocumentPage, site.PlanPage, site.MeasurePage, site.SourcePage, site.ParallelPage:
		return true
	}
	return false
}
