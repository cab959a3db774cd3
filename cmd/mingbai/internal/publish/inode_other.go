//go:build !unix

package publish

import "os"

// identify asks the system for an identity, without following a link. The inode
// is not known on this system: the time alone has to tell.
func identify(name string) (id identity, isFolder bool) {
	info, err := os.Lstat(name)
	if err != nil {
		return identity{}, false
	}
	return identity{0, info.ModTime().UnixNano()}, info.IsDir()
}
