//go:build unix

package publish

import (
	"path"

	"golang.org/x/sys/unix" // links between two open folders, to which the way is found once
)

// linkFolder links files of one folder.
func linkFolder(from, to string, files []Entry) error {
	const flags = unix.O_RDONLY | unix.O_DIRECTORY | unix.O_CLOEXEC | unix.O_NOFOLLOW
	old, err := again(func() (int, error) { return unix.Open(from, flags, 0) })
	if err != nil {
		return err
	}
	defer unix.Close(old)
	fresh, err := again(func() (int, error) { return unix.Open(to, flags, 0) })
	if err != nil {
		return err
	}
	defer unix.Close(fresh)
	for _, e := range files {
		name := path.Base(e.Path)
		if err := unix.Linkat(old, name, fresh, name, 0); err != nil {
			return err
		}
	}
	return nil
}
