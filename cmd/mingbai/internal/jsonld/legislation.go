package jsonld

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// What the identifiers of things end in, after the address of their page.
const (
	textMark    = "#legislation"
	serviceMark = "#service"
	bodyMark    = "#organization"
)

// legislation begins a document or a part of one: its page, its titles, its
// translation, and the document's date.
func (w *writer) legislation(page *site.Page, name site.Name, doc *site.Document) Thing {
	t := Thing{
		"@type": "Legislation", "@id": w.address(page.URL) + textMark, "url": w.address(page.URL),
		"name": name.Text, "inLanguage": tags[w.lang], "legislationJurisdiction": "CN",
	}
	t.set("legislationDate", string(doc.Date))
	if page.Twin != nil {
		twin := Thing{"@type": "Legislation", "@id": w.address(page.Twin.URL) + textMark, "inLanguage": tags[page.Twin.Lang]}
		if w.lang == plan.Zh {
			t["workTranslation"] = twin
		} else {
			t["translationOfWork"] = twin
		}
	}
	return t
}

// part names another document or part.
func (w *writer) part(page *site.Page, name site.Name) Thing {
	return Thing{"@type": "Legislation", "@id": w.address(page.URL) + textMark, "name": name.Text}
}

func (w *writer) document(d *site.Document) Thing {
	t := w.legislation(d.Page(w.lang), site.TitleOf(&d.Pair, w.lang), d)
	t.set("legislationIdentifier", d.Number)
	if day, _, ok := strings.Cut(d.Published, " "); ok {
		t["datePublished"] = day
	}
	if d.Issuer != nil {
		t["legislationPassedBy"] = w.body(d.Issuer)
	}
	var parts, files []Thing
	for _, a := range d.Actions {
		parts = append(parts, w.part(a.Page(w.lang), site.TitleOf(&a.Pair, w.lang)))
	}
	for _, p := range d.Plans {
		if p.Action == nil {
			parts = append(parts, w.part(p.Page(w.lang), p.Name(w.lang)))
		}
	}
	for _, f := range w.page.Downloads(w.site) {
		if f.Format == site.AkomaNtosoFormat {
			files = append(files, Thing{
				"@type": "LegislationObject", "contentUrl": w.address(f.Path), "encodingFormat": f.Format.MediaType(),
				"legislationLegalValue": Thing{"@id": context + "/UnofficialLegalValue"},
			})
		}
	}
	return t.list("hasPart", parts).list("encoding", files)
}

func (w *writer) action(a *site.Action) Thing {
	t := w.legislation(a.Page(w.lang), site.TitleOf(&a.Pair, w.lang), a.Document)
	t["isPartOf"] = w.part(a.Document.Page(w.lang), site.TitleOf(&a.Document.Pair, w.lang))
	var parts []Thing
	for _, p := range a.Plans {
		parts = append(parts, w.part(p.Page(w.lang), p.Name(w.lang)))
	}
	return t.list("hasPart", parts)
}

func (w *writer) plan(p *site.Plan) Thing {
	t := w.legislation(p.Page(w.lang), p.Name(w.lang), p.Document)
	t["isPartOf"] = w.part(p.Document.Page(w.lang), site.TitleOf(&p.Document.Pair, w.lang))
	if p.Action != nil {
		t["isPartOf"] = w.part(p.Action.Page(w.lang), site.TitleOf(&p.Action.Pair, w.lang))
	}
	if p.Author != nil {
		t["author"] = w.body(p.Author)
	}
	return t
}

// measure is a measure as a part of its plan and, where it is more than the
// heading of others or a safeguard, as a service to those it is for.
func (w *writer) measure(m *site.Measure) []Thing {
	t := w.legislation(m.Page(w.lang), m.Name(w.lang), m.Plan.Document)
	t.set("legislationIdentifier", m.Number)
	t["isPartOf"] = w.part(m.Plan.Page(w.lang), m.Plan.Name(w.lang))
	t.list("legislationResponsible", w.bodies(m, plan.Lead, plan.Responsible))
	if m.Heading || m.Section.Kind != plan.Measures {
		return []Thing{t}
	}
	return []Thing{t, w.service(m)}
}

func (w *writer) service(m *site.Measure) Thing {
	page := m.Page(w.lang)
	s := Thing{
		"@type": "GovernmentService", "@id": w.address(page.URL) + serviceMark, "url": w.address(page.URL),
		"name": m.Name(w.lang).Text, "serviceType": m.Plan.Scope().Name(w.lang).Text,
		"subjectOf": Thing{"@id": w.address(page.URL) + textMark},
	}
	var providers []Thing
	for _, b := range w.bodies(m, plan.Lead, plan.Responsible) {
		providers = append(providers, Thing{"@id": b["@id"]}) // described at the text already
	}
	s.list("provider", providers).list("serviceOperator", w.bodies(m, plan.Implement, plan.Support))
	var gives []string
	for _, t := range m.Benefits {
		gives = append(gives, t.Title(w.lang).Text)
	}
	if len(gives) > 0 {
		s["category"] = gives
	}
	return s.list("audience", w.audiences(m)).list("offers", w.offers(m))
}

// audiences are those whom a measure is for.
func (w *writer) audiences(m *site.Measure) []Thing {
	var all []Thing
	for _, t := range m.Audiences {
		audience := Thing{"@type": "Audience", "audienceType": t.Title(w.lang).Text}
		if page := t.Page(w.lang); page != nil {
			audience["url"] = w.address(page.URL)
		}
		all = append(all, audience)
	}
	return all
}

// offers say from when until when a benefit runs; an ended document offers none.
func (w *writer) offers(m *site.Measure) []Thing {
	if m.Standing.Status.Ended() {
		return nil
	}
	var all []Thing
	seen := map[[2]plan.Date]bool{}
	for _, d := range m.Deadlines {
		days := [2]plan.Date{d.Start, d.End}
		runs := d.Kind == plan.Expiry || d.Kind == plan.Period
		if !runs || d.End == "" || seen[days] {
			continue
		}
		seen[days] = true
		offer := Thing{"@type": "Offer", "validThrough": string(d.End)}
		all = append(all, offer.set("validFrom", string(d.Start)))
	}
	return all
}

// bodies are those who have one of some roles for a measure, each once.
func (w *writer) bodies(m *site.Measure, roles ...plan.Role) []Thing {
	var all []Thing
	seen := map[*site.Department]bool{}
	for _, g := range m.Roles {
		if !slices.Contains(roles, g.Role) {
			continue
		}
		for _, duty := range g.Duties {
			if d := duty.Department; !seen[d] {
				seen[d] = true
				all = append(all, w.body(d))
			}
		}
	}
	return all
}
