package render

import (
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/markdown"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
	"mingbai/cmd/mingbai/internal/wording"
)

// SourceLine leads to a line of the document as issued.
type SourceLine struct {
	Line int
	Href string
	Text string
}

// sourceLine is the place of a line on the source page; nil where the document
// has no such line.
func (p *pager) sourceLine(doc *site.Document, line int) *SourceLine {
	page := doc.PageOfLine(line, p.lang)
	if page == nil {
		return nil
	}
	return &SourceLine{
		Line: line, Text: p.say("measure.source", line),
		Href: p.place.to(page.URL) + lineAnchor(line),
	}
}

// SourceData is what source.html shows.
type SourceData struct {
	Metadata []Row  // on the first page alone
	Parts    []Link // all pages of the text; nil where there is one
	Prev     *Link
	Next     *Link
	File     string
	Sum      string
	Lines    []Line
}

// Line is a line of the document as issued.
type Line struct {
	Number  int
	Lang    string // language tag where it is not the page's; else ""
	Runs    []Name
	Becomes *Link // the page made of it
}

func (p *pager) source(doc *site.Document) SourceData {
	part := p.page.Part
	d := SourceData{File: doc.Document.Source.File, Sum: doc.Document.Source.SHA256}
	if part.Number == 1 {
		d.Metadata = p.metadata(doc)
	}
	d.Parts, d.Prev, d.Next = p.parts(doc)
	for n := part.First; n <= part.Last; n++ {
		d.Lines = append(d.Lines, p.line(doc, n, doc.Lines[n-1]))
	}
	return d
}

// parts leads to all pages of a text that takes more than one, by their lines,
// and to those beside this one.
func (p *pager) parts(doc *site.Document) (all []Link, prev, next *Link) {
	if len(doc.Parts) < 2 {
		return nil, nil, nil
	}
	for _, part := range doc.Parts {
		l := p.link(part.Page(p.lang))
		l.Name = own(p.say("source.lines", part.First, part.Last))
		all = append(all, l)
	}
	n := p.page.Part.Number // from 1
	if n > 1 {
		prev = &all[n-2]
	}
	if n < len(all) {
		next = &all[n]
	}
	return all, prev, next
}

func (p *pager) line(doc *site.Document, number int, text string) Line {
	lang := plan.En
	if wording.HasHan(text) {
		lang = plan.Zh
	}
	l := Line{Number: number}
	if lang != p.lang {
		l.Lang = tag(lang)
	}
	for _, run := range markdown.Runs(string(lang), text) {
		t := Name{Text: run.Text}
		if run.Lang != string(lang) {
			t.Lang = markdown.HTMLLang(run.Lang)
		}
		l.Runs = append(l.Runs, t)
	}
	if number < len(doc.Origins) && strings.TrimSpace(text) != "" {
		l.Becomes = p.becomes(doc.Origins[number])
	}
	return l
}

// becomes leads to what was made of a line.
func (p *pager) becomes(o *site.Origin) *Link {
	if o == nil {
		return nil
	}
	page := o.Document.Page(p.lang)
	switch {
	case o.Measure != nil:
		page = o.Measure.Page(p.lang)
	case o.Plan != nil:
		page = o.Plan.Page(p.lang)
	}
	l := p.link(page)
	if o.Anchor != "" {
		l.Href += "#" + o.Anchor
	}
	return &l
}

// lineAnchor is the anchor of a line on the source page.
func lineAnchor(line int) string { return "#L" + strconv.Itoa(line) }
