package publish

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
)

// stagers is how many files are staged at a time. Each waits for the disk or
// the network most of the time.
const stagers = 8

// carryOut does what was planned, in the order that [Apply] promises.
func (w *work) carryOut(ctx context.Context) error {
	w.discard(w.past.journal)
	w.discardBookkeeping()
	if w.upToDate() {
		return nil
	}
	if err := w.prepare(ctx); err != nil {
		w.rollBack()
		return err
	}
	// From here on readers see changes, so that stopping would only prolong
	// the time in which old and new stand side by side.
	if err := w.putInPlace(context.WithoutCancel(ctx)); err != nil {
		return w.midway(err)
	}
	return nil
}

// toWrite lists the files to write, in order.
func (w *work) toWrite() []string {
	names := slices.Concat(w.Added, w.Changed)
	sortForWriting(names)
	return names
}

// toRemove lists the stale files, in order, and those that are gone already:
// to remove them once more removes the empty folders that they may have left.
// A stale name that is a folder of the new site is neither.
func (w *work) toRemove() []string {
	folders := map[string]bool{}
	for name := range w.files {
		for dir := range ancestors(name) {
			folders[dir] = true
		}
	}
	names := slices.Concat(w.Removed, w.gone)
	names = slices.DeleteFunc(names, func(name string) bool { return folders[name] })
	sortForRemoval(names)
	return names
}

// prepare does all that needs space or rights in the target, and nothing that
// readers see.
func (w *work) prepare(ctx context.Context) error {
	if err := w.writeJournal(ctx); err != nil {
		return err
	}
	if err := w.removeObstacles(ctx); err != nil {
		return err
	}
	names := w.toWrite()
	done := w.progress(len(names))
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(stagers)
	for _, name := range names {
		g.Go(func() error {
			if err := gctx.Err(); err != nil {
				return err
			}
			if err := w.t.Stage(gctx, name, w.files[name]); err != nil {
				return failed(w.t, name, err)
			}
			done()
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return w.stageOne(ctx, ManifestName, encodeList(manifestSchema, w.next))
}

// progress counts files for the user's bar.
func (w *work) progress(total int) func() {
	var mu sync.Mutex
	n := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		n++
		if w.opts.Progress != nil {
			w.opts.Progress(n, total)
		}
	}
}

// writeJournal notes what will be written before any of it is, together with
// what an earlier journal notes. Without it files of a killed publish would
// belong to no manifest and never be removed.
func (w *work) writeJournal(ctx context.Context) error {
	entries := slices.Clone(w.past.journal)
	changed := map[string]bool{}
	for _, name := range w.toWrite() {
		changed[name] = true
	}
	for _, e := range w.next {
		if changed[e.Path] {
			entries = append(entries, e)
		}
	}
	if err := w.stageOne(ctx, journalName, encodeList(journalSchema, entries)); err != nil {
		return err
	}
	if err := w.t.Commit(ctx, journalName); err != nil {
		return failed(w.t, journalName, err)
	}
	return failedOrNil(w.t, "", w.t.Flush(ctx))
}

// removeObstacles removes stale files early where a new file cannot be staged
// or committed while they stand: "a" published before, "a/b" now.
func (w *work) removeObstacles(ctx context.Context) error {
	if len(w.obstacles) == 0 {
		return nil
	}
	for _, name := range w.obstacles {
		if err := w.t.Remove(ctx, name); err != nil {
			return failed(w.t, name, err)
		}
	}
	for _, name := range w.Added {
		if f, err := w.t.Open(ctx, name); err == nil {
			f.Close()
		} else if !errors.Is(err, fs.ErrNotExist) {
			return failed(w.t, name, err) // others' files stand there too
		}
	}
	return nil
}

func (w *work) stageOne(ctx context.Context, name string, data []byte) error {
	return failedOrNil(w.t, name, w.t.Stage(ctx, name, data))
}

// putInPlace makes the new site visible.
func (w *work) putInPlace(ctx context.Context) error {
	for _, name := range w.toWrite() {
		if err := w.t.Commit(ctx, name); err != nil {
			return failed(w.t, name, err)
		}
	}
	stale := w.toRemove()
	for _, name := range stale {
		if err := w.t.Remove(ctx, name); err != nil {
			return failed(w.t, name, err)
		}
	}
	if err := w.t.Commit(ctx, ManifestName); err != nil {
		return failed(w.t, ManifestName, err)
	}
	// The manifest must be durable before the journal goes.
	if err := w.t.Flush(ctx); err != nil {
		return failed(w.t, "", err)
	}
	return failedOrNil(w.t, journalName, w.t.Remove(ctx, journalName))
}

// rollBack takes back what prepare did; the pages were not touched. It is as
// good as the failing target allows: what stays is found by the next Apply
// through the journal.
func (w *work) rollBack() {
	ctx := context.Background()
	w.discard(w.next)
	w.discardBookkeeping()
	if !w.past.hasJournal {
		_ = w.t.Remove(ctx, journalName)
	}
}

// discard drops what a publish staged for files, this one or a killed one.
func (w *work) discard(entries []Entry) {
	for _, e := range entries {
		_ = w.t.Discard(context.Background(), e.Path)
	}
}

func (w *work) discardBookkeeping() {
	w.discard([]Entry{{Path: ManifestName}, {Path: journalName}})
}

// midway says that the target now holds old and new files side by side.
func (w *work) midway(err error) error {
	w.discard(w.next)
	w.discardBookkeeping()
	var cause *Error
	if !errors.As(err, &cause) {
		return err
	}
	e := refuseText(stoppedMidway, cause.File, cause.Message)
	e.Err = err
	return e
}

func failedOrNil(t Target, name string, err error) error {
	if err == nil {
		return nil
	}
	return failed(t, name, err)
}
