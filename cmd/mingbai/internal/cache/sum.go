package cache

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// summer reads files of one folder for their sums. It opens the folder once,
// and has one room for all files.
type summer struct {
	path   string
	folder *looker // nil where it cannot be opened
	room   *[]byte
}

// rooms are kept from one folder to the next.
var rooms = sync.Pool{New: func() any { room := make([]byte, 64<<10); return &room }}

func summerOf(path string) *summer {
	s := &summer{path: path, room: rooms.Get().(*[]byte)}
	s.folder, _ = openLooker(path)
	return s
}

func (s *summer) close() {
	rooms.Put(s.room)
	if s.folder != nil {
		s.folder.close()
	}
}

// of gives an input the sum of its content.
func (s *summer) of(in *Input) (err error) {
	base := baseOf(in.Path)
	if in.ID != (ID{}) && s.folder != nil {
		if data, ok := s.folder.read(base, *s.room); ok {
			in.Sum = SumOf(data)
			return nil
		}
	}
	in.Sum, err = sumAt(filepath.Join(s.path, base))
	if in.ID == (ID{}) { // readers tell a link from a file of the same content
		in.Sum = SumOf(append([]byte("no plain file"), in.Sum[:]...))
	}
	return err
}

// sumAt is the sum of what a reader of the name would get: of a link, what it
// leads to. What cannot be read has a sum, too, until it can.
func sumAt(name string) (Sum, error) {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return SumOf([]byte("no file")), nil
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return SumOf([]byte("no reading")), nil
	}
	if err != nil {
		return Sum{}, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return Sum{}, err
	}
	return Sum(h.Sum(nil)[:len(Sum{})]), nil
}
