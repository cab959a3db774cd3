//go:build !unix

package content

import (
	"io"
	"os"
)

// listed opens a folder once more, to be listed.
func listed(folder *os.File) (*os.File, error) { return os.Open(folder.Name()) }

// openAt opens the file of a name.
func openAt(root *os.Root, _ *os.File, name, _ string) (io.ReadCloser, error) {
	return root.Open(name)
}

// stampAt is the state of the file of a name. The system keeps no time of the
// last change of a file's record.
func stampAt(root *os.Root, _ *os.File, name, _ string) Stamp {
	info, err := root.Lstat(name)
	if err != nil {
		return Stamp{}
	}
	return Stamp{Size: info.Size(), ModTime: info.ModTime().UnixNano()}
}
