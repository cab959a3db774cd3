package publish

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock" // file locks on every system; the kernel drops them when a process dies
)

// lockFile takes the lock file at path, or returns ErrBusy at once. release
// removes the file, so that a finished run leaves nothing behind. One left by
// a killed run is no lock: the lock died with the process.
func lockFile(path string) (release func(), err error) {
	for {
		if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
			return nil, &ObstacleError{Name: filepath.Base(path), Kind: KindLink}
		}
		l := flock.New(path, flock.SetPermissions(fileMode))
		locked, err := l.TryLock()
		if err != nil {
			return nil, err
		}
		if !locked {
			return nil, ErrBusy
		}
		// The holder before us may have removed the file after we opened it:
		// then a third process can lock a new one.
		if isCurrent(l, path) {
			return func() {
				_ = os.Remove(path)
				_ = l.Unlock()
			}, nil
		}
		_ = l.Unlock()
	}
}

func isCurrent(l *flock.Flock, path string) bool {
	held, err := l.Stat()
	if err != nil {
		return false
	}
	var now fs.FileInfo
	now, err = os.Lstat(path)
	return err == nil && os.SameFile(held, now)
}
