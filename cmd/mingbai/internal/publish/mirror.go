package publish

import (
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Mirror gives the new site all files of the one that stands, by hard links, as
// if it were made of a spare that lacks none. It is for whoever will keep nearly
// all of them and comes before any other file: the way to a folder is found once
// for all that is in it. Where the system has no such links, nothing is done.
func (o *Output) Mirror() error {
	if o.spared || len(o.standing) == 0 {
		return nil
	}
	if o.mirror() == nil {
		o.spared, o.mirrored = true, true
		return nil
	}
	o.made = map[string]bool{".": true}
	if err := os.RemoveAll(o.swap.fresh); err != nil {
		return o.swap.failed("", err)
	}
	if err := os.Mkdir(o.swap.fresh, dirMode); err != nil {
		return o.swap.failed("", err)
	}
	return o.swap.dress()
}

func (o *Output) mirror() error {
	folders := foldersOf(o.standing, nil)
	slices.Sort(folders) // one comes before those in it
	for _, folder := range folders {
		if folder == "." {
			continue
		}
		if err := os.Mkdir(o.swap.staged(folder), dirMode); err != nil {
			return err
		}
		o.made[folder] = true
	}
	g := errgroup.Group{}
	const some = 1024
	for run := range slices.Chunk(o.standing, some) {
		g.Go(func() error { return linkAll(o.swap.dir, o.swap.fresh, run) })
	}
	return g.Wait()
}

// linkAll links files, which stand in order, from one folder to another.
func linkAll(from, to string, files []Entry) error {
	for len(files) > 0 {
		folder, n := dirOf(files[0].Path), 1
		for n < len(files) && dirOf(files[n].Path) == folder {
			n++
		}
		folder = filepath.FromSlash(folder)
		if err := linkFolder(filepath.Join(from, folder), filepath.Join(to, folder), files[:n]); err != nil {
			return err
		}
		files = files[n:]
	}
	return nil
}
