package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// writeAll writes files into the new folder and gives their entries in the
// order of names, which must be sorted.
func (s *swap) writeAll(ctx context.Context, names []string, files map[string][]byte) ([]Entry, error) {
	if err := s.makeDirs(names); err != nil {
		return nil, err
	}
	entries := make([]Entry, len(names))
	g, ctx := errgroup.WithContext(ctx)
	workers := min(runtime.GOMAXPROCS(0), len(names))
	for w := range workers {
		g.Go(func() error {
			for i := w; i < len(names); i += workers {
				if err := ctx.Err(); err != nil {
					return err
				}
				data := files[names[i]]
				if err := s.writeFile(names[i], data); err != nil {
					return err
				}
				entries[i] = entryOf(names[i], data)
			}
			return nil
		})
	}
	return entries, g.Wait()
}

// makeDirs makes every folder once. Sorted names have those of one folder
// next to each other, but for its subfolders.
func (s *swap) makeDirs(names []string) error {
	made := map[string]bool{".": true}
	for _, name := range names {
		dir := path.Dir(name)
		if made[dir] {
			continue
		}
		if err := os.MkdirAll(filepath.Join(s.fresh, filepath.FromSlash(dir)), dirMode); err != nil {
			return s.failed(dir, err)
		}
		made[dir] = true
	}
	return nil
}

func (s *swap) writeFile(name string, data []byte) error {
	if err := os.WriteFile(filepath.Join(s.fresh, filepath.FromSlash(name)), data, fileMode); err != nil {
		return s.failed(name, err)
	}
	return nil
}

// exchange puts the finished folder in place and clears the old one away.
func (s *swap) exchange() error {
	if err := s.putInPlace(); err != nil {
		_ = os.RemoveAll(s.fresh) // the old site still stands
		return refuse(cannotSwap, s.named, err, linkCause(err))
	}
	// The new site is up, whatever becomes of the old: what cannot be removed
	// now, the next Swap removes.
	_ = s.retire(s.fresh)
	_ = s.retire(s.aside)
	return nil
}

func linkCause(err error) error {
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

func (s *swap) putInPlace() error {
	if !exists(s.dir) {
		return os.Rename(s.fresh, s.dir)
	}
	err := s.exchangeDirs(s.fresh, s.dir)
	if !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err := os.Rename(s.dir, s.aside); err != nil {
		return err
	}
	if err := os.Rename(s.fresh, s.dir); err != nil {
		return errors.Join(err, os.Rename(s.aside, s.dir))
	}
	return nil
}

// retire removes an old site. What the user put into it is not removed but
// moved to the same place in the new one. It may be killed and repeated: the
// manifest, which tells ours from theirs, goes last.
func (s *swap) retire(old string) error {
	if !exists(old) {
		return nil
	}
	if err := removeOurs(old); err != nil {
		return err
	}
	if err := s.rescue(old); err != nil {
		return systemError(filepath.ToSlash(old), err)
	}
	if err := os.RemoveAll(old); err != nil {
		return systemError(filepath.ToSlash(old), err)
	}
	return nil
}

// removeOurs removes the files that a folder's manifest lists, and folders that
// this leaves empty. It follows no link that the user put there.
func removeOurs(dir string) error {
	entries, err := readManifest(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f := &Folder{dir: dir}
	if err := f.open(); err != nil {
		return err
	}
	defer f.Close()
	for _, e := range entries {
		var obstacle *ObstacleError
		if err := f.Remove(context.Background(), e.Path); err != nil && !errors.As(err, &obstacle) {
			return failed(f, e.Path, err)
		}
	}
	return nil
}

// rescue moves what is left in an old site to the new one, unless the new
// site has something at its place.
func (s *swap) rescue(old string) error {
	return filepath.WalkDir(old, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(old, p)
		if err != nil || rel == "." || rel == ManifestName {
			return err
		}
		place := filepath.Join(s.dir, rel)
		if exists(place) {
			return nil // a folder that both have is looked into
		}
		if err := os.Rename(p, place); err != nil {
			return err
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}
