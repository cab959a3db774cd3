package publish

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Swap makes dir hold exactly these files, all at once. They are written to a
// folder beside it, which then takes its place: a Swap that fails or is killed
// at any moment leaves the old folder as it was. On Linux the two folders are
// exchanged in one step; elsewhere there is a short moment without dir, and
// the next Swap repairs one that was killed in it.
//
// dir may be missing, empty, or written by Swap before; any other is refused,
// because it would be lost. It may be a symbolic link to a folder. Files in it
// that Swap did not write (.gitkeep, a .git) stay. The files are not synced to
// the disk: a build can be repeated, and publishing syncs.
//
// Errors are of type *Error, or those of ctx.
func Swap(ctx context.Context, dir string, files map[string][]byte) error {
	if err := checkPaths(files); err != nil {
		return err
	}
	o, err := Begin(dir, "")
	if err != nil {
		return err
	}
	defer o.Close()
	if err := o.putAll(ctx, files); err != nil {
		return err
	}
	return o.Commit(ctx)
}

// putAll writes files on all processors.
func (o *Output) putAll(ctx context.Context, files map[string][]byte) error {
	names := slices.Sorted(maps.Keys(files))
	g, ctx := errgroup.WithContext(ctx)
	workers := min(runtime.GOMAXPROCS(0), len(names))
	for w := range workers {
		g.Go(func() error {
			for i := w; i < len(names); i += workers {
				if err := ctx.Err(); err != nil {
					return err
				}
				if _, _, err := o.Put(names[i], files[names[i]]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// swap is one whole exchange of a folder.
type swap struct {
	named string // dir as the user gave it, for messages
	dir   string // the same without symbolic links
	fresh string // where the new site is written, and the old one ends up
	aside string // where the old site waits if the system cannot exchange folders

	kept []string // small files of the user's that the new site has already

	exchangeDirs func(a, b string) error // errors.ErrUnsupported where there is no such thing
}

func newSwap(dir string) (*swap, error) {
	real, err := realPath(dir)
	if err != nil {
		return nil, systemError(dir, err)
	}
	if filepath.Dir(real) == real {
		return nil, refuse(targetIsRoot, dir, nil)
	}
	s := &swap{named: filepath.ToSlash(dir), dir: real, exchangeDirs: exchangeDirs}
	s.fresh, s.aside = s.sibling("new"), s.sibling("old")
	return s, nil
}

// sibling is a name of ours beside dir. It is always the same for a dir, so
// that the next run finds what a killed one left.
func (s *swap) sibling(what string) string {
	return filepath.Join(filepath.Dir(s.dir), ownPrefix+filepath.Base(s.dir)+"-"+what)
}

// repair takes up what a killed Swap left.
func (s *swap) repair() error {
	if !exists(s.dir) && exists(s.aside) {
		if err := os.Rename(s.aside, s.dir); err != nil {
			return systemError(s.named, err)
		}
	}
	for _, left := range []string{s.aside, s.fresh} {
		if _, err := readManifest(left); errors.Is(err, fs.ErrNotExist) {
			err := os.RemoveAll(left) // never finished, so that nothing in it can be the user's
			if err != nil {
				return systemError(filepath.ToSlash(left), err)
			}
			continue
		}
		if err := s.retire(left); err != nil {
			return err
		}
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// keeps are files at the top that do not make a folder somebody else's.
var keeps = []string{".gitkeep", ".gitignore", ".keep", ".DS_Store"}

// checkOurs refuses a folder that Swap did not write, and gives what its manifest
// lists, by path; nil where there is nothing yet.
func (s *swap) checkOurs() ([]Entry, error) {
	info, err := os.Stat(s.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, systemError(s.named, err)
	case !info.IsDir():
		return nil, refuse(notAFolder, s.named, nil)
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return nil, systemError(s.named, err)
	}
	foreign := ""
	for _, e := range entries {
		if e.Name() == ManifestName {
			listed, err := readManifest(s.dir)
			slices.SortFunc(listed, compareEntries)
			return listed, err
		}
		if foreign == "" && !slices.Contains(keeps, e.Name()) {
			foreign = e.Name()
		}
	}
	if foreign != "" {
		return nil, refuse(notOurOutput, s.named, nil, foreign)
	}
	return nil, nil
}

// readManifest reads the manifest of a local folder. Where there is none, the
// error is fs.ErrNotExist.
func readManifest(dir string) ([]Entry, error) {
	f := &Folder{dir: dir}
	if err := f.open(); err != nil {
		return nil, err
	}
	defer f.Close()
	entries, found, err := readList(context.Background(), f, ManifestName, manifestSchema)
	if isDamaged(err) {
		return nil, refuse(outputDamaged, filepath.ToSlash(dir), err)
	}
	if err == nil && !found {
		err = fs.ErrNotExist
	}
	return entries, err
}

// dress gives the folder of the new site what it has of the old one beside its
// pages. It has no manifest: until it gets one it counts as not finished.
func (s *swap) dress() error {
	info, err := os.Stat(s.dir)
	if err != nil {
		return nil // there is no old site
	}
	if err := os.Chmod(s.fresh, info.Mode().Perm()|0o700); err != nil {
		return s.failed("", err)
	}
	return s.copyKeeps()
}

// writeManifest gives the manifest its name when it is whole: half of one
// would make the folder look like somebody's damaged site.
func (s *swap) writeManifest(entries []Entry) error {
	staged := stagedName(ManifestName)
	if _, err := s.create(staged, encodeList(manifestSchema, entries)); err != nil {
		return err
	}
	if err := os.Rename(s.staged(staged), s.staged(ManifestName)); err != nil {
		return s.failed(ManifestName, err)
	}
	return nil
}

// copyKeeps takes small files of the user's along, so that they are never
// missing; git would report it.
func (s *swap) copyKeeps() error {
	for _, name := range keeps {
		info, err := os.Lstat(filepath.Join(s.dir, name))
		if err != nil || !info.Mode().IsRegular() {
			continue // not there, or no file: what is left in the old site is brought along
		}
		data, err := os.ReadFile(filepath.Join(s.dir, name))
		if err != nil {
			continue
		}
		if _, err := s.create(name, data); err != nil {
			return err
		}
		if err := os.Chmod(s.staged(name), info.Mode().Perm()); err != nil {
			return s.failed(name, err)
		}
		s.kept = append(s.kept, name)
	}
	return nil
}

// failed is a system error about a file, named as it will be in the finished
// folder: the user knows no other.
func (s *swap) failed(name string, err error) error {
	return systemError(filepath.ToSlash(filepath.Join(s.named, filepath.FromSlash(name))), err)
}
