package check

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// errFacts is what is wrong with facts that cannot be read.
var errFacts = errors.New("facts of finished files are damaged or of another version (hint: look at the files again)")

// DecodeFacts gives the facts that AppendFacts wrote, in the order of their
// files. It must be called before the Checker has looked at any file. What is
// damaged or in another form is an error, and leaves the Checker as it was.
func (c *Checker) DecodeFacts(data []byte) ([]Facts, error) {
	if len(c.table.all()) > 0 {
		return nil, errors.New("facts must be read before any file is looked at")
	}
	body := len(data) - 8
	if body < 0 || binary.LittleEndian.Uint64(data[body:]) != hash(data[:body]) {
		return nil, errFacts
	}
	d := &decoder{rest: string(data[:body])}
	facts := d.all()
	if d.failed || d.rest != "" {
		return nil, errFacts
	}
	c.table.adopt(d.places)
	return facts, nil
}

// decoder reads facts. Once anything is wrong, all that follows is zero.
type decoder struct {
	rest   string
	failed bool
	places []place
	sets   []*idSet
	rares  []*rare
	rules  map[string]*diag.Rule
}

func (d *decoder) all() []Facts {
	magic, ok := strings.CutPrefix(d.rest, factsMagic)
	if d.rest = magic; !ok || d.number() != factsForm {
		d.fail()
		return nil
	}
	d.places = make([]place, d.count(16))
	for i := range d.places {
		d.places[i] = place{d.fixed(), d.fixed()}
	}
	d.sets = make([]*idSet, d.count(2))
	for i := range d.sets {
		d.sets[i] = d.idSet()
	}
	d.rares = make([]*rare, d.count(1))
	for i := range d.rares {
		d.rares[i] = d.rare()
	}
	facts := make([]Facts, d.count(5))
	for i := range facts {
		facts[i] = d.facts()
	}
	return facts
}

func (d *decoder) facts() (f Facts) {
	f.kind, f.flags = fileKind(d.byte()), factFlags(d.byte())
	if n := d.number(); n > uint64(len(d.sets)) {
		d.fail()
	} else if n > 0 {
		f.ids = d.sets[n-1]
	}
	if n := d.number(); n > uint64(len(d.rares)) {
		d.fail()
	} else if n > 0 {
		f.more = d.rares[n-1]
	}
	f.links = d.packed()
	if f.kind > siteMapFile {
		d.fail()
	}
	return f
}

// packed reads a list of numbers of places, all of which must be there.
func (d *decoder) packed() packed {
	p := packed(d.string())
	if p != "" && p[len(p)-1] >= 0x80 {
		d.fail()
		return ""
	}
	for id := range p.all {
		if int64(id) >= int64(len(d.places)) {
			d.fail()
			return ""
		}
	}
	return p
}

func (d *decoder) idSet() *idSet {
	main, other := d.count(8), d.count(8)
	if main+other > len(d.rest)/8 {
		d.fail()
		return nil
	}
	ids := make([]uint64, main+other)
	for i := range ids {
		ids[i] = d.fixed()
	}
	s := &idSet{main: ids[:main:main], other: ids[main:]}
	if !slices.IsSorted(s.main) || !slices.IsSorted(s.other) {
		d.fail()
	}
	return s
}

func (d *decoder) rare() *rare {
	length := d.count(1)
	if d.failed {
		return nil
	}
	after := d.rest[length:]
	d.rest = d.rest[:length]
	r := &rare{column: d.string()}
	for range d.count(1) {
		r.pubDates = append(r.pubDates, d.string())
	}
	r.listed = d.packed()
	for range d.count(2) {
		n := d.number()
		if n >= uint64(len(d.places)) {
			d.fail()
		}
		r.sums = append(r.sums, sum{uint32(n), d.string()})
	}
	for range d.count(3) {
		r.findings = append(r.findings, d.finding())
	}
	if d.rest != "" {
		d.fail()
	}
	if !d.failed {
		d.rest = after
	}
	return r
}

func (d *decoder) finding() (f finding) {
	f.rule = d.rule(d.string())
	f.needle = d.string()
	for range d.count(2) {
		switch d.byte() {
		case argInt:
			n, size := binary.Varint([]byte(d.rest[:min(len(d.rest), binary.MaxVarintLen64)]))
			d.skip(size)
			f.args = append(f.args, int(n))
		case argText:
			f.args = append(f.args, diag.Text{En: d.string(), Zh: d.string()})
		case argString:
			f.args = append(f.args, d.string())
		default:
			d.fail()
		}
	}
	return f
}

// rule finds a rule by its code; one that is no more fails.
func (d *decoder) rule(code string) *diag.Rule {
	if d.rules == nil {
		d.rules = map[string]*diag.Rule{}
		for _, r := range Rules() {
			d.rules[r.Code] = r
		}
	}
	if d.rules[code] == nil {
		d.fail()
	}
	return d.rules[code]
}

func (d *decoder) fail() { d.failed, d.rest = true, "" }

// skip passes over n bytes that were read; n below 1 fails.
func (d *decoder) skip(n int) {
	if n < 1 || n > len(d.rest) {
		d.fail()
		return
	}
	d.rest = d.rest[n:]
}

func (d *decoder) byte() (b byte) {
	if d.rest != "" {
		b = d.rest[0]
	}
	d.skip(1)
	return b
}

func (d *decoder) fixed() (v uint64) {
	if len(d.rest) >= 8 {
		v = binary.LittleEndian.Uint64([]byte(d.rest[:8]))
	}
	d.skip(8)
	return v
}

func (d *decoder) number() (v uint64) {
	for shift := 0; shift < 64; shift += 7 {
		b := d.byte()
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	d.fail()
	return 0
}

// count reads how many things of at least size bytes follow.
func (d *decoder) count(size int) int {
	n := d.number()
	if d.failed || n > uint64(len(d.rest)/size) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) string() string {
	n := d.count(1)
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}
