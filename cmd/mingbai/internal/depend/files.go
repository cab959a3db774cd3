package depend

import (
	"strings"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/site"
)

// Page is the sum of what a page is made of, with its other editions. size
// gives the length of a file for programs: pages tell it beside the link.
func (t *Table) Page(p *site.Page, size func(path string) int) cache.Sum {
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	d := digest{(*room)[:0]}
	defer func() { *room = d.parts }()
	d.sum(t.setting)
	d.text(string(p.Kind))
	d.text(p.URL)
	for _, other := range []*site.Page{p.Twin, p.Parallel, p.Single} {
		d.flag(other != nil)
	}
	t.around(&d, p.Document, p.Department)
	t.pageWords(&d, p)
	for _, file := range p.Downloads(t.site) {
		d.number(size(file.Path))
	}
	if p.Kind == site.DataPage {
		for _, file := range t.site.AllDownloads() {
			d.number(size(file.Path))
		}
	}
	return d.end()
}

// around adds the facts of the circle in which a file stands: a document, a
// department, or the whole site where both are nil.
func (t *Table) around(d *digest, doc *site.Document, department *site.Department) {
	switch {
	case doc != nil:
		d.sum(t.documents[doc].facts)
		d.sum(t.documents[doc].near)
	case department != nil:
		d.sum(t.department(department))
	default:
		d.sum(t.lists)
	}
}

// Others is the sum of what the page of a measure shows of other documents: the
// measures that are like it, and what it cites. It is no part of Page: that is
// found by reading and comparing texts, which a site need not do whose layouts do
// not show it.
func (t *Table) Others(p *site.Page) cache.Sum {
	var d digest
	d.text("others")
	d.cited(p.Measure)
	d.related(p.Measure)
	return d.end()
}

// Lists is the sum of what any page may ask for of the site as a whole: titles,
// counts and days of everything.
func (t *Table) Lists() cache.Sum { return t.lists }

// pageWords adds the bodies that a page shows. A list shows none; a page that
// has a whole text shows that of everything in it.
func (t *Table) pageWords(d *digest, p *site.Page) {
	switch p.Kind {
	case site.MeasurePage:
		t.shown(d, &p.Measure.Pair)
	case site.PlanPage:
		t.shown(d, &p.Plan.Pair)
	case site.ActionPage:
		t.shown(d, &p.Action.Pair)
		for _, plan := range p.Action.Plans { // their goals
			t.shown(d, &plan.Pair)
		}
	case site.DocumentPage:
		t.shown(d, &p.Document.Pair)
		for _, plan := range p.Document.Plans {
			t.shown(d, &plan.Pair)
		}
	case site.ParallelPage:
		t.parallelWords(d, p)
	case site.SourcePage: // which page a line leads to is told by the anchors of the bodies
		d.sum(t.documents[p.Document].words)
	case site.DepartmentPage:
		t.shown(d, &p.Department.Pair)
	}
}

// parallelWords adds the bodies of a page that has a text in both languages
// side by side, with all that belongs to it.
func (t *Table) parallelWords(d *digest, p *site.Page) {
	switch {
	case p.Measure != nil:
		t.measureWords(d, p.Measure)
	case p.Plan != nil:
		t.shown(d, &p.Plan.Pair)
		for _, m := range p.Plan.Measures {
			t.shown(d, &m.Pair)
		}
	case p.Action != nil:
		t.shown(d, &p.Action.Pair)
	default:
		t.shown(d, &p.Document.Pair)
	}
}

func (t *Table) measureWords(d *digest, m *site.Measure) {
	t.shown(d, &m.Pair)
	for _, child := range m.Children {
		t.measureWords(d, child)
	}
}

// shown adds a body that stands on a page, and what its links lead to: the
// pages of the content files that it names.
func (t *Table) shown(d *digest, p *content.Pair) {
	d.words(p)
	if linksToFiles(p.Zh.Body) || linksToFiles(p.En.Body) {
		d.sum(t.lists) // every file that comes, goes or moves changes it
	}
}

// linksToFiles reports whether a body may name another content file: as it
// stands, or with characters written as references, as Markdown lets them be.
func linksToFiles(body string) bool {
	return strings.Contains(body, ".md") || strings.Contains(body, "&") && strings.Contains(body, "]")
}

// Download is the sum of what a file for programs is made of.
func (t *Table) Download(f site.Download) cache.Sum {
	var d digest
	d.sum(t.setting)
	d.text(f.Path)
	if f.Schema != "" {
		return d.end()
	}
	doc := f.Document
	switch {
	case f.Measure != nil:
		doc = f.Measure.Plan.Document
		t.shown(&d, &f.Measure.Pair)
		d.cited(f.Measure)
	case f.Action != nil:
		doc = f.Action.Document
	case doc != nil:
		d.sum(t.documents[doc].words)
		for _, m := range doc.Measures {
			d.cited(m)
		}
	case f.Department != nil:
		t.shown(&d, &f.Department.Pair)
	default:
		d.sum(t.words())
		for _, doc := range t.site.Documents {
			for _, m := range doc.Measures {
				d.cited(m)
			}
		}
	}
	t.around(&d, doc, f.Department)
	return d.end()
}

// Document is the sum of all texts of a document: of everything that the rules
// over content look at.
func (t *Table) Document(doc *site.Document) cache.Sum {
	var d digest
	d.sum(t.setting)
	d.sum(t.documents[doc].facts)
	d.sum(t.documents[doc].words)
	return d.end()
}

// Frame is the sum of what pages share: assets, the page at the root, the site
// map.
func (t *Table) Frame() cache.Sum {
	var d digest
	d.sum(t.setting)
	d.sum(t.lists)
	return d.end()
}

// Everything is the sum of what the search index is made of: all facts and all
// words.
func (t *Table) Everything() cache.Sum {
	var d digest
	d.sum(t.setting)
	d.sum(t.lists)
	d.sum(t.words())
	return d.end()
}
