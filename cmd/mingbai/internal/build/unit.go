package build

import (
	"context"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/diag"
)

// unit is what is made in one go, always of the same things: a page with its
// elder edition, a file for programs, the search index.
type unit struct {
	name  string
	stage Stage                 // to which its cost is counted; "" for that at work
	of    func() cache.Sum      // of everything that its files depend on; see package depend
	also  func(asked) cache.Sum // of what they depend on beside that, where they asked for it; nil for nothing
	make  func(ctx context.Context) (made, error)
}

// made is what a unit gave.
type made struct {
	files    []file
	asked    asked // for what they depend on beside the unit's sum
	findings []diag.Finding
	about    []string // what each finding is about; nil where nobody asks
	room     *[]byte  // what was lent to make them; nil for nothing
}

// asked is what a page asked for that others of its kind may not show.
type asked int

const (
	askedOthers asked = 1 << iota // what other documents have to do with it
	askedSite                     // lists of the site as a whole
)

// file is a finished file; its name is a path below public/.
type file struct {
	name string
	data []byte
	lent bool // the next unit writes where data stands: who keeps it, copies it
}

// target takes finished files. Its methods are called by several goroutines.
type target interface {
	// put takes a file that was made.
	put(f file) (cache.Output, error)
	// keep takes over a file that an earlier build made and that stands where
	// it was put then.
	keep(o cache.Output) error
	// read gives the bytes of a file that was put or kept.
	read(name string) ([]byte, error)
}
