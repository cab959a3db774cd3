package cache

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// Recall gives the inputs that were found the sums of those that are known to
// be the same, and reads those that may not be. It reports whether anything
// differs: a content, or what there is. Both lists are in order of their paths.
func Recall(ctx context.Context, root string, found, known []Input) (changed bool, err error) {
	var unread []int
	at := 0
	for i := range found {
		for at < len(known) && known[at].Path < found[i].Path {
			changed = true // gone
			at++
		}
		if at == len(known) || known[at].Path != found[i].Path {
			changed = true // new
			unread = append(unread, i)
			continue
		}
		if found[i].ID == known[at].ID && found[i].ID != (ID{}) && known[at].Sum != (Sum{}) {
			found[i].Sum = known[at].Sum
		} else {
			unread = append(unread, i)
		}
		at++
	}
	changed = changed || at < len(known)
	runs := runsOf(len(unread), func(i int) string { return found[unread[i]].Path })
	var differs atomic.Bool
	err = inParallel(ctx, len(runs), func(n int) error {
		r := runs[n]
		sums := summerOf(filepath.Join(root, filepath.FromSlash(r.folder)))
		defer sums.close()
		for _, i := range unread[r.from:r.to] {
			in := &found[i]
			if in.IsFolder() {
				continue
			}
			if err := errors.Join(ctx.Err(), sums.of(in)); err != nil {
				return err
			}
			k, ok := slices.BinarySearchFunc(known, in.Path, func(k Input, path string) int { return strings.Compare(k.Path, path) })
			if !ok || known[k].Sum != in.Sum {
				differs.Store(true)
			}
		}
		return nil
	})
	return changed || differs.Load(), err
}

// Settle readies inputs to be kept for the next build, which will read those
// again that may have changed without a sign since they were found, and takes
// for changed those that did. now is what is found at the end of a build.
func Settle(inputs, now []Input) {
	for i := range inputs {
		in := &inputs[i]
		if in.IsFolder() { // what is in it tells what became of it
			in.ID, in.young = ID{}, false
			continue
		}
		k, ok := slices.BinarySearchFunc(now, in.Path, func(k Input, path string) int { return strings.Compare(k.Path, path) })
		if !ok || now[k].ID != in.ID {
			in.ID, in.Sum = ID{}, Sum{}
		}
		if in.young {
			in.ID, in.young = ID{}, false
		}
	}
}

// inParallel calls do(0) … do(n-1) on all processors until one fails or the
// context ends.
func inParallel(ctx context.Context, n int, do func(int) error) error {
	g, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		g.Go(func() error {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return nil
				}
				if err := errors.Join(ctx.Err(), do(i)); err != nil {
					return err
				}
			}
		})
	}
	return g.Wait()
}
