package content

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// Load reads everything under content/, which is the root of fsys. A file
// that is wrong is left out with findings, which name it by its path from the
// project ("content/…"); everything else is in the tree. The error is for a
// context that was stopped and for a content/ that cannot be listed at all.
func Load(ctx context.Context, fsys fs.FS) (*Tree, []diag.Finding, error) {
	if _, err := fs.Stat(fsys, "."); err != nil {
		return nil, nil, err
	}
	w := &walker{fsys: fsys}
	top := w.folder(".", 0)
	w.classify(top)
	if err := readAll(ctx, fsys, w.files); err != nil {
		return nil, nil, err
	}
	l := &loader{fsys: fsys, findings: w.findings, ids: map[string]string{}, tree: &Tree{}}
	l.config()
	for _, name := range w.offers {
		l.offer(name)
	}
	for _, f := range w.files {
		l.findings = append(l.findings, f.findings...)
	}
	l.assemble(top)
	diag.Sort(l.findings)
	return l.tree, l.findings, nil
}

// readAll reads files on all processors. Each worker writes into its own
// files alone, so the outcome does not depend on their order.
func readAll(ctx context.Context, fsys fs.FS, files []*file) error {
	queue := make(chan *file)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for f := range queue {
				f.read(fsys)
			}
		})
	}
	defer workers.Wait()
	defer close(queue)
	for _, f := range files {
		select {
		case queue <- f:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// loader makes the tree from the files.
type loader struct {
	fsys     fs.FS
	tree     *Tree
	ids      map[string]string // file by id
	orgs     []reference       // organizations that pages name
	findings []diag.Finding
}

// reference is a use of an id that is checked when all ids are known.
type reference struct {
	id string
	at diag.Position
}

func (l *loader) report(r *diag.Rule, pos diag.Position, args ...any) {
	l.findings = append(l.findings, find(r, pos, args...))
}

// organization notes that a page names an organization.
func (l *loader) organization(id string, at diag.Position) {
	if id != "" {
		l.orgs = append(l.orgs, reference{id, at})
	}
}

func (l *loader) assemble(top *folder) {
	known := map[string]bool{}
	for _, f := range top.folders {
		if f.name == departmentsDir {
			for _, s := range originalsFirst(f.stems) {
				if zh := s.files[0]; zh == nil || zh.front == nil {
					known[s.name] = true // a department whose file is broken is not unknown
				}
				l.department(s)
			}
		} else if len(f.stems)+len(f.folders) > 0 || f.record {
			l.document(f)
		}
	}
	for _, d := range l.tree.Departments {
		known[d.ID] = true
	}
	slices.SortFunc(l.tree.Departments, func(a, b *Department) int { return strings.Compare(a.ID, b.ID) })
	l.checkOrganizations(known)
}

func (l *loader) checkOrganizations(known map[string]bool) {
	ids := slices.Sorted(func(yield func(string) bool) {
		for id := range known {
			if !yield(id) {
				return
			}
		}
	})
	for _, r := range l.orgs {
		if !known[r.id] {
			l.findings = append(l.findings, suggest(find(unknownOrganization, r.at, r.id), r.id, ids))
		}
	}
}

// take gives the front matter of a pair's Chinese file, or false where the
// pair makes no page: a file is missing or broken, or its id is taken.
// within is the id of the page it belongs to, "" at the top.
func (l *loader) take(s *stem, within string) (*file, bool) {
	zh := s.files[0]
	if zh == nil {
		l.report(noChinese, s.files[1].pos(0, 0), s.name+".zh.md")
		return nil, false
	}
	if zh.front == nil {
		return nil, false
	}
	id := idOf(zh.front)
	rest, ok := strings.CutPrefix(id, within+"/")
	switch {
	case id == "":
		return nil, false // reported as a missing key, or as one of the wrong type
	case within == "" && !slugForm.MatchString(id):
		l.report(badForm, zh.at("id"), "id", id, slugWords)
		return nil, false
	case within != "" && (!ok || !slugForm.MatchString(rest)):
		l.report(idOutside, zh.at("id"), id, within+"/")
		return nil, false
	}
	if first, taken := l.ids[id]; taken {
		l.report(duplicateID, zh.at("id"), id, shownDir+first)
		return nil, false
	}
	l.ids[id] = zh.path
	return zh, true
}

// originalsFirst puts the pages whose files are named by their id before
// those that are not, so that of a file and its copy the copy is left out.
func originalsFirst(stems []*stem) []*stem {
	copied := func(s *stem) int {
		if zh := s.files[0]; zh != nil && zh.front != nil && last(idOf(zh.front)) != s.name {
			return 1
		}
		return 0
	}
	out := slices.Clone(stems)
	slices.SortStableFunc(out, func(a, b *stem) int {
		return cmp.Or(cmp.Compare(copied(a), copied(b)), strings.Compare(a.name, b.name))
	})
	return out
}

var slugWords = diag.Text{
	En: "made of lower-case letters a-z, digits and hyphens",
	Zh: "由小写字母 a-z、数字和连字符组成的单词",
}

// last is the last element of an id.
func last(id string) string { return id[strings.LastIndexByte(id, '/')+1:] }

// document reads a document's folder.
func (l *loader) document(f *folder) {
	zh, ok := l.index(f, "")
	if !ok {
		return
	}
	front := zh.front.(*documentFront)
	d := &Document{
		ID: front.ID, Slug: f.name, Pair: l.pair(f.index()), Number: front.Number,
		Issuer: front.Issuer, Date: front.Date, Published: front.Published, Validity: front.Validity, Source: front.Source,
		Record: plan.Record{Index: front.Index, Topic: front.Topic, Keywords: front.Keywords},
	}
	l.organization(d.Issuer, zh.at("issuer"))
	l.checkSource(zh, front.Source)
	l.checkPublished(zh, front.Published)
	l.checkValidity(zh, front.Validity)
	l.record(d, f, zh)
	for _, sub := range f.folders {
		switch {
		case len(sub.folders) > 0:
			l.action(d, sub)
		case len(sub.stems) > 0:
			if p, ok := l.plan(sub, d.ID); ok {
				d.Plans = append(d.Plans, p)
			}
		}
	}
	slices.SortStableFunc(d.Actions, func(a, b *Action) int { return cmp.Compare(a.Number, b.Number) })
	l.tree.Documents = append(l.tree.Documents, d)
}

// index gives the front matter of a folder's own page.
func (l *loader) index(f *folder, within string) (*file, bool) {
	if s := f.index(); s != nil {
		if zh, ok := l.take(s, within); ok {
			return zh, true
		}
	}
	l.report(noIndex, diag.Position{File: shownDir + f.path})
	return nil, false
}

func (l *loader) action(d *Document, f *folder) {
	zh, ok := l.index(f, d.ID)
	if !ok {
		return
	}
	front := zh.front.(*actionFront)
	a := &Action{ID: front.ID, Slug: last(front.ID), Number: front.Number, Pair: l.pair(f.index())}
	for _, sub := range f.folders {
		if p, ok := l.plan(sub, a.ID); ok {
			a.Plans = append(a.Plans, p)
		}
	}
	d.Actions = append(d.Actions, a)
}

func (l *loader) plan(f *folder, within string) (*Plan, bool) {
	zh, ok := l.index(f, within)
	if !ok {
		return nil, false
	}
	front := zh.front.(*planFront)
	p := &Plan{
		ID: front.ID, Slug: last(front.ID), Pair: l.pair(f.index()), Part: front.Part,
		Author: front.Author, Source: front.Source, Sections: front.Sections,
	}
	l.organization(p.Author, zh.at("author"))
	l.checkSource(zh, p.Source)
	l.checkHeadings(p)
	l.measures(p, f)
	return p, true
}

func (l *loader) department(s *stem) {
	zh, ok := l.take(s, "")
	if !ok {
		return
	}
	front := zh.front.(*departmentFront)
	d := &Department{
		ID: front.ID, Pair: l.pair(s), Kind: front.Kind, Short: front.Short,
		Aliases: front.Aliases, Contacts: front.Contacts,
	}
	for i, c := range whole(zh, "contacts", d.Contacts) {
		if c.URL != "" && !isWebAddress(c.URL) {
			l.report(badForm, zh.at("contacts", i, "url"), "url", c.URL, addressWords)
		}
	}
	l.tree.Departments = append(l.tree.Departments, d)
}

// offer reports a conflict that nobody has resolved yet.
func (l *loader) offer(name string) {
	offered, finding := readText(l.fsys, name, maxPage)
	if finding != nil {
		l.findings = append(l.findings, *finding)
		return
	}
	page := strings.TrimSuffix(name, offerSuffix)
	ours, err := fs.ReadFile(l.fsys, page)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return // reported as unreadable by itself
	}
	l.findings = append(l.findings, conflictFinding(page, normalize(ours), offered))
}
