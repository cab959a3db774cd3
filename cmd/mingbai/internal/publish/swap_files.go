package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// staged is where a file of the new site is written.
func (s *swap) staged(name string) string {
	return filepath.Join(s.fresh, filepath.FromSlash(name))
}

// create writes a file of the new site and tells what the system knows of it.
func (s *swap) create(name string, data []byte) (Mark, error) {
	mark, err := createFile(s.staged(name), data)
	if err != nil {
		return Mark{}, s.failed(name, err)
	}
	return mark, nil
}

// link gives a file of the old site its place in the new one, too.
func (s *swap) link(name string) error {
	old := filepath.Join(s.dir, filepath.FromSlash(name))
	err := os.Link(old, s.staged(name))
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return s.failedIf(name, err)
	}
	data, err := os.ReadFile(old) // a file system without hard links
	if err != nil {
		return s.failed(name, err)
	}
	_, err = s.create(name, data)
	return err
}

func (s *swap) failedIf(name string, err error) error {
	if err == nil {
		return nil
	}
	return s.failed(name, err)
}

// exchange puts the finished folder in place. Where there was an old one, it is
// now at the place that old names.
func (s *swap) exchange() error {
	if err := s.putInPlace(); err != nil {
		_ = os.RemoveAll(s.fresh) // the old site still stands
		return refuse(cannotSwap, s.named, err, linkCause(err))
	}
	return nil
}

// old is where the site that stood before an exchange is after it; "" for none.
func (s *swap) old() string {
	for _, place := range []string{s.fresh, s.aside} {
		if exists(place) {
			return place
		}
	}
	return ""
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
