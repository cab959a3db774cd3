// Package build knows the order of the stages and nothing of what they do:
//
//	Import   seeds/   → source → parse → content           (what people edit)
//	Build    content/ → site → units → check → public/     (swapped in whole)
//	Site     content/ → site → units → check → memory      (to check, to publish)
//	Preview  the same again and again, while people edit
//
// Import and the others are apart, so that a page corrected by hand builds
// without the reader. A stage that finds an error lets nothing after it begin:
// what was there before stays as it was.
//
// A unit is what is made in one go: a page with its elder edition, a file for
// programs, the search index. Package depend gives each the sum of what it is
// made of; where an earlier build made it of the same, and its files still
// stand, it is taken over. Every file goes to its place as soon as it is made,
// and is gone from memory then; public/ itself is exchanged at the end.
package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

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
	Stats    *Stats     // of Build: collects what it costs; may be nil
}

// Stage names a part of the work.
type Stage string

const (
	Reading     Stage = "read"     // a document
	Importing   Stage = "import"   // a document's content files
	Looking     Stage = "look"     // for what has changed
	Loading     Stage = "load"     // the content
	Arranging   Stage = "arrange"  // the pages of the site, and their lists
	Comparing   Stage = "compare"  // the texts with rules and with each other
	Exporting   Stage = "export"   // the files for programs
	Rendering   Stage = "render"   // the pages
	Sharing     Stage = "share"    // what pages share, beside them: assets, site map
	Indexing    Stage = "index"    // the search, beside the pages
	Checking    Stage = "check"    // the finished pages
	Writing     Stage = "write"    // public/
	Remembering Stage = "remember" // what the next build can take over
)

// stages are those of Build, in their order.
var stages = []Stage{Looking, Loading, Arranging, Comparing, Exporting, Rendering, Sharing, Indexing, Checking, Writing, Remembering}

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

// begin tells that a stage begins.
func (o Options) begin(stage Stage) {
	o.Stats.begin(stage)
	o.step(Step{Stage: stage})
}

// ticksEvery is after how many units progress is told.
const ticksEvery = 64

// ticks tells how far a stage is, now and then; it may be called by several
// goroutines at once.
func (o Options) ticks(stage Stage) func(done, total int) {
	if o.Progress == nil {
		return func(int, int) {}
	}
	var mu sync.Mutex
	last := 0
	return func(done, total int) {
		if done%ticksEvery != 0 && done != total {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		if done > last { // one goroutine may overtake another
			last = done
			o.Progress(Step{Stage: stage, Done: done, Total: total})
		}
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
