package build

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source"
)

// Preview rebuilds a site again and again while people edit it. It imports
// the documents only when seeds/ has changed, so that a correction to a page
// is shown without reading the documents anew; it reads only the content that
// has changed, and makes only the files that this touches.
type Preview struct {
	o        Options
	seeds    string         // state of seeds/ at the last import without an error
	findings []diag.Finding // of that import

	kept *content.Kept // content as it was last read
	last *shown        // the last good build; nil before there is one
}

// shown is a good build that is being shown.
type shown struct {
	work  *work
	files map[string][]byte
	state *cache.State
}

// NewPreview prepares a preview; the error is that of a folder that is no
// project.
func NewPreview(o Options) (*Preview, error) {
	p, err := open(o)
	if err != nil {
		return nil, err
	}
	p.close()
	return &Preview{o: o}, nil
}

// Watched lists the folders of a project that a preview depends on.
func Watched() []string { return []string{seedsDir, contentDir, layoutsDir, assetsDir} }

// Rebuild imports what changed and makes the site in memory. After an import
// with an error it imports again next time, whatever has changed: a conflict
// is mended in content/. Of the viewed pages, newest first, those whose text
// was edited are given to early before anything else is made. It must not run
// twice at once.
func (v *Preview) Rebuild(ctx context.Context, viewed []string, early func(map[string][]byte)) (map[string][]byte, []diag.Finding, error) {
	seeds, err := v.seedsState(ctx)
	if err != nil {
		return nil, nil, err
	}
	if seeds != v.seeds {
		// What import writes below content/ is a change like any other and ends
		// ctx; import must not be stopped by itself.
		imported, err := Import(context.WithoutCancel(ctx), v.o)
		if err != nil || diag.HasErrors(imported.Findings) {
			return nil, imported.Findings, err
		}
		v.seeds, v.findings = seeds, imported.Findings
	}
	if err := v.first(viewed, early); err != nil {
		return nil, nil, err
	}
	files, found, err := v.all(ctx)
	findings := slices.Concat(v.findings, found)
	diag.Sort(findings)
	return files, findings, err
}

// Source reads a file of the project for an excerpt; of a document, the text
// that was extracted from it.
func (v *Preview) Source(name string) ([]byte, error) {
	p, err := open(v.o)
	if err != nil {
		return nil, err
	}
	defer p.close()
	const most = 8 << 20 // a finding in a larger file is shown without excerpt
	f, err := p.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if len(data) > most {
		return nil, fmt.Errorf("%s: more than %d bytes", name, most)
	}
	if err == nil && path.Dir(name) == seedsDir {
		return source.Shown(name, data), nil
	}
	return data, err
}

// seedsState is a digest of what the system knows of all files in seeds/, which
// changes with every write whatever their times are set to; "" where there is no
// such folder: whoever keeps no documents wrote the content, and an import would
// find fault with it.
func (v *Preview) seedsState(ctx context.Context) (string, error) {
	p, err := open(v.o)
	if err != nil {
		return "", err
	}
	defer p.close()
	if !p.has(seedsDir) {
		return "", nil
	}
	inputs, err := cache.Scan(ctx, v.o.Root, []string{seedsDir}, nil)
	sum := sha256.New()
	for _, in := range inputs {
		if in.IsFolder() { // what is in it tells what became of it
			continue
		}
		id := in.ID
		if id == (cache.ID{}) { // a link: what it leads to tells
			if info, err := fs.Stat(p.fsys, in.Path); err == nil {
				id = cache.Identify(info)
			}
		}
		fmt.Fprintf(sum, "%q %v\n", in.Path, id)
	}
	return fmt.Sprintf("%x", sum.Sum(nil)), err
}
