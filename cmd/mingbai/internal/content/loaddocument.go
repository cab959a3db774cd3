package content

import (
	"cmp"
	"slices"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// made is what was made of a document's folder. It hangs on nothing outside
// of the folder: all ids in it begin with that of the document, which no other
// document has.
type made struct {
	document *Document
	part
}

// assemble makes the document of a folder whose own page is good; before is
// the folder as it was, or nil.
func (f *folder) assemble(before *folder) {
	if before != nil && before.made != nil && f.holds(before) {
		f.made = before.made
		return
	}
	f.made = &made{part: part{ids: map[string]string{}}}
	f.made.document = f.made.readDocument(f, f.index().files[0])
	f.made.ids, f.made.places = nil, places{}
}

// holds reports whether a folder has the very files of another one.
func (f *folder) holds(other *folder) bool {
	return f.record == other.record && slices.EqualFunc(f.stems, other.stems, func(a, b *stem) bool {
		return a == b || a.name == b.name && a.files == b.files
	}) && slices.EqualFunc(f.folders, other.folders, func(a, b *folder) bool {
		return a.name == b.name && a.holds(b)
	})
}

// readDocument makes a document of its folder; zh is the Chinese file of its
// own page.
func (p *part) readDocument(f *folder, zh *file) *Document {
	front := zh.front.(*documentFront)
	d := &Document{
		ID: front.ID, Slug: f.name, Pair: p.pair(f.index()), Number: front.Number,
		Issuer: front.Issuer, Date: front.Date, Published: front.Published, Validity: front.Validity, Source: front.Source,
		Record: plan.Record{Index: front.Index, Topic: front.Topic, Keywords: front.Keywords},
	}
	p.named = append(p.named, zh)
	p.checkSource(zh, front.Source)
	p.checkPublished(zh, front.Published)
	p.checkValidity(zh, front.Validity)
	p.record(d, f, zh)
	for _, sub := range f.folders {
		switch {
		case len(sub.folders) > 0:
			p.action(d, sub)
		case len(sub.stems) > 0:
			if plan, ok := p.plan(sub, d.ID); ok {
				d.Plans = append(d.Plans, plan)
			}
		}
	}
	slices.SortStableFunc(d.Actions, func(a, b *Action) int { return cmp.Compare(a.Number, b.Number) })
	return d
}

// index gives the front matter of a folder's own page.
func (p *part) index(f *folder, within string) (*file, bool) {
	if s := f.index(); s != nil {
		if zh, ok := p.take(s, within); ok {
			return zh, true
		}
	}
	p.report(noIndex, diag.Position{File: shownDir + f.path})
	return nil, false
}

func (p *part) action(d *Document, f *folder) {
	zh, ok := p.index(f, d.ID)
	if !ok {
		return
	}
	front := zh.front.(*actionFront)
	a := &Action{ID: front.ID, Slug: last(front.ID), Number: front.Number, Pair: p.pair(f.index())}
	for _, sub := range f.folders {
		if plan, ok := p.plan(sub, a.ID); ok {
			a.Plans = append(a.Plans, plan)
		}
	}
	d.Actions = append(d.Actions, a)
}

func (p *part) plan(f *folder, within string) (*Plan, bool) {
	zh, ok := p.index(f, within)
	if !ok {
		return nil, false
	}
	front := zh.front.(*planFront)
	made := &Plan{
		ID: front.ID, Slug: last(front.ID), Pair: p.pair(f.index()), Part: front.Part,
		Author: front.Author, Source: front.Source, Sections: front.Sections,
	}
	p.named = append(p.named, zh)
	p.checkSource(zh, made.Source)
	p.checkHeadings(made, f.index())
	p.readMeasures(made, f)
	return made, true
}

func (p *part) department(s *stem) *Department {
	zh, ok := p.take(s, "")
	if !ok {
		return nil
	}
	front := zh.front.(*departmentFront)
	d := &Department{
		ID: front.ID, Pair: p.pair(s), Kind: front.Kind, Short: front.Short,
		Aliases: front.Aliases, Contacts: front.Contacts,
	}
	if zh.byHand.lists("contacts") {
		for i, c := range d.Contacts {
			if c.URL != "" && !isWebAddress(c.URL) {
				p.report(badForm, p.at(zh, "contacts", i, "url"), "url", c.URL, addressWords)
			}
		}
	}
	return d
}
