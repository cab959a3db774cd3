package cache

import (
	"encoding/binary"
	"errors"
	"unsafe"

	"mingbai/cmd/mingbai/internal/diag"
)

// errDamaged is for bytes that no writer wrote.
var errDamaged = errors.New("cache: damaged")

// writer appends values. Numbers are varints, texts and lists begin with their
// length.
type writer struct{ out []byte }

func (w *writer) number(n int64) { w.out = binary.AppendVarint(w.out, n) }
func (w *writer) length(n int)   { w.out = binary.AppendUvarint(w.out, uint64(n)) }
func (w *writer) raw(b []byte)   { w.out = append(w.out, b...) }

func (w *writer) text(s string) {
	w.length(len(s))
	w.out = append(w.out, s...)
}

func (w *writer) id(id ID) {
	w.number(id.Size)
	w.number(id.MTime)
	w.number(id.CTime)
	w.out = binary.AppendUvarint(w.out, id.Inode)
	w.out = binary.AppendUvarint(w.out, id.Device)
}

// idLength is the length of an ID that is written in a fixed form.
const idLength = 5 * 8

func (w *writer) fixedID(id ID) {
	for _, n := range []uint64{uint64(id.Size), uint64(id.MTime), uint64(id.CTime), id.Inode, id.Device} {
		w.out = binary.LittleEndian.AppendUint64(w.out, n)
	}
}

// fixedID reads an ID from at least idLength bytes.
func fixedID(b []byte) ID {
	n := func(i int) uint64 { return binary.LittleEndian.Uint64(b[8*i:]) }
	return ID{Size: int64(n(0)), MTime: int64(n(1)), CTime: int64(n(2)), Inode: n(3), Device: n(4)}
}

// textOf is bytes as a text, without a copy: nobody may change them any more.
func textOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func (w *writer) findings(fs []diag.Finding) {
	w.length(len(fs))
	for _, f := range fs {
		w.text(f.Code)
		w.text(string(f.Severity))
		for _, t := range []diag.Text{f.Message, f.Hint} {
			w.text(t.En)
			w.text(t.Zh)
		}
		for _, p := range []diag.Position{f.Position, f.Cause} {
			w.text(p.File)
			w.number(int64(p.Line))
			w.number(int64(p.Column))
		}
	}
}

// reader takes values back. After the first that is not there, all are zero
// and err is set. Texts share the memory of what is read.
type reader struct {
	in  string
	err error
}

func (r *reader) fail() {
	r.in, r.err = "", errDamaged
}

func (r *reader) number() int64 {
	n, size := binary.Varint([]byte(r.in[:min(len(r.in), binary.MaxVarintLen64)]))
	if size <= 0 {
		r.fail()
		return 0
	}
	r.in = r.in[size:]
	return n
}

func (r *reader) unsigned() uint64 {
	n, size := binary.Uvarint([]byte(r.in[:min(len(r.in), binary.MaxVarintLen64)]))
	if size <= 0 {
		r.fail()
		return 0
	}
	r.in = r.in[size:]
	return n
}

// length reads how many things of at least size bytes follow: no more than
// there are bytes for, so that damage asks for no memory.
func (r *reader) length(size int) int {
	n := r.unsigned()
	if n > uint64(len(r.in)/size) {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *reader) raw(n int) string {
	if n > len(r.in) {
		r.fail()
		return ""
	}
	s := r.in[:n]
	r.in = r.in[n:]
	return s
}

func (r *reader) text() string { return r.raw(r.length(1)) }

func (r *reader) id() ID {
	return ID{Size: r.number(), MTime: r.number(), CTime: r.number(), Inode: r.unsigned(), Device: r.unsigned()}
}

func (r *reader) sum() (s Sum) {
	copy(s[:], r.raw(len(s)))
	return s
}

func (r *reader) findings() []diag.Finding {
	var all []diag.Finding
	for range r.length(1) {
		f := diag.Finding{Code: r.text(), Severity: diag.Severity(r.text())}
		for _, t := range []*diag.Text{&f.Message, &f.Hint} {
			t.En, t.Zh = r.text(), r.text()
		}
		for _, p := range []*diag.Position{&f.Position, &f.Cause} {
			p.File, p.Line, p.Column = r.text(), int(r.number()), int(r.number())
		}
		if r.err != nil {
			return nil
		}
		all = append(all, f)
	}
	return all
}
