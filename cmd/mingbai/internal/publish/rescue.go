package publish

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"
)

// rescueChanged moves what the user has put into the old site to the new one.
// Only folders that have changed since the old site was put in place can hold
// any such thing; where that is not known, all may. The others are pure.
func (o *Output) rescueChanged(old string) (pure map[string]identity, err error) {
	folders := foldersOf(o.standing, nil)
	if len(o.spare.stands) == 0 {
		return nil, o.rescueUnlisted(old, folders, folders)
	}
	var changed []string
	pure = make(map[string]identity, len(folders))
	for i, id := range folderIDs(old, folders) {
		if known, ok := o.spare.stands[folders[i]]; !ok || folders[i] == "." || known != id {
			changed = append(changed, folders[i])
		} else {
			pure[folders[i]] = id
		}
	}
	return pure, o.rescueUnlisted(old, changed, folders)
}

// rescueUnlisted moves what the manifest does not list out of folders. Where
// the user has made something else of a folder, or has something at a place that
// the new site needs, too, the old site is none to make a spare of. all are the
// folders of the old site.
func (o *Output) rescueUnlisted(old string, folders, all []string) error {
	ours := make(map[string]bool, len(all))
	for _, folder := range all {
		ours[folder] = true
	}
	folders = slices.Sorted(slices.Values(folders))
	theirs := make([][]string, len(folders))
	g := errgroup.Group{}
	const some = 128
	for from := 0; from < len(folders); from += some {
		g.Go(func() (err error) {
			for i := from; i < min(from+some, len(folders)) && err == nil; i++ {
				theirs[i], err = o.unlisted(old, folders[i], ours)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, name := range slices.Concat(theirs...) {
		if err := o.rescueOne(old, name); err != nil {
			return err
		}
	}
	return nil
}

// unlisted are the names of what is not the site's in one folder of the old site.
func (o *Output) unlisted(old, folder string, ours map[string]bool) (theirs []string, err error) {
	for above := folder; above != "."; above = dirOf(above) {
		switch id, isFolder := identify(filepath.Join(old, filepath.FromSlash(above))); {
		case id == identity{} && above == folder:
			return nil, nil // gone
		case !isFolder:
			return nil, errNoSpare
		}
	}
	entries, err := os.ReadDir(filepath.Join(old, filepath.FromSlash(folder)))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		if e.IsDir() && ours[name] || !e.IsDir() && o.writes(name) {
			continue
		}
		theirs = append(theirs, name)
	}
	return theirs, nil
}

// writes tells the files of the old site that are not the user's, and those that
// the new one has been given already.
func (o *Output) writes(name string) bool {
	return name == ManifestName || slices.Contains(o.swap.kept, name) || o.stands(name) != nil
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
