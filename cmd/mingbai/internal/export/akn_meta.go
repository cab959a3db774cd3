package export

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// aknLanguages are the codes of languages in ISO 639-2.
var aknLanguages = map[plan.Lang]string{plan.Zh: "zho", plan.En: "eng"}

// compiler is the reference to the program that made the file.
const compiler = "#mingbai"

// meta says what the file is: the document as a work, its expression in the
// language, and this file.
func (w *aknWriter) meta() *node {
	identification := el("identification", "source", compiler).add(w.work(), w.expression(), w.manifestation())
	return el("meta").add(identification, w.publication(), w.references())
}

// workURI names the document among all works, as the naming convention of
// Akoma Ntoso has it.
func (w *aknWriter) workURI() string {
	return "/akn/cn/act/" + string(w.doc.Date) + "/" + strings.ReplaceAll(w.doc.ID, "/", "-")
}

func (w *aknWriter) expressionURI(lang plan.Lang) string {
	return w.workURI() + "/" + aknLanguages[lang] + "@"
}

func (w *aknWriter) work() *node {
	n := el("FRBRWork").add(
		el("FRBRthis", "value", w.workURI()+"/!main"), el("FRBRuri", "value", w.workURI()),
		w.date("issue", w.doc.Date), w.author(), el("FRBRcountry", "value", "cn"),
	)
	if w.doc.Number != "" {
		n.add(el("FRBRnumber", "value", w.doc.Number))
	}
	return n.add(el("FRBRname", "value", site.TitleOf(&w.doc.Pair, plan.Zh).Text))
}

func (w *aknWriter) expression() *node {
	uri := w.expressionURI(w.lang)
	n := el("FRBRExpression").add(el("FRBRthis", "value", uri+"/!main"), el("FRBRuri", "value", uri))
	if address := w.address(w.doc.Page(w.lang)); address != "" {
		n.add(el("FRBRalias", "name", "page", "value", address))
	}
	n.add(
		w.date("issue", w.doc.Date), w.author(),
		// Only the document as issued has force, in Chinese too.
		el("FRBRauthoritative", "value", "false"),
		el("FRBRlanguage", "language", aknLanguages[w.lang]),
	)
	if w.lang != plan.Zh {
		n.add(el("FRBRtranslation",
			"href", w.expressionURI(plan.Zh), "fromLanguage", aknLanguages[plan.Zh],
			"authoritative", "false", "by", compiler))
	}
	return n
}

func (w *aknWriter) manifestation() *node {
	uri := w.expressionURI(w.lang)
	return el("FRBRManifestation").add(
		el("FRBRthis", "value", uri+"/!main.xml"), el("FRBRuri", "value", uri+".akn"),
		w.date("publication", plan.Date(stamp(w.doc).In(china).Format("2006-01-02"))),
		el("FRBRauthor", "href", compiler), el("FRBRformat", "value", site.AkomaNtosoFormat.MediaType()),
	)
}

func (w *aknWriter) date(name string, d plan.Date) *node {
	return el("FRBRdate", "date", string(d), "name", name)
}

// author is the issuer, else the compiler: the element may not be left out.
func (w *aknWriter) author() *node {
	if w.doc.Issuer == nil {
		return el("FRBRauthor", "href", compiler)
	}
	return el("FRBRauthor", "href", "#"+orgRef(w.doc.Issuer), "as", "#issuer")
}

// publication is when the document was published; nil where no record says.
func (w *aknWriter) publication() *node {
	if w.doc.Published == "" {
		return nil
	}
	name := site.NameOf(w.site.Config.Name, w.lang).Text
	return el("publication", "date", stamp(w.doc).In(china).Format("2006-01-02"), "name", name, "showAs", name)
}

// references are the bodies, roles and units that the text speaks of.
func (w *aknWriter) references() *node {
	refs := el("references", "source", compiler)
	for _, d := range w.departments() {
		refs.add(el("TLCOrganization",
			"eId", orgRef(d), "href", "/akn/ontology/organization/"+d.ID, "showAs", site.TitleOf(&d.Pair, w.lang).Text))
	}
	refs.add(el("TLCOrganization", "eId", compiler[1:], "href", "/akn/ontology/organization/mingbai", "showAs", "mingbai"))
	for _, unit := range []plan.Unit{plan.CNY, plan.Ratio} {
		refs.add(el("TLCConcept",
			"eId", aknUnits[unit], "href", "/akn/ontology/concept/"+aknUnits[unit], "showAs", w.say("data.unit."+strings.ToLower(string(unit)))))
	}
	return refs.add(el("TLCRole", "eId", "issuer", "href", "/akn/ontology/role/issuer", "showAs", w.say("meta.generic.issuer")))
}

// orgRef is the name of a department among the references.
func orgRef(d *site.Department) string { return "org-" + d.ID }

// departments are all bodies that the document names, by id.
func (w *aknWriter) departments() []*site.Department {
	seen := map[*site.Department]bool{}
	add := func(d *site.Department) {
		if d != nil {
			seen[d] = true
		}
	}
	add(w.doc.Issuer)
	for _, p := range w.doc.Plans {
		add(p.Author)
	}
	for _, m := range w.doc.Measures {
		for _, g := range m.Roles {
			for _, duty := range g.Duties {
				add(duty.Department)
			}
		}
	}
	var all []*site.Department
	for d := range seen {
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b *site.Department) int { return strings.Compare(a.ID, b.ID) })
	return all
}
