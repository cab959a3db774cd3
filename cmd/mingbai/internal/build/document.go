package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
)

// ReadDocument reads and understands any one document, in or out of a
// project, and writes nothing. Names of bodies and the words of topics come from
// organizations.yaml and lexicon.yaml beside the document; where there is none,
// from the project in o.Root.
func ReadDocument(ctx context.Context, o Options, file string) (Read, error) {
	fsys, name := beside(file)
	reg, findings, err := nearest(o, fsys, path.Join(path.Dir(name), organizationsFile), glossary.LoadRegistry)
	if err != nil {
		return Read{}, err
	}
	lexicon, more, err := nearest(o, fsys, path.Join(path.Dir(name), lexiconFile), glossary.LoadLexicon)
	if err != nil {
		return Read{}, err
	}
	doc, err := readOne(ctx, fsys, name, reg, lexicon)
	if err != nil {
		return Read{}, err
	}
	doc.Findings = slices.Concat(findings, more, doc.Findings)
	diag.Sort(doc.Findings)
	return doc, nil
}

// beside gives the folder from which a file that a person named, and what
// stands beside it, can be opened, and its name there. A path below the
// working folder stays as it is, so that findings name it as the person did.
func beside(file string) (fs.FS, string) {
	if filepath.IsLocal(file) {
		return os.DirFS("."), path.Clean(filepath.ToSlash(file))
	}
	return os.DirFS(filepath.Dir(file)), filepath.Base(file)
}

// nearest loads the data file of the given name, or else the project's file of
// that name. No such file at all is an empty one, and no error.
func nearest[T any](o Options, fsys fs.FS, name string, load func(fs.FS, string) (T, []diag.Finding, error)) (T, []diag.Finding, error) {
	if _, err := fs.Stat(fsys, name); err == nil {
		return load(fsys, name)
	}
	root, err := os.OpenRoot(o.Root)
	if errors.Is(err, fs.ErrNotExist) {
		return load(emptyFS{}, path.Base(name))
	}
	if err != nil {
		var none T
		return none, nil, fmt.Errorf("open the project folder: %w", err)
	}
	defer root.Close()
	return load(root.FS(), path.Join(seedsDir, path.Base(name)))
}
