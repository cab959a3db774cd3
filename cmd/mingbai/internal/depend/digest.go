package depend

import (
	"encoding/binary"
	"sync"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/site"
)

// digest collects what a sum is made of. Every part has a length that its place
// tells, or says its own, so that two lists of parts never read alike.
type digest struct{ parts []byte }

// rooms are for the parts of sums that are made for every page.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

func (d *digest) end() cache.Sum { return cache.SumOf(d.parts) }

func (d *digest) sum(s [16]byte) { d.parts = append(d.parts, s[:]...) }

func (d *digest) number(n int) { d.parts = binary.AppendVarint(d.parts, int64(n)) }

func (d *digest) text(s string) {
	d.parts = binary.AppendUvarint(d.parts, uint64(len(s)))
	d.parts = append(d.parts, s...)
}

func (d *digest) flag(b bool) {
	if b {
		d.parts = append(d.parts, 1)
	} else {
		d.parts = append(d.parts, 0)
	}
}

// facts adds the front matter of both files of a text, and where they stand. A
// text without a title is called by the beginning of its body, which then is a
// fact like a title.
func (d *digest) facts(p *content.Pair) {
	d.text(p.Zh.Path)
	d.sum(p.Zh.FrontSum)
	d.sum(p.En.FrontSum)
	untitled := p.Zh.Title == "" && p.En.Title == ""
	d.flag(untitled)
	if untitled {
		d.words(p)
	}
}

// words adds the bodies of both files.
func (d *digest) words(p *content.Pair) {
	d.sum(p.Zh.BodySum)
	d.sum(p.En.BodySum)
}

// related adds the measures that the page of a measure leads to: where they
// stand, and by what their numbers are counted.
func (d *digest) related(m *site.Measure) {
	for _, r := range m.Related() {
		d.text(string(r.Reason))
		for p := r.Measure; p != nil; p = p.Parent {
			d.facts(&p.Pair)
		}
		d.facts(&r.Measure.Plan.Pair)
		if action := r.Measure.Plan.Action; action != nil {
			d.facts(&action.Pair)
		}
		d.facts(&r.Measure.Plan.Document.Pair)
	}
}

// cited adds the documents of the site that the text of a measure cites.
func (d *digest) cited(m *site.Measure) {
	for _, c := range m.Citations() {
		if c.Document != nil {
			d.text(c.Document.Slug)
			d.facts(&c.Document.Pair)
		}
	}
}
