package content

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// Names under content/.
const (
	configFile     = "site.yaml"
	departmentsDir = "departments"
	recordFile     = "source.txt"
	baseFile       = ".base.txtar"
	indexStem      = "_index"
	offerSuffix    = ".new" // import's side of an open conflict
)

// isSlug reports whether a name may stand in an address: words of a-z and 0-9
// joined by hyphens mean the same on every system, embed and need no escaping.
func isSlug(name string) bool {
	if name == "" || name[0] == '-' || name[len(name)-1] == '-' {
		return false
	}
	for i := range len(name) {
		c := name[i]
		if !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' && name[i-1] != '-') {
			return false
		}
	}
	return true
}

// stem is the pair of files of one page; a file that is not there is nil.
type stem struct {
	name  string // of the files, without language
	files [2]*file
}

// folder is a directory under content/ as it was found.
type folder struct {
	path    string // under content/; "." for content/ itself
	name    string
	stems   []*stem   // by name; _index among them
	folders []*folder // by the number that begins the name, then by name
	record  *record   // its source.txt, or nil
}

// index is the pair of the folder's own page, or nil.
func (f *folder) index() *stem {
	for _, s := range f.stems {
		if s.name == indexStem {
			return s
		}
	}
	return nil
}

// pages are all pairs but the folder's own.
func (f *folder) pages() []*stem {
	return slices.DeleteFunc(slices.Clone(f.stems), func(s *stem) bool { return s.name == indexStem })
}

// walker lists what stands under content/. It reads no file.
type walker struct {
	fsys     fs.FS
	files    []*file   // to be read
	records  []*record // to be read
	offers   []string
	findings []diag.Finding
}

func (w *walker) report(r *diag.Rule, name string, args ...any) {
	w.findings = append(w.findings, find(r, diag.Position{File: shownDir + name}, args...))
}

// folder lists a directory. depth is 0 for content/ itself; below a document's
// folders of actions and plans (depth 3) there is nothing.
func (w *walker) folder(name string, depth int) *folder {
	f := &folder{path: name, name: path.Base(name)}
	entries, err := fs.ReadDir(w.fsys, name)
	if err != nil {
		w.report(unreadable, name, reason(err))
		return f
	}
	for _, e := range entries {
		w.entry(f, e, depth)
	}
	slices.SortStableFunc(f.folders, func(a, b *folder) int {
		return cmp.Compare(leadingNumber(a.name), leadingNumber(b.name))
	})
	return f
}

// leadingNumber is the number that begins a folder's name, or 0.
func leadingNumber(name string) int {
	digits, _, _ := strings.Cut(name, "-")
	n, ok := parseInt(digits)
	if !ok {
		return 0
	}
	return int(n)
}

func (w *walker) entry(f *folder, e fs.DirEntry, depth int) {
	name := path.Join(f.path, e.Name())
	switch {
	case strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "~"):
		// what tools and editors leave behind is nobody's page
	case e.IsDir():
		w.subfolder(f, e.Name(), depth)
	case !e.Type().IsRegular():
		w.report(notRegular, name)
	case strings.HasSuffix(name, offerSuffix):
		w.offers = append(w.offers, name)
	case depth == 0 && name == configFile:
	case depth == 1 && f.name != departmentsDir && e.Name() == recordFile:
		f.record = &record{path: name}
		w.records = append(w.records, f.record)
	default:
		w.page(f, e.Name(), depth)
	}
}

func (w *walker) subfolder(f *folder, base string, depth int) {
	name := path.Join(f.path, base)
	switch {
	case depth >= 3 || f.path == departmentsDir:
		w.report(unknownFile, name)
	case !isSlug(base):
		w.report(badName, name, base)
	default:
		f.folders = append(f.folders, w.folder(name, depth+1))
	}
}

// page notes a file NAME.LANG.md.
func (w *walker) page(f *folder, base string, depth int) {
	name := path.Join(f.path, base)
	stemName, lang, ok := splitName(base)
	if !ok || depth == 0 || stemName == indexStem && f.path == departmentsDir {
		w.report(unknownFile, name)
		return
	}
	if stemName != indexStem && !isSlug(stemName) {
		w.report(badName, name, stemName)
		return
	}
	// ReadDir sorts by name, so that the two files of a pair come together
	if n := len(f.stems); n == 0 || f.stems[n-1].name != stemName {
		f.stems = append(f.stems, &stem{name: stemName})
	}
	s := f.stems[len(f.stems)-1]
	for i, l := range langs {
		if l == lang {
			s.files[i] = &file{path: name, lang: lang}
		}
	}
}

// splitName takes the name of a page's file apart: "m01.zh.md".
func splitName(base string) (stem string, lang plan.Lang, ok bool) {
	rest, ok := strings.CutSuffix(base, ".md")
	if !ok {
		return "", "", false
	}
	for _, l := range langs {
		if stem, ok := strings.CutSuffix(rest, "."+string(l)); ok && stem != "" {
			return stem, l, true
		}
	}
	return "", "", false
}

// claim says of what kind the files of a page are and queues them for reading.
func (w *walker) claim(s *stem, k kind) {
	for _, f := range s.files {
		if f != nil {
			f.kind = k
			w.files = append(w.files, f)
		}
	}
}

// refuse reports pages that stand where none of their kind may stand.
func (w *walker) refuse(stems []*stem) {
	for _, s := range stems {
		for _, f := range s.files {
			if f != nil {
				w.report(unknownFile, f.path)
			}
		}
	}
}

// classify gives every page its kind, by where it stands: a folder with
// folders in it is an action, one without is a plan.
func (w *walker) classify(top *folder) {
	for _, f := range top.folders {
		if f.name == departmentsDir {
			for _, s := range f.stems {
				w.claim(s, departmentPage)
			}
			continue
		}
		w.claimFolder(f, documentPage)
		for _, sub := range f.folders {
			if len(sub.folders) == 0 {
				w.claimFolder(sub, planPage)
				continue
			}
			w.claimFolder(sub, actionPage)
			for _, p := range sub.folders {
				w.claimFolder(p, planPage)
			}
		}
	}
}

func (w *walker) claimFolder(f *folder, k kind) {
	if index := f.index(); index != nil {
		w.claim(index, k)
	}
	if k != planPage {
		w.refuse(f.pages())
		return
	}
	for _, s := range f.pages() {
		w.claim(s, measurePage)
	}
}
