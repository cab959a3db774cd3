package cache

import "crypto/sha256"

// Each field of a state is written and read here, side by side.

func (w *writer) input(in Input) {
	w.text(in.Path)
	w.id(in.ID)
	w.raw(in.Sum[:])
}

func (r *reader) input() Input { return Input{Path: r.text(), ID: r.id(), Sum: r.sum()} }

func (w *writer) output(o Output) {
	w.text(o.Path)
	w.number(o.Size)
	w.raw(o.SHA256[:])
	w.id(o.ID)
}

func (r *reader) output() (o Output) {
	o.Path, o.Size = r.text(), r.number()
	copy(o.SHA256[:], r.raw(sha256.Size))
	o.ID = r.id()
	return o
}

func (w *writer) unit(u Unit) {
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

// unit reads a unit of a state with so many outputs. The indexes of its own are
// put behind those of others.
func (r *reader) unit(outputs int, places []int) (Unit, []int) {
	u := Unit{Name: r.text(), Of: r.sum(), Also: r.sum(), Asked: int(r.unsigned())}
	begin := len(places)
	for range r.length(1) {
		places = append(places, r.index(outputs))
	}
	u.Outputs = places[begin:len(places):len(places)]
	u.Findings = r.findings()
	for range r.length(1) {
		u.About = append(u.About, r.text())
	}
	if u.About != nil && len(u.About) != len(u.Findings) {
		r.fail()
	}
	return u, places
}

func (w *writer) report(all Report) {
	w.length(all.Pages)
	w.length(all.Files)
	w.number(all.Bytes)
}

func (r *reader) report() Report {
	return Report{Pages: int(r.unsigned()), Files: int(r.unsigned()), Bytes: r.number()}
}

func (w *writer) flag(b bool) {
	if b {
		w.out = append(w.out, 1)
	} else {
		w.out = append(w.out, 0)
	}
}

func (r *reader) flag() bool {
	b := r.raw(1)
	if b > "\x01" {
		r.fail()
	}
	return b == "\x01"
}

// index reads the index of one of n things.
func (r *reader) index(n int) int {
	at := r.unsigned()
	if at >= uint64(n) {
		r.fail()
		return 0
	}
	return int(at)
}
