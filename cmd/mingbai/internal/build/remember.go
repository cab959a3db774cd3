package build

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"unsafe"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
)

// contentFile keeps the content as it was last read, so that the next process
// reads only what has changed: the sum of the program that wrote it, the length
// of the first part in eight bytes, then what content.Kept writes, part behind
// part.
const contentFile = "content"

const lengthBytes = 8

// memoir is the content as earlier processes read it.
type memoir struct {
	store   *cache.Store
	program cache.Sum
	first   int           // length of the first part
	length  int           // of all parts
	kept    *content.Kept // the same, read; nil for nothing
}

// recall reads what is kept. What cannot be used is as good as none.
func recall(ctx context.Context, store *cache.Store, program cache.Sum) *memoir {
	m := &memoir{store: store, program: program}
	data, err := store.Read(contentFile)
	if err != nil {
		return m
	}
	text, ok := strings.CutPrefix(textOf(data), string(program[:]))
	if !ok || len(text) < lengthBytes {
		return m
	}
	m.first, text = int(binary.LittleEndian.Uint64([]byte(text[:lengthBytes]))), text[lengthBytes:]
	if m.kept, err = content.DecodeKept(ctx, text); err != nil {
		m.kept = nil
	}
	m.length = len(text)
	return m
}

// textOf is bytes as a text, without a copy: nobody may change them any more.
func textOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// most is how many times longer than at first what is kept may become by what
// is added to it.
const most = 2

// save keeps what was read now. What has not changed is not written again,
// unless changes have made it long.
func (m *memoir) save(ctx context.Context, now *content.Kept) error {
	if m.kept != nil {
		if now.Same(m.kept) {
			return nil
		}
		var part bytes.Buffer
		if err := now.Encode(ctx, &part, m.kept); err != nil {
			return err
		}
		if m.length+part.Len() < most*m.first {
			return m.store.Append(contentFile, part.Bytes())
		}
	}
	return m.store.WriteWith(contentFile, func(f *os.File) error { return m.write(ctx, f, now) })
}

// write writes all that is kept.
func (m *memoir) write(ctx context.Context, f *os.File, now *content.Kept) error {
	head := append(slices.Clone(m.program[:]), make([]byte, lengthBytes)...)
	w := bufio.NewWriterSize(f, 1<<18)
	if _, err := w.Write(head); err != nil {
		return err
	}
	if err := errors.Join(now.Encode(ctx, w, nil), w.Flush()); err != nil {
		return err
	}
	end, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	binary.LittleEndian.PutUint64(head[len(m.program):], uint64(end)-uint64(len(head)))
	_, err = f.WriteAt(head, 0)
	return err
}

// stamps tells the state of files and folders of the content, as they were
// found.
func stamps(inputs []cache.Input) func(name string) content.Stamp {
	return func(name string) content.Stamp {
		path := contentDir
		if name != "." {
			path += "/" + name
		}
		i, ok := find(inputs, path)
		if !ok {
			i, ok = find(inputs, path+"/")
		}
		if ok {
			id := inputs[i].Known()
			return content.Stamp{Size: id.Size, ModTime: id.MTime, ChangeTime: id.CTime, Inode: id.Inode}
		}
		return content.Stamp{}
	}
}

func find(inputs []cache.Input, path string) (int, bool) {
	return slices.BinarySearchFunc(inputs, path, func(in cache.Input, path string) int { return strings.Compare(in.Path, path) })
}
