// Package build knows the order of the stages and nothing of what they do:
//
//	Import   seeds/   → source → parse → content    (what people edit)
//	Site     content/ → site → render → check       (finished files in memory)
//	Write    finished files → public/               (swapped in whole)
//
// Import and Site are apart, so that a page corrected by hand builds without
// the reader. A stage that finds an error lets nothing after it begin: what
// was there before stays as it was.
package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
)

// Options say what to build and how.
type Options struct {
	Root     string     // folder of the project
	Clock    plan.Date  // "today"; "" takes that of content/site.yaml
	BaseURL  string     // where the site will stand; "" takes that of content/site.yaml
	Jobs     int        // how many things are made at once; 0 is as many as there are processors
	Fresh    bool       // make everything, whatever an earlier build left
	Progress func(Step) // told of steps as they begin, by several goroutines but one at a time; may be nil
}

// Stage names a part of the work.
type Stage string

const (
	Reading   Stage = "read"   // a document
	Importing Stage = "import" // a document's content files
	Loading   Stage = "load"   // the content
	Rendering Stage = "render" // the pages
	Checking  Stage = "check"  // the finished pages
	Writing   Stage = "write"  // public/
)

// Step is a piece of work that begins: Done of Total of its kind are finished.
type Step struct {
	Stage       Stage
	Name        string // what is worked on, or ""
	Done, Total int
}

func (o Options) step(s Step) {
	if o.Progress != nil {
		o.Progress(s)
	}
}

// Folders of a project, below its root.
const (
	seedsDir   = "seeds"
	contentDir = "content"
	layoutsDir = "layouts"
	assetsDir  = "assets"
	publicDir  = "public"
)

// ErrNoProject tells a folder that holds neither documents nor content.
var ErrNoProject = errors.New(`not a mingbai project: it has neither seeds/ nor content/ (hint: "mingbai init" makes a project)`)

// project is an opened project folder. Everything is read through root, which
// follows no path and no symbolic link that leads out of it.
type project struct {
	root *os.Root
	fsys fs.FS
}

// open opens the project folder; the caller closes it.
func open(o Options) (*project, error) {
	root, err := os.OpenRoot(o.Root)
	if err != nil {
		return nil, fmt.Errorf("open the project folder: %w", err)
	}
	p := &project{root: root, fsys: root.FS()}
	if !p.has(seedsDir) && !p.has(contentDir) {
		root.Close()
		return nil, fmt.Errorf("%s: %w", o.Root, ErrNoProject)
	}
	for _, dir := range []string{seedsDir, contentDir, layoutsDir, assetsDir, publicDir} {
		if err := p.checkDir(dir); err != nil {
			root.Close()
			return nil, err
		}
	}
	return p, nil
}

func (p *project) close() { p.root.Close() }

// has reports whether the project has something of this name.
func (p *project) has(name string) bool {
	_, err := p.root.Lstat(name)
	return err == nil
}

// checkDir refuses a folder that is a file, or that a symbolic link moves out
// of the project: what mingbai writes must stay where its user looks for it.
func (p *project) checkDir(name string) error {
	info, err := p.root.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !p.has(name):
		return nil
	case err != nil:
		return fmt.Errorf("%s: leads out of the project or cannot be read: %w (hint: make it a folder inside the project)", name, err)
	case !info.IsDir():
		return fmt.Errorf("%s: want a folder, found a file", name)
	}
	return nil
}

// sub is a folder of the project; where it does not exist, an empty one.
func (p *project) sub(dir string) (fs.FS, error) {
	if !p.has(dir) {
		return emptyFS{}, nil
	}
	return fs.Sub(p.fsys, dir)
}

// content opens the folder of the content; the caller calls done.
func (p *project) content() (dir fs.FS, done func() error, err error) {
	if !p.has(contentDir) {
		return emptyFS{}, func() error { return nil }, nil
	}
	root, err := p.root.OpenRoot(contentDir)
	if err != nil {
		return nil, nil, err
	}
	return content.Dir(root), root.Close, nil
}

// over lays a folder of the project over the embedded files.
func (p *project) over(dir string, embedded fs.FS) (fs.FS, error) {
	own, err := p.sub(dir)
	if err != nil {
		return nil, err
	}
	return overlay{upper: own, lower: embedded}, nil
}
