package content

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// disk is a folder of content/ as import finds it. Paths are slash-separated,
// under that folder.
type disk struct {
	files   map[string][]byte   // pages, offers, source.txt and the base
	ids     map[string][]string // stems of Chinese files by their id, sorted
	folders map[string]bool
	others  []string // links, and files of no kind that import knows: nothing is written there
	base    *base
}

// readDisk reads the folder dir; one that does not exist is empty.
func readDisk(ctx context.Context, root *os.Root, dir string) (*disk, error) {
	d := &disk{files: map[string][]byte{}, ids: map[string][]string{}, folders: map[string]bool{}}
	if info, err := root.Lstat(dir); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s%s: want a folder, found a link or file (hint: put the folder itself there)", shownDir, dir)
	}
	err := fs.WalkDir(root.FS(), dir, func(name string, e fs.DirEntry, err error) error {
		if err := errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		return d.entry(root, dir, name, e)
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, name := range sortedKeys(d.files) {
		if stem, ok := strings.CutSuffix(name, ".zh.md"); ok {
			if id := pageID(d.files[name]); id != "" {
				d.ids[id] = append(d.ids[id], stem)
			}
		}
	}
	d.base = parseBase(d.files[baseFile])
	return d, nil
}

func (d *disk) entry(root *os.Root, dir, name string, e fs.DirEntry) error {
	rel := strings.TrimPrefix(strings.TrimPrefix(name, dir), "/")
	base := path.Base(name)
	switch {
	case e.IsDir() && strings.HasPrefix(base, "."):
		return fs.SkipDir
	case e.IsDir():
		d.folders[rel] = true
		return nil
	case !e.Type().IsRegular():
		d.others = append(d.others, rel)
		return nil
	}
	limit := int64(maxPage)
	switch {
	case rel == recordFile || rel == baseFile:
		limit = maxRecord
	case strings.HasPrefix(base, "."):
		return nil
	case !strings.HasSuffix(base, ".md") && !strings.HasSuffix(base, ".md"+offerSuffix):
		d.others = append(d.others, rel)
		return nil
	}
	data, err := readBounded(root, name, limit)
	if err != nil {
		return err
	}
	d.files[rel] = data
	return nil
}

// readBounded reads a file of a bounded size.
func readBounded(root *os.Root, name string, limit int64) ([]byte, error) {
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%s%s: %w", shownDir, name, reason(err))
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%s%s: larger than %d bytes, so that import cannot tell what a person wrote there (hint: move it out of content/)", shownDir, name, limit)
	}
	return data, nil
}

// isBlocked reports whether a file cannot be at a path, for a folder is there,
// or for the path is or leads through a link or another file. Import follows no
// link, even inside the project.
func (d *disk) isBlocked(name string) bool {
	return d.folders[name] || slices.ContainsFunc(d.others, func(b string) bool {
		return name == b || strings.HasPrefix(name, b+"/")
	})
}
