package export

import (
	"encoding/json"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// json is a file of the data interface. The types below are its form, which the
// schemas in package schema publish: a field may be added, one that changes its
// meaning or goes makes a new version. Null is "the document does not say", a
// list is never null, and a text that a language lacks is left out.
func (e *Exporter) json(d site.Download) ([]byte, error) {
	w := &jsonFile{Exporter: e, path: d.Path}
	switch {
	case d.Document != nil:
		return w.encode(w.document(d.Document))
	case d.Department != nil:
		return w.encode(w.department(d.Department))
	case d.Measure != nil:
		return w.encode(w.measure(d.Measure))
	}
	return w.encode(w.list(d.List))
}

// jsonFile makes one file: addresses in it are seen from its place.
type jsonFile struct {
	*Exporter
	path string
}

// encode writes a value on one line; "<", ">" and "&" are escaped, so that the
// text may stand in a page.
func (w *jsonFile) encode(value any) ([]byte, error) {
	data, err := json.Marshal(value)
	return append(data, '\n'), err
}

// fileHead begins every file of the data interface.
type fileHead struct {
	Schema string    `json:"$schema"` // address of the file's schema
	AsOf   plan.Date `json:"asOf"`    // the day by which the status of time limits was told
	Note   plan.Text `json:"note"`    // what has force
}

func (w *jsonFile) head(name string) fileHead {
	return fileHead{
		Schema: site.Relative(w.path, site.InterfaceSchema(name)),
		AsOf:   w.site.Clock,
		Note:   w.both("data.note"),
	}
}

// both is an interface word in the languages of the site.
func (e *Exporter) both(key string, args ...any) plan.Text {
	var t plan.Text
	for lang, v := range e.voices {
		t.Set(lang, v.say(key, args...))
	}
	return t
}

// address is where something stands: from the file, and in full where the
// site's address is known.
type address struct {
	Href string `json:"href"`
	URL  string `json:"url,omitempty"`
}

func (w *jsonFile) to(file string) address {
	return address{Href: site.Relative(w.path, file), URL: w.site.Absolute(file)}
}

// pages are the pages of a thing by language; none where the site leaves them
// out.
func (w *jsonFile) pages(of interface {
	Page(plan.Lang) *site.Page
}) map[plan.Lang]address {
	all := map[plan.Lang]address{}
	for _, lang := range w.site.Languages() {
		if page := of.Page(lang); page != nil {
			all[lang] = w.to(page.URL)
		}
	}
	return all
}

// reference names another thing of the data interface.
type reference struct {
	ID    string    `json:"id"`
	Title plan.Text `json:"title"`
	Href  string    `json:"href,omitempty"` // of its file; "" for what has none of its own
}

func (w *jsonFile) toMeasure(m *site.Measure) *reference {
	if m == nil {
		return nil
	}
	return &reference{m.ID, w.name(m.Name), site.Relative(w.path, m.Downloads()[0].Path)}
}

func (w *jsonFile) toDepartment(d *site.Department) *reference {
	if d == nil {
		return nil
	}
	return &reference{d.ID, titles(&d.Pair), site.Relative(w.path, d.Interface())}
}

func (w *jsonFile) toDocument(d *site.Document) *reference {
	return &reference{d.ID, titles(&d.Pair), site.Relative(w.path, d.Interface())}
}

func toAction(a *site.Action) *reference {
	if a == nil {
		return nil
	}
	return &reference{ID: a.ID, Title: titles(&a.Pair)}
}

func (w *jsonFile) toPlan(p *site.Plan) *reference {
	return &reference{ID: p.ID, Title: w.name(p.Name)}
}

// titles are the titles of a pair, each in its own language alone.
func titles(p *site.Pair) plan.Text { return plan.Text{Zh: p.Zh.Title, En: p.En.Title} }

// name is what lists call a thing, in those languages that have a name for it.
func (w *jsonFile) name(of func(plan.Lang) site.Name) plan.Text {
	var t plan.Text
	for lang := range w.voices {
		if n := of(lang); !n.Foreign(lang) {
			t.Set(lang, n.Text)
		}
	}
	return t
}

// origins say how sure the titles of a pair are; nil where both are as printed.
func origins(p *site.Pair) *plan.Origins {
	o := plan.Origins{Zh: p.Zh.TitleOrigin, En: p.En.TitleOrigin}
	if o == (plan.Origins{}) {
		return nil
	}
	return &o
}

// null is a text, or null for none.
func null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// listed gives every one of a list its form; the result is never null.
func listed[T, U any](all []T, form func(T) U) []U {
	out := make([]U, 0, len(all))
	for _, one := range all {
		out = append(out, form(one))
	}
	return out
}
