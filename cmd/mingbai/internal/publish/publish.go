// Package publish brings finished files to where people read them, and never
// leaves half a site there. It has two writers:
//
//   - [Apply] brings a target (a portal's folder) up to date: only what differs
//     is written, every file whole, pages after the assets they need, stale
//     files last, and a manifest of everything at the very end;
//   - [Output] writes a local folder anew, file by file, beside its place, and
//     exchanges it in whole; the build writes public/ with it. [Swap] is the
//     same for files that are all in memory.
//
// Both know their own files by the manifest, [ManifestName], and touch no file
// that they did not write. [Verify] compares a target with its manifest.
//
// Files are named by slash-separated paths below the target.
package publish

import (
	"context"

	"mingbai/cmd/mingbai/internal/diag"
)

// Options say how to publish.
type Options struct {
	// Force publishes into a folder that holds files but no manifest that can
	// be read, and over foreign files that stand at a page's place. Even so no
	// foreign file is removed.
	Force bool
	// Progress is told after every file how many of all are done; nil for none.
	// It is called from several goroutines, but one call at a time.
	Progress func(done, total int)
}

// Changes say what publishing changes in a target. Paths are sorted.
type Changes struct {
	Added     []string // not in the target
	Changed   []string // in the target with other bytes
	Removed   []string // published earlier and no longer part of the site
	Unchanged int      // files that stay as they are
	Findings  []diag.Finding
}

// None reports whether the target is up to date.
func (c Changes) None() bool {
	return len(c.Added)+len(c.Changed)+len(c.Removed) == 0
}

// Plan says what [Apply] would do and changes nothing. The error, if any, is
// the *Error with which Apply would refuse.
func Plan(ctx context.Context, files map[string][]byte, t Target, opts Options) (Changes, error) {
	p, err := newPlan(ctx, files, t, opts)
	if err != nil {
		return Changes{}, err
	}
	return p.Changes, p.refusal()
}

// Apply makes the target hold exactly these files, beside any that mingbai
// did not publish.
//
// Everything new is first written beside its place, so that a full or
// unwritable target is found out while all old pages still stand; then the
// files are put in place one by one, each by one rename, assets before pages
// before sitemap and feeds; then stale files are removed; the manifest comes
// last. Killed at any moment, the target holds only whole files, and the next
// Apply finishes the work.
//
// A stopped ctx stops the preparation, not the short time of renaming.
// Errors are of type *Error, or those of ctx.
func Apply(ctx context.Context, files map[string][]byte, t Target, opts Options) (Changes, error) {
	if err := checkPaths(files); err != nil {
		return Changes{}, err
	}
	unlock, err := t.Lock(ctx)
	if err != nil {
		return Changes{}, failed(t, "", err)
	}
	defer unlock()
	p, err := newPlan(ctx, files, t, opts)
	if err != nil {
		return Changes{}, err
	}
	if err := p.refusal(); err != nil {
		return p.Changes, err
	}
	return p.Changes, p.carryOut(ctx)
}
