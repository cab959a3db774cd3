//go:build !unix

package publish

import (
	"errors"
	"os"
)

// createFile writes a file that is not there.
func createFile(name string, data []byte) (Mark, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return Mark{}, err
	}
	_, err = f.Write(data)
	info, statErr := f.Stat()
	if err := errors.Join(err, statErr, f.Close()); err != nil {
		return Mark{}, err
	}
	return Mark{MTime: info.ModTime().UnixNano()}, nil
}
