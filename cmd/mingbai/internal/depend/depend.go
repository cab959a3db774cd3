// Package depend says what each file of a site is made of, as one sum: as long
// as it is the same, so are the bytes of the file. A build makes again what has
// another sum, and nothing else; so a dependency that is missing here is a
// stale page, and one too many only costs time.
//
// A text (content.Pair) has two sums: of its facts, which is everything in its
// front matter, and of its words, which is the body. What pages show of other
// texts (titles, numbers, who, until when) is facts; words appear on few pages,
// so that the edit that people make most often, of a sentence, touches few.
//
// Three circles stand around a page: its document, whose facts all its pages
// share; the departments that the document names; and the site, whose lists
// hold the facts of all documents. A department stands in the circles of the
// documents that name it. The page of a measure also shows others
// like it, and documents that it cites.
package depend

import (
	"sync"
	"sync/atomic"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Table knows the sums of a site. It is not changed after New and may be read
// by several goroutines.
type Table struct {
	site      *site.Site
	setting   cache.Sum // of all that every file depends on
	documents map[*site.Document]*circle

	frame      cache.Sum // of what the header, the footer and the links of every page depend on
	lists      cache.Sum // of the facts of everything
	ofWords    cache.Sum // of all bodies: see words
	askedWords atomic.Bool
}

// circle is the sums of a document.
type circle struct {
	facts cache.Sum // of all its texts
	words cache.Sum // of all its bodies
	near  cache.Sum // of what its pages show beyond it
}

// New makes the table of a site. setting is the sum of what every file depends
// on: the program, its options, configuration, words, and the day.
func New(s *site.Site, setting cache.Sum) *Table {
	t := &Table{site: s, setting: setting, documents: make(map[*site.Document]*circle, len(s.Documents))}
	circles := make([]circle, len(s.Documents))
	var all sync.WaitGroup
	for i, d := range s.Documents {
		all.Go(func() { circles[i].facts, circles[i].words = documentSums(d) })
	}
	all.Wait()
	var lists, words digest
	for i, d := range s.Documents {
		t.documents[d] = &circles[i]
		lists.sum(circles[i].facts)
		words.sum(circles[i].words)
	}
	for _, d := range s.Departments {
		lists.facts(&d.Pair)
		lists.text(d.ID)
		words.words(&d.Pair)
	}
	t.lists, t.ofWords = lists.end(), words.end()
	t.frame = frameOf(s)
	for _, d := range s.Documents {
		t.documents[d].near = near(d, t.frame)
	}
	return t
}

// NewOfPart makes the table of a part of a site, of whose whole the sum of all
// lists is known. Sums that take in words of other documents mean nothing: see
// AskedWords.
func NewOfPart(s *site.Site, setting, lists cache.Sum) *Table {
	t := New(s, setting)
	t.lists = lists
	return t
}

// words is the sum of all bodies.
func (t *Table) words() cache.Sum {
	t.askedWords.Store(true)
	return t.ofWords
}

// AskedWords reports whether a sum so far takes in the words of everything.
func (t *Table) AskedWords() bool { return t.askedWords.Load() }

// Facts is the sum of everything but words that all pages of a document have in
// common, and of what they show of departments and of the site.
func (t *Table) Facts(doc *site.Document) cache.Sum {
	var d digest
	d.sum(t.documents[doc].facts)
	d.sum(t.documents[doc].near)
	return d.end()
}

// frameOf is the sum of which pages there are that the site has once.
func frameOf(s *site.Site) cache.Sum {
	var d digest
	for _, kind := range site.Kinds() {
		d.flag(s.Fixed(kind, plan.Zh) != nil)
	}
	d.flag(s.Several())
	if only := s.Only(); only != nil {
		d.text(only.Slug)
	}
	return d.end()
}

// documentSums are the sums of all facts and of all words of a document.
func documentSums(d *site.Document) (facts, words cache.Sum) {
	var f, w digest
	add := func(p *content.Pair) {
		f.facts(p)
		w.words(p)
	}
	add(&d.Pair)
	f.text(d.Slug)
	f.sum(d.RecordSum)
	for _, a := range d.Actions {
		add(&a.Pair)
	}
	for _, p := range d.Plans {
		add(&p.Pair)
		for _, m := range p.Measures {
			add(&m.Pair)
		}
	}
	return f.end(), w.end()
}

// department is the sum of all facts of a department: its own, those of the
// documents that give it something to do, and of whom these name beside it.
func (t *Table) department(of *site.Department) cache.Sum {
	var d digest
	d.text("department")
	d.sum(t.frame)
	d.text(of.ID)
	d.facts(&of.Pair)
	seen := map[*site.Document]bool{}
	document := func(doc *site.Document) {
		if !seen[doc] {
			seen[doc] = true
			d.sum(t.documents[doc].facts)
			d.sum(t.documents[doc].near)
		}
	}
	for _, doc := range of.Issued {
		document(doc)
	}
	for _, p := range of.Authored {
		document(p.Document)
	}
	for _, m := range of.InOrder() {
		document(m.Plan.Document)
	}
	return d.end()
}

// near is the sum of what all pages of a document show beyond it: departments.
func near(doc *site.Document, frame cache.Sum) cache.Sum {
	var d digest
	d.sum(frame)
	seen := map[*site.Department]bool{}
	department := func(dep *site.Department) {
		if dep != nil && !seen[dep] {
			seen[dep] = true
			d.facts(&dep.Pair)
			d.text(dep.ID)
		}
	}
	department(doc.Issuer)
	for _, p := range doc.Plans {
		department(p.Author)
	}
	for _, m := range doc.Measures {
		for _, g := range m.Roles {
			for _, duty := range g.Duties {
				department(duty.Department)
			}
		}
	}
	return d.end()
}
