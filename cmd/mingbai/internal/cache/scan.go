package cache

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// Input is a file, folder or anything else below the folders that a build
// reads.
type Input struct {
	Path  string // slash-separated, below the project; a folder's ends with a slash
	ID    ID     // zero for what is no file
	Sum   Sum    // zero where nobody has read the content
	young bool   // it may change and keep its ID: see ID.Settled
	read  bool   // its content was read for the Sum
}

// Known is the ID, or none where the content may change and the ID stay.
func (in Input) Known() ID {
	if in.young {
		return ID{}
	}
	return in.ID
}

// IsFolder tells folders, which have no content.
func (in Input) IsFolder() bool { return strings.HasSuffix(in.Path, "/") }

// Scan lists everything below some folders of a project, by path. It opens no
// file. A folder that is not there has nothing in it. skip tells names that
// nobody reads.
func Scan(ctx context.Context, root string, folders []string, skip func(name string) bool) ([]Input, error) {
	s := &scanner{root: root, skip: skip, seen: time.Now(), work: make(chan struct{}, runtime.GOMAXPROCS(0))}
	for _, folder := range folders {
		if _, err := os.Lstat(filepath.Join(root, folder)); err == nil {
			s.wait.Go(func() { s.folder(ctx, folder) })
		}
	}
	s.wait.Wait()
	if err := errors.Join(s.failed, ctx.Err()); err != nil {
		return nil, err
	}
	all := slices.Concat(s.found...)
	slices.SortFunc(all, func(a, b Input) int { return strings.Compare(a.Path, b.Path) })
	return all, nil
}

// scanner reads folders on all processors.
type scanner struct {
	root string
	skip func(string) bool
	seen time.Time
	work chan struct{} // a place for each folder being read
	wait sync.WaitGroup

	mu     sync.Mutex
	found  [][]Input // folder by folder
	failed error
}

func (s *scanner) folder(ctx context.Context, name string) {
	s.work <- struct{}{}
	found, err := s.read(ctx, name)
	<-s.work
	s.mu.Lock()
	defer s.mu.Unlock()
	s.found, s.failed = append(s.found, found), cmp.Or(s.failed, err)
}

// read lists one folder. What vanishes meanwhile is not there.
func (s *scanner) read(ctx context.Context, name string) ([]Input, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	look, err := openLooker(filepath.Join(s.root, filepath.FromSlash(name)))
	if err != nil {
		return nil, gone(err)
	}
	defer look.close()
	entries, err := look.list()
	if err != nil {
		return nil, gone(err)
	}
	found := make([]Input, 0, 1+len(entries))
	own := Input{Path: name + "/"}
	if id, ok := look.name("."); ok {
		own.ID, own.young = id, !id.Settled(s.seen)
	}
	found = append(found, own)
	for _, e := range entries {
		in := Input{Path: name + "/" + e.Name()}
		if s.skip != nil && s.skip(in.Path) {
			continue
		}
		switch {
		case e.IsDir(): // it tells of itself
			below := in.Path
			s.wait.Go(func() { s.folder(ctx, below) })
			continue
		case e.Type().IsRegular():
			if id, ok := look.name(e.Name()); ok {
				in.ID, in.young = id, !id.Settled(s.seen)
			}
		}
		found = append(found, in)
	}
	return found, nil
}

// gone forgives a file that vanished while folders were being read.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
