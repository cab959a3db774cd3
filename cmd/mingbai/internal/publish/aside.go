package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// removeStale removes from a folder the files of the standing site that the new
// one does not have, or has in another form. absent tells those that the folder
// does not have from the beginning.
func (o *Output) removeStale(dir string, absent func(name string) bool) error {
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
		emptied[path.Dir(e.Path)] = true
	}
	removeEmptied(dir, emptied)
	return nil
}

// removeEmptied removes folders that hold nothing any more, and those above
// them that this leaves empty.
func removeEmptied(dir string, emptied map[string]bool) {
	folders := make([]string, 0, len(emptied))
	for folder := range emptied {
		folders = append(folders, folder)
	}
	slices.SortFunc(folders, func(a, b string) int { return strings.Compare(b, a) })
	for _, folder := range folders {
		for ; folder != "."; folder = path.Dir(folder) {
			if os.Remove(filepath.Join(dir, filepath.FromSlash(folder))) != nil {
				break // it holds something
			}
		}
	}
}

// putAside makes the spare of the site that stood before, which the exchange
// has put where the new one was written. The new site is up: what fails here
// leaves no spare, and what is left is retired, now or by the next Begin.
func (o *Output) putAside() {
	old := o.swap.old()
	if old == "" {
		return
	}
	if o.spare.dir == "" || o.makeSpare(old) != nil {
		o.spare.drop()
		_ = o.swap.retire(old)
	}
}

func (o *Output) makeSpare(old string) error {
	if err := o.rescueChanged(old); err != nil {
		return err
	}
	if err := o.removeStale(old, func(string) bool { return false }); err != nil {
		return err
	}
	o.spare.drop()
	if err := os.MkdirAll(filepath.Dir(o.spare.dir), dirMode); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(old, ManifestName)); err != nil {
		return err
	}
	for _, name := range keeps {
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
	var shared []Entry
	for _, e := range o.entries {
		if !o.put[e.Path] {
			shared = append(shared, e)
		}
	}
	for _, folder := range o.foreign {
		delete(o.known, folder)
	}
	return o.spare.write(o.swap.dir, lacks, foldersOf(shared), o.known)
}

// pureFolders identifies the folders of the new site before it takes its place:
// what the user puts into one from then on changes it. One that was changed so
// lately that the clock may stand still until the next change is left out.
func (o *Output) pureFolders() map[string]string {
	if o.spare.dir == "" {
		return nil
	}
	const settled = 100 * time.Millisecond
	before := time.Now().Add(-settled).UnixNano()
	folders, known := foldersOf(o.entries), map[string]string{}
	for i, id := range folderIDs(o.swap.fresh, folders) {
		if id.changed < before {
			known[folders[i]] = id.text
		}
	}
	return known
}

// rescueChanged moves what the user has put into the old site to the new one.
// Only folders that have changed since the old site was put in place can hold
// any such thing; where that is not known, all may.
func (o *Output) rescueChanged(old string) error {
	if len(o.spare.stands) == 0 {
		return o.rescueUnlisted(old, foldersOf(o.standing))
	}
	var changed []string
	folders := foldersOf(o.standing)
	for i, id := range folderIDs(old, folders) {
		if known, ok := o.spare.stands[folders[i]]; !ok || folders[i] == "." || known != id.text {
			changed = append(changed, folders[i])
		}
	}
	return o.rescueUnlisted(old, changed)
}

// rescueUnlisted moves what the manifest does not list out of folders. Where
// the user has made something else of a folder, or has something at a place that
// the new site needs, too, the old site is none to make a spare of.
func (o *Output) rescueUnlisted(old string, folders []string) error {
	root, err := os.OpenRoot(old)
	if err != nil {
		return err
	}
	defer root.Close()
	ours := map[string]bool{}
	for _, folder := range foldersOf(o.standing) {
		ours[folder] = true
	}
	slices.Sort(folders)
	for _, folder := range folders {
		if _, err := root.Lstat(folder); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if !isRealFolder(root, folder) {
			return errNoSpare
		}
		entries, err := os.ReadDir(filepath.Join(old, filepath.FromSlash(folder)))
		if err != nil {
			return err
		}
		for _, e := range entries {
			name := path.Join(folder, e.Name())
			if e.IsDir() && ours[name] || !e.IsDir() && o.writes(name) {
				continue
			}
			if err := o.rescueOne(old, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// writes tells the files of the old site that are not the user's, and those that
// the new one has been given already.
func (o *Output) writes(name string) bool {
	return name == ManifestName || slices.Contains(keeps, name) || o.stands(name) != nil
}

// rescueOne moves a file or folder of the user's.
func (o *Output) rescueOne(old, name string) error {
	place := filepath.Join(o.swap.dir, filepath.FromSlash(name))
	if exists(place) {
		return errNoSpare
	}
	o.foreign = append(o.foreign, path.Dir(name))
	return os.Rename(filepath.Join(old, filepath.FromSlash(name)), place)
}

// errNoSpare says that an old site is to be retired.
var errNoSpare = errors.New("the old site holds what is not its own")
