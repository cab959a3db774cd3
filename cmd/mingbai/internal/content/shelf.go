package content

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// Dir gives the folder root for Load. It is what root.FS() gives, with fewer
// calls of the system for every file: a file is opened in its folder, which
// was opened before, and never through a link.
func Dir(root *os.Root) fs.FS { return dir{root.FS(), root} }

type dir struct {
	fs.FS
	root *os.Root
}

// Lstat and ReadLink tell a link from what it leads to.
func (d dir) Lstat(name string) (fs.FileInfo, error) { return d.root.Lstat(name) }
func (d dir) ReadLink(name string) (string, error)   { return d.root.Readlink(name) }

// library opens folders.
type library struct{ fsys fs.FS }

// shelf is a folder from which one worker takes files. It is opened when the
// first is taken.
type shelf struct {
	fsys   fs.FS
	path   string
	root   *os.Root // nil where files are opened by their whole paths
	handle *os.File
}

func (l library) shelf(path string) *shelf {
	s := &shelf{fsys: l.fsys, path: path}
	if d, ok := l.fsys.(dir); ok {
		s.root = d.root
	}
	return s
}

func (s *shelf) close() {
	if s.handle != nil {
		s.handle.Close()
	}
}

// open opens the folder where it is to be kept open.
func (s *shelf) open() error {
	if s.root == nil || s.handle != nil {
		return nil
	}
	var err error
	s.handle, err = s.root.Open(s.path)
	return err
}

// list lists the folder, by name.
func (s *shelf) list() ([]entry, error) {
	if err := s.open(); err != nil {
		return nil, err
	}
	var found []fs.DirEntry
	var err error
	if s.handle != nil {
		found, err = readDir(s.handle)
	} else {
		found, err = fs.ReadDir(s.fsys, s.path)
	}
	if err != nil {
		return nil, err
	}
	entries := make([]entry, len(found))
	for i, e := range found {
		entries[i] = entry{e.Name(), e.Type()}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	return entries, nil
}

func readDir(folder *os.File) ([]fs.DirEntry, error) {
	f, err := listed(folder)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

// stamp is the state of a file of the folder, or of the folder itself; name is
// its whole path.
func (s *shelf) stamp(name string) Stamp {
	if s.root == nil || s.open() != nil {
		return Stamp{}
	}
	if name == s.path {
		return stampAt(s.root, s.handle, name, ".")
	}
	return stampAt(s.root, s.handle, name, name[strings.LastIndexByte(name, '/')+1:])
}

// take opens a file of the folder; name is its whole path.
func (s *shelf) take(name string) (io.ReadCloser, error) {
	if err := s.open(); err != nil {
		return nil, err
	}
	if s.handle != nil {
		return openAt(s.root, s.handle, name, name[strings.LastIndexByte(name, '/')+1:])
	}
	return s.fsys.Open(name)
}
