package publish

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
)

// Output is a local folder that is written file by file, beside its place, and
// takes its place as a whole: see [Swap], which is this for files that are all
// in memory. Files of the site that stands there now can be kept without
// reading them.
//
// Put and Keep may be called by several goroutines at once, each name once.
// Either Commit or Abort ends the work; Abort after Commit does nothing.
type Output struct {
	swap    *swap
	release func() // the lock

	mu      sync.Mutex
	made    map[string]bool // folders
	entries []Entry
}

// Begin prepares the folder dir. It must be missing, empty, or written by an
// Output before; any other is refused. Errors are of type *Error.
func Begin(dir string) (*Output, error) {
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
	o := &Output{swap: s, release: release, made: map[string]bool{".": true}}
	if err := s.begin(); err != nil {
		o.Abort()
		return nil, err
	}
	return o, nil
}

// Put writes a file of the new site. The mark stays true after Commit.
func (o *Output) Put(name string, data []byte) (Entry, Mark, error) {
	if why := badPath(name); why != nil {
		return Entry{}, Mark{}, refuseText(pathNotAllowed, name, *why)
	}
	if err := o.makeDir(path.Dir(name)); err != nil {
		return Entry{}, Mark{}, err
	}
	mark, err := o.swap.create(name, data)
	if err != nil {
		return Entry{}, Mark{}, err
	}
	e := entryOf(name, data)
	o.note(e)
	return e, mark, nil
}

// Keep takes a file over from the site that stands there now, as its manifest
// lists it. The two sites share it (by a hard link; it is copied where the file
// system has none) until the old one goes.
func (o *Output) Keep(e Entry) error {
	if why := badPath(e.Path); why != nil {
		return refuseText(pathNotAllowed, e.Path, *why)
	}
	if err := o.makeDir(path.Dir(e.Path)); err != nil {
		return err
	}
	if err := o.swap.link(e.Path); err != nil {
		return err
	}
	o.note(e)
	return nil
}

// Read reads a file that was put or kept.
func (o *Output) Read(name string) ([]byte, error) {
	if why := badPath(name); why != nil {
		return nil, refuseText(pathNotAllowed, name, *why)
	}
	return os.ReadFile(o.swap.staged(name))
}

func (o *Output) note(e Entry) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.entries = append(o.entries, e)
}

// makeDir makes a folder of the new site, once.
func (o *Output) makeDir(dir string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.makeDirs(dir)
}

func (o *Output) makeDirs(dir string) error {
	if o.made[dir] {
		return nil
	}
	if err := o.makeDirs(path.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(o.swap.staged(dir), dirMode); err != nil {
		if info, statErr := os.Lstat(o.swap.staged(dir)); statErr == nil && !info.IsDir() {
			return refuseText(pathNotAllowed, dir, *fileInTheWay(dir))
		}
		return o.swap.failed(dir, err)
	}
	o.made[dir] = true
	return nil
}

// Commit lets the new site take its place. A context that has ended, or a name
// that was given twice, leaves the old one.
func (o *Output) Commit(ctx context.Context) error {
	defer o.Abort()
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(o.entries) == 0 {
		return refuse(nothingToPublish, "", nil)
	}
	slices.SortFunc(o.entries, compareEntries)
	for i := 1; i < len(o.entries); i++ {
		if o.entries[i].Path == o.entries[i-1].Path {
			return fmt.Errorf("%s: written twice", o.entries[i].Path)
		}
	}
	if err := o.swap.writeManifest(o.entries); err != nil {
		return err
	}
	return o.swap.exchange()
}

// Abort ends the work and leaves the old site as it was.
func (o *Output) Abort() {
	if o.release == nil {
		return
	}
	_ = os.RemoveAll(o.swap.fresh) // else the next Begin does; after Commit it is gone
	o.release()
	o.release = nil
}
