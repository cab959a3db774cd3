//go:build unix

package publish

import (
	"io/fs"
	"syscall"
)

// markOf is the mark of a file that was looked at.
func markOf(info fs.FileInfo) Mark {
	s := info.Sys().(*syscall.Stat_t)
	return Mark{MTime: info.ModTime().UnixNano(), Inode: uint64(s.Ino), Device: uint64(s.Dev)}
}
