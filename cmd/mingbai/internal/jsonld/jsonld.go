// Package jsonld says what a page is about in the words of schema.org, for
// search engines and other programs that read pages: documents and their parts
// as Legislation, measures as GovernmentService, departments as
// GovernmentOrganization, the way to the page as BreadcrumbList.
//
// It states what the content states and nothing more. Types and properties are
// those of schema.org 29; a test holds them against its published vocabulary.
package jsonld

import (
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// Thing is a node of a graph. Its keys are written in alphabetical order, so
// the same thing makes the same bytes.
type Thing map[string]any

// context names the vocabulary.
const context = "https://schema.org"

// Of describes a page; nil where there is nothing to say of it, as at a page
// for missing addresses.
func Of(s *site.Site, words *glossary.Words, p *site.Page) Thing {
	if p.Kind == site.NotFoundPage {
		return nil
	}
	w := &writer{site: s, words: words, page: p, lang: p.Lang}
	var graph []Thing
	if p.Parent != nil {
		graph = append(graph, w.crumbs())
	}
	if p.Single == nil { // a page side by side repeats what its text's own page says
		graph = append(graph, w.about()...)
	}
	if len(graph) == 0 {
		return nil
	}
	return Thing{"@context": context, "@graph": graph}
}

// writer describes one page.
type writer struct {
	site  *site.Site
	words *glossary.Words
	page  *site.Page
	lang  plan.Lang
}

// about is what the page is about.
func (w *writer) about() []Thing {
	p := w.page
	switch p.Kind {
	case site.HomePage:
		return []Thing{w.website()}
	case site.DocumentPage:
		return []Thing{w.document(p.Document)}
	case site.ActionPage:
		return []Thing{w.action(p.Action)}
	case site.PlanPage:
		return []Thing{w.plan(p.Plan)}
	case site.MeasurePage:
		return w.measure(p.Measure)
	case site.DepartmentPage:
		return []Thing{w.department(p.Department)}
	case site.DataPage:
		return []Thing{w.dataset()}
	}
	return nil
}

// address is the address of a file: in full where the site's is known, else
// seen from the page, which readers of JSON-LD resolve.
func (w *writer) address(file string) string {
	if full := w.site.Absolute(file); full != "" {
		return full
	}
	return site.Relative(w.page.URL, file)
}

// tags are the language tags.
var tags = map[plan.Lang]string{plan.Zh: "zh-CN", plan.En: "en"}

// set adds a property whose value is known.
func (t Thing) set(key, value string) Thing {
	if value != "" {
		t[key] = value
	}
	return t
}

// list adds a property with several values, if there are any.
func (t Thing) list(key string, values []Thing) Thing {
	if len(values) > 0 {
		t[key] = values
	}
	return t
}

// crumbs is the way from the home page.
func (w *writer) crumbs() Thing {
	var items []Thing
	for i, p := range w.page.Path() {
		items = append(items, Thing{
			"@type": "ListItem", "position": i + 1, "name": w.nameOf(p), "item": w.address(p.URL),
		})
	}
	return Thing{"@type": "BreadcrumbList", "itemListElement": items}
}

// nameOf is what links call a page.
func (w *writer) nameOf(p *site.Page) string {
	var n site.Name
	switch {
	case p.Topic != nil:
		n = p.Topic.Title(w.lang)
	case p.Kind == site.SourcePage || p.Single != nil || p.Pair() == nil:
		return wording.Say(w.words, w.lang, "page."+string(p.Kind))
	case p.Measure != nil:
		n = p.Measure.Name(w.lang)
	case p.Plan != nil:
		n = p.Plan.Name(w.lang)
	default:
		n = site.TitleOf(p.Pair(), w.lang)
	}
	return n.Text
}

func (w *writer) website() Thing {
	t := Thing{"@type": "WebSite", "@id": w.address(w.page.URL) + "#website", "url": w.address(w.page.URL), "inLanguage": tags[w.lang]}
	t.set("name", site.NameOf(w.site.Config.Name, w.lang).Text)
	if sponsor := site.NameOf(w.site.Config.Footer.Sponsor, w.lang).Text; sponsor != "" {
		t["publisher"] = Thing{"@type": "Organization", "name": sponsor}
	}
	if search := string(w.lang) + "/search.html"; w.site.Page(search) != nil {
		t["potentialAction"] = Thing{
			"@type":       "SearchAction",
			"target":      Thing{"@type": "EntryPoint", "urlTemplate": w.address(search) + "?q={search_term_string}"},
			"query-input": "required name=search_term_string",
		}
	}
	return t
}

// dataset is the site's files for programs.
func (w *writer) dataset() Thing {
	var files []Thing
	for _, d := range w.site.Downloads(w.lang) {
		files = append(files, Thing{
			"@type": "DataDownload", "contentUrl": w.address(d.Path), "encodingFormat": d.Format.MediaType(),
		})
	}
	t := Thing{"@type": "Dataset", "isAccessibleForFree": true, "inLanguage": tags[w.lang], "url": w.address(w.page.URL)}
	t.set("name", w.nameOf(w.page)+" "+site.NameOf(w.site.Config.Name, w.lang).Text)
	t.set("description", wording.Say(w.words, w.lang, "data.note"))
	if name := site.NameOf(w.site.Config.Name, w.lang).Text; name != "" {
		t["creator"] = Thing{"@type": "Organization", "name": name}
	}
	return t.list("distribution", files)
}
