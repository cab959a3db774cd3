package render

import (
	"encoding/json"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/site"
)

// SearchData is what search.html shows. The script reads its settings from the
// form; without it, the page leads to the index from A to Z.
type SearchData struct {
	Index   string // address of the folder of the search index
	Words   string // what the script says, as JSON
	Today   string // the day by which the status of time limits is told
	Live    bool   // whether the reader's own day may stand for it
	Selects []Select
}

// Select is a list of which one is chosen.
type Select struct {
	Key     string // in the address
	Label   string
	Set     bool // one is always chosen
	Options []SelectOption
}

// SelectOption is one of a list to choose from.
type SelectOption struct {
	Value    string
	Selected bool
	Name
}

// Words of the search that the script needs, and those of kinds and statuses.
var (
	searchWords = []string{"found", "found.one", "none", "none.filter", "mended", "other", "more", "loose", "error"}
	searchKinds = []site.Kind{
		site.DocumentPage, site.ActionPage, site.PlanPage, site.MeasurePage, site.DepartmentPage, site.TopicPage,
	}
	searchStatuses = []string{"running", "soon", "over", "upcoming"}
)

// searchDir is the folder of the index; package search has the same.
const searchDir = "search/"

func (p *pager) search() SearchData {
	d := SearchData{
		// A file stands for the folder, whose address alone would not be relative.
		Index: strings.TrimSuffix(p.place.to(searchDir+"x"), "x"),
		Words: p.searchScriptWords(),
		Today: string(p.site.Clock), Live: p.live[p.lang] != "",
	}
	for _, list := range searchSelects {
		if options := list.options(p); len(options) > 0 {
			d.Selects = append(d.Selects, Select{
				Key: list.key, Label: p.say("search." + list.key), Set: list.key == "lang", Options: options,
			})
		}
	}
	return d
}

// searchSelects are the lists, in their order.
var searchSelects = []struct {
	key     string
	options func(*pager) []SelectOption
}{
	{"lang", (*pager).languageOptions},
	{"action", (*pager).actionOptions},
	{"department", (*pager).departmentOptions},
	{"audience", (*pager).audienceOptions},
	{"status", (*pager).statusOptions},
}

// languageOptions are the languages of results; none where the site has one.
func (p *pager) languageOptions() (out []SelectOption) {
	all := p.site.Languages()
	if len(all) == 1 {
		return nil
	}
	for _, lang := range all {
		option := SelectOption{Value: string(lang), Selected: lang == p.lang, Name: own(languageNames[lang])}
		if lang != p.lang {
			option.Lang = tag(lang)
		}
		out = append(out, option)
	}
	return out
}

func (p *pager) actionOptions() (out []SelectOption) {
	for _, doc := range p.site.Documents {
		for _, a := range doc.Actions {
			out = append(out, SelectOption{Value: a.ID, Name: p.nameOf(a.Page(p.lang))})
		}
	}
	return out
}

func (p *pager) departmentOptions() (out []SelectOption) {
	for _, kind := range p.site.DepartmentsByKind(p.lang) {
		for _, dep := range kind.Departments {
			if dep.Measures > 0 {
				out = append(out, SelectOption{Value: dep.ID, Name: p.department(dep).Name})
			}
		}
	}
	return out
}

func (p *pager) audienceOptions() (out []SelectOption) {
	for _, t := range p.site.Audiences {
		out = append(out, SelectOption{Value: t.ID, Name: p.text(t.Title(p.lang))})
	}
	return out
}

func (p *pager) statusOptions() (out []SelectOption) {
	for _, s := range searchStatuses {
		out = append(out, SelectOption{Value: s, Name: own(p.say("search.status." + s))})
	}
	return out
}

// searchScriptWords are the words of the search and of the statuses of its
// results.
func (p *pager) searchScriptWords() string {
	words := map[string]string{}
	for _, key := range searchWords {
		words[key] = p.say("search." + key)
	}
	for _, kind := range searchKinds {
		words["kind."+string(kind)] = p.say("search.kind." + string(kind))
	}
	for _, s := range slices.Concat(liveStatuses, []site.Status{site.Repealed, site.Replaced}) {
		words["status."+string(s)] = p.say("status." + string(s))
	}
	data, err := json.Marshal(words)
	if err != nil {
		return "" // a map of strings always marshals
	}
	return string(data)
}

// InitialsData is what a-z.html shows.
type InitialsData struct {
	Letters []Letter
}

// Letter is the pages under a letter; there may be none.
type Letter struct {
	ID, Letter string
	Links      []KindLink
}

// KindLink is a link that says what it leads to.
type KindLink struct {
	Link
	Kind  string // in words
	Scope Name   // of a measure: its action, since titles repeat
}

// initials lists all letters, those without pages too: the anchors are the same
// in both languages.
func (p *pager) initials() InitialsData {
	byLetter := map[string]Letter{}
	for _, i := range p.site.Initials(p.lang) {
		l := byLetter[i.Letter]
		for _, page := range i.Pages {
			link := KindLink{Link: p.link(page), Kind: p.say("search.kind." + string(page.Kind))}
			if page.Measure != nil {
				link.Scope = p.text(site.TitleOf(page.Measure.Plan.Scope().Pair(), p.lang))
			}
			l.Links = append(l.Links, link)
		}
		byLetter[i.Letter] = l
	}
	var d InitialsData
	for _, r := range "ABCDEFGHIJKLMNOPQRSTUVWXYZ#" {
		letter := string(r)
		l := byLetter[letter]
		l.Letter, l.ID = letter, "letter-"+strings.ReplaceAll(letter, "#", "other")
		d.Letters = append(d.Letters, l)
	}
	return d
}
