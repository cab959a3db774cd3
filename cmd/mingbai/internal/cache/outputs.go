package cache

import (
	"context"
	"path/filepath"
	"strings"
)

// Intact tells which outputs stand in the folder as they were made. Outputs are
// in order of their paths.
func Intact(ctx context.Context, dir string, outputs []Output) ([]bool, error) {
	intact := make([]bool, len(outputs))
	runs := runsOf(len(outputs), func(i int) string { return outputs[i].Path })
	err := inParallel(ctx, len(runs), func(i int) error {
		r := runs[i]
		look, err := openLooker(filepath.Join(dir, filepath.FromSlash(r.folder)))
		if err != nil {
			return nil // gone, or nobody's to read: nothing in it counts
		}
		defer look.close()
		for j := r.from; j < r.to; j++ {
			id, ok := look.name(baseOf(outputs[j].Path))
			intact[j] = ok && id.SameContent(outputs[j].ID)
		}
		return nil
	})
	return intact, err
}

// mostInRun is how many files one worker takes at a time.
const mostInRun = 256

// run is neighbours of one folder.
type run struct {
	folder   string
	from, to int
}

// runsOf finds the runs of n paths.
func runsOf(n int, path func(int) string) []run {
	var runs []run
	for i := range n {
		folder := folderOf(path(i))
		if last := len(runs) - 1; last < 0 || runs[last].folder != folder || i-runs[last].from == mostInRun {
			runs = append(runs, run{folder: folder, from: i})
		}
		runs[len(runs)-1].to = i + 1
	}
	return runs
}

// folderOf is the folder that a clean path stands in.
func folderOf(name string) string {
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		return name[:i]
	}
	return "."
}

// baseOf is the last element of a clean path.
func baseOf(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }
