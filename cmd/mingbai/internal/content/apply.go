package content

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// apply does what was planned: pages are written, then removed, and the bases
// last. A page that was written before its base is taken for up to date by the
// next import; the other way round it would be taken for edited.
func (o *outcome) apply(ctx context.Context, root *os.Root) error {
	var writes, removals []step
	for _, s := range o.steps {
		if s.new == nil {
			removals = append(removals, s)
		} else {
			writes = append(writes, s)
		}
	}
	for _, steps := range [][]step{writes, removals, o.bases} {
		for _, s := range steps {
			if err := errors.Join(ctx.Err(), s.apply(root)); err != nil {
				return err
			}
		}
	}
	return nil
}

// apply writes or removes one file, unless a person saved it meanwhile.
func (s step) apply(root *os.Root) error {
	if s.old != nil && s.new != nil && bytes.Equal(s.old, s.new) {
		return nil
	}
	now, err := root.ReadFile(s.path)
	there := !errors.Is(err, fs.ErrNotExist)
	switch {
	case there && err != nil:
		return fmt.Errorf("%s%s: %w", shownDir, s.path, reason(err))
	case there != (s.old != nil) || !bytes.Equal(now, s.old):
		return fmt.Errorf("%s%s: changed while import was running (hint: import again)", shownDir, s.path)
	case s.new == nil:
		return s.remove(root)
	}
	if err := replace(root, s.path, s.new, there); err != nil {
		return fmt.Errorf("%s%s: %w", shownDir, s.path, reason(err))
	}
	return nil
}

// remove removes the file and every folder that has become empty by it.
func (s step) remove(root *os.Root) error {
	if err := root.Remove(s.path); err != nil {
		return fmt.Errorf("%s%s: %w", shownDir, s.path, reason(err))
	}
	for dir := path.Dir(s.path); path.Dir(dir) != "."; dir = path.Dir(dir) {
		if root.Remove(dir) != nil {
			break // it is not empty
		}
	}
	return nil
}

// replace writes a file whole or not at all: beside it, then in its place. A
// file that a person may have written to reaches the disk before it replaces
// theirs; a new one can be made again.
func replace(root *os.Root, name string, data []byte, durable bool) (err error) {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	temp := path.Join(path.Dir(name), "."+path.Base(name)+".tmp")
	if err := root.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // left by an import that was killed
	}
	f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, modeOf(root, name))
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && durable {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = root.Rename(temp, name)
	}
	if err != nil {
		return errors.Join(err, root.Remove(temp))
	}
	return nil
}

// modeOf keeps the permissions that a person gave a file.
func modeOf(root *os.Root, name string) fs.FileMode {
	if info, err := root.Stat(name); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}
