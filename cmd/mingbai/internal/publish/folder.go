package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Modes of what is written, before the umask: a web server runs as another
// user and has to read it.
const (
	fileMode fs.FileMode = 0o644
	dirMode  fs.FileMode = 0o755
)

// Folder is a local folder as a [Target]. It is reached through an os.Root, so
// that no name and no symbolic link inside it leads out of it.
type Folder struct {
	dir  string   // as the user gave it
	root *os.Root // nil where the folder does not exist yet
}

// OpenFolder opens a folder to publish to; it need not exist yet, and is only
// made by Lock. The folder is refused where it is the root of a file system,
// or where it holds the project folder or lies inside it: publishing would mix
// the site with its sources. project may be "" where there is none. The caller
// closes the Folder. Errors are of type *Error.
func OpenFolder(dir, project string) (*Folder, error) {
	if err := checkPlace(dir, project); err != nil {
		return nil, err
	}
	f := &Folder{dir: dir}
	if err := f.open(); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return f, nil
}

func (f *Folder) open() error {
	info, err := os.Stat(f.dir)
	if err != nil && errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err == nil && !info.IsDir() {
		return refuse(notAFolder, f.dir, nil)
	}
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return systemError(f.dir, err)
	}
	f.root = root
	return nil
}

// Close releases the folder.
func (f *Folder) Close() error {
	if f.root == nil {
		return nil
	}
	return f.root.Close()
}

// String is the folder as the user named it.
func (f *Folder) String() string { return filepath.ToSlash(f.dir) }

// Lock makes the folder and takes its lock file.
func (f *Folder) Lock(context.Context) (func(), error) {
	created := f.root == nil
	if created {
		if err := os.MkdirAll(f.dir, dirMode); err != nil {
			return nil, err
		}
		if err := f.open(); err != nil {
			return nil, err
		}
	}
	// Remove succeeds only where publishing left nothing in the folder.
	undo := func() {
		if created {
			_ = os.Remove(f.dir)
		}
	}
	release, err := lockFile(filepath.Join(f.dir, lockName))
	if err != nil {
		undo()
		return nil, err
	}
	return func() { release(); undo() }, nil
}

// Foreign names the first entry that counts: not bookkeeping, and not what
// makes a fresh folder or file system look used.
func (f *Folder) Foreign(context.Context) (string, error) {
	if f.root == nil {
		return "", nil
	}
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		if !isOwn(e.Name()) && !slices.Contains([]string{".gitkeep", "lost+found"}, e.Name()) {
			return e.Name(), nil
		}
	}
	return "", nil
}

// Open opens a plain file, and nothing else: opening a pipe would wait for
// ever.
func (f *Folder) Open(_ context.Context, name string) (io.ReadCloser, error) {
	if f.root == nil {
		return nil, fs.ErrNotExist
	}
	info, err := f.root.Lstat(name)
	if err != nil {
		return nil, f.explain(name, err)
	}
	switch m := info.Mode(); {
	case m.IsDir():
		return nil, &ObstacleError{Name: name, Kind: KindFolder}
	case m&fs.ModeSymlink != 0:
		return nil, &ObstacleError{Name: name, Kind: KindLink}
	case !m.IsRegular():
		return nil, &ObstacleError{Name: name, Kind: KindSpecial}
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	return file, nil
}

// explain looks among the folders above a name for why it cannot be reached: a
// file, or a symbolic link that leads out of the target.
func (f *Folder) explain(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ErrNotExist
	}
	for dir := range ancestors(name) {
		info, statErr := f.root.Lstat(dir)
		switch {
		case statErr != nil || info.IsDir():
		case info.Mode()&fs.ModeSymlink != 0:
			return &ObstacleError{Name: dir, Kind: KindLink}
		default:
			return &ObstacleError{Name: dir, Kind: KindFile}
		}
	}
	return err
}

// stagedName is where a file waits: in the folder of its place, because only
// a rename inside one file system is atomic.
func stagedName(name string) string {
	sum := sha256.Sum256([]byte(name))
	return path.Join(path.Dir(name), ownPrefix+hex.EncodeToString(sum[:8])+".tmp")
}

// Stage writes the file beside its place and waits until the disk has it.
func (f *Folder) Stage(ctx context.Context, name string, data []byte) error {
	if err := f.root.MkdirAll(path.Dir(name), dirMode); err != nil {
		return f.explain(name, err)
	}
	staged := stagedName(name)
	if err := f.root.Remove(staged); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return f.explain(name, err)
	}
	// O_EXCL: never through a link that somebody put there.
	file, err := f.root.OpenFile(staged, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return f.explain(name, err)
	}
	if err := writeSynced(file, data); err != nil {
		return errors.Join(err, f.Discard(ctx, name))
	}
	return nil
}

func writeSynced(file *os.File, data []byte) error {
	_, err := file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// Commit renames the staged file into its place.
func (f *Folder) Commit(_ context.Context, name string) error {
	return f.root.Rename(stagedName(name), name)
}

// Discard removes the staged file, and folders made for it alone.
func (f *Folder) Discard(ctx context.Context, name string) error {
	return f.Remove(ctx, stagedName(name))
}

// Remove removes a file and the folders that are empty without it. A folder of
// that name is an *ObstacleError.
func (f *Folder) Remove(_ context.Context, name string) error {
	if info, err := f.root.Lstat(name); err == nil && info.IsDir() {
		return &ObstacleError{Name: name, Kind: KindFolder}
	}
	if err := f.root.Remove(name); err != nil {
		err = f.explain(name, err)
		var obstacle *ObstacleError
		if below := errors.As(err, &obstacle) && obstacle.Kind == KindFile; !below && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for dir := range ancestors(name) {
		if info, err := f.root.Lstat(dir); err == nil && !info.IsDir() {
			break // Remove would take a file as well
		}
		if err := f.root.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			break // not empty
		}
	}
	return nil
}

// Flush syncs the folder itself. On the journalling file systems that this
// matters for, that makes every earlier rename and removal durable as well.
func (f *Folder) Flush(context.Context) error {
	d, err := f.root.Open(".")
	if err != nil {
		return fmt.Errorf("sync the folder: %w", err)
	}
	defer d.Close()
	_ = d.Sync() // not every system can sync a folder
	return nil
}
