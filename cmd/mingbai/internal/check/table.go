package check

import (
	"encoding/binary"
	"math/bits"
	"sync"
)

// place is where a link leads, as hashes: they are only ever compared, and a
// finding reads the page again for the words.
type place struct {
	file     uint64
	fragment uint64 // 0 for none
}

// table numbers what many pages have in common, each once: the places to which
// links lead, sets of ids, and what else is rare.
type table struct {
	mu      sync.RWMutex
	places  []place
	byPlace map[place]uint32
	ids     map[string]*idSet
	rares   map[string]*rare
}

func newTable() *table {
	return &table{byPlace: map[place]uint32{}, ids: map[string]*idSet{}, rares: map[string]*rare{}}
}

// adopt begins with places of an earlier run.
func (t *table) adopt(places []place) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.places = places
	for i, p := range places {
		t.byPlace[p] = uint32(i)
	}
}

// number is the number of a place.
func (t *table) number(p place) uint32 {
	t.mu.RLock()
	n, ok := t.byPlace[p]
	t.mu.RUnlock()
	if ok {
		return n
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if n, ok = t.byPlace[p]; !ok {
		n = uint32(len(t.places))
		t.places = append(t.places, p)
		t.byPlace[p] = n
	}
	return n
}

// all gives the places by their numbers.
func (t *table) all() []place {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.places
}

// idSet is the one set with these ids, which must be sorted; it keeps no hold
// of the slices.
func (t *table) idSet(key []byte, main, other []uint64) ([]byte, *idSet) {
	if len(main)+len(other) == 0 {
		return key, nil
	}
	key = binary.AppendUvarint(key[:0], uint64(len(main)))
	for _, ids := range [][]uint64{main, other} {
		for _, id := range ids {
			key = binary.LittleEndian.AppendUint64(key, id)
		}
	}
	t.mu.RLock()
	s := t.ids[string(key)]
	t.mu.RUnlock()
	if s != nil {
		return key, s
	}
	all := make([]uint64, 0, len(main)+len(other))
	all = append(append(all, main...), other...)
	s = &idSet{main: all[:len(main):len(main)], other: all[len(main):]}
	t.mu.Lock()
	defer t.mu.Unlock()
	if one := t.ids[string(key)]; one != nil {
		return key, one
	}
	t.ids[string(key)] = s
	return key, s
}

// rare is the one value that says this.
func (t *table) rare(key []byte, r *rare) ([]byte, *rare) {
	if r.empty() {
		return key, nil
	}
	key = appendRare(key[:0], r, nil)
	t.mu.Lock()
	defer t.mu.Unlock()
	if one := t.rares[string(key)]; one != nil {
		return key, one
	}
	kept := *r
	t.rares[string(key)] = &kept
	return key, &kept
}

// Odd constants of the mixing, from the digits of e and pi.
const (
	mixA = 0xb7e151628aed2a6b
	mixB = 0x243f6a8885a308d3
)

// hash is a hash of a name that is the same in every process; never 0. Files of
// a cache hold it: whoever changes it changes factsForm, too.
func hash[T string | []byte](s T) uint64 {
	h := uint64(len(s)) ^ mixB
	for len(s) >= 8 {
		h = mix(h, uint64(s[0])|uint64(s[1])<<8|uint64(s[2])<<16|uint64(s[3])<<24|
			uint64(s[4])<<32|uint64(s[5])<<40|uint64(s[6])<<48|uint64(s[7])<<56)
		s = s[8:]
	}
	last := uint64(0)
	for i := range len(s) {
		last |= uint64(s[i]) << (8 * i)
	}
	return max(mix(mix(h, last), mixA), 1)
}

func mix(h, v uint64) uint64 {
	high, low := bits.Mul64(h^v, mixA)
	return high ^ low
}
