package cache

import (
	"context"
	"os"
	"path"
	"path/filepath"
)

// Intact tells which outputs stand in the folder as they were made. Outputs are
// in order of their paths.
func Intact(ctx context.Context, dir string, outputs []Output) ([]bool, error) {
	intact := make([]bool, len(outputs))
	runs := runsOf(outputs)
	err := inParallel(ctx, len(runs), func(i int) error {
		r := runs[i]
		folder, err := os.Open(filepath.Join(dir, filepath.FromSlash(r.folder)))
		if err != nil {
			return nil // gone, or nobody's to read: nothing in it counts
		}
		defer folder.Close()
		look := newLooker(folder)
		for j := r.from; j < r.to; j++ {
			id, ok := look.name(path.Base(outputs[j].Path))
			intact[j] = ok && id.SameContent(outputs[j].ID)
		}
		return nil
	})
	return intact, err
}

// run is neighbours of one folder.
type run struct {
	folder   string
	from, to int
}

func runsOf(outputs []Output) []run {
	var runs []run
	for i, o := range outputs {
		folder := path.Dir(o.Path)
		if n := len(runs); n == 0 || runs[n-1].folder != folder {
			runs = append(runs, run{folder: folder, from: i})
		}
		runs[len(runs)-1].to = i + 1
	}
	return runs
}
