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

// Changes is in what inputs differ from those that are known.
type Changes struct {
	Moved  bool     // something came or went
	Edited []string // paths of what has another content
}

// None reports whether nothing differs.
func (c Changes) None() bool { return !c.Moved && len(c.Edited) == 0 }

// Recall gives the inputs that were found the sums of those that are known to
// be the same, and reads those that may not be. It tells what differs. Both
// lists are in order of their paths.
func Recall(ctx context.Context, root string, found, known []Input) (changes Changes, err error) {
	var unread []int
	at := 0
	for i := range found {
		for at < len(known) && known[at].Path < found[i].Path {
			changes.Moved = true // gone
			at++
		}
		if at == len(known) || known[at].Path != found[i].Path {
			changes.Moved = true // new
			if !found[i].IsFolder() {
				unread = append(unread, i)
			}
			continue
		}
		if found[i].ID == known[at].ID && found[i].ID != (ID{}) && known[at].Sum != (Sum{}) {
			found[i].Sum = known[at].Sum
		} else if !found[i].IsFolder() {
			unread = append(unread, i)
		}
		at++
	}
	changes.Moved = changes.Moved || at < len(known)
	if err := readSums(ctx, root, found, unread); err != nil {
		return Changes{}, err
	}
	for _, i := range unread {
		k, ok := slices.BinarySearchFunc(known, found[i].Path, func(k Input, path string) int { return strings.Compare(k.Path, path) })
		if !ok || known[k].Sum != found[i].Sum {
			changes.Edited = append(changes.Edited, found[i].Path)
		}
	}
	return changes, nil
}

// Read reads those of the inputs that nobody has read and that are wanted, for
// their sums.
func Read(ctx context.Context, root string, inputs []Input, wanted func(path string) bool) error {
	var unread []int
	for i, in := range inputs {
		if in.Sum == (Sum{}) && !in.IsFolder() && wanted(in.Path) {
			unread = append(unread, i)
		}
	}
	return readSums(ctx, root, inputs, unread)
}

// readSums reads some of the inputs, folder by folder.
func readSums(ctx context.Context, root string, inputs []Input, some []int) error {
	runs := runsOf(len(some), func(i int) string { return inputs[some[i]].Path })
	return inParallel(ctx, len(runs), func(n int) error {
		r := runs[n]
		sums := summerOf(filepath.Join(root, filepath.FromSlash(r.folder)))
		defer sums.close()
		for _, i := range some[r.from:r.to] {
			if err := errors.Join(ctx.Err(), sums.of(&inputs[i])); err != nil {
				return err
			}
			inputs[i].read = true
		}
		return nil
	})
}

// Take gives those of the inputs that nobody has read the sums that whoever read
// them knows, the zero Sum for what it does not know.
func Take(inputs []Input, sum func(path string) Sum) {
	for i := range inputs {
		if in := &inputs[i]; in.Sum == (Sum{}) && !in.IsFolder() {
			in.Sum = sum(in.Path)
			in.read = in.Sum != (Sum{})
		}
	}
}

// Settle readies inputs to be kept for the next build, at the end of one. Those
// that were read, and those of which used says that the build read them though
// nothing told of a change, are looked at again: one that has changed meanwhile
// counts as unknown. So does, for the time being, one that may yet change without
// a sign.
func Settle(ctx context.Context, root string, inputs []Input, used func(name string) bool) error {
	const some = 512 // files that one worker looks at in a row, most of one folder
	return inParallel(ctx, (len(inputs)+some-1)/some, func(n int) error {
		var looked folderLook
		defer looked.close()
		for i := n * some; i < min(len(inputs), (n+1)*some); i++ {
			in := &inputs[i]
			switch {
			case in.IsFolder(): // what is in it tells what became of it
				in.ID = ID{}
			case in.read || used(in.Path):
				if !looked.same(root, in) {
					in.ID, in.Sum = ID{}, Sum{}
				}
			}
			if in.young {
				in.ID = ID{}
			}
			in.young, in.read = false, false
		}
		return nil
	})
}

// Unmoved reports whether the inputs that watched names are as they were found:
// files, and folders, which tell what came and went. It is asked before Settle.
func Unmoved(root string, inputs []Input, watched func(name string) bool) bool {
	var looked folderLook
	defer looked.close()
	for i := range inputs {
		in := &inputs[i]
		if watched(in.Path) && !looked.unmoved(root, in) {
			return false
		}
	}
	return true
}

func (l *folderLook) unmoved(root string, in *Input) bool {
	place := filepath.Join(root, filepath.FromSlash(in.Path))
	switch {
	case in.IsFolder():
		folder, err := openLooker(place)
		if err != nil {
			return false
		}
		defer folder.close()
		id, ok := folder.name(".")
		return ok && id == in.ID
	case in.ID == (ID{}): // a link: what it leads to tells
		now := Input{Path: in.Path}
		sums := summerOf(filepath.Dir(place))
		defer sums.close()
		return sums.of(&now) == nil && now.Sum == in.Sum
	}
	return l.same(root, in)
}

// folderLook looks at files of one folder after another.
type folderLook struct {
	name   string
	folder *looker
}

// same reports whether a file is as it was found.
func (l *folderLook) same(root string, in *Input) bool {
	if in.ID == (ID{}) {
		return true // it is read again in any case
	}
	if name := folderOf(in.Path); l.folder == nil || l.name != name {
		l.close()
		folder, err := openLooker(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return false
		}
		l.name, l.folder = name, folder
	}
	id, ok := l.folder.name(baseOf(in.Path))
	return ok && id == in.ID
}

func (l *folderLook) close() {
	if l.folder != nil {
		l.folder.close()
		l.folder = nil
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
