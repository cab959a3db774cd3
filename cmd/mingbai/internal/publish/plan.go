package publish

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// work is one publish: what is to be done to a target and how far it is.
type work struct {
	Changes
	t         Target
	opts      Options
	files     map[string][]byte
	past      past
	next      []Entry  // the new manifest
	obstacles []string // stale files that stand where a new file needs to be, or its folder
	gone      []string // stale files that are not there, but whose empty folders may be
}

// past is what mingbai knows to have published.
type past struct {
	manifest, journal []Entry
	hasManifest       bool
	hasJournal        bool
	known             map[string][]Entry // by path; several states where a publish was interrupted
}

// isOurs reports whether the file is as mingbai wrote it at some time.
func (p past) isOurs(e Entry) bool { return slices.Contains(p.known[e.Path], e) }

func readPast(ctx context.Context, t Target, force bool) (past, error) {
	var p past
	var err error
	p.manifest, p.hasManifest, err = readList(ctx, t, ManifestName, manifestSchema)
	if err != nil && !(force && isDamaged(err)) {
		return past{}, err
	}
	// A damaged journal only means that more files count as foreign: those that
	// differ from the site are refused below, the others adopted.
	p.journal, p.hasJournal, err = readList(ctx, t, journalName, journalSchema)
	if err != nil && !isDamaged(err) {
		return past{}, err
	}
	p.known = map[string][]Entry{}
	for _, e := range slices.Concat(p.manifest, p.journal) {
		p.known[e.Path] = append(p.known[e.Path], e)
	}
	return p, nil
}

func isDamaged(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == manifestDamaged.Code
}

// newPlan compares the files with the target. The target's files are read,
// not only its manifest: so a file that somebody changed or deleted there is
// put right, and an interrupted publish is taken up where it stopped.
func newPlan(ctx context.Context, files map[string][]byte, t Target, opts Options) (*work, error) {
	if err := checkPaths(files); err != nil {
		return nil, err
	}
	p, err := readPast(ctx, t, opts.Force)
	if err != nil {
		return nil, err
	}
	w := &work{t: t, opts: opts, files: files, past: p}
	if err := w.checkVacant(ctx); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := w.compare(ctx, name); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.known)) {
		if err := w.compareStale(ctx, name); err != nil {
			return nil, err
		}
	}
	slices.Sort(w.obstacles)
	w.obstacles = slices.Compact(w.obstacles)
	diag.Sort(w.Findings)
	return w, nil
}

// checkVacant refuses a folder that others have filled: it is most likely the
// wrong one.
func (w *work) checkVacant(ctx context.Context) error {
	if w.past.hasManifest || w.past.hasJournal || w.opts.Force {
		return nil
	}
	name, err := w.t.Foreign(ctx)
	if err != nil {
		return failed(w.t, "", err)
	}
	if name != "" {
		return refuse(notEmpty, w.t.String(), nil, name)
	}
	return nil
}

// compare sorts one file of the site into added, changed or unchanged.
func (w *work) compare(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	want := entryOf(name, w.files[name])
	w.next = append(w.next, want)
	have, err := digest(ctx, w.t, name)
	var obstacle *ObstacleError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.Added = append(w.Added, name)
	case errors.As(err, &obstacle):
		w.compareObstacle(name, obstacle)
	case err != nil:
		return failed(w.t, name, err)
	case have == want:
		w.Unchanged++
	default:
		w.Changed = append(w.Changed, name)
		w.judgeChanged(have)
	}
	return nil
}

// judgeChanged looks at what a new file will replace: a file of ours, one
// that somebody changed since, or somebody else's.
func (w *work) judgeChanged(have Entry) {
	pos := diag.Position{File: place(w.t, have.Path)}
	switch _, known := w.past.known[have.Path]; {
	case w.past.isOurs(have):
	case known:
		w.Findings = append(w.Findings, overwritten.At(pos))
	case !w.opts.Force:
		w.Findings = append(w.Findings, foreignFile.At(pos))
	}
}

// compareObstacle decides about a file whose place is taken by something that
// is no file. Our own stale files make way; so does, if the user insists, a
// symbolic link, because a rename replaces the link and not what it leads to.
func (w *work) compareObstacle(name string, o *ObstacleError) {
	if o.Kind == KindLink && o.Name == name && w.opts.Force {
		w.Changed = append(w.Changed, name)
		return
	}
	ours := w.staleAt(o)
	if len(ours) == 0 {
		w.Findings = append(w.Findings, failed(w.t, name, o).(*Error).Finding)
		return
	}
	w.Added = append(w.Added, name)
	w.obstacles = append(w.obstacles, ours...)
}

// staleAt lists our stale files that make up an obstacle.
func (w *work) staleAt(o *ObstacleError) []string {
	var names []string
	for name := range w.past.known {
		_, current := w.files[name]
		isIt := o.Kind == KindFile && name == o.Name || o.Kind == KindFolder && strings.HasPrefix(name, o.Name+"/")
		if isIt && !current {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// compareStale finds what was published earlier and is no longer in the site.
// A file that somebody has changed since stays: it may be theirs now.
func (w *work) compareStale(ctx context.Context, name string) error {
	if _, current := w.files[name]; current {
		return nil
	}
	have, err := digest(ctx, w.t, name)
	var obstacle *ObstacleError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.gone = append(w.gone, name)
	case errors.As(err, &obstacle): // replaced by somebody: no longer ours
	case err != nil:
		return failed(w.t, name, err)
	case w.past.isOurs(have):
		w.Removed = append(w.Removed, name)
	default:
		w.Findings = append(w.Findings, keptStale.At(diag.Position{File: place(w.t, name)}))
		w.obstacles = slices.DeleteFunc(w.obstacles, func(o string) bool { return o == name })
	}
	return nil
}

// refusal is the first finding that forbids publishing, or nil.
func (w *work) refusal() error {
	for _, f := range w.Findings {
		if f.Severity == diag.Error {
			return &Error{Finding: f}
		}
	}
	return nil
}

// upToDate reports whether nothing at all is to be done.
func (w *work) upToDate() bool {
	return w.None() && !w.past.hasJournal && w.past.hasManifest &&
		bytes.Equal(encodeList(manifestSchema, w.past.manifest), encodeList(manifestSchema, w.next))
}
