package cache

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Folder is where a project keeps its cache. It may be removed at any time.
const Folder = ".mingbai"

const (
	stateFile  = "state"
	ignoreFile = ".gitignore"
)

// Store keeps what one build knows for the next, in the project's Folder. It
// is reached through the project's os.Root, so that no link leads out of it.
type Store struct{ root *os.Root }

// NewStore is the store of an opened project folder.
func NewStore(root *os.Root) *Store { return &Store{root} }

// State is that of the last good build; nil where there is none that this
// program can use.
func (s *Store) State() *State {
	data, err := s.Read(stateFile)
	if err != nil {
		return nil
	}
	state, err := decode(data)
	if err != nil {
		return nil
	}
	return state
}

// Save keeps a state, with the ID of the list of the site that was made. A build
// that is killed meanwhile leaves the one before.
func (s *Store) Save(state Encoded, public ID) error {
	return s.Write(stateFile, state.head(public), state.body)
}

// mostPatches is what part of the length of a state patches behind it may have.
const mostPatches = 4

// Amend keeps a state that came from State with a patch, which it applies; the
// ID is that of the list of the site that was made. It writes the patch alone,
// unless the earlier ones have become many.
func (s *Store) Amend(state *State, p *Patch, public ID) error {
	patch := p.encode(state.place(), public)
	state.Apply(p)
	state.Public = public
	if state.patches+len(patch) > state.base/mostPatches {
		return s.Save(state.Encode(), public)
	}
	return s.Append(stateFile, patch)
}

// Read reads a file of the cache.
func (s *Store) Read(name string) ([]byte, error) { return s.root.ReadFile(path.Join(Folder, name)) }

// Write writes a file of the cache, whole or not at all.
func (s *Store) Write(name string, parts ...[]byte) error {
	return s.WriteWith(name, func(f *os.File) error {
		for _, part := range parts {
			if _, err := f.Write(part); err != nil {
				return err
			}
		}
		return nil
	})
}

// WriteWith is Write for a file that is too long to be in memory: write writes
// it.
func (s *Store) WriteWith(name string, write func(f *os.File) error) error {
	if err := s.prepare(); err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	fresh := path.Join(Folder, name+".new")
	f, err := s.root.Create(fresh)
	if err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	if err := s.root.Rename(fresh, path.Join(Folder, name)); err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	return nil
}

// Append writes behind a file of the cache that is there. A process that is
// killed meanwhile leaves a part, which whoever reads it must find out.
func (s *Store) Append(name string, data []byte) error {
	f, err := s.root.OpenFile(path.Join(Folder, name), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	return nil
}

// Spare is where the site before the present one waits to be made the next, in
// the project at root; "" where a link has taken the place of the cache's folder.
func (s *Store) Spare(root string) string {
	if info, err := s.root.Lstat(Folder); err == nil && !info.IsDir() {
		return ""
	}
	return filepath.Join(root, Folder, "spare")
}

// prepare makes the folder, and keeps it out of version control.
func (s *Store) prepare() error {
	if err := s.root.Mkdir(Folder, 0o755); err == nil {
		return s.root.WriteFile(path.Join(Folder, ignoreFile), []byte("*\n"), 0o644)
	} else if !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}
