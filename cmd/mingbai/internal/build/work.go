package build

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"

	"mingbai/assets"
	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/depend"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/export"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/render"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/layouts"
)

// work is one making of a site, from content/ to checked files. A stage whose
// findings include an error is the last.
type work struct {
	o       Options
	p       *project
	setting cache.Sum                                          // of all that every file depends on; zero where nothing is kept
	kept    *content.Kept                                      // content as it was read before; nil for nothing
	keep    func(ctx context.Context, now *content.Kept) error // takes it as it is read now; nil where nothing is kept
	stamps  func(name string) content.Stamp                    // of the content's files; nil asks the system
	ready   func() error                                       // tells whether there is a place to write to; nil where there always is
	factory *factory
	stage   Stage

	only  []string  // folders of documents that alone are made; nil for everything
	lists cache.Sum // of the whole site, where only some are made

	site     *site.Site
	renderer *render.Renderer
	design   design
	table    *depend.Table
	terms    *glossary.Terms
	silenced []glossary.Suppression // findings that people have explained
	findings []diag.Finding         // all so far
	loaded   []diag.Finding         // of them, those that no unit told
	checked  []diag.Finding         // of them, those of all files together
	baseURL  string
}

// jobs is how many things are made at once.
func (o Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

func (w *work) run(ctx context.Context) error {
	if ok, err := w.prepare(ctx); !ok {
		return err
	}
	if w.ready != nil {
		if err := w.ready(); err != nil {
			return err
		}
	}
	w.o.Stats.content(len(w.site.Documents), len(w.site.Documents))
	w.begin(Comparing)
	if err := w.checkTexts(ctx); err != nil || diag.HasErrors(w.findings) {
		return err
	}
	w.begin(Exporting)
	first, err := w.programs()
	if err != nil {
		return err
	}
	if err := w.make(ctx, first); err != nil || diag.HasErrors(w.findings) {
		return err
	}
	w.begin(Rendering)
	rest, err := w.all()
	if err != nil {
		return err
	}
	if err := w.make(ctx, rest); err != nil || diag.HasErrors(w.findings) {
		return err
	}
	return w.check(ctx)
}

// prepare reads everything, and finds out what each file is made of; false where
// nothing can be made of it.
func (w *work) prepare(ctx context.Context) (ok bool, err error) {
	w.begin(Loading)
	err = together(
		func() (err error) { w.site, err = w.load(ctx); return err },
		func() error { w.design = w.readDesign(); return nil },
	)
	if err != nil || diag.HasErrors(w.findings) {
		return false, err
	}
	if err := w.readTerms(); err != nil {
		return false, err
	}
	w.loaded = slices.Clone(w.findings) // which is going to be sorted
	if w.only != nil {
		w.table = depend.NewOfPart(w.site, w.setting, w.lists)
	} else {
		w.table = depend.New(w.site, w.setting)
	}
	return true, nil
}

// check looks at what only all files together show.
func (w *work) check(ctx context.Context) error {
	w.begin(Checking)
	_, outputs := w.factory.inOrder()
	var err error
	w.checked, err = w.factory.check.Site(ctx, files(outputs), w.factory.target.read)
	w.findings = append(w.findings, w.checked...)
	return err
}

// begin tells that a stage begins.
func (w *work) begin(stage Stage) {
	w.stage = stage
	w.o.begin(stage)
}

// do makes units of the stage at work, and gives what they found.
func (w *work) do(ctx context.Context, units []unit) ([]diag.Finding, error) {
	w.factory.tick = w.o.ticks(w.stage)
	for i := range units {
		units[i].stage = cmp.Or(units[i].stage, w.stage)
	}
	return w.factory.do(ctx, units)
}

// make makes units, and takes over what they found.
func (w *work) make(ctx context.Context, units []unit) error {
	findings, err := w.do(ctx, units)
	w.findings = append(w.findings, findings...)
	return err
}

// programs are the files for programs. They come first: pages say how large
// they are.
func (w *work) programs() ([]unit, error) {
	e, err := export.New(w.site)
	if err != nil {
		return nil, err
	}
	var units []unit
	for _, d := range e.Downloads() {
		units = append(units, unit{name: d.Path, of: func() cache.Sum { return w.table.Download(d) }, make: func(context.Context) (made, error) {
			data, err := e.Make(d)
			return made{files: []file{{name: d.Path, data: data}}}, err
		}})
	}
	return units, nil
}

// design is layouts and assets, ready to make pages.
type design struct {
	*render.Design
	findings []diag.Finding
	err      error
}

// readDesign reads layouts and assets, the project's over those that mingbai
// carries.
func (w *work) readDesign() design {
	layoutFiles, err := w.p.over(layoutsDir, layouts.FS)
	if err != nil {
		return design{err: err}
	}
	assetFiles, err := w.p.over(assetsDir, assets.FS)
	if err != nil {
		return design{err: err}
	}
	d, findings, err := render.ReadDesign(layoutFiles, assetFiles)
	if err != nil {
		err = fmt.Errorf("read layouts and assets: %w", err)
	}
	return design{d, findings, err}
}

// sorted gives files in the order of their names.
func sorted(files map[string][]byte) []file {
	var out []file
	for _, name := range slices.Sorted(maps.Keys(files)) {
		out = append(out, file{name: name, data: files[name]})
	}
	return out
}
