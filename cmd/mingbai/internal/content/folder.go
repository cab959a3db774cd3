package content

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// folder is a directory under content/ as it was found and read. Nothing
// changes it once the content is loaded.
type folder struct {
	path     string // under content/; "." for content/ itself
	name     string
	depth    int // 0 for content/ itself; below a document's folders of actions and plans (3) there is nothing
	stamp    Stamp
	entries  []entry   // by name
	stems    []*stem   // by the names of their files; _index among them
	folders  []*folder // by the number that begins the name, then by name
	record   *record   // its source.txt, or nil
	offers   []string
	findings []diag.Finding
	made     *made // of a document
}

// entry is what a directory lists.
type entry struct {
	name string
	mode fs.FileMode // its type
}

// stem is the pair of files of one page; a file that is not there is nil.
type stem struct {
	name  string // of the files, without language
	files [2]*file
}

// file is the file of a language; a stem that is nil has none.
func (s *stem) file(lang int) *file {
	if s == nil {
		return nil
	}
	return s.files[lang]
}

// stem is the pair of a name, or nil. A folder that is nil has none.
func (f *folder) stem(name string) *stem {
	if f == nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(f.stems, name, func(s *stem, name string) int { return byFile(s.name, name) })
	if !ok {
		return nil
	}
	return f.stems[i]
}

// byFile orders stems as a folder lists their files, m01-3.zh.md before
// m01.zh.md.
func byFile(a, b string) int {
	n := min(len(a), len(b))
	switch c := strings.Compare(a[:n], b[:n]); {
	case c != 0 || len(a) == len(b):
		return c
	case len(a) == n:
		return cmp.Compare('.', b[n])
	default:
		return cmp.Compare(a[n], '.')
	}
}

// folder is the folder of a name in this one, or nil.
func (f *folder) folder(name string) *folder {
	if f == nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(f.folders, name, func(sub *folder, name string) int { return byNumber(sub.name, name) })
	if !ok {
		return nil
	}
	return f.folders[i]
}

// byNumber orders the names of folders.
func byNumber(a, b string) int {
	return cmp.Or(cmp.Compare(leadingNumber(a), leadingNumber(b)), strings.Compare(a, b))
}

// index is the pair of the folder's own page, or nil.
func (f *folder) index() *stem { return f.stem(indexStem) }

// pages are all pairs but the folder's own.
func (f *folder) pages() []*stem {
	return slices.DeleteFunc(slices.Clone(f.stems), func(s *stem) bool { return s.name == indexStem })
}

func (f *folder) report(r *diag.Rule, name string, args ...any) {
	f.findings = append(f.findings, find(r, diag.Position{File: shownDir + name}, args...))
}

// under is the path of an entry.
func (f *folder) under(base string) string {
	if f.depth == 0 {
		return base
	}
	return f.path + "/" + base
}

// sort gives every entry its place and its kind. Where the pages of a folder
// stand tells their kind: a folder with folders in it is an action, one
// without is a plan.
func (f *folder) sort() {
	for _, e := range f.entries {
		f.entry(e)
	}
	slices.SortFunc(f.folders, func(a, b *folder) int { return byNumber(a.name, b.name) })
	switch {
	case f.depth == 1 && f.name == departmentsDir:
		f.claim(departmentPage, departmentPage)
	case f.depth == 1:
		f.claim(documentPage, noPage)
	case f.depth == 2 && len(f.folders) > 0:
		f.claim(actionPage, noPage)
	case f.depth > 1:
		f.claim(planPage, measurePage)
	}
}

// sortLike takes the places and kinds of the entries from a folder that lists
// the same.
func (f *folder) sortLike(other *folder) {
	f.entries, f.offers, f.findings = other.entries, other.offers, other.findings
	f.stems = slices.Clone(other.stems)
	if other.record != nil {
		f.record = &record{path: other.record.path}
	}
	for _, sub := range other.folders {
		f.folders = append(f.folders, &folder{path: sub.path, name: sub.name, depth: sub.depth})
	}
}

// claim says of what kind the folder's own page and its other pages are, and
// refuses pages that stand where none of their kind may stand.
func (f *folder) claim(own, others kind) {
	for _, s := range f.stems {
		k := others
		if s.name == indexStem {
			k = own
		}
		for _, file := range s.files {
			switch {
			case file == nil:
			case k == noPage:
				file.kind = noPage
				f.report(unknownFile, file.path)
			default:
				file.kind = k
			}
		}
	}
}

func (f *folder) entry(e entry) {
	switch {
	case strings.HasPrefix(e.name, ".") || strings.HasSuffix(e.name, "~"):
		// what tools and editors leave behind is nobody's page
	case e.mode.IsDir():
		f.subfolder(e.name)
	case !e.mode.IsRegular():
		f.report(notRegular, f.under(e.name))
	case strings.HasSuffix(e.name, offerSuffix):
		f.offers = append(f.offers, f.under(e.name))
	case f.depth == 0 && e.name == configFile:
	case f.depth == 1 && f.name != departmentsDir && e.name == recordFile:
		f.record = &record{path: f.under(e.name)}
	default:
		f.page(e.name)
	}
}

func (f *folder) subfolder(base string) {
	switch name := f.under(base); {
	case f.depth >= 3 || f.path == departmentsDir:
		f.report(unknownFile, name)
	case !isSlug(base):
		f.report(badName, name, base)
	default:
		f.folders = append(f.folders, &folder{path: name, name: base, depth: f.depth + 1})
	}
}

// page notes a file NAME.LANG.md.
func (f *folder) page(base string) {
	name := f.under(base)
	stemName, lang, ok := splitName(base)
	if !ok || f.depth == 0 || stemName == indexStem && f.path == departmentsDir {
		f.report(unknownFile, name)
		return
	}
	if stemName != indexStem && !isSlug(stemName) {
		f.report(badName, name, stemName)
		return
	}
	// entries are sorted by name, so that the two files of a pair come together
	if n := len(f.stems); n == 0 || f.stems[n-1].name != stemName {
		f.stems = append(f.stems, &stem{name: stemName})
	}
	f.stems[len(f.stems)-1].files[langIndex(lang)] = &file{path: name, lang: lang}
}
