package glossary

import (
	"fmt"
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// NamesDocument is the document that the catalogue of names names.
const NamesDocument = "names"

// NameCatalogue shows translators every name and word that pages have beside a
// document's text: organizations, titles, and the words of the interface with
// roles and sections among them. They are kept where people edit them, in both
// languages side by side, so that this catalogue is made from there and never
// read back: a proposal that comes in it is told with the place to write it to.
func NameCatalogue(registry string, reg *Registry, docs []*plan.Document, words *Words) (*Catalogue, error) {
	c := &Catalogue{Document: NamesDocument, From: plan.Zh, To: plan.En}
	add := func(key, zh, en, file string, line int) {
		e := Entry{Key: key, Source: zh, Target: en, File: file, Line: line, Note: "kept in " + file}
		if en != "" {
			e.State = plan.Draft
		}
		if zh != "" {
			c.Entries = append(c.Entries, e)
		}
	}
	for _, o := range reg.Organizations() {
		add("organization/"+o.ID+"#name", o.Zh, o.En, registry, o.Line)
		add("organization/"+o.ID+"#short", o.Short.Zh, o.Short.En, registry, o.Line)
	}
	for _, doc := range docs {
		file := "seeds/" + strings.TrimSuffix(doc.Source.File, path.Ext(doc.Source.File)) + ".yaml"
		add(doc.ID+"#name", doc.Title.Zh, doc.Title.En, file, 0)
		for _, a := range actionsOf(doc) {
			add(doc.ID+"/"+a.Slug+"#name", a.Title.Zh, a.Title.En, file, 0)
		}
		for i := range doc.Plans {
			p := &doc.Plans[i]
			add(p.ID+"#name", p.Title.Zh, p.Title.En, file, 0)
		}
	}
	for _, key := range words.Keys() {
		zh, err := words.Text(plan.Zh, key)
		if err != nil {
			return nil, err
		}
		en, err := words.Text(plan.En, key)
		if err != nil {
			return nil, err
		}
		add("word/"+key, zh, en, words.File(key), 0)
	}
	return c, nil
}

// actionsOf lists a document's actions, each once.
func actionsOf(doc *plan.Document) []*plan.Action {
	var out []*plan.Action
	seen := map[string]bool{}
	for i := range doc.Plans {
		if a := doc.Plans[i].Action; a != nil && !seen[a.Slug] {
			seen[a.Slug] = true
			out = append(out, a)
		}
	}
	return out
}

// Proposals lists what translators changed in a copy of the catalogue of names,
// as sentences that name the place to write it to.
func (c *Catalogue) Proposals(work *Catalogue) []string {
	byKey := map[string]*Entry{}
	for i := range c.Entries {
		byKey[c.Entries[i].Key] = &c.Entries[i]
	}
	var out []string
	for _, w := range work.Entries {
		if e, ok := byKey[w.Key]; ok && w.Target != "" && w.Target != e.Target {
			place := e.File
			if e.Line > 0 {
				place = fmt.Sprintf("%s:%d", e.File, e.Line)
			}
			out = append(out, fmt.Sprintf("%s: %s: %q → %q", place, e.Key, e.Target, w.Target))
		}
	}
	return out
}
