package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// removeStale removes from a folder the files of the standing site that the new
// one does not have, or has in another form. absent tells those that the folder
// does not have from the beginning. Folders that this changes are touched.
func (o *Output) removeStale(dir string, absent func(name string) bool, touched map[string]bool) error {
	emptied := map[string]bool{}
	at := 0 // both lists are in order
	for _, e := range o.standing {
		for at < len(o.entries) && o.entries[at].Path < e.Path {
			at++
		}
		kept := at < len(o.entries) && o.entries[at].Path == e.Path && !o.put[e.Path]
		if kept || absent(e.Path) {
			continue
		}
		err := os.Remove(filepath.Join(dir, filepath.FromSlash(e.Path)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return o.swap.failed(e.Path, err)
		}
		emptied[dirOf(e.Path)] = true
		touched[dirOf(e.Path)] = true
	}
	removeEmptied(dir, emptied, touched)
	return nil
}

// removeEmptied removes folders that hold nothing any more, and those above
// them that this leaves empty.
func removeEmptied(dir string, emptied, touched map[string]bool) {
	folders := make([]string, 0, len(emptied))
	for folder := range emptied {
		folders = append(folders, folder)
	}
	slices.SortFunc(folders, func(a, b string) int { return strings.Compare(b, a) })
	for _, folder := range folders {
		for ; folder != "."; folder = dirOf(folder) {
			if os.Remove(filepath.Join(dir, filepath.FromSlash(folder))) != nil {
				break // it holds something
			}
			touched[dirOf(folder)] = true
		}
	}
}

// putAside makes the spare of the site that stood before, which the exchange
// has put where the new one was written. The new site is up: what fails here
// leaves no spare, and what is left is retired, now or by the next Begin.
func (o *Output) putAside() {
	old := o.swap.old()
	if old != "" && o.spare.dir != "" && o.worthKeeping() && o.makeSpare(old) == nil {
		return
	}
	o.spare.drop()
	if old != "" {
		_ = o.swap.retire(old)
	}
	if o.spare.dir != "" && os.MkdirAll(filepath.Dir(o.spare.dir), dirMode) == nil {
		_ = o.spare.write(o.swap.dir, nil, nil, o.knownNow()) // without it, the next build looks for itself
	}
}

// worthKeeping reports whether the spare would have at least half of the new
// site: one that has less is made as quickly from nothing.
func (o *Output) worthKeeping() bool { return 2*len(o.put) <= len(o.entries) }

// knownNow are the identities of folders of the new site that hold nothing of
// the user's.
func (o *Output) knownNow() map[string]identity {
	for _, folder := range o.foreign {
		delete(o.known, folder)
	}
	return o.known
}

func (o *Output) makeSpare(old string) error {
	pure, err := o.rescueChanged(old)
	if err != nil {
		return err
	}
	touched := map[string]bool{}
	if err := o.removeStale(old, func(string) bool { return false }, touched); err != nil {
		return err
	}
	o.spare.drop()
	if err := os.MkdirAll(filepath.Dir(o.spare.dir), dirMode); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(old, ManifestName)); err != nil {
		return err
	}
	for _, name := range o.swap.kept {
		_ = os.Remove(filepath.Join(old, name)) // the new site has its own
	}
	if err := os.Rename(old, o.spare.dir); err != nil {
		_ = os.RemoveAll(old) // nothing in it is the user's
		return err
	}
	var lacks []string
	for name := range o.put {
		lacks = append(lacks, name)
	}
	spared := identities(o.spare.dir, foldersOf(o.entries, o.put), pure, touched)
	return o.spare.write(o.swap.dir, lacks, spared, o.knownNow())
}

// identities are those of folders: what they were known to be, or what they are
// now where they are not known or were touched since.
func identities(dir string, folders []string, known map[string]identity, touched map[string]bool) map[string]identity {
	ids, rest := make(map[string]identity, len(folders)), []string{}
	for _, folder := range folders {
		if id, ok := known[folder]; ok && !touched[folder] {
			ids[folder] = id
		} else {
			rest = append(rest, folder)
		}
	}
	for i, id := range folderIDs(dir, rest) {
		ids[rest[i]] = id
	}
	return ids
}

// pureFolders identifies the folders of the new site before it takes its place:
// what the user puts into one from then on changes it. One that was changed
// lately is left out.
func (o *Output) pureFolders() map[string]identity {
	if o.spare.dir == "" {
		return nil
	}
	now := time.Now()
	ids := identities(o.swap.fresh, foldersOf(o.entries, nil), o.spare.spared, o.touched)
	maps.DeleteFunc(ids, func(_ string, id identity) bool { return !id.settled(now) })
	return ids
}
