package content

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// What Encode writes is one or more segments: eight bytes that name the form,
// the fingerprint of the program's types and rules, folders, each with its
// length before it, a length of zero, and the CRC-32C of all since the
// fingerprint in four bytes.
const (
	segmentName = "mbkept1\n"
	segmentHead = len(segmentName) + len(Sum{})
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli) // the one that processors compute by themselves

// fingerprint tells programs apart that would read the same file into other
// structs, or find other words for what is wrong.
var fingerprint = sync.OnceValue(func() (sum Sum) {
	h := sha256.New()
	for _, k := range []kind{documentPage, actionPage, planPage, measurePage, departmentPage} {
		forms()[reflect.TypeOf(newFacts(k)).Elem()].describe(h)
	}
	forms()[reflect.TypeFor[twinFront]()].describe(h)
	for _, r := range Rules() {
		fmt.Fprintf(h, "%s %s %q %q %q %q\n", r.Code, r.Severity, r.Message.En, r.Message.Zh, r.Hint.En, r.Hint.Zh)
	}
	return Sum(h.Sum(nil)[:len(sum)])
})

// describe writes all that matters of a form. Forms hold no circle.
func (f *form) describe(w io.Writer) {
	fmt.Fprintf(w, "%s %s %q {", f.typ, f.kind, f.words)
	for i := range f.fields {
		fmt.Fprintf(w, "%s %t ", f.fields[i].key, f.fields[i].omitEmpty)
		f.fields[i].form.describe(w)
	}
	if f.elem != nil {
		f.elem.describe(w)
	}
	fmt.Fprint(w, "}\n")
}

// Encode writes what is kept for DecodeKept in another process: one segment
// with all folders, or, where since is not nil, with those alone in which
// something is not as it was there. Such a segment belongs behind the bytes that
// since was encoded to. A caller that goes on adding segments writes all anew
// when they have become longer than the first.
func (k *Kept) Encode(ctx context.Context, w io.Writer, since *Kept) error {
	var changed []*folder
	var before *folder
	if since != nil {
		before = since.top
	}
	k.top.changedFolders(before, func(f *folder) { changed = append(changed, f) })
	return encodeSegment(ctx, w, changed)
}

// Same reports whether nothing is to be written behind what since was encoded
// to: all content is as it was, and so is the state of its files.
func (k *Kept) Same(since *Kept) bool {
	same := true
	k.top.changedFolders(since.top, func(*folder) { same = false })
	return same
}

func encodeSegment(ctx context.Context, w io.Writer, folders []*folder) error {
	own := fingerprint()
	if _, err := w.Write(append([]byte(segmentName), own[:]...)); err != nil {
		return err
	}
	const together = 64 // folders
	sum := crc32.New(castagnoli)
	out := io.MultiWriter(w, sum)
	blocks := make([][]byte, together)
	for some := range slices.Chunk(folders, together) {
		var crew crew
		for i, f := range some {
			crew.add(func(*buffer) {
				p := packer{data: blocks[i][:0]}
				p.folder(f)
				blocks[i] = p.data
			})
		}
		if err := crew.work(ctx); err != nil {
			return err
		}
		for _, b := range blocks[:len(some)] {
			if err := writeBlock(out, b); err != nil {
				return err
			}
		}
	}
	if err := writeBlock(out, nil); err != nil {
		return err
	}
	_, err := w.Write(binary.LittleEndian.AppendUint32(nil, sum.Sum32()))
	return err
}

func writeBlock(w io.Writer, block []byte) error {
	_, err := w.Write(binary.AppendUvarint(nil, uint64(len(block))))
	if err == nil && len(block) > 0 {
		_, err = w.Write(block)
	}
	return err
}

// changedFolders calls do for every folder of which something is not as it
// was, but for what is in its folders.
func (f *folder) changedFolders(before *folder, do func(*folder)) {
	same := before != nil && f.stamp == before.stamp && f.record == before.record &&
		slices.Equal(f.entries, before.entries) && slices.EqualFunc(f.stems, before.stems, func(a, b *stem) bool {
		return a == b || a.name == b.name && a.files == b.files
	})
	if !same {
		do(f)
	}
	for _, sub := range f.folders {
		sub.changedFolders(before.folder(sub.name), do)
	}
}

// Errors of DecodeKept: the bytes were written by a program with other types
// or rules, or are not those that were written.
var (
	ErrOtherProgram = errors.New("content: kept by another version of the program")
	ErrDamaged      = errors.New("content: what was kept is damaged")
)

// DecodeKept reads what Encode gave, segments one behind another. All texts
// are parts of data. The error is ErrOtherProgram or ErrDamaged: then
// everything is to be loaded anew. Whether the program that wrote the bytes
// reads files as this one does, only a part of that is known here: a caller
// keeps the bytes of every build of the program apart.
func DecodeKept(ctx context.Context, data string) (*Kept, error) {
	var blocks []string
	for data != "" {
		some, rest, err := cutSegment(data)
		if err != nil {
			return nil, err
		}
		blocks, data = append(blocks, some...), rest
	}
	folders := make([]*folder, len(blocks))
	bad := make([]bool, len(blocks))
	var crew crew
	for i, block := range blocks {
		crew.add(func(*buffer) {
			p := &unpacker{data: block}
			folders[i] = p.folder()
			bad[i] = p.bad || p.at < len(block)
		})
	}
	if err := crew.work(ctx); err != nil {
		return nil, err
	}
	if slices.Contains(bad, true) {
		return nil, ErrDamaged
	}
	return join(folders)
}

// cutSegment takes the first segment off data, as its blocks.
func cutSegment(data string) (blocks []string, rest string, err error) {
	if len(data) < segmentHead || !strings.HasPrefix(data, segmentName) {
		return nil, "", ErrDamaged
	}
	if own := fingerprint(); data[len(segmentName):segmentHead] != string(own[:]) {
		return nil, "", ErrOtherProgram
	}
	p := &unpacker{data: data[segmentHead:]}
	for block := p.string(); block != ""; block = p.string() {
		blocks = append(blocks, block)
	}
	read := p.data[:p.at]
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(bytesOf(read), castagnoli))
	if p.take(len(sum)) != string(sum) || p.bad {
		return nil, "", ErrDamaged
	}
	return blocks, p.data[p.at:], nil
}

// join makes the tree of folders; of one path the last one counts, and those
// that no folder lists any more are left out.
func join(folders []*folder) (*Kept, error) {
	byPath := make(map[string]*folder, len(folders))
	for _, f := range folders {
		byPath[f.path] = f
	}
	top := byPath["."]
	if top == nil {
		return nil, ErrDamaged
	}
	return &Kept{top}, top.join(byPath)
}

func (f *folder) join(byPath map[string]*folder) error {
	for i, sub := range f.folders {
		found := byPath[sub.path]
		if found == nil || found.depth != sub.depth {
			return ErrDamaged
		}
		f.folders[i] = found
		if err := found.join(byPath); err != nil {
			return err
		}
	}
	return nil
}
