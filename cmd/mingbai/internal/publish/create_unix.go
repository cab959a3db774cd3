//go:build unix

package publish

import (
	"io/fs"

	"golang.org/x/sys/unix" // the os package asks of every new file whether it can be waited for
)

// createFile writes a file that is not there.
func createFile(name string, data []byte) (mark Mark, err error) {
	fd, err := again(func() (int, error) {
		return unix.Open(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_CLOEXEC, uint32(fileMode))
	})
	if err != nil {
		return Mark{}, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	defer func() {
		if closeErr := unix.Close(fd); closeErr != nil && err == nil {
			err = &fs.PathError{Op: "close", Path: name, Err: closeErr}
		}
	}()
	for len(data) > 0 {
		n, err := again(func() (int, error) { return unix.Write(fd, data) })
		if err != nil {
			return Mark{}, &fs.PathError{Op: "write", Path: name, Err: err}
		}
		data = data[n:]
	}
	var s unix.Stat_t
	if err := unix.Fstat(fd, &s); err != nil {
		return Mark{}, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return Mark{MTime: s.Mtim.Nano(), Inode: uint64(s.Ino), Device: uint64(s.Dev)}, nil
}

// again calls the system until no signal interrupts it.
func again(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if err != unix.EINTR {
			return n, err
		}
	}
}
