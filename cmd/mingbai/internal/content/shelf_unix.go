//go:build unix

package content

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"golang.org/x/sys/unix" // files relative to an open folder, which the os package has no calls for
)

// listed is a folder once more, to be listed: of one that a root opened the os
// package asks the system for the size of every file.
func listed(folder *os.File) (*os.File, error) {
	fd, err := unix.Openat(int(folder.Fd()), ".", unix.O_RDONLY|unix.O_CLOEXEC|unix.O_DIRECTORY, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: folder.Name(), Err: err}
	}
	return os.NewFile(uintptr(fd), folder.Name()), nil
}

// openAt opens the file base in a folder. It follows no link, and waits for
// nobody where the file has become a pipe since it was listed.
func openAt(_ *os.Root, folder *os.File, name, base string) (io.ReadCloser, error) {
	const flags = unix.O_RDONLY | unix.O_CLOEXEC | unix.O_NOFOLLOW | unix.O_NONBLOCK
	for {
		fd, err := unix.Openat(int(folder.Fd()), base, flags, 0)
		if err == nil {
			return descriptor(fd), nil
		}
		if !errors.Is(err, unix.EINTR) {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
	}
}

// stampAt is the state of the file base in a folder.
func stampAt(_ *os.Root, folder *os.File, _, base string) Stamp {
	var s unix.Stat_t
	if err := unix.Fstatat(int(folder.Fd()), base, &s, unix.AT_SYMLINK_NOFOLLOW); err != nil {
		return Stamp{}
	}
	return Stamp{Size: s.Size, ModTime: unix.TimespecToNsec(s.Mtim), ChangeTime: unix.TimespecToNsec(s.Ctim), Inode: s.Ino}
}

// descriptor is an open file. An os.File would ask the system whether it can
// be waited for, and a file of text never can.
type descriptor int

func (d descriptor) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for {
		n, err := unix.Read(int(d), p)
		switch {
		case errors.Is(err, unix.EINTR):
		case err != nil:
			return 0, err
		case n == 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
}

func (d descriptor) Close() error { return unix.Close(int(d)) }
