package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// checkPlace refuses folders in which a site would do harm.
func checkPlace(dir, project string) error {
	target, err := realPath(dir)
	if err != nil {
		return systemError(dir, err)
	}
	if filepath.Dir(target) == target {
		return refuse(targetIsRoot, dir, nil)
	}
	if project == "" {
		return nil
	}
	source, err := realPath(project)
	if err != nil {
		return systemError(project, err)
	}
	if within(target, source) || within(source, target) {
		return refuse(targetOverlaps, dir, nil)
	}
	return nil
}

// realPath makes a path absolute and resolves its symbolic links as far as it
// exists.
func realPath(p string) (string, error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(abs) == abs {
		return real, err
	}
	parent, err := realPath(filepath.Dir(abs))
	return filepath.Join(parent, filepath.Base(abs)), err
}

// within reports whether a path is the folder dir or below it. Folders are
// compared by what they are, not by their names alone: one folder can be
// mounted twice, and some systems ignore case.
func within(p, dir string) bool {
	for {
		if samePlace(p, dir) {
			return true
		}
		parent := filepath.Dir(p)
		if parent == p {
			return false
		}
		p = parent
	}
}

func samePlace(a, b string) bool {
	if a == b {
		return true
	}
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}
