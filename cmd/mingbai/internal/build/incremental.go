package build

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/publish"
)

// Built is what became of public/.
type Built struct {
	cache.Report
	Findings []diag.Finding // sorted
	Changed  bool           // whether anything was written
}

// Build brings public/ up to date with the project: it holds the bytes that a
// build of everything would write, and takes its place as a whole. What an
// earlier build made of the same things, and still stands as it was made, is
// taken over. Where a finding is an error, nothing is written.
func Build(ctx context.Context, o Options) (Built, error) {
	p, err := open(o)
	if err != nil {
		return Built{}, err
	}
	defer p.close()
	b := &building{o: o, p: p, store: cache.NewStore(p.root), public: filepath.Join(o.Root, publicDir)}
	o.begin(Looking)
	defer o.Stats.end()
	if err := b.look(ctx); err != nil {
		return Built{}, err
	}
	if b.upToDate() {
		return b.nothing(ctx)
	}
	return b.carryOut(ctx)
}

// building is one Build.
type building struct {
	o      Options
	p      *project
	store  *cache.Store
	public string // the folder

	program cache.Sum
	setting cache.Sum     // of program and options
	inputs  []cache.Input // as they were found at the beginning
	before  *standing     // of the last good build with the same setting; nil for none
	changed bool          // an input differs from what that build read
}

// read are the folders whose content a build depends on.
var read = []string{contentDir, seedsDir, layoutsDir, assetsDir}

// ignored tells files that nobody reads: what editors and tools leave behind.
func ignored(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(name, contentDir+"/") && (strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~"))
}

// look finds out what has changed since the last good build.
func (b *building) look(ctx context.Context) error {
	program, err := cache.Program()
	if err != nil {
		return err
	}
	b.program = program
	b.setting = cache.SumOf(slices.Concat(program[:], []byte(b.o.BaseURL), []byte{0}, []byte(b.o.Clock)))
	var state *cache.State
	err = together(
		func() (err error) { b.inputs, err = b.scan(ctx); return err },
		func() error { state = b.state(); return nil },
	)
	if err != nil {
		return err
	}
	if state == nil { // all is made: who makes it reads the content, and nobody has to before
		b.changed = true
		return cache.Read(ctx, b.o.Root, b.inputs, isEverywhere)
	}
	return together(
		func() (err error) { b.changed, err = cache.Recall(ctx, b.o.Root, b.inputs, state.Inputs); return err },
		func() (err error) { b.before, err = newStanding(ctx, state, b.public); return err },
	)
}

// state is what the last good build with the same setting left; nil for none.
func (b *building) state() *cache.State {
	if b.o.Fresh {
		return nil
	}
	if state := b.store.State(); state != nil && state.Setting == b.setting {
		return state
	}
	return nil
}

// together does several things at once, and gives the errors of all.
func together(things ...func() error) error {
	errs := make([]error, len(things))
	var all sync.WaitGroup
	for i, do := range things {
		all.Go(func() { errs[i] = do() })
	}
	all.Wait()
	return errors.Join(errs...)
}

func (b *building) scan(ctx context.Context) ([]cache.Input, error) {
	return cache.Scan(ctx, b.o.Root, read, ignored)
}

// upToDate reports whether public/ is what a build would make.
func (b *building) upToDate() bool {
	return b.before != nil && !b.changed && b.before.whole() && b.manifest().SameContent(b.before.state.Public)
}

// manifest identifies the list of what stands in public/.
func (b *building) manifest() cache.ID {
	info, err := os.Lstat(filepath.Join(b.public, publish.ManifestName))
	if err != nil {
		return cache.ID{}
	}
	return cache.Identify(info)
}

// nothing tells what is known already. Files that were touched, and hold what
// they held, are known anew.
func (b *building) nothing(ctx context.Context) (Built, error) {
	state := b.before.state
	built := Built{Report: state.Report, Findings: state.Found}
	if err := cache.Settle(ctx, b.o.Root, b.inputs, func(string) bool { return false }); err != nil {
		return built, err
	}
	if slices.Equal(state.Inputs, b.inputs) {
		return built, nil
	}
	state.Inputs = b.inputs
	return built, b.store.Save(state)
}

// carryOut makes what has to be made, beside public/, and exchanges the two.
func (b *building) carryOut(ctx context.Context) (Built, error) {
	out := &folder{begin: sync.OnceValues(func() (*publish.Output, error) {
		return publish.Begin(b.public, b.store.Spare(b.o.Root))
	})}
	var memoir *memoir
	err := together(out.ready, func() error { memoir = b.recall(ctx); return nil })
	defer out.abort()
	if err != nil {
		return Built{}, err
	}
	every := everywhere(b.inputs)
	w := &work{
		o: b.o, p: b.p, setting: cache.SumOf(slices.Concat(b.setting[:], every[:])),
		kept: memoir.kept, keep: b.keeper(memoir), stamps: stamps(b.inputs),
		factory: &factory{target: out, jobs: b.o.jobs(), before: b.before, stats: b.o.Stats},
	}
	err = w.run(ctx)
	diag.Sort(w.findings)
	built := Built{Findings: slices.Compact(w.findings)}
	if err != nil || diag.HasErrors(w.findings) {
		return built, err
	}
	if err := cache.Read(ctx, b.o.Root, b.inputs, func(string) bool { return true }); err != nil {
		return built, err
	}
	state := &cache.State{Setting: b.setting, Inputs: b.inputs, Found: built.Findings}
	b.o.begin(Writing)
	err = together(
		func() error { return out.commit(ctx) },
		func() error {
			w.factory.keepIn(state)
			return cache.Settle(ctx, b.o.Root, state.Inputs, readAnyway)
		},
	)
	if err != nil {
		return built, err
	}
	b.o.begin(Remembering)
	built.Report = reportOf(state.Outputs)
	built.Changed, state.Report, state.Public = true, built.Report, b.manifest()
	return built, b.store.Save(state)
}

// recall reads the content as it was last read.
func (b *building) recall(ctx context.Context) *memoir {
	if b.o.Fresh {
		return &memoir{store: b.store, program: b.program}
	}
	return recall(ctx, b.store, b.program)
}

// keeper keeps the content as it was read, and what that says of the inputs that
// nobody has read before.
func (b *building) keeper(m *memoir) func(context.Context, *content.Kept) error {
	return func(ctx context.Context, now *content.Kept) error {
		if b.before == nil {
			sums := now.Sums()
			cache.Take(b.inputs, func(name string) cache.Sum {
				return cache.Sum(sums[strings.TrimPrefix(name, contentDir+"/")])
			})
		}
		return m.save(ctx, now)
	}
}

// everywhere is the sum of all that every file depends on beside program and
// options: configuration, layouts, assets, and the words that topics and
// searches have.
func everywhere(inputs []cache.Input) cache.Sum {
	var sum []byte
	for _, in := range inputs {
		if isEverywhere(in.Path) {
			sum = append(append(append(sum, in.Path...), 0), in.Sum[:]...)
		}
	}
	return cache.SumOf(sum)
}

func isEverywhere(name string) bool {
	switch name {
	case contentDir + "/site.yaml", seedsDir + "/" + lexiconFile, seedsDir + "/" + synonymsFile:
		return true
	}
	return strings.HasPrefix(name, layoutsDir+"/") || strings.HasPrefix(name, assetsDir+"/")
}

// readAnyway tells what a build reads even where it knows it: all but the
// content.
func readAnyway(name string) bool { return !strings.HasPrefix(name, contentDir+"/") }

func reportOf(outputs []cache.Output) cache.Report {
	r := cache.Report{Files: len(outputs)}
	for _, o := range outputs {
		if path.Ext(o.Path) == ".html" {
			r.Pages++
		}
		r.Bytes += o.Size
	}
	return r
}
