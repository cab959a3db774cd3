package render

import (
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"slices"

	"mingbai/cmd/mingbai/internal/markdown"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// View is what base.html gets. The layout of a kind gets it, too, and finds its
// own part in Data.
type View struct {
	Kind      string
	Lang      string // language tag of the page: zh-CN or en
	Head      Head
	Edition   *Link         // to the page in large print; nil where there is none
	Reading   template.HTML // reading aids, shared by many pages
	Header    template.HTML // name of the site and main sections, shared by many pages
	Footer    template.HTML // shared by many pages
	Languages []LanguageLink
	View      *Link  // to the page in both languages, or from there to the one; nil where there is none
	Crumbs    []Link // all above the page, the home page first
	Heading   Name   // of the page; also the last of the crumbs
	Correct   string // address of the form to report an error in this page, or ""
	Live      string // status words for the script, as JSON; "" where the status is not to be refreshed
	Clock     DateView
	SoonDays  int
	Banner    *Banner    // that the document was ended; nil while it stands
	Downloads []Download // files for programs with what the page shows
	Data      any

	pager *pager
}

// Name is a short text that may be in the other language.
type Name struct {
	Text string
	Lang string // language tag where it is not the page's; else ""
	Mark string // restored, unconfirmed or translated; "" for a name as printed
}

// Link is a link to a page.
type Link struct {
	Href string
	Name
	Current bool
}

// LanguageLink is one language of the language switch.
type LanguageLink struct {
	Name    string // in its own language
	Lang    string // language tag
	Href    string
	Current bool
}

// Asset is a file that a page loads.
type Asset struct {
	Href      template.URL
	Integrity string // "" where browsers are not to check it; see content.Config
	Sum       string // the same value, for tools
}

// Asset gives a finished asset by its path below assets/; nil for a script on a
// page for missing addresses. Such a page is shown at any depth, so it carries
// its style sheet and icon itself and needs nothing else.
func (v *View) Asset(name string) (*Asset, error) {
	a, ok := v.pager.assets[name]
	if !ok {
		return nil, fmt.Errorf("there is no asset %q", name)
	}
	if v.pager.place.absolute() {
		if path.Ext(name) == ".js" {
			return nil, nil
		}
		return &Asset{Href: a.dataURL(name)}, nil
	}
	out := &Asset{Href: template.URL(v.pager.place.to(a.url)), Sum: a.integrity}
	if v.pager.site.Config.Integrity {
		out.Integrity = a.integrity
	}
	return out, nil
}

// To is the address of a page of the site as a whole: "timeline" and so on; ""
// where the site does without it.
func (v *View) To(kind string) (string, error) {
	if !slices.Contains(site.Kinds(), site.Kind(kind)) {
		return "", fmt.Errorf("there is no page %q", kind)
	}
	return v.pager.addressOf(site.Kind(kind)), nil
}

// addressOf is the address of a page that the site has once, "" for none.
func (p *pager) addressOf(kind site.Kind) string {
	if page := p.site.Fixed(kind, p.lang); page != nil {
		return p.place.to(page.URL)
	}
	return ""
}

// Has reports whether the site has pages of a kind, as far as its configuration
// leaves none out: "source" and so on.
func (v *View) Has(kind string) (bool, error) {
	if !slices.Contains(site.Kinds(), site.Kind(kind)) {
		return false, fmt.Errorf("there are no pages %q", kind)
	}
	return !v.pager.site.Omits(site.Kind(kind)), nil
}

// view makes the view of the page.
func (p *pager) view() *View {
	v := &View{
		Kind: string(p.page.Kind), Lang: tag(p.lang), pager: p,
		Heading: p.heading(), Clock: p.date(p.site.Clock), SoonDays: p.site.Config.SoonDays,
		Languages: p.languages(), View: p.otherView(), Correct: p.correctAddress(), Live: p.live(),
	}
	v.Banner = p.banner()
	v.Downloads = p.downloads(p.page.Downloads(p.site))
	v.Data = p.data()
	for _, up := range p.page.Path() {
		if up != p.page {
			v.Crumbs = append(v.Crumbs, p.link(up))
		}
	}
	v.Head = p.head(v)
	if p.site.HasElder(p.page) {
		v.Edition = &Link{Href: p.place.to(site.ElderURL(p.page.URL)), Name: own(p.say("elder"))}
	}
	shared := p.sharedParts()
	v.Reading, v.Header, v.Footer = shared.reading, shared.header, shared.footer
	return v
}

// tag is the language tag of a language.
func tag(lang plan.Lang) string { return markdown.HTMLLang(string(lang)) }

// text makes a name a text of the page.
func (p *pager) text(n site.Name) Name {
	t := Name{Text: n.Text, Mark: string(n.Origin)}
	if n.Foreign(p.lang) {
		t.Lang = tag(n.Lang)
	}
	return t
}

// own is a text in the page's language.
func own(s string) Name { return Name{Text: s} }

// link leads to a page by its name.
func (p *pager) link(to *site.Page) Link {
	return Link{Href: p.place.to(to.URL), Name: p.nameOf(to), Current: to == p.page}
}

// nameOf is how links call a page.
func (p *pager) nameOf(to *site.Page) Name {
	switch {
	case to.Part != nil && to.Part.Number > 1:
		return own(p.say("page.source.part", to.Part.Number))
	case to.Topic != nil:
		return p.text(to.Topic.Title(p.lang))
	case to.Kind == site.SourcePage || to.Kind == site.ParallelPage || to.Kind == site.MatrixPage || to.Pair() == nil:
		return own(p.say("page." + string(to.Kind)))
	case to.Measure != nil:
		return p.text(to.Measure.Name(p.lang))
	case to.Plan != nil:
		return p.text(to.Plan.Name(p.lang))
	}
	return p.text(site.TitleOf(to.Pair(), p.lang))
}

// heading is the page's h1.
func (p *pager) heading() Name {
	if p.page.Single != nil {
		return p.parallelHeading()
	}
	if p.page.Kind == site.HomePage {
		if n := site.NameOf(p.site.Config.Title, p.lang); n.Text != "" {
			return p.text(n)
		}
		return p.text(site.NameOf(p.site.Config.Name, p.lang))
	}
	return p.nameOf(p.page)
}

// languageNames are the languages' own names, the same on every page.
var languageNames = map[plan.Lang]string{plan.Zh: "中文", plan.En: "English"}

// languages is the language switch: it leads to the twin page.
func (p *pager) languages() []LanguageLink {
	var all []LanguageLink
	for _, lang := range p.site.Languages() {
		all = append(all, LanguageLink{
			Name: languageNames[lang], Lang: tag(lang), Href: p.place.to(p.page.In(lang).URL), Current: lang == p.lang,
		})
	}
	if len(all) == 1 {
		return nil
	}
	return all
}

// liveStatuses are the statuses that a script can tell anew.
var liveStatuses = []site.Status{site.Open, site.Soon, site.Past, site.Upcoming, site.Valid, site.Ending, site.Expired, site.Partly}

// live gives the script the words of the statuses. Where the configuration
// fixes "today", the pages keep to it.
func (p *pager) live() string {
	if p.site.Config.Clock != "" || p.site.Clock == "" {
		return ""
	}
	words := map[site.Status]string{}
	for _, s := range liveStatuses {
		words[s] = p.say("status." + string(s))
	}
	data, err := json.Marshal(words)
	if err != nil {
		return "" // a map of strings always marshals
	}
	return string(data)
}
