package render

import (
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"slices"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/markdown"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// View is what base.html gets. The layout of a kind gets it, too, and finds its
// own part in Data.
type View struct {
	Kind      string
	Lang      string // language tag of the page: zh-CN or en
	Head      *Head
	Edition   *Link // to the page in large print; nil where there is none
	Languages []LanguageLink
	View      *Link  // to the page in both languages, or from there to the one; nil where there is none
	Heading   Name   // of the page; also the last of the crumbs
	Live      string // status words for the script, as JSON; "" where the status is not to be refreshed
	SoonDays  int
	Banner    *Banner // that the document was ended; nil while it stands
	Data      any

	pager     *pager
	shared    lazy[sharedHTML]
	crumbs    lazy[[]Link]
	downloads lazy[[]Download]
}

// Reading is the reading aids, shared by many pages.
func (v *View) Reading() template.HTML { return v.parts().reading }

// Header is the name of the site and its main sections, shared by many pages.
func (v *View) Header() template.HTML { return v.parts().header }

// Footer is shared by many pages.
func (v *View) Footer() template.HTML { return v.parts().footer }

func (v *View) parts() sharedHTML { return v.shared.get(v.pager.sharedParts) }

// Crumbs leads to all pages above the page, the home page first.
func (v *View) Crumbs() []Link { return v.crumbs.get(v.pager.crumbs) }

// Clock is today.
func (v *View) Clock() DateView { return v.pager.date(v.pager.site.Clock) }

// Correct is the address of the form to report an error in this page, or "".
func (v *View) Correct() string { return v.pager.correctAddress() }

// Downloads is the files for programs with what the page shows.
func (v *View) Downloads() []Download {
	return v.downloads.get(func() []Download { return v.pager.downloads(v.pager.page.Downloads(v.pager.site)) })
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
		Heading: p.heading(), SoonDays: p.site.Config.SoonDays,
		Languages: p.languages(), View: p.otherView(), Live: p.live[p.lang], Banner: p.banner(),
	}
	v.Data = p.data()
	v.Head = p.head(v)
	if p.site.HasElder(p.page) {
		v.Edition = &Link{Href: p.place.to(site.ElderURL(p.page.URL)), Name: own(p.say("elder"))}
	}
	return v
}

func (p *pager) crumbs() (all []Link) {
	for _, up := range p.page.Path() {
		if up != p.page {
			all = append(all, p.link(up))
		}
	}
	return all
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

// liveWords gives the script the words of the statuses, as JSON. Where the
// configuration fixes "today", the pages keep to it, and there are none.
func liveWords(s *site.Site, words *glossary.Words) map[plan.Lang]string {
	all := map[plan.Lang]string{}
	if s.Config.Clock != "" || s.Clock == "" {
		return all
	}
	for _, lang := range s.Languages() {
		said := map[site.Status]string{}
		for _, status := range liveStatuses {
			said[status] = wording.Say(words, lang, "status."+string(status))
		}
		if data, err := json.Marshal(said); err == nil { // as a map of strings always does
			all[lang] = string(data)
		}
	}
	return all
}
