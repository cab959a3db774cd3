package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"

	"github.com/fsnotify/fsnotify"

	"mingbai/cmd/mingbai/internal/diag"
)

// watcher turns changes of files into batches. Only folders are watched:
// editors save by renaming a new file over the old one, and a watch on the
// file itself would stay with the old one.
//
// What is watched is brought in line with the disk after every batch in which
// folders came or went, before anyone is told of it. So whatever was written
// into a new folder before it was watched is read by the build that follows,
// and whatever is written later is an event.
type watcher struct {
	root    string   // absolute
	targets []string // absolute paths that matter, below root
	notify  *fsnotify.Watcher
	batch   *batch
	changed chan struct{} // receives after a batch; holds one
	lost    chan struct{} // receives when the kernel lost events; holds one
	folders bool          // folders may have come or gone since align
	log     *logger
	trouble string // the last problem logged, not to log it after every batch
}

// newWatcher begins to watch names, slash-separated and below root.
func newWatcher(root string, names []string, log *logger) (*watcher, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	w := &watcher{
		root: root, batch: newBatch(), log: log,
		changed: make(chan struct{}, 1), lost: make(chan struct{}, 1),
	}
	for _, name := range names {
		local, err := filepath.Localize(name)
		if err != nil {
			return nil, fmt.Errorf("watch %q: want a path inside the project: %w", name, err)
		}
		w.targets = append(w.targets, filepath.Join(root, local))
	}
	if w.notify, err = fsnotify.NewWatcher(); err != nil {
		return nil, err
	}
	w.align()
	return w, nil
}

// run handles events until ctx ends.
func (w *watcher) run(ctx context.Context) {
	var tasks sync.WaitGroup
	tasks.Go(w.readErrors)
	defer tasks.Wait()
	defer w.notify.Close()
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-w.notify.Events:
			w.handle(event)
		case <-w.lost: // anything may have changed
			w.folders = true
			w.batch.touch()
		case <-w.batch.C:
			w.batch.close()
			if w.folders {
				w.align()
			}
			select {
			case w.changed <- struct{}{}:
			default: // one is waiting already, and stands for this batch too
			}
		}
	}
}

// readErrors takes the library's errors until it is closed. It does so beside
// run, because the library may hold its lock while it hands one over, and run
// may be waiting for that lock.
func (w *watcher) readErrors() {
	for err := range w.notify.Errors {
		switch {
		case errors.Is(err, fsnotify.ErrEventOverflow):
			select {
			case w.lost <- struct{}{}:
			default:
			}
		case !wentFirst(err):
			w.log.findings(watchIncomplete.At(diag.Position{}, err))
		}
	}
}

// handle takes up one event.
func (w *watcher) handle(event fsnotify.Event) {
	const gone = fsnotify.Remove | fsnotify.Rename
	if event.Op&gone != 0 {
		w.forget(event.Name)
	}
	if event.Op&(gone|fsnotify.Create) != 0 && (w.isTarget(event.Name) || mayBeFolder(event.Name)) {
		w.folders = true
	}
	if event.Op&(gone|fsnotify.Create|fsnotify.Write) != 0 && w.matters(event.Name) {
		w.batch.touch()
	}
}

// matters reports whether a change of name can change the site: name is a
// target, or below one, or a folder above one that came or went.
func (w *watcher) matters(name string) bool {
	if isScratch(name) {
		return false
	}
	return slices.ContainsFunc(w.targets, func(target string) bool {
		return within(name, target) || within(target, name)
	})
}

// forget ends the watches of a folder that was moved or removed, and of those
// below it. The kernel's watches follow a moved folder, so they would report
// changes under names that are no longer true, and outlive a folder moved out.
func (w *watcher) forget(name string) {
	for _, dir := range w.notify.WatchList() {
		if within(dir, name) {
			w.drop(dir)
			w.folders = true
		}
	}
}

// mayBeFolder tells folders from the files that people save. One that is gone
// by now can be told by its name alone.
func mayBeFolder(name string) bool { return filepath.Ext(name) == "" || isDir(name) }

// isTarget reports whether name is a target or stands above one: then the
// folder to watch for it may be another.
func (w *watcher) isTarget(name string) bool {
	return slices.ContainsFunc(w.targets, func(target string) bool { return within(target, name) })
}

// align watches exactly the folders that now matter.
func (w *watcher) align() {
	w.folders = false
	want := map[string]bool{}
	for _, target := range w.targets {
		w.collect(target, want)
	}
	for _, dir := range w.notify.WatchList() {
		if !want[dir] {
			w.drop(dir)
		}
		delete(want, dir)
	}
	trouble := ""
	for _, dir := range slices.Sorted(maps.Keys(want)) {
		// A folder that went away meanwhile is the business of the next batch.
		err := w.notify.Add(dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && trouble == "" {
			// The first says enough: the reason is mostly the same for all.
			trouble = fmt.Sprintf("%s: %v", w.relative(dir), err)
		}
	}
	if trouble != "" && trouble != w.trouble {
		w.log.findings(watchIncomplete.At(diag.Position{}, trouble))
	}
	w.trouble = trouble
}

// drop ends one watch.
func (w *watcher) drop(dir string) {
	if err := w.notify.Remove(dir); err != nil && !wentFirst(err) {
		w.log.findings(watchIncomplete.At(diag.Position{}, err))
	}
}

// wentFirst reports whether a watch could not be ended because the folder, and
// the kernel's watch with it, had gone before. That is usual.
func wentFirst(err error) bool {
	return errors.Is(err, fsnotify.ErrNonExistentWatch) || errors.Is(err, syscall.EINVAL)
}

// collect adds the folders to watch for target: those in it, and always the
// nearest one above it, which tells when target itself comes, goes or is
// saved by renaming.
func (w *watcher) collect(target string, want map[string]bool) {
	for dir := filepath.Dir(target); within(dir, w.root); dir = filepath.Dir(dir) {
		if isDir(dir) {
			want[dir] = true
			break
		}
	}
	if isDir(target) {
		collectBelow(target, want)
	}
}

// collectBelow adds dir and its folders. Symbolic links below are not
// followed: they may lead out of the project, and the build does not either.
func collectBelow(dir string, want map[string]bool) {
	want[dir] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // it went away, or the build will say that it cannot be read
	}
	for _, entry := range entries {
		if entry.IsDir() && !isScratch(entry.Name()) {
			collectBelow(filepath.Join(dir, entry.Name()), want)
		}
	}
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// relative is a path as the user knows it, below the project's folder.
func (w *watcher) relative(name string) string {
	if rel, err := filepath.Rel(w.root, name); err == nil {
		return rel
	}
	return name
}
