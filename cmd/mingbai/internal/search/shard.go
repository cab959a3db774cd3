package search

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A shard holds terms in their order with the pages that have them:
//
//	shared  byte     how many bytes the term has in common with the one before
//	rest    byte     how many bytes follow
//	        bytes    the rest of the term, UTF-8
//	mass    uvarint  sum of the impacts on all pages
//	length  uvarint  of the postings in bytes
//	        uvarint… for each page: (steps from the page before << 4) | impact
//
// The first page is a step of its number plus one.

// mostPostings bounds what a frequent term costs a reader, however large the
// site: of more pages only those with the greatest impact are kept.
const mostPostings = 4096

// postings are the pages of a term.
type postings struct {
	data  []byte
	last  int // page
	count int
	mass  int
}

func (p *postings) add(page, impact int) {
	p.data = binary.AppendUvarint(p.data, uint64(page-p.last)<<4|uint64(impact))
	p.last = page
	p.count++
	p.mass += impact
}

// posting is a page with the impact of the term.
type posting struct{ page, impact int }

var errShard = errors.New("a shard of the search index is damaged")

// readPostings takes postings apart.
func readPostings(data []byte) ([]posting, error) {
	var out []posting
	page := -1
	for len(data) > 0 {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			return nil, errShard
		}
		data = data[n:]
		page += int(v >> 4)
		out = append(out, posting{page, int(v & 15)})
	}
	return out, nil
}

// thin keeps the pages with the greatest impact.
func (p *postings) thin() error {
	if p.count <= mostPostings {
		return nil
	}
	all, err := readPostings(p.data)
	if err != nil {
		return err
	}
	var having [maxImpact + 1]int
	for _, a := range all {
		having[a.impact]++
	}
	least, room := maxImpact, mostPostings
	for ; least > 1 && having[least] <= room; least-- {
		room -= having[least]
	}
	mass := p.mass
	*p = postings{last: -1}
	for _, a := range all {
		if a.impact == least {
			room--
		}
		if a.impact > least || a.impact == least && room >= 0 {
			p.add(a.page, a.impact)
		}
	}
	p.mass = mass
	return nil
}

// shard is terms that are fetched together.
type shard struct {
	first, last string
	data        []byte
}

// Sizes of shards in bytes: small enough that a query of ten terms stays small,
// large enough that their list does, too.
const (
	leastShard  = 800
	mostShard   = 3600
	shardsAimed = 192
)

// makeShards cuts the terms into shards. A term with many pages has one for
// itself, so that its neighbours can be had without it.
func makeShards(terms map[string]*postings) ([]shard, error) {
	total := 0
	names := make([]string, 0, len(terms))
	for term, p := range terms {
		if err := p.thin(); err != nil {
			return nil, err
		}
		names = append(names, term)
		total += len(term) + len(p.data)
	}
	slices.SortFunc(names, compareUnits)
	size := min(max(total/shardsAimed, leastShard), mostShard)
	var out []shard
	for i, term := range names {
		p := terms[term]
		n := len(out)
		large := len(p.data) > size/2
		if n == 0 || large || len(out[n-1].data) > size || len(terms[names[i-1]].data) > size/2 {
			out = append(out, shard{first: term})
			n++
		}
		s := &out[n-1]
		s.data = appendTerm(s.data, s.last, term, p)
		s.last = term
	}
	return out, nil
}

func appendTerm(data []byte, last, term string, p *postings) []byte {
	shared := 0
	for shared < len(last) && shared < len(term) && last[shared] == term[shared] {
		shared++
	}
	data = append(data, byte(shared), byte(len(term)-shared))
	data = append(data, term[shared:]...)
	data = binary.AppendUvarint(data, uint64(p.mass))
	data = binary.AppendUvarint(data, uint64(len(p.data)))
	return append(data, p.data...)
}

// entry is a term of a shard.
type entry struct {
	term string
	mass int
	data []byte
}

// readShard takes a shard apart.
func readShard(data []byte) ([]entry, error) {
	var out []entry
	last := ""
	for len(data) > 0 {
		if len(data) < 2 || int(data[0]) > len(last) || len(data) < 2+int(data[1]) {
			return nil, errShard
		}
		shared, rest := int(data[0]), int(data[1])
		e := entry{term: last[:shared] + string(data[2:2+rest])}
		data = data[2+rest:]
		r := bytes.NewReader(data)
		mass, err1 := binary.ReadUvarint(r)
		length, err2 := binary.ReadUvarint(r)
		if err1 != nil || err2 != nil || length > uint64(r.Len()) {
			return nil, errShard
		}
		data = data[len(data)-r.Len():]
		e.mass, e.data, data = int(mass), data[:length], data[length:]
		out = append(out, e)
		last = e.term
	}
	return out, nil
}

// compareUnits orders terms as a browser compares texts: by UTF-16 units. That
// is the order of the characters, but that those which take two units come
// before those from U+E000 on.
func compareUnits(a, b string) int {
	for i := 0; ; {
		switch {
		case i == len(a) || i == len(b):
			return cmp.Compare(len(a), len(b))
		case a[i] < utf8.RuneSelf && a[i] == b[i]:
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(a[i:])
		o, otherSize := utf8.DecodeRuneInString(b[i:])
		if r != o || size != otherSize {
			return cmp.Compare(unitOrder(r), unitOrder(o))
		}
		i += size
	}
}

func unitOrder(r rune) rune {
	if 0xE000 <= r && r <= 0xFFFF {
		return r + unicode.MaxRune
	}
	return r
}

// separator is the shortest beginning of a term that is greater than the term
// before it.
func separator(before, term string) string {
	runes := []rune(term)
	for n := 1; n < len(runes); n++ {
		if s := string(runes[:n]); compareUnits(s, before) > 0 {
			return s
		}
	}
	return term
}
