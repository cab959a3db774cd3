package content

import (
	"context"
	"io/fs"

	"mingbai/cmd/mingbai/internal/diag"
)

// Kept is all content as one load read it: every folder's list of names, every
// file's text, front matter and findings, and the documents made of them.
// Nothing changes it, so that it may be used from several goroutines and for
// any number of loads.
type Kept struct{ top *folder }

// Reload loads as Load does, and takes from kept what has not changed since:
// the outcome is that of Load. kept is nil where there is nothing; what it
// gives back serves the next time.
//
// stamp gives the state of a file or a folder under content/ ("." for
// content/ itself), before it is read; it is called from several goroutines.
// A file whose stamp is that of kept is not read, and a folder is not listed.
// The zero Stamp stands for what is not known: then the file is read and its
// text compared. Where stamp is nil, the system is asked if fsys is a Dir, and
// what changed half a second ago or later counts as not known, for a system
// may give the same time to two changes; of any other fsys nothing is known. A
// caller that gives stamps sees to that itself.
//
// The trees of both loads share the documents that have not changed. Whoever
// has a tree may change its Config, and nothing else.
func Reload(ctx context.Context, fsys fs.FS, kept *Kept, stamp func(name string) Stamp) (*Tree, []diag.Finding, *Kept, error) {
	var before *folder
	if kept != nil {
		before = kept.top
	}
	tree, findings, top, err := load(ctx, &walker{library: library{fsys}, keeps: true, stamp: stamp}, before)
	if err != nil {
		return nil, nil, nil, err
	}
	return tree, findings, &Kept{top}, nil
}

// Sums gives the sums of files by their paths under content/, as they were when
// they were read: the first half of the SHA-256 of all their bytes. It leaves
// out what this process has not read.
func (k *Kept) Sums() map[string]Sum {
	sums := map[string]Sum{}
	k.top.addSums(sums)
	return sums
}

func (f *folder) addSums(sums map[string]Sum) {
	for _, s := range f.stems {
		for _, file := range s.files {
			if file != nil && file.sum != (Sum{}) {
				sums[file.path] = file.sum
			}
		}
	}
	if r := f.record; r != nil && r.read != (Sum{}) {
		sums[r.path] = r.read
	}
	for _, sub := range f.folders {
		sub.addSums(sums)
	}
}
