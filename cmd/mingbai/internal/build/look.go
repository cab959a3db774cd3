package build

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/publish"
)

// StateFile is what a build left for the next one, below the project: the more it
// can take over, the longer.
const StateFile = cache.Folder + "/state"

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
		b.changes.Moved = true
		return cache.Read(ctx, b.o.Root, b.inputs, isEverywhere)
	}
	return together(
		func() (err error) { b.changes, err = cache.Recall(ctx, b.o.Root, b.inputs, state.Inputs); return err },
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

func (b *building) scan(ctx context.Context) ([]cache.Input, error) {
	return cache.Scan(ctx, b.o.Root, read, ignored)
}

// upToDate reports whether public/ is what a build would make.
func (b *building) upToDate() bool {
	return b.stands() && b.changes.None()
}

// stands reports whether public/ is as the last good build left it.
func (b *building) stands() bool {
	return b.before != nil && b.before.whole() && b.manifest().SameContent(b.before.state.Public)
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
	b.save(state.Encode(), state.Public)
	return b.told(built), nil
}
