//go:build unix

package cache

import (
	"io/fs"
	"os"

	"golang.org/x/sys/unix" // looks at a file by its name in an open folder, which os cannot
)

// looker looks at the files of an open folder by their short names: the system
// need not find the way to the folder again for every file.
type looker struct {
	path   string
	folder int
	file   *os.File // the same; nil where the folder was not listed
}

func openLooker(folder string) (*looker, error) {
	for {
		fd, err := unix.Open(folder, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		if err == nil {
			return &looker{path: folder, folder: fd}, nil
		}
		if err != unix.EINTR {
			return nil, &fs.PathError{Op: "open", Path: folder, Err: err}
		}
	}
}

func (l *looker) close() {
	if l.file != nil {
		l.file.Close()
	} else {
		unix.Close(l.folder)
	}
}

// list lists the folder, in any order.
func (l *looker) list() ([]fs.DirEntry, error) {
	l.file = os.NewFile(uintptr(l.folder), l.path)
	return l.file.ReadDir(-1)
}

func (l *looker) name(base string) (ID, bool) {
	var s unix.Stat_t
	if err := unix.Fstatat(l.folder, base, &s, unix.AT_SYMLINK_NOFOLLOW); err != nil {
		return ID{}, false
	}
	return ID{
		Size: s.Size, MTime: s.Mtim.Nano(), CTime: s.Ctim.Nano(), Inode: uint64(s.Ino), Device: uint64(s.Dev),
	}, true
}

// read reads a regular file that is shorter than its room; false for any other,
// and for what goes wrong.
func (l *looker) read(base string, room []byte) (data []byte, ok bool) {
	fd, err := unix.Openat(l.folder, base, unix.O_RDONLY|unix.O_CLOEXEC|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil, false
	}
	defer unix.Close(fd)
	n := 0
	for n < len(room) {
		got, err := unix.Read(fd, room[n:])
		switch {
		case err != nil:
			return nil, false
		case got == 0:
			return room[:n], true
		}
		n += got
	}
	return nil, false
}
