package meter

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Tree is a built site in memory.
type Tree struct {
	folders []string // each before those in it
	files   []file
}

type file struct {
	name string
	data []byte
}

// ReadTree reads all files of a folder.
func ReadTree(dir string) (*Tree, error) {
	var t Tree
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil || d.IsDir() {
			t.folders = append(t.folders, rel)
			return err
		}
		data, err := os.ReadFile(name)
		t.files = append(t.files, file{rel, data})
		return err
	})
	return &t, err
}

// Write makes the folders and writes the files into dir, by so many writers, and
// tells how long that took: no build of these files can be faster.
func (t *Tree) Write(dir string, writers int) (time.Duration, error) {
	start := time.Now()
	for _, name := range t.folders {
		if err := os.Mkdir(filepath.Join(dir, name), 0o777); err != nil {
			return 0, err
		}
	}
	failed := make([]error, writers)
	var group sync.WaitGroup
	for w := range writers {
		group.Go(func() {
			for i := w; i < len(t.files) && failed[w] == nil; i += writers {
				failed[w] = os.WriteFile(filepath.Join(dir, t.files[i].name), t.files[i].data, 0o666)
			}
		})
	}
	group.Wait()
	for _, err := range failed {
		if err != nil {
			return 0, err
		}
	}
	return time.Since(start), nil
}
