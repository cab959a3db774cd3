package content

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// Load reads everything under content/, which is the root of fsys. A file
// that is wrong is left out with findings, which name it by its path from the
// project ("content/…"); everything else is in the tree. The error is for a
// context that was stopped and for a content/ that cannot be listed at all.
func Load(ctx context.Context, fsys fs.FS) (*Tree, []diag.Finding, error) {
	tree, findings, _, err := load(ctx, &walker{library: library{fsys}}, nil)
	return tree, findings, err
}

// LoadSome is Load for a part of the content: some documents, by the names of
// their folders, with the departments and the configuration. What it finds in
// them is what Load finds there, but for an id that two documents share.
func LoadSome(ctx context.Context, fsys fs.FS, documents []string) (*Tree, []diag.Finding, error) {
	tree, findings, _, err := load(ctx, &walker{library: library{fsys}, only: documents}, nil)
	return tree, findings, err
}

func load(ctx context.Context, w *walker, before *folder) (*Tree, []diag.Finding, *folder, error) {
	if _, err := fs.Stat(w.fsys, "."); err != nil {
		return nil, nil, nil, err
	}
	top, err := w.walk(ctx, before)
	if err != nil {
		return nil, nil, nil, err
	}
	l := &loader{library: w.library, tree: &Tree{}}
	l.config()
	l.found(top)
	if err := l.assemble(ctx, top, before); err != nil {
		return nil, nil, nil, err
	}
	diag.Sort(l.findings)
	return l.tree, l.findings, top, nil
}

// found reports what was found while folders were read.
func (l *loader) found(f *folder) {
	l.findings = append(l.findings, f.findings...)
	for _, name := range f.offers {
		l.offer(name)
	}
	for _, s := range f.stems {
		for _, file := range s.files {
			if file != nil {
				l.findings = append(l.findings, file.findings...)
			}
		}
	}
	for _, sub := range f.folders {
		l.found(sub)
	}
}

// loader makes the tree from the files.
type loader struct {
	part
	library
	tree *Tree
}

// part is what came of some of the files.
type part struct {
	places
	ids      map[string]string // file by id
	named    []*file           // files whose front matter names organizations
	topical  []topical
	findings []diag.Finding
}

func (p *part) report(r *diag.Rule, pos diag.Position, args ...any) {
	p.findings = append(p.findings, find(r, pos, args...))
}

// assemble makes the tree of what was read: what stands side by side at the
// top first, which is quick, then each document by itself, on all processors.
func (l *loader) assemble(ctx context.Context, top, before *folder) error {
	l.ids = map[string]string{}
	known := map[string]bool{}
	var documents []*folder
	for _, f := range top.folders {
		if f.name == departmentsDir {
			l.departments(f, known)
		} else if len(f.stems)+len(f.folders) > 0 || f.record != nil {
			if _, ok := l.index(f, ""); ok {
				documents = append(documents, f)
			}
		}
	}
	slices.SortFunc(l.tree.Departments, func(a, b *Department) int { return strings.Compare(a.ID, b.ID) })
	ids := sortedKeys(known)
	unknown := make([][]diag.Finding, len(documents))
	var crew crew
	for i, f := range documents {
		crew.add(func(*buffer) {
			f.assemble(before.folder(f.name))
			unknown[i] = f.made.unknownOrganizations(known, ids)
		})
	}
	if err := crew.work(ctx); err != nil {
		return err
	}
	for i, f := range documents {
		l.findings = slices.Concat(l.findings, f.made.findings, unknown[i])
		l.tree.Documents = append(l.tree.Documents, f.made.document)
		l.tree.topical = append(l.tree.topical, f.made.topical)
	}
	return nil
}

// departments reads the departments and notes which ids there are. One whose
// file is broken is not unknown.
func (l *loader) departments(f *folder, known map[string]bool) {
	for _, s := range originalsFirst(f.stems) {
		if zh := s.files[0]; zh == nil || zh.front == nil {
			known[s.name] = true
		}
		if d := l.department(s); d != nil {
			l.tree.Departments = append(l.tree.Departments, d)
			known[d.ID] = true
		}
	}
}

// take gives the front matter of a pair's Chinese file, or false where the
// pair makes no page: a file is missing or broken, or its id is taken.
// within is the id of the page it belongs to, "" at the top.
func (p *part) take(s *stem, within string) (*file, bool) {
	zh := s.files[0]
	if zh == nil {
		p.report(noChinese, s.files[1].pos(0, 0), s.name+".zh.md")
		return nil, false
	}
	if zh.front == nil {
		return nil, false
	}
	id := idOf(zh.front)
	rest, ok := cutParent(id, within)
	switch {
	case id == "":
		return nil, false // reported as a missing key, or as one of the wrong type
	case within == "" && !isSlug(id):
		p.report(badForm, p.at(zh, "id"), "id", id, slugWords)
		return nil, false
	case within != "" && (!ok || !isSlug(rest)):
		p.report(idOutside, p.at(zh, "id"), id, within+"/")
		return nil, false
	}
	if first, taken := p.ids[id]; taken {
		p.report(duplicateID, p.at(zh, "id"), id, shownDir+first)
		return nil, false
	}
	p.ids[id] = zh.path
	return zh, true
}

// cutParent takes the id of the page that it belongs to off an id.
func cutParent(id, within string) (rest string, ok bool) {
	if len(id) > len(within) && id[len(within)] == '/' && id[:len(within)] == within {
		return id[len(within)+1:], true
	}
	return id, false
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

// offer reports a conflict that nobody has resolved yet.
func (l *loader) offer(name string) {
	var buf buffer
	shelf := l.shelf(path.Dir(name))
	defer shelf.close()
	offered, finding := buf.readText(shelf, name, maxPage)
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
