package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// removeOurs removes the files that a folder's manifest lists, and folders that
// this leaves empty. It follows no link that the user put there.
func removeOurs(dir string) error {
	entries, err := readManifest(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return systemError(filepath.ToSlash(dir), err)
	}
	defer root.Close()
	folders := byFolder(entries)
	names := make([]string, 0, len(folders))
	for name := range folders {
		names = append(names, name)
	}
	g := errgroup.Group{}
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range names {
		g.Go(func() error { return removeIn(root, name, folders[name]) })
	}
	if err := g.Wait(); err != nil {
		return systemError(filepath.ToSlash(dir), err)
	}
	removeEmpty(root, names)
	return nil
}

// byFolder gives the names of files by the folder that they stand in: the way
// to a folder is found once for all of them.
func byFolder(entries []Entry) map[string][]string {
	folders := map[string][]string{}
	for _, e := range entries {
		dir := path.Dir(e.Path)
		folders[dir] = append(folders[dir], path.Base(e.Path))
	}
	return folders
}

// removeIn removes files of one folder. A folder that is gone, or that was
// exchanged for something else, has nothing of ours.
func removeIn(root *os.Root, folder string, files []string) error {
	if !isRealFolder(root, folder) {
		return nil
	}
	in, err := root.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer in.Close()
	for _, name := range files {
		// A folder at the place of a file stays, unless it is empty.
		if err := in.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) && !isFolder(in, name) {
			return err
		}
	}
	return nil
}

// isRealFolder reports whether a folder is reached without a link.
func isRealFolder(root *os.Root, folder string) bool {
	for ; folder != "."; folder = path.Dir(folder) {
		if !isFolder(root, folder) {
			return false
		}
	}
	return true
}

func isFolder(root *os.Root, name string) bool {
	info, err := root.Lstat(name)
	return err == nil && info.IsDir()
}

// removeEmpty removes those of the folders, and of the folders above them, that
// hold nothing any more.
func removeEmpty(root *os.Root, folders []string) {
	all := map[string]bool{}
	for _, name := range folders {
		for ; name != "." && !all[name]; name = path.Dir(name) {
			all[name] = true
		}
	}
	deepest := make([]string, 0, len(all))
	for name := range all {
		deepest = append(deepest, name)
	}
	slices.SortFunc(deepest, func(a, b string) int { return strings.Compare(b, a) }) // below comes after above
	for _, name := range deepest {
		if isRealFolder(root, name) {
			_ = root.Remove(name) // one that holds something of the user's stays
		}
	}
}
