//go:build !unix

package publish

import (
	"os"
	"path"
	"path/filepath"
)

// linkFolder links files of one folder.
func linkFolder(from, to string, files []Entry) error {
	for _, e := range files {
		name := path.Base(e.Path)
		if err := os.Link(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	return nil
}
