package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
)

// ReadDocument reads and understands any one document, in or out of a
// project, and writes nothing. Names of bodies come from organizations.yaml
// beside the document; where there is none, from the project in o.Root.
func ReadDocument(ctx context.Context, o Options, file string) (Read, error) {
	fsys, name := beside(file)
	reg, findings, err := registryFor(o, fsys, path.Join(path.Dir(name), organizationsFile))
	if err != nil {
		return Read{}, err
	}
	doc, err := readOne(ctx, fsys, name, reg)
	if err != nil {
		return Read{}, err
	}
	doc.Findings = append(findings, doc.Findings...)
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

// registryFor loads the registry of the given name, or else the project's. No
// registry at all is none, and no error.
func registryFor(o Options, fsys fs.FS, name string) (*glossary.Registry, []diag.Finding, error) {
	if _, err := fs.Stat(fsys, name); err == nil {
		return glossary.LoadRegistry(fsys, name)
	}
	root, err := os.OpenRoot(o.Root)
	if errors.Is(err, fs.ErrNotExist) {
		return glossary.LoadRegistry(emptyFS{}, organizationsFile)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("open the project folder: %w", err)
	}
	defer root.Close()
	return glossary.LoadRegistry(root.FS(), path.Join(seedsDir, organizationsFile))
}
