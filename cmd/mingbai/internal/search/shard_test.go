package search

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// A frequent term costs a reader no more on a large site.
func TestFrequentTermsAreBounded(t *testing.T) {
	p := &postings{last: -1}
	for i := range 3 * mostPostings {
		p.add(i, 1+i%3)
	}
	mass := p.mass
	if err := p.thin(); err != nil {
		t.Fatal(err)
	}
	kept, err := readPostings(p.data)
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) != mostPostings || p.mass != mass {
		t.Fatalf("%d pages kept, mass %d of %d", len(kept), p.mass, mass)
	}
	for _, k := range kept {
		if k.impact < 3 {
			t.Fatalf("page %d of impact %d was kept before others of 3", k.page, k.impact)
		}
	}
}

func TestShardsHoldTerms(t *testing.T) {
	terms := map[string]*postings{}
	for i := range 500 {
		p := &postings{last: -1}
		for k := range 1 + i%40 {
			p.add(i+k*7, 1+k%15)
		}
		terms[fmt.Sprintf("term%03d", i)] = p
	}
	shards, err := makeShards(terms)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, s := range shards {
		entries, err := readShard(s.data)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			n++
			if p := terms[e.term]; p == nil || p.mass != e.mass || !bytes.Equal(p.data, e.data) {
				t.Errorf("%s is not what was written", e.term)
			}
		}
	}
	if n != len(terms) || len(shards) < 2 {
		t.Errorf("%d terms in %d shards", n, len(shards))
	}
}

// A shard that was cut off or mixed up is an error, never a panic.
func FuzzReadShard(f *testing.F) {
	for name, data := range write(f, corpus()) {
		if strings.HasSuffix(name, ".bin") {
			f.Add(data)
			f.Add(data[:len(data)/2])
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := readShard(data)
		if err != nil {
			return
		}
		for _, e := range entries {
			_, _ = readPostings(e.data)
		}
	})
}
