package build

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// overlay shows the files of upper and, where it has none of that name, those
// of lower: a project's layouts/ and assets/ over the embedded ones. Names
// that editors and Go leave there (.x.swp, x~, x.go) are not shown.
type overlay struct{ upper, lower fs.FS }

// Open gives the file of upper, else of lower; a folder holds those of both.
func (o overlay) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) || hidden(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	f, err := o.upper.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		f, err = o.lower.Open(name)
	}
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	if !info.IsDir() {
		return f, nil
	}
	entries, err := o.readDir(name)
	if err != nil {
		f.Close()
		return nil, err
	}
	return &overlayDir{File: f, entries: entries}, nil
}

// readDir joins the names of both folders, the upper one's first.
func (o overlay) readDir(name string) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	for _, fsys := range []fs.FS{o.upper, o.lower} {
		entries, err := fs.ReadDir(fsys, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			known := slices.ContainsFunc(all, func(k fs.DirEntry) bool { return k.Name() == e.Name() })
			if !known && !hidden(e.Name()) {
				all = append(all, e)
			}
		}
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all, nil
}

// hidden tells names that are no layout and no asset.
func hidden(name string) bool {
	if name == "." {
		return false
	}
	for elem := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(elem, ".") || strings.HasSuffix(elem, "~") || path.Ext(elem) == ".go" {
			return true
		}
	}
	return false
}

// overlayDir is an open folder that lists the names of both.
type overlayDir struct {
	fs.File
	entries []fs.DirEntry
	read    int
}

// ReadDir follows fs.ReadDirFile.
func (d *overlayDir) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := d.entries[d.read:]
	if n <= 0 {
		d.read = len(d.entries)
		return rest, nil
	}
	if len(rest) == 0 {
		return nil, io.EOF
	}
	rest = rest[:min(n, len(rest))]
	d.read += len(rest)
	return rest, nil
}

// emptyFS is a folder with nothing in it.
type emptyFS struct{}

// Open finds nothing.
func (emptyFS) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
