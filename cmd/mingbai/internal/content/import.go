package content

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// Import is what ImportDocument writes.
type Import struct {
	// Document is written to the folder of its slug, or to the folder that
	// holds its id where a person renamed it. With nil no document is touched.
	Document *plan.Document
	// Lines is the document's text as its reader extracted it, for source.txt.
	Lines []string
	// Departments are all organizations of the project, not only those of this
	// document: one that is left out is removed. With none the departments
	// are not touched. Of the texts, titles and bodies are used.
	Departments []Department
}

// Changes lists what import did, by paths from the project ("content/…"), in
// order of the paths.
type Changes struct {
	Created   []string // new files, and files written again
	Updated   []string // replaced: no person had touched them, or see Merged
	Merged    []string // those of Updated that join a person's changes with import's
	Removed   []string // no longer in the document, and not edited
	Kept      []string // edited by a person, left as they are
	Conflicts []string // edited where import changed them too; see rule C401
	Unchanged int      // files that were up to date, with those of Kept and Conflicts
}

// Join gives the changes of two imports together.
func (c Changes) Join(other Changes) Changes {
	join := func(a, b []string) []string { return slices.Sorted(slices.Values(slices.Concat(a, b))) }
	return Changes{
		Created: join(c.Created, other.Created), Updated: join(c.Updated, other.Updated),
		Merged: join(c.Merged, other.Merged), Removed: join(c.Removed, other.Removed),
		Kept: join(c.Kept, other.Kept), Conflicts: join(c.Conflicts, other.Conflicts),
		Unchanged: c.Unchanged + other.Unchanged,
	}
}

// Empty reports whether no page was written or removed.
func (c Changes) Empty() bool {
	return len(c.Created)+len(c.Updated)+len(c.Removed) == 0
}

// ImportDocument writes a document and the departments into dir, the folder
// content/, and merges them with what people changed there; the package
// comment and the rules C401 to C404 say how. Everything is planned before
// anything is written, a file is replaced whole or not at all, and what was
// written is noted at the end, so that an import that was stopped is finished
// by the next one. Importing twice changes no byte.
//
// The error is for input that makes no tree (two pages with one id, a slug that
// is none), for a folder that holds another document, and for the disk.
func ImportDocument(ctx context.Context, dir string, in Import) (Changes, []diag.Finding, error) {
	sets, err := setsOf(in)
	if err != nil {
		return Changes{}, nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Changes{}, nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Changes{}, nil, err
	}
	defer root.Close()
	var all outcome
	for _, s := range sets {
		one, err := reconcileSet(ctx, root, s)
		if err != nil {
			return Changes{}, nil, err
		}
		all.add(one)
	}
	if err := all.apply(ctx, root); err != nil {
		return Changes{}, nil, err
	}
	diag.Sort(all.findings)
	return all.changes, all.findings, nil
}

// reconcileSet finds the folder of a set, reads it, and plans what to write.
func reconcileSet(ctx context.Context, root *os.Root, s set) (outcome, error) {
	if err := findFolder(root, &s); err != nil {
		return outcome{}, err
	}
	d, err := readDisk(ctx, root, s.dir)
	if err != nil {
		return outcome{}, err
	}
	return reconcile(s, d)
}

// setsOf makes the pages of an input and refuses what would make no tree.
func setsOf(in Import) ([]set, error) {
	var sets []set
	if in.Document != nil {
		if slug := in.Document.Slug; !isSlug(slug) || slug == departmentsDir {
			return nil, fmt.Errorf("document %q: the slug %q cannot name a folder", in.Document.ID, slug)
		}
		sets = append(sets, documentSet(in))
	}
	if len(in.Departments) > 0 {
		sets = append(sets, departmentSet(in.Departments))
	}
	for _, s := range sets {
		if err := s.validate(); err != nil {
			return nil, err
		}
	}
	return sets, nil
}

// validate wants ids that are unique and made of their parent's and one word
// more, and a record that is UTF-8; in pages, what is not becomes U+FFFD.
func (s *set) validate() error {
	seen := map[string]bool{}
	for _, p := range s.pages {
		word := p.id
		if p.parent >= 0 {
			var ok bool
			if word, ok = strings.CutPrefix(p.id, s.pages[p.parent].id+"/"); !ok {
				return fmt.Errorf("page %q: the id does not begin with that of the page it belongs to, %q", p.id, s.pages[p.parent].id)
			}
		}
		switch {
		case !isSlug(word):
			return fmt.Errorf("page %q: %q cannot be part of an address: expected lower-case letters, digits and hyphens", p.id, word)
		case seen[p.id]:
			return fmt.Errorf("page %q: the id comes twice", p.id)
		case p.name != "" && !isSlug(p.name):
			return fmt.Errorf("page %q: %q cannot name a file: expected lower-case letters, digits and hyphens", p.id, p.name)
		}
		seen[p.id] = true
	}
	if !utf8.Valid(s.record) {
		return fmt.Errorf("page %q: the lines of the document are not UTF-8", s.pages[0].id)
	}
	return nil
}

// findFolder looks for the folder that holds a document, which a person may
// have renamed. A folder of its slug that holds another document is an error:
// two documents in one folder would overwrite each other.
func findFolder(root *os.Root, s *set) error {
	if s.dir == departmentsDir {
		return nil
	}
	id := s.pages[0].id
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return err
	}
	found := ""
	for _, e := range entries {
		if !e.IsDir() || e.Name() == departmentsDir {
			continue
		}
		other, err := idInFile(root, path.Join(e.Name(), indexStem+".zh.md"))
		switch {
		case err != nil:
			return err
		case e.Name() == s.dir && other != "" && other != id:
			return fmt.Errorf("%s%s holds the document %q, not %q (hint: give one of the two files in seeds/ another name)", shownDir, s.dir, other, id)
		case other == id && (found == "" || e.Name() == s.dir):
			found = e.Name()
		}
	}
	if found != "" {
		s.dir = found
	}
	return nil
}

// idInFile is the id in a page's file, or "" where there is none.
func idInFile(root *os.Root, name string) (string, error) {
	data, err := readBounded(root, name, maxPage)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return pageID(data), err
}

// idForm is slugs joined by slashes.
var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$`)

// pageID reads the id of a page without reading the rest strictly: a file
// whose front matter is broken elsewhere is still that page.
func pageID(data []byte) string {
	const most = 100 // lines in which an id is looked for
	n := 0
	for line := range strings.Lines(string(normalize(data))) {
		if n++; n > most || n > 1 && strings.TrimSpace(line) == "---" {
			break
		}
		if value, ok := strings.CutPrefix(line, "id:"); ok {
			return idForm.FindString(strings.Trim(strings.TrimSpace(value), `"'`))
		}
	}
	return ""
}
