package build

import (
	"context"
	"encoding/hex"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/publish"
)

// folder is public/ as a target.
type folder struct {
	begin func() (*publish.Output, error) // gives the same whenever it is asked
}

// ready prepares the folder.
func (f *folder) ready() error {
	_, err := f.begin()
	return err
}

func (f *folder) put(made file) (cache.Output, error) {
	out, err := f.begin()
	if err != nil {
		return cache.Output{}, err
	}
	e, mark, err := out.Put(made.name, made.data)
	if err != nil {
		return cache.Output{}, err
	}
	id := cache.ID{Size: e.Size, MTime: mark.MTime, Inode: mark.Inode, Device: mark.Device}
	o := cache.Output{Path: e.Path, Size: e.Size, ID: id}
	_, err = hex.Decode(o.SHA256[:], []byte(e.SHA256))
	return o, err
}

func (f *folder) keep(o cache.Output) error {
	out, err := f.begin()
	if err != nil {
		return err
	}
	return out.Keep(publish.Entry{Path: o.Path, Size: o.Size, SHA256: hex.EncodeToString(o.SHA256[:])})
}

// keepOthers keeps all files that stand, but those that were put.
func (f *folder) keepOthers() error {
	out, err := f.begin()
	if err != nil {
		return err
	}
	return out.KeepOthers()
}

func (f *folder) read(name string) ([]byte, error) {
	out, err := f.begin()
	if err != nil {
		return nil, err
	}
	return out.Read(name)
}

// commit lets what was put and kept take its place.
func (f *folder) commit(ctx context.Context) error {
	out, err := f.begin()
	if err != nil {
		return err
	}
	return out.Commit(ctx)
}

// close ends the work, once: without commit it leaves the old site as it was.
func (f *folder) close() error {
	if out, err := f.begin(); err == nil {
		out.Close()
	}
	return nil
}
