//go:build unix

package publish

import (
	"io/fs"
	"syscall"
)

// inodeOf is the number of a file on its disk.
func inodeOf(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Ino)
	}
	return 0
}
