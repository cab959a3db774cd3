package render

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// Banner tells on every page of a document that it is not in force: inspection
// wants that marked plainly on the page itself.
type Banner struct {
	Status string // repealed, replaced, expired, upcoming
	Text   string
	By     Name // what replaced it, as it is cited; empty where not known
}

// banner is the banner of the page's document; nil where it is in force or
// nothing is known.
func (p *pager) banner() *Banner {
	doc := p.page.Document
	if doc == nil {
		return nil
	}
	switch s := doc.Standing.Status; s {
	case site.Repealed, site.Replaced:
		return &Banner{Status: string(s), Text: p.say("banner." + string(s)), By: p.chinese(doc.ReplacedBy)}
	case site.Expired:
		return &Banner{Status: string(s), Text: p.say("banner.expired", wording.Date(doc.Expires, p.lang))}
	case site.Upcoming:
		return &Banner{Status: string(s), Text: p.say("banner.upcoming", wording.Date(doc.Effective, p.lang))}
	}
	return nil
}

// validity says in words what is known of a document's force; "" for nothing.
// It names days and does not compare them with today: no script tells it anew.
func (p *pager) validity(doc *site.Document) string {
	day := func(d plan.Date) string { return wording.Date(d, p.lang) }
	switch s := doc.Standing.Status; {
	case s == site.Repealed || s == site.Replaced:
		return p.say("status." + string(s))
	case doc.Effective != "" && doc.Expires != "":
		return p.say("validity.both", day(doc.Effective), day(doc.Expires))
	case doc.Expires != "":
		return p.say("validity.expires", day(doc.Expires))
	case doc.Effective != "":
		return p.say("validity.effective", day(doc.Effective))
	}
	return ""
}
