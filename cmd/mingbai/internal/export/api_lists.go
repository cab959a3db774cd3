package export

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/schema"
	"mingbai/cmd/mingbai/internal/site"
)

// indexFile is where a program begins: what the site is, and where all else
// stands.
type indexFile struct {
	fileHead
	Site    siteEntry         `json:"site"`
	Counts  map[string]int    `json:"counts"`
	Lists   map[string]string `json:"lists"` // names of lists and their files
	Schemas map[string]string `json:"schemas"`
	Files   []fileLink        `json:"files"`
}

// siteEntry says whose data it is.
type siteEntry struct {
	Name      plan.Text             `json:"name"`
	Domain    string                `json:"domain,omitempty"`
	SiteCode  string                `json:"siteCode,omitempty"`
	BaseURL   string                `json:"baseURL,omitempty"`
	Languages []plan.Lang           `json:"languages"`
	SoonDays  int                   `json:"soonDays"` // within how many days a limit counts as near
	Pages     map[plan.Lang]address `json:"pages"`
}

// list makes the list of a name; "index" is the beginning of all.
func (w *jsonFile) list(name string) any {
	h := w.head(name)
	s := w.site
	switch name {
	case "documents":
		return listFile[documentEntry]{h, listed(s.Documents, w.documentEntry)}
	case "actions":
		return listFile[actionEntry]{h, each(s.Documents, func(d *site.Document) []actionEntry { return listed(d.Actions, w.action) })}
	case "plans":
		return listFile[planEntry]{h, each(s.Documents, func(d *site.Document) []planEntry { return listed(d.Plans, w.plan) })}
	case "measures":
		return listFile[measureEntry]{h, each(s.Documents, func(d *site.Document) []measureEntry { return listed(d.Measures, w.measureEntry) })}
	case "departments":
		return listFile[departmentEntry]{h, listed(s.Departments, w.departmentEntry)}
	case "topics":
		return listFile[topicEntry]{h, append(listed(s.Audiences, w.topic), listed(s.Benefits, w.topic)...)}
	case "deadlines":
		return listFile[deadlineEntry]{h, listed(s.Deadlines, w.deadlineEntry)}
	}
	return w.index(h)
}

// listFile is a list of things.
type listFile[T any] struct {
	fileHead
	Items []T `json:"items"`
}

// each joins what every document has.
func each[T any](docs []*site.Document, of func(*site.Document) []T) []T {
	all := []T{}
	for _, d := range docs {
		all = append(all, of(d)...)
	}
	return all
}

func (w *jsonFile) index(h fileHead) indexFile {
	s, c := w.site, w.site.Config
	actions, plans := 0, 0
	for _, d := range s.Documents {
		actions += len(d.Actions)
		plans += len(d.Plans)
	}
	f := indexFile{
		fileHead: h,
		Site: siteEntry{
			Name: c.Name, Domain: c.Domain, SiteCode: c.SiteCode, BaseURL: s.Absolute(""), Languages: s.Languages(),
			SoonDays: c.SoonDays, Pages: map[plan.Lang]address{},
		},
		Counts: map[string]int{
			"documents": len(s.Documents), "actions": actions, "plans": plans, "measures": s.Measures(),
			"departments": len(s.Departments), "deadlines": len(s.Deadlines),
		},
		Lists: map[string]string{}, Schemas: map[string]string{}, Files: []fileLink{},
	}
	for _, name := range site.Lists() {
		f.Lists[name] = site.Relative(w.path, site.InterfaceList(name))
	}
	for _, name := range schema.Names() {
		f.Schemas[name] = site.Relative(w.path, site.InterfaceSchema(name))
	}
	for _, lang := range s.Languages() {
		f.Site.Pages[lang] = w.to(s.Fixed(site.HomePage, lang).URL)
		f.Files = append(f.Files, w.files(s.Downloads(lang))...)
	}
	return f
}
