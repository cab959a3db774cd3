//go:build unix

package cache

import (
	"io/fs"
	"syscall"
)

func (a *ID) addSystem(info fs.FileInfo) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		a.Inode, a.Device = uint64(s.Ino), uint64(s.Dev)
	}
}
