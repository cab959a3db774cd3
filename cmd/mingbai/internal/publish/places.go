package publish

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// checkPlaces refuses to put the new site where something of the user's would
// be lost: it stands where a file that was written is to stand, or one of its
// folders. A file with the very same bytes is no loss. What was kept stands at
// its place already.
func (o *Output) checkPlaces() error {
	if len(o.standing) == 0 {
		return nil
	}
	free := map[string]bool{".": true}
	for _, e := range o.entries {
		if !o.put[e.Path] {
			continue
		}
		for _, folder := range slices.Backward(slices.Collect(ancestors(e.Path))) {
			if free[folder] {
				continue
			}
			if err := o.checkFolder(folder); err != nil {
				return err
			}
			free[folder] = true
		}
		if err := o.checkFile(e); err != nil {
			return err
		}
	}
	return nil
}

// checkFolder looks at the place of a folder.
func (o *Output) checkFolder(name string) error {
	info, err := os.Lstat(o.standingPlace(name))
	if err != nil || info.IsDir() || o.stands(name) != nil {
		return nil // what cannot be looked at is not there, or the exchange tells
	}
	return o.obstacle(name, info)
}

// checkFile looks at the place of a file.
func (o *Output) checkFile(e Entry) error {
	info, err := os.Lstat(o.standingPlace(e.Path))
	switch {
	case err != nil:
		return nil
	case info.IsDir():
		if o.hasFolder(e.Path) {
			return nil
		}
	case o.stands(e.Path) != nil:
		return nil
	case info.Mode().IsRegular():
		now, nowErr := os.ReadFile(o.standingPlace(e.Path))
		next, nextErr := o.Read(e.Path)
		if nowErr == nil && nextErr == nil && bytes.Equal(now, next) {
			return nil
		}
	}
	return o.obstacle(e.Path, info)
}

// hasFolder reports whether a folder was one of the standing site.
func (o *Output) hasFolder(name string) bool {
	return slices.ContainsFunc(o.standing, func(e Entry) bool {
		return slices.Contains(slices.Collect(ancestors(e.Path)), name)
	})
}

func (o *Output) standingPlace(name string) string {
	return filepath.Join(o.swap.dir, filepath.FromSlash(name))
}

func (o *Output) obstacle(name string, info fs.FileInfo) error {
	return o.swap.failed(name, &ObstacleError{Name: path.Base(name), Kind: kindOf(info)})
}

func kindOf(info fs.FileInfo) Kind {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return KindFolder
	case mode&fs.ModeSymlink != 0:
		return KindLink
	case mode.IsRegular():
		return KindFile
	}
	return KindSpecial
}
