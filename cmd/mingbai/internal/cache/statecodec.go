package cache

import (
	"crypto/sha256"
	"strings"
)

// form names the form of a written state. It changes with the fields.
const form = "mingbai/cache/2\n"

// Least bytes of what lists hold, in a written state.
const (
	leastInput  = 1 + 5 + len(Sum{})
	leastOutput = 1 + 1 + sha256.Size + 5
	leastUnit   = 1 + 2*len(Sum{}) + 4
)

// encode writes a state: its form, a sum, and what the sum is of.
func (s *State) encode() []byte {
	w := &writer{out: make([]byte, 0, 256+64*len(s.Inputs)+192*len(s.Outputs)+len(s.Facts))}
	w.raw([]byte(form))
	w.raw(make([]byte, sha256.Size))
	begin := len(w.out)
	w.raw(s.Setting[:])
	w.length(len(s.Inputs))
	for _, in := range s.Inputs {
		w.text(in.Path)
		w.id(in.ID)
		w.raw(in.Sum[:])
	}
	w.length(len(s.Outputs))
	for _, o := range s.Outputs {
		w.text(o.Path)
		w.number(o.Size)
		w.raw(o.SHA256[:])
		w.id(o.ID)
	}
	w.length(len(s.Units))
	for _, u := range s.Units {
		w.text(u.Name)
		w.raw(u.Of[:])
		w.raw(u.Also[:])
		w.length(u.Asked)
		w.length(len(u.Outputs))
		for _, o := range u.Outputs {
			w.length(o)
		}
		w.findings(u.Findings)
		w.length(len(u.About))
		for _, text := range u.About {
			w.text(text)
		}
	}
	w.findings(s.Found)
	w.length(s.Report.Pages)
	w.length(s.Report.Files)
	w.number(s.Report.Bytes)
	w.text(s.Facts)
	w.id(s.Public)
	sum := sha256.Sum256(w.out[begin:])
	copy(w.out[begin-sha256.Size:], sum[:])
	return w.out
}

// decode reads a written state; the error is for anything that encode did not
// write, be it older, newer or damaged.
func decode(data []byte) (*State, error) {
	text := string(data)
	body, ok := strings.CutPrefix(text, form)
	if !ok || len(body) < sha256.Size {
		return nil, errDamaged
	}
	if sum := sha256.Sum256(data[len(form)+sha256.Size:]); string(sum[:]) != body[:sha256.Size] {
		return nil, errDamaged
	}
	r := &reader{in: body[sha256.Size:]}
	s := &State{Setting: r.sum()}
	s.Inputs = make([]Input, r.length(leastInput))
	for i := range s.Inputs {
		s.Inputs[i] = Input{Path: r.text(), ID: r.id(), Sum: r.sum()}
	}
	s.Outputs = make([]Output, r.length(leastOutput))
	for i := range s.Outputs {
		o := &s.Outputs[i]
		o.Path, o.Size = r.text(), r.number()
		copy(o.SHA256[:], r.raw(sha256.Size))
		o.ID = r.id()
	}
	s.Units = make([]Unit, r.length(leastUnit))
	for i := range s.Units {
		s.Units[i] = r.unit(len(s.Outputs))
	}
	s.Found = r.findings()
	s.Report = Report{Pages: int(r.unsigned()), Files: int(r.unsigned()), Bytes: r.number()}
	s.Facts = r.text()
	s.Public = r.id()
	if r.err != nil || r.in != "" {
		return nil, errDamaged
	}
	return s, nil
}

func (r *reader) unit(outputs int) Unit {
	u := Unit{Name: r.text(), Of: r.sum(), Also: r.sum(), Asked: int(r.unsigned())}
	u.Outputs = make([]int, r.length(1))
	for i := range u.Outputs {
		at := r.unsigned()
		if at >= uint64(outputs) {
			r.fail()
			return Unit{}
		}
		u.Outputs[i] = int(at)
	}
	u.Findings = r.findings()
	for range r.length(1) {
		u.About = append(u.About, r.text())
	}
	return u
}
