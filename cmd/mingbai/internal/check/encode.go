package check

import (
	"encoding/binary"
	"fmt"

	"mingbai/cmd/mingbai/internal/diag"
)

// The form of AppendFacts, all numbers as varints unless told otherwise:
//
//	magic, factsForm
//	number of places; 16 bytes each: hash of the file, hash of the fragment
//	number of sets of ids; in each, number of ids in the main part and of others; 8 bytes each
//	number of rare values; each with its length
//	number of files; in each a byte of kind and one of flags, set of ids and
//	rare value (from 1; 0 for none), length of the links, links
//	8 bytes: hash of all before
const factsMagic = "mingbai facts\n"

// Kinds of arguments of findings.
const (
	argString = 's'
	argInt    = 'i'
	argText   = 't'
)

// encoder writes facts; it numbers anew what they have in common.
type encoder struct {
	places []place
	number []uint32 // new numbers of places, or nil where they stay
	sets   []*idSet
	rares  []*rare
	setAt  map[*idSet]int
	rareAt map[*rare]int
}

// AppendFacts appends the facts of files, in their order, in a compact form for
// DecodeFacts. Names are not part of it.
func (c *Checker) AppendFacts(b []byte, files []File) []byte {
	begin := len(b)
	e := &encoder{places: c.table.all(), setAt: map[*idSet]int{nil: 0}, rareAt: map[*rare]int{nil: 0}}
	for i := range files {
		e.collect(&files[i].Facts)
	}
	e.renumber(files)
	b = append(b, factsMagic...)
	b = binary.AppendUvarint(b, factsForm)
	b = e.appendCommon(b)
	b = binary.AppendUvarint(b, uint64(len(files)))
	for i := range files {
		f := &files[i].Facts
		b = append(b, byte(f.kind), byte(f.flags))
		b = binary.AppendUvarint(b, uint64(e.setAt[f.ids]))
		b = binary.AppendUvarint(b, uint64(e.rareAt[f.more]))
		b = appendString(b, f.links.renumbered(e.number))
	}
	return appendSum(b, begin)
}

// appendSum appends the hash of what stands after begin.
func appendSum(b []byte, begin int) []byte {
	return binary.LittleEndian.AppendUint64(b, hash(b[begin:]))
}

// collect notes what facts have in common with others.
func (e *encoder) collect(f *Facts) {
	if _, known := e.setAt[f.ids]; !known {
		e.sets = append(e.sets, f.ids)
		e.setAt[f.ids] = len(e.sets)
	}
	if _, known := e.rareAt[f.more]; !known {
		e.rares = append(e.rares, f.more)
		e.rareAt[f.more] = len(e.rares)
	}
}

// renumber leaves out places to which no link leads any more, once they are
// most: pages come and go, and the numbers of the others may stay meanwhile.
func (e *encoder) renumber(files []File) {
	used := make([]bool, len(e.places))
	n := 0
	use := func(id uint32) {
		if !used[id] {
			used[id] = true
			n++
		}
	}
	for i := range files {
		for id := range files[i].links.all {
			use(id)
		}
	}
	for _, r := range e.rares {
		for id := range r.listed.all {
			use(id)
		}
		for _, s := range r.sums {
			use(s.file)
		}
	}
	if 2*n >= len(e.places) {
		return
	}
	e.number = make([]uint32, len(e.places))
	kept := make([]place, 0, n)
	for id, p := range e.places {
		if used[id] {
			e.number[id] = uint32(len(kept))
			kept = append(kept, p)
		}
	}
	e.places = kept
}

// renumbered gives the list with new numbers, which keep the order of the old.
func (p packed) renumbered(number []uint32) packed {
	if number == nil || p == "" {
		return p
	}
	var links []packable
	for id, followed := range p.all {
		l := packable(number[id]) << 1
		if followed {
			l |= 1
		}
		links = append(links, l)
	}
	return packed(pack(nil, links))
}

func (e *encoder) appendCommon(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(e.places)))
	for _, p := range e.places {
		b = binary.LittleEndian.AppendUint64(b, p.file)
		b = binary.LittleEndian.AppendUint64(b, p.fragment)
	}
	b = binary.AppendUvarint(b, uint64(len(e.sets)))
	for _, s := range e.sets {
		b = s.append(b)
	}
	b = binary.AppendUvarint(b, uint64(len(e.rares)))
	for _, r := range e.rares {
		b = appendString(b, appendRare(nil, r, e.number))
	}
	return b
}

func (s *idSet) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(s.main)))
	b = binary.AppendUvarint(b, uint64(len(s.other)))
	for _, ids := range [][]uint64{s.main, s.other} {
		for _, id := range ids {
			b = binary.LittleEndian.AppendUint64(b, id)
		}
	}
	return b
}

// appendRare appends a rare value, with new numbers of places where there are any.
func appendRare(b []byte, r *rare, number []uint32) []byte {
	b = appendString(b, r.column)
	b = binary.AppendUvarint(b, uint64(len(r.pubDates)))
	for _, v := range r.pubDates {
		b = appendString(b, v)
	}
	b = appendString(b, r.listed.renumbered(number))
	b = binary.AppendUvarint(b, uint64(len(r.sums)))
	for _, s := range r.sums {
		file := s.file
		if number != nil {
			file = number[file]
		}
		b = appendString(binary.AppendUvarint(b, uint64(file)), s.integrity)
	}
	b = binary.AppendUvarint(b, uint64(len(r.findings)))
	for _, f := range r.findings {
		b = f.append(b)
	}
	return b
}

func (f finding) append(b []byte) []byte {
	b = appendString(appendString(b, f.rule.Code), f.needle)
	b = binary.AppendUvarint(b, uint64(len(f.args)))
	for _, arg := range f.args {
		switch v := arg.(type) {
		case int:
			b = binary.AppendVarint(append(b, argInt), int64(v))
		case diag.Text:
			b = appendString(appendString(append(b, argText), v.En), v.Zh)
		default:
			b = appendString(append(b, argString), fmt.Sprint(v))
		}
	}
	return b
}

func appendString[T ~string | []byte](b []byte, s T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
