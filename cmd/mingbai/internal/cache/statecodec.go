package cache

import (
	"crypto/sha256"
)

// form names the form of a written state. It changes with the fields.
const form = "mingbai/cache/3\n"

// Least bytes of what lists hold, in a written state.
const (
	leastInput  = 1 + 5 + len(Sum{})
	leastOutput = 1 + 1 + sha256.Size + 5
	leastUnit   = 1 + 2*len(Sum{}) + 4
)

// Encoded is a written state, all but the ID of the site that was made: writing
// it takes time, and need not wait for the site to take its place.
type Encoded struct {
	body []byte
	sum  [sha256.Size]byte // of the body
}

// Encode writes a state but for Public.
func (s *State) Encode() Encoded {
	w := &writer{out: make([]byte, 0, 1024+112*len(s.Inputs)+128*len(s.Outputs)+112*len(s.Units)+len(s.Facts))}
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
	return Encoded{w.out, sha256.Sum256(w.out)}
}

// headLength is how many bytes stand before the body: the form, the ID, and a sum
// of the ID and of the body's sum.
const headLength = len(form) + idLength + sha256.Size

// head is what stands before the body.
func (e Encoded) head(public ID) []byte {
	w := &writer{out: make([]byte, 0, headLength)}
	w.raw([]byte(form))
	w.fixedID(public)
	sum := sha256.Sum256(append(w.out[len(form):len(w.out):len(w.out)], e.sum[:]...))
	w.raw(sum[:])
	return w.out
}

// decode reads a written state; the error is for anything that encode did not
// write, be it older, newer or damaged.
func decode(data []byte) (*State, error) {
	if len(data) < headLength || string(data[:len(form)]) != form {
		return nil, errDamaged
	}
	head, body := data[:headLength], data[headLength:]
	public := fixedID(head[len(form):])
	if string((Encoded{body, sha256.Sum256(body)}).head(public)) != string(head) {
		return nil, errDamaged
	}
	r := &reader{in: textOf(body)}
	s := &State{Setting: r.sum(), Public: public}
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
	places := make([]int, 0, len(s.Outputs))
	for i := range s.Units {
		s.Units[i], places = r.unit(len(s.Outputs), places)
	}
	s.Found = r.findings()
	s.Report = Report{Pages: int(r.unsigned()), Files: int(r.unsigned()), Bytes: r.number()}
	s.Facts = r.text()
	if r.err != nil || r.in != "" {
		return nil, errDamaged
	}
	return s, nil
}

// unit reads a unit. The indexes of its outputs are put behind those of others.
func (r *reader) unit(outputs int, places []int) (Unit, []int) {
	u := Unit{Name: r.text(), Of: r.sum(), Also: r.sum(), Asked: int(r.unsigned())}
	begin := len(places)
	for range r.length(1) {
		at := r.unsigned()
		if at >= uint64(outputs) {
			r.fail()
			return Unit{}, places
		}
		places = append(places, int(at))
	}
	u.Outputs = places[begin:len(places):len(places)]
	u.Findings = r.findings()
	for range r.length(1) {
		u.About = append(u.About, r.text())
	}
	return u, places
}
