package render

import (
	"net/url"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// leaving is what a link says that leads to a site which is no government's,
// in a language; "" for any other link. It stands in the link itself: a reader
// knows before the click, without a script and without a window that pops up.
func (p *pager) leaving(address string, lang plan.Lang) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || site.IsGovernment(strings.ToLower(u.Hostname())) || p.isOwn(u) {
		return ""
	}
	notice := wording.Say(p.words, lang, "external.leaving")
	if lang == plan.En {
		return " " + notice // Chinese brackets keep their own distance
	}
	return notice
}

// Leaving is what a link to another site says at its end, in the language of
// the page; "" where nothing has to be said.
func (v *View) Leaving(address string) string { return v.pager.leaving(address, v.pager.lang) }

// isOwn tells an address of this site.
func (p *pager) isOwn(u *url.URL) bool {
	return strings.EqualFold(u.Hostname(), p.site.Config.Domain)
}
