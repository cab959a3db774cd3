//go:build !unix

package cache

import (
	"os"
	"path/filepath"
)

type looker struct{ folder string }

func newLooker(dir *os.File) looker { return looker{dir.Name()} }

func (l looker) name(base string) (ID, bool) {
	info, err := os.Lstat(filepath.Join(l.folder, base))
	if err != nil {
		return ID{}, false
	}
	return Identify(info), true
}

// read leaves all files to those who open them by their whole names.
func (l looker) read(string, []byte) ([]byte, bool) { return nil, false }
