package cache

import (
	"encoding/binary"
	"hash/crc32"
	"slices"

	"mingbai/cmd/mingbai/internal/diag"
)

// Patch is in what a state differs from the one before, where a build made few
// units and the site has the same files: it is written behind the state, whose
// length it does not pay for. Indexes are those of the state.
type Patch struct {
	Inputs  map[int]Input
	Outputs map[int]Output // of the same paths
	Units   map[int]Unit
	Found   []diag.Finding
	Loaded  []diag.Finding
	Same    bool // the findings stay: Found and Loaded are not looked at
	Report  Report
}

// Apply changes the state.
func (s *State) Apply(p *Patch) {
	for i, in := range p.Inputs {
		s.Inputs[i] = in
	}
	for i, o := range p.Outputs {
		s.Outputs[i] = o
	}
	for i, u := range p.Units {
		s.Units[i] = u
	}
	if !p.Same {
		s.Found, s.Loaded = p.Found, p.Loaded
	}
	s.Report = p.Report
}

// A written patch is its length in eight bytes, the patch, and a sum of it. It
// tells behind what it stands: one that another build's state has come before
// is none of that state.
const (
	patchHead  = 8
	patchFrame = patchHead + crc32.Size
)

// place is behind what the next patch of a state stands.
func (s *State) place() []byte {
	return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint32(nil, s.mark), uint64(s.base+s.patches))
}

func (p *Patch) encode(place []byte, public ID) []byte {
	w := &writer{out: make([]byte, patchHead, 4096)}
	w.raw(place)
	w.fixedID(public)
	writeAt(w, p.Inputs, w.input)
	writeAt(w, p.Outputs, w.output)
	writeAt(w, p.Units, w.unit)
	w.flag(p.Same)
	if !p.Same {
		w.findings(p.Found)
		w.findings(p.Loaded)
	}
	w.report(p.Report)
	body := w.out[patchHead:]
	binary.LittleEndian.PutUint64(w.out, uint64(len(body)))
	return binary.LittleEndian.AppendUint32(w.out, crc32.Checksum(body, castagnoli))
}

// writeAt writes things with their indexes, in order.
func writeAt[T any](w *writer, all map[int]T, write func(T)) {
	w.length(len(all))
	at := make([]int, 0, len(all))
	for i := range all {
		at = append(at, i)
	}
	slices.Sort(at)
	for _, i := range at {
		w.length(i)
		write(all[i])
	}
}

// readAt reads what writeAt wrote of n things there are.
func readAt[T any](r *reader, n int, read func() T) map[int]T {
	all := map[int]T{}
	for range r.length(1) {
		i := r.index(n)
		if all[i] = read(); r.err != nil {
			return nil
		}
	}
	return all
}

// readPatches applies patches that stand one behind the other.
func (s *State) readPatches(data string) error {
	for data != "" {
		if len(data) < patchFrame {
			return errDamaged
		}
		length := binary.LittleEndian.Uint64([]byte(data[:patchHead]))
		if length > uint64(len(data)-patchFrame) {
			return errDamaged
		}
		body, rest := data[patchHead:patchHead+length], data[patchHead+length:]
		sum := binary.LittleEndian.Uint32([]byte(rest[:crc32.Size]))
		if sum != crc32.Checksum([]byte(body), castagnoli) || !s.readPatch(body) {
			return errDamaged
		}
		data = rest[crc32.Size:]
		s.patches += patchFrame + len(body)
	}
	return nil
}

func (s *State) readPatch(body string) bool {
	place := s.place()
	r := &reader{in: body}
	if r.raw(len(place)) != string(place) {
		return false
	}
	var id [idLength]byte
	copy(id[:], r.raw(idLength))
	p := &Patch{
		Inputs:  readAt(r, len(s.Inputs), r.input),
		Outputs: readAt(r, len(s.Outputs), r.output),
		Units: readAt(r, len(s.Units), func() Unit {
			u, _ := r.unit(len(s.Outputs), nil)
			return u
		}),
		Same: r.flag(),
	}
	if !p.Same {
		p.Found, p.Loaded = r.findings(), r.findings()
	}
	p.Report = r.report()
	if r.err != nil || r.in != "" || !s.fits(p) {
		return false
	}
	s.Apply(p)
	s.Public = fixedID(id[:])
	return true
}

// fits reports whether a patch leaves paths as they are.
func (s *State) fits(p *Patch) bool {
	for i, in := range p.Inputs {
		if s.Inputs[i].Path != in.Path {
			return false
		}
	}
	for i, o := range p.Outputs {
		if s.Outputs[i].Path != o.Path {
			return false
		}
	}
	return true
}
