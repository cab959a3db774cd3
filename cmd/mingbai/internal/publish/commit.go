package publish

import (
	"context"
	"fmt"
	"os"
	"slices"
)

// Commit lets the new site take its place. A context that has ended, or a name
// that was given twice, leaves the old one.
func (o *Output) Commit(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(o.entries) == 0 {
		return refuse(nothingToPublish, "", nil)
	}
	slices.SortFunc(o.entries, compareEntries)
	if err := o.checkPlaces(); err != nil {
		return err
	}
	for i := 1; i < len(o.entries); i++ {
		if o.entries[i].Path == o.entries[i-1].Path {
			return fmt.Errorf("%s: written twice", o.entries[i].Path)
		}
	}
	if o.spared {
		o.spare.forget()
		absent := func(name string) bool { return o.put[name] || o.spare.lacks[name] }
		if err := o.removeStale(o.swap.fresh, absent, o.touched); err != nil {
			return err
		}
	}
	if err := o.swap.writeManifest(o.entries); err != nil {
		return err
	}
	o.known = o.pureFolders()
	if err := o.swap.exchange(); err != nil {
		return err
	}
	o.committed = true
	return nil
}

// giveBack keeps an untouched spare for the next site.
func (o *Output) giveBack() error {
	if err := o.spare.giveBack(o.swap.fresh); err != nil || !o.mirrored {
		return err
	}
	return o.spare.write(o.swap.dir, nil, identities(o.spare.dir, foldersOf(o.standing, nil), nil, nil), o.spare.stands)
}

// Close ends the work: after Commit it puts the old site aside; else it leaves
// that as it was.
func (o *Output) Close() {
	if o.release == nil {
		return
	}
	switch {
	case o.committed:
		o.putAside()
	case o.spared && len(o.entries) == 0 && o.giveBack() == nil:
		// untouched
	default:
		_ = os.RemoveAll(o.swap.fresh) // else the next Begin does
	}
	o.release()
	o.release = nil
}
