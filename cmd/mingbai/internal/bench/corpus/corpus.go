// Package corpus brings the site that the comparison is made on into mingbai's
// own form: it reads the Markdown of a Hugo site of documents (programmes),
// actions, plans, measures and bodies, and writes a project with the same texts
// and the same facts, with layouts that show what those of the Hugo site show.
//
// A text that the Hugo site repeats in both languages, because its document has
// it in one alone, stands once here: mingbai's pages take what their language
// lacks from the other.
package corpus

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

//go:embed all:project
var project embed.FS

// Counts is what was brought over.
type Counts struct {
	Programmes, Actions, Plans, Measures, Bodies int
}

// Pages is the number of pages of the site: each thing and the home page, the
// list of bodies and the timeline, all in two languages, and the page at the root.
func (c Counts) Pages() int {
	return 1 + 2*(3+c.Programmes+c.Actions+c.Plans+c.Measures+c.Bodies)
}

// Convert reads the Hugo site in the folder from and writes the project into the
// folder to, which must not exist.
func Convert(from, to string) (Counts, error) {
	if _, err := os.Lstat(to); err == nil {
		return Counts{}, fmt.Errorf("%s exists (hint: name a new folder)", to)
	}
	w := writer{to: to}
	r := reader{root: os.DirFS(filepath.Join(from, "content"))}
	w.copyProject()
	for _, folder := range r.folders(".") {
		if folder == "orgs" {
			w.bodies(&r)
		} else if r.page(folder).kind() == "programme" {
			w.programme(&r, folder)
		}
	}
	if r.err != nil {
		return w.counts, fmt.Errorf("read the Hugo site: %w", r.err)
	}
	if w.err != nil {
		return w.counts, fmt.Errorf("write the project: %w", w.err)
	}
	return w.counts, nil
}

// copyProject writes what is the same at every size: the configuration, the
// layouts and the style sheet.
func (w *writer) copyProject() {
	err := fs.WalkDir(project, "project", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := project.ReadFile(name)
		w.write(strings.TrimPrefix(name, "project/"), data)
		return err
	})
	if err != nil && w.err == nil {
		w.err = err
	}
	w.write("public/.gitkeep", nil)
}

// bodies are the departments.
func (w *writer) bodies(r *reader) {
	for _, name := range r.folders("orgs") {
		p := r.page(path.Join("orgs", name))
		w.counts.Bodies++
		w.pair("content/departments/"+name, p, fact("id", name), fact("kind", "department"))
	}
}

// programme is a document with all that it holds.
func (w *writer) programme(r *reader, id string) {
	p := r.page(id)
	w.counts.Programmes++
	date := p.zh.front.Date
	w.write("content/"+id+"/source.txt", nil)
	w.pair("content/"+id+"/_index", p, fact("id", id), fact("date", date), fact("published", date+" 09:00"))
	for _, action := range r.folders(id) {
		dir := path.Join(id, action)
		a := r.page(dir)
		w.counts.Actions++
		w.pair("content/"+dir+"/_index", a, fact("id", dir), fact("number", a.zh.front.Weight))
		for _, plan := range r.folders(dir) {
			w.plan(r, path.Join(dir, plan))
		}
	}
}

// plan is a plan with its measures.
func (w *writer) plan(r *reader, dir string) {
	p := r.page(dir)
	w.counts.Plans++
	w.pair("content/"+dir+"/_index", p, fact("id", dir), fact("author", p.zh.front.Issuer),
		entry{"sections", []string{"{ id: preamble, kind: preamble }", "{ id: work, kind: measures }", "{ id: safeguard, kind: safeguards }"}})
	for _, name := range r.pages(dir) {
		m := r.page(path.Join(dir, name))
		w.counts.Measures++
		w.pair("content/"+path.Join(dir, name), m, measureFacts(path.Join(dir, name), m.zh.front)...)
	}
}

// roles are the roles of the Hugo site in mingbai's words.
var roles = map[string]string{"lead": "lead", "assist": "support", "shared": "responsible"}

func measureFacts(id string, f front) []entry {
	facts := []entry{fact("id", id), fact("section", f.KindOf), fact("weight", f.Weight)}
	var duties []string
	for _, org := range f.Orgs {
		duties = append(duties, fmt.Sprintf("{ org: %s, role: %s }", quote(org), roles[f.Roles[org]]))
	}
	if len(duties) > 0 {
		facts = append(facts, entry{"responsibilities", duties})
	}
	if f.Deadline != "" {
		facts = append(facts, entry{"deadlines", []string{
			fmt.Sprintf("{ text: %s, kind: due, end: %s }", quote(f.Deadline), f.Deadline),
		}})
	}
	return facts
}
