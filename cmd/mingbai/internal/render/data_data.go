package render

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/schema"
	"mingbai/cmd/mingbai/internal/site"
)

// DataData is what data.html shows.
type DataData struct {
	Files     []Download
	Documents []DocumentFiles
	Patterns  []Pattern
	Lists     []InterfaceFile
	Singles   []InterfaceFile
	Types     []TypeView
	Clock     DateView
}

// DocumentFiles is a document with its files.
type DocumentFiles struct {
	Link
	Files []Download
}

// Pattern is the address of a file that every thing of a kind has.
type Pattern struct {
	Of, Format string // in words
	Path       string // with {id} and the like
	Example    *Download
}

// InterfaceFile is a file of the data interface.
type InterfaceFile struct {
	Name   string // of its schema
	Title  string
	Text   string
	Path   string
	Href   string // "" where Path is a pattern
	Schema string // address of the schema
}

// TypeView is the fields of an object of the data interface.
type TypeView struct {
	Name, Title, Text string
	Bases             []string
	Fields            []FieldView
}

// FieldView is a field; Part names the object that its value is made of.
type FieldView struct {
	Name, Form, Part, Text string
	Required               bool
}

func (p *pager) dataPage() DataData {
	d := DataData{Clock: p.date(p.site.Clock), Files: p.downloads(p.site.Downloads(p.lang)), Patterns: p.patterns()}
	for _, doc := range p.site.Documents {
		d.Documents = append(d.Documents, DocumentFiles{p.link(doc.Page(p.lang)), p.downloads(doc.Downloads(p.lang))})
	}
	files := map[string]bool{}
	for _, name := range schema.Names() {
		files[name] = true
	}
	for _, t := range p.types {
		v := p.typeView(t)
		d.Types = append(d.Types, v)
		if !files[t.Name] {
			continue
		}
		f := InterfaceFile{Name: t.Name, Title: v.Title, Text: v.Text, Schema: p.place.to(site.InterfaceSchema(t.Name))}
		if pattern := singles[t.Name]; pattern != "" {
			f.Path = pattern
			d.Singles = append(d.Singles, f)
			continue
		}
		f.Path = site.InterfaceList(t.Name)
		f.Href = p.place.to(f.Path)
		d.Lists = append(d.Lists, f)
	}
	return d
}

// singles are the addresses of the files that single things have.
var singles = map[string]string{
	"document":   site.InterfaceList("documents/{document}"),
	"measure":    site.InterfaceList("measures/{document}/{action}/{plan}/{measure}"),
	"department": site.InterfaceList("departments/{id}"),
}

// patterns are the addresses of the files that departments and actions have.
func (p *pager) patterns() []Pattern {
	var out []Pattern
	add := func(of string, pattern string, all []site.Download) {
		for _, d := range p.downloads(all) {
			if d.Code != string(site.JSONFormat) {
				out = append(out, Pattern{p.say(of), d.Name, pattern + "." + d.Code, &d})
			}
		}
	}
	folder := "data/" + string(p.lang) + "/"
	for _, d := range p.site.Busiest(1) {
		add("data.of.department", folder+"departments/{id}", d.Downloads(p.lang))
	}
	for _, doc := range p.site.Documents {
		for _, a := range doc.Actions {
			if all := a.Downloads(p.lang); len(all) > 0 {
				add("data.of.action", folder+"actions/{document}/{action}", all)
				return out
			}
		}
	}
	return out
}

func (p *pager) typeView(t schema.Type) TypeView {
	in := func(t plan.Text) string { s, _ := t.In(p.lang); return s }
	v := TypeView{Name: t.Name, Title: in(t.Title), Text: in(t.Text), Bases: t.Bases}
	for _, f := range t.Fields {
		v.Fields = append(v.Fields, FieldView{f.Name, f.Form, f.Part, in(f.Text), f.Required})
	}
	return v
}
