package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"

	"mingbai/cmd/mingbai/internal/diag"
)

// form names the form of a written state. It changes with the fields.
const form = "mingbai/cache/4\n"

// Least bytes of what lists hold, in a written state.
const (
	leastInput  = 1 + 5 + len(Sum{})
	leastOutput = 1 + 1 + sha256.Size + 5
	leastUnit   = 1 + 2*len(Sum{}) + 4

	leastDocument = 1 + len(Sum{})
)

// castagnoli is the polynomial of sums against damage: processors compute it by
// themselves, and nobody gains by a state that is forged.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Encoded is a written state, all but the ID of the site that was made: writing
// it takes time, and need not wait for the site to take its place.
type Encoded struct {
	body []byte
	sum  uint32 // of the body
}

// Encode writes a state but for Public.
func (s *State) Encode() Encoded {
	w := &writer{out: make([]byte, 0, s.likelyLength())}
	w.raw(s.Setting[:])
	w.length(len(s.Inputs))
	for _, in := range s.Inputs {
		w.input(in)
	}
	w.length(len(s.Outputs))
	for _, o := range s.Outputs {
		w.output(o)
	}
	w.length(len(s.Units))
	for _, u := range s.Units {
		w.unit(u)
	}
	w.length(len(s.Documents))
	for _, d := range s.Documents {
		w.text(d.Folder)
		w.raw(d.Facts[:])
	}
	w.raw(s.Lists[:])
	w.flag(s.Whole)
	for _, all := range [][]diag.Finding{s.Found, s.Loaded, s.Checked} {
		w.findings(all)
	}
	w.report(s.Report)
	w.text(s.Facts)
	return Encoded{w.out, crc32.Checksum(w.out, castagnoli)}
}

// likelyLength is about how long a written state is.
func (s *State) likelyLength() int {
	findings := len(s.Found) + len(s.Loaded) + len(s.Checked)
	for _, u := range s.Units {
		findings += len(u.Findings)
	}
	return 1024 + 112*len(s.Inputs) + 128*len(s.Outputs) + 112*len(s.Units) + 384*findings + len(s.Facts)
}

// headLength is how many bytes stand before the body: the form, the ID, the
// length of the body, and a sum of all three and of the body's sum.
const headLength = len(form) + idLength + 8 + crc32.Size

// head is what stands before the body.
func (e Encoded) head(public ID) []byte {
	w := &writer{out: make([]byte, 0, headLength)}
	w.raw([]byte(form))
	w.fixedID(public)
	w.out = binary.LittleEndian.AppendUint64(w.out, uint64(len(e.body)))
	w.out = binary.LittleEndian.AppendUint32(w.out, crc32.Update(e.sum, castagnoli, w.out))
	return w.out
}

// decode reads a written state, with the patches behind it; the error is for
// anything that nobody wrote, be it older, newer or damaged.
func decode(data []byte) (*State, error) {
	if len(data) < headLength || string(data[:len(form)]) != form {
		return nil, errDamaged
	}
	length := binary.LittleEndian.Uint64(data[len(form)+idLength:])
	if length > uint64(len(data)-headLength) {
		return nil, errDamaged
	}
	body, patches := data[headLength:headLength+int(length)], data[headLength+int(length):]
	public := fixedID(data[len(form):])
	if string((Encoded{body, crc32.Checksum(body, castagnoli)}).head(public)) != string(data[:headLength]) {
		return nil, errDamaged
	}
	r := &reader{in: textOf(body)}
	s := r.state()
	s.Public, s.base, s.mark = public, headLength+len(body), binary.LittleEndian.Uint32(data[headLength-crc32.Size:])
	if r.err != nil || r.in != "" {
		return nil, errDamaged
	}
	return s, s.readPatches(textOf(patches))
}

func (r *reader) state() *State {
	s := &State{Setting: r.sum()}
	s.Inputs = make([]Input, r.length(leastInput))
	for i := range s.Inputs {
		s.Inputs[i] = r.input()
	}
	s.Outputs = make([]Output, r.length(leastOutput))
	for i := range s.Outputs {
		s.Outputs[i] = r.output()
	}
	s.Units = make([]Unit, r.length(leastUnit))
	places := make([]int, 0, len(s.Outputs))
	for i := range s.Units {
		s.Units[i], places = r.unit(len(s.Outputs), places)
	}
	s.Documents = make([]Document, r.length(leastDocument))
	for i := range s.Documents {
		s.Documents[i] = Document{Folder: r.text(), Facts: r.sum()}
	}
	s.Lists, s.Whole = r.sum(), r.flag()
	s.Found, s.Loaded, s.Checked = r.findings(), r.findings(), r.findings()
	s.Report, s.Facts = r.report(), r.text()
	return s
}
