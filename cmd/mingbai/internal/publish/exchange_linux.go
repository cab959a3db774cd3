package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchangeDirs exchanges two folders in one step, so that there is no moment
// without either.
func exchangeDirs(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	switch err {
	case nil:
		return nil
	case unix.ENOSYS, unix.EINVAL: // an old kernel, or a file system without it
		return errors.ErrUnsupported
	}
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
}
