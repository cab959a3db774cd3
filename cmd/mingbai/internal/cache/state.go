package cache

import (
	"mingbai/cmd/mingbai/internal/diag"
)

// State is what a good build made, and of what.
type State struct {
	Setting   Sum      // of all that is the same for every file: program, options
	Inputs    []Input  // by path
	Outputs   []Output // by path
	Units     []Unit   // in the order of their making
	Documents []Document
	Lists     Sum            // of all facts of all documents and departments
	Whole     bool           // a file shows words of all documents, so that they are made together
	Found     []diag.Finding // everything, sorted
	Loaded    []diag.Finding // of it, what was found in the content, before any unit
	Checked   []diag.Finding // of it, what only all finished files together show
	Report    Report
	Facts     string // what checks keep of the outputs, in their order, as they encode it
	Public    ID     // of the manifest of the site that was made

	base, patches int    // bytes, as they were read: see Amend
	mark          uint32 // of what was read before any patch
}

// Document is a document of the content.
type Document struct {
	Folder string // below content/
	Facts  Sum    // of all that its pages depend on but words
}

// Output is a file of the site that was made.
type Output struct {
	Path   string // slash-separated, below public/
	Size   int64  // bytes
	SHA256 [32]byte
	ID     ID
}

// Unit is what is made in one go, always of the same things: a page with its
// other edition, a file for programs, the search index.
type Unit struct {
	Name     string
	Of       Sum   // of everything that its files depend on
	Also     Sum   // of what they asked for beside that
	Asked    int   // for what, in the builder's own numbers; 0 for nothing
	Outputs  []int // indexes
	Findings []diag.Finding
	About    []string // what each finding is about; nil where nobody asks
}

// Report is what is told of a build.
type Report struct {
	Pages, Files int
	Bytes        int64
}
