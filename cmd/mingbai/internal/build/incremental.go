package build

import (
	"context"
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
	changes cache.Changes // since that build
	unkept  error         // why the next build has to do more than it need; nil for nothing
}

// carryOut makes what has to be made, beside public/, and exchanges the two.
func (b *building) carryOut(ctx context.Context) (Built, error) {
	out := &folder{begin: sync.OnceValues(b.begin)}
	go out.ready() // it takes its time, and is asked for when the first file is there
	defer out.close()
	every := everywhere(b.inputs)
	setting := cache.SumOf(slices.Concat(b.setting[:], every[:]))
	if built, done, err := b.partly(ctx, setting, out); done || err != nil {
		return built, err
	}
	memoir := b.recall(ctx)
	w := &work{
		o: b.o, p: b.p, setting: setting,
		kept: memoir.kept, keep: b.keeper(memoir), stamps: stamps(b.inputs), ready: out.ready,
		factory: &factory{target: out, jobs: b.o.jobs(), before: b.before, stats: b.o.Stats},
	}
	err := w.run(ctx)
	diag.Sort(w.findings)
	built := Built{Findings: slices.Compact(w.findings)}
	if err != nil || diag.HasErrors(w.findings) {
		return built, err
	}
	if err := cache.Read(ctx, b.o.Root, b.inputs, func(string) bool { return true }); err != nil {
		return built, err
	}
	state := &cache.State{
		Setting: b.setting, Inputs: b.inputs, Found: built.Findings, Loaded: w.loaded, Checked: w.checked,
		Documents: w.documents(), Lists: w.table.Lists(), Whole: w.table.AskedWords() || w.factory.asked(askedOthers),
	}
	b.o.begin(Writing)
	var encoded cache.Encoded
	err = together(
		func() error { return out.commit(ctx) },
		func() error {
			w.factory.keepIn(state)
			state.Report = reportOf(state.Outputs)
			if !steady(b.o.Root, state.Inputs) {
				state.Units = nil
			}
			err := cache.Settle(ctx, b.o.Root, state.Inputs, func(name string) bool { return memoir.kept == nil || readAnyway(name) })
			encoded = state.Encode()
			return err
		},
	)
	if err != nil {
		return built, err
	}
	b.o.begin(Remembering)
	built.Changed, built.Report = true, state.Report
	err = together(out.close, func() error { b.save(encoded, b.manifest()); return nil })
	return b.told(built), err
}

// begin prepares to write public/. Where words of documents alone have changed,
// nearly everything in it will be kept.
func (b *building) begin() (*publish.Output, error) {
	out, err := publish.Begin(b.public, b.store.Spare(b.o.Root))
	if err != nil || !b.stands() || b.changes.Moved || slices.ContainsFunc(b.changes.Edited, isEverywhere) {
		return out, err
	}
	if err := out.Mirror(); err != nil {
		out.Close()
		return nil, err
	}
	return out, nil
}

// save keeps a state for the next build. A site is good without it. Where the
// content could not be kept, neither is the state: they tell of the same reading.
func (b *building) save(state cache.Encoded, public cache.ID) {
	if b.unkept == nil {
		b.unkept = b.store.Save(state, public)
	}
}

// told adds what is to say of this build alone.
func (b *building) told(built Built) Built {
	if b.unkept != nil {
		built.Findings = append(slices.Clone(built.Findings), unkept.At(diag.Position{File: cache.Folder}, b.unkept))
		diag.Sort(built.Findings)
	}
	return built
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
		b.unkept = m.save(ctx, now)
		return ctx.Err()
	}
}

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
