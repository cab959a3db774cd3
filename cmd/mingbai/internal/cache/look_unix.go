//go:build unix

package cache

import (
	"os"

	"golang.org/x/sys/unix" // looks at a file by its name in an open folder, which os cannot
)

// looker looks at the files of an open folder by their short names: the system
// need not find the way to the folder again for every file.
type looker struct{ folder int }

func newLooker(dir *os.File) looker { return looker{int(dir.Fd())} }

func (l looker) name(base string) (ID, bool) {
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
func (l looker) read(base string, room []byte) (data []byte, ok bool) {
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
