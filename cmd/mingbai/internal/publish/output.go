package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Output is a local folder that is written file by file, beside its place, and
// takes its place as a whole: see [Swap], which is this for files that are all
// in memory. Files of the site that stands there now can be kept without
// reading them.
//
// Put and Keep may be called by several goroutines at once, each name once. Then
// comes Commit, or nothing, and in any case Close.
type Output struct {
	swap    *swap
	spare   spare
	release func() // the lock

	committed bool

	standing []Entry             // of the site that stands, by path
	spared   bool                // the new site is made of the spare
	mirrored bool                // which was made by Mirror
	foreign  []string            // folders of the new site with something of the user's
	known    map[string]identity // of its folders before anybody else saw them

	mu      sync.Mutex
	made    map[string]bool // folders
	touched map[string]bool // folders of the new site into which something came, or out of which it went
	entries []Entry
	put     map[string]bool // names that were written
}

// Begin prepares the folder dir. It must be missing, empty, or written by an
// Output before; any other is refused. spare is a folder, on the same disk, in
// which the site before is kept to make the next one of; "" for none. Errors are
// of type *Error.
func Begin(dir, spareDir string) (*Output, error) {
	s, err := newSwap(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(s.dir), dirMode); err != nil {
		return nil, systemError(dir, err)
	}
	release, err := lockFile(s.sibling("lock"))
	if err != nil {
		return nil, systemError(dir, err)
	}
	o := &Output{
		swap: s, spare: spare{dir: spareDir}, release: release,
		made: map[string]bool{".": true}, touched: map[string]bool{}, put: map[string]bool{},
	}
	if err := o.begin(); err != nil {
		o.Close()
		return nil, err
	}
	return o, nil
}

func (o *Output) begin() error {
	if err := o.swap.repair(); err != nil {
		return err
	}
	var err error
	if o.standing, err = o.swap.checkOurs(); err != nil {
		return err
	}
	if o.spared = o.spare.take(o.swap.dir, o.swap.fresh); o.spared {
		for folder := range o.spare.spared {
			o.made[folder] = true
		}
		return o.swap.dress()
	}
	if err := os.Mkdir(o.swap.fresh, dirMode); err != nil {
		return o.swap.failed("", err)
	}
	return o.swap.dress()
}

// has reports whether the new site, made of the spare, has a file of the
// standing one already.
func (o *Output) has(name string) bool {
	return o.spared && !o.spare.lacks[name] && o.stands(name) != nil
}

// stands is the entry of a file of the standing site, or nil.
func (o *Output) stands(name string) *Entry {
	i, ok := slices.BinarySearchFunc(o.standing, name, func(e Entry, name string) int { return strings.Compare(e.Path, name) })
	if !ok {
		return nil
	}
	return &o.standing[i]
}

// Put writes a file of the new site. The mark stays true after Commit.
func (o *Output) Put(name string, data []byte) (Entry, Mark, error) {
	if why := badPath(name); why != nil {
		return Entry{}, Mark{}, refuseText(pathNotAllowed, name, *why)
	}
	if err := o.open(name); err != nil {
		return Entry{}, Mark{}, err
	}
	if o.has(name) { // never through a link that both sites share
		if err := os.Remove(o.swap.staged(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return Entry{}, Mark{}, o.swap.failed(name, err)
		}
	}
	mark, err := o.swap.create(name, data)
	if err != nil {
		return Entry{}, Mark{}, err
	}
	e := entryOf(name, data)
	o.note(e, true)
	return e, mark, nil
}

// Keep takes a file over from the site that stands there now, as its manifest
// lists it. The two sites share it (by a hard link; it is copied where the file
// system has none) until the old one goes.
func (o *Output) Keep(e Entry) error {
	if why := badPath(e.Path); why != nil {
		return refuseText(pathNotAllowed, e.Path, *why)
	}
	if stands := o.stands(e.Path); stands == nil || *stands != e {
		return o.swap.failed(e.Path, fs.ErrNotExist)
	}
	if !o.spared || o.spare.lacks[e.Path] {
		if err := o.open(e.Path); err != nil {
			return err
		}
		if err := o.swap.link(e.Path); err != nil {
			return err
		}
	}
	o.note(e, false)
	return nil
}

// KeepOthers is Keep for all files of the site that stands there now but those
// that were put.
func (o *Output) KeepOthers() error {
	for _, e := range o.standing {
		if o.put[e.Path] {
			continue
		}
		if o.spared && !o.spare.lacks[e.Path] {
			o.entries = append(o.entries, e)
		} else if err := o.Keep(e); err != nil {
			return err
		}
	}
	return nil
}

// Read reads a file that was put or kept.
func (o *Output) Read(name string) ([]byte, error) {
	if why := badPath(name); why != nil {
		return nil, refuseText(pathNotAllowed, name, *why)
	}
	return os.ReadFile(o.swap.staged(name))
}

func (o *Output) note(e Entry, put bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.entries = append(o.entries, e)
	if put {
		o.put[e.Path] = true
	}
}

// open readies the folder of a file for a change.
func (o *Output) open(name string) error {
	dir := dirOf(name)
	o.mu.Lock()
	defer o.mu.Unlock()
	o.touched[dir] = true
	return o.makeDirs(dir)
}

func (o *Output) makeDirs(dir string) error {
	if o.made[dir] {
		return nil
	}
	if err := o.makeDirs(dirOf(dir)); err != nil {
		return err
	}
	o.touched[dirOf(dir)] = true
	if err := os.Mkdir(o.swap.staged(dir), dirMode); err != nil {
		if info, statErr := os.Lstat(o.swap.staged(dir)); statErr == nil && !info.IsDir() {
			return refuseText(pathNotAllowed, dir, *fileInTheWay(dir))
		}
		return o.swap.failed(dir, err)
	}
	o.made[dir] = true
	return nil
}
