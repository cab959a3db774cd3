package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// Target is a place to publish to. A [Folder] is one; a server reached by
// SFTP or an object store needs no more than this. All names are valid paths
// ([io/fs.ValidPath]). Methods but Lock may be called at the same time for
// different names.
type Target interface {
	// String names the target in messages.
	String() string

	// Lock makes the target if there is none and keeps other publishers out
	// until unlock is called. It returns ErrBusy where another one is at work.
	Lock(ctx context.Context) (unlock func(), err error)

	// Foreign names something in the target that is not mingbai's
	// bookkeeping, or gives "" where there is nothing. It is asked only for a
	// target without manifest.
	Foreign(ctx context.Context) (string, error)

	// Open opens a published file. The error is fs.ErrNotExist where there is
	// none, an *ObstacleError where something else stands there or on the way.
	Open(ctx context.Context, name string) (io.ReadCloser, error)

	// Stage makes data ready for its place, durably and unseen by readers.
	// What was staged for name before is replaced.
	Stage(ctx context.Context, name string, data []byte) error

	// Commit puts in place what was staged for name: readers see the old file
	// or the new one, nothing between.
	Commit(ctx context.Context, name string) error

	// Discard drops what was staged for name, if anything.
	Discard(ctx context.Context, name string) error

	// Remove removes a published file, and folders that this leaves empty. A
	// file that does not exist is no error.
	Remove(ctx context.Context, name string) error

	// Flush makes durable what was committed and removed.
	Flush(ctx context.Context) error
}

// ErrBusy says that another process publishes to the same target.
var ErrBusy = errors.New("another process is at work in the same folder")

// Kind says what stands in the way.
type Kind string

const (
	KindFile    Kind = "file" // where a folder is needed
	KindFolder  Kind = "folder"
	KindLink    Kind = "symbolic link"
	KindSpecial Kind = "special file" // a device, a pipe, a socket
)

// ObstacleError says that a file cannot stand at its place because something
// else does, there or at a folder above.
type ObstacleError struct {
	Name string // what is in the way, a path below the target
	Kind Kind
}

func (e *ObstacleError) Error() string {
	return fmt.Sprintf("%s: a %s is in the way", e.Name, e.Kind)
}
