package export

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// documentEntry is a document in a list.
type documentEntry struct {
	ID        string     `json:"id"`
	Title     plan.Text  `json:"title"`
	Number    *string    `json:"number"`
	Issuer    *reference `json:"issuer"`
	Date      plan.Date  `json:"date"`
	Published *string    `json:"published"`
	Standing  standing   `json:"standing"`
	Measures  int        `json:"measureCount"`
	Self      address    `json:"self"`
}

// documentFile is a document with its actions, plans and measures.
type documentFile struct {
	fileHead
	documentEntry
	TitleOrigin *plan.Origins            `json:"titleOrigin,omitempty"`
	Pages       map[plan.Lang]address    `json:"pages"`
	Texts       map[plan.Lang]textStatus `json:"texts"`
	Letter      []paragraph              `json:"letter"`
	Source      documentSource           `json:"source"`
	Files       []fileLink               `json:"files"`
	Actions     []actionEntry            `json:"actions"`
	Plans       []planEntry              `json:"plans"`
	Contents    []measureEntry           `json:"measures"`
}

// documentSource is the file that a document was read from.
type documentSource struct {
	File   string                `json:"file,omitempty"`
	SHA256 string                `json:"sha256,omitempty"`
	Pages  map[plan.Lang]address `json:"pages"` // the text as issued
}

// fileLink is a file for programs in another form.
type fileLink struct {
	Type string    `json:"type"`
	Lang plan.Lang `json:"lang,omitempty"`
	address
}

// actionEntry is an action.
type actionEntry struct {
	ID          string                `json:"id"`
	Number      int                   `json:"number"`
	Title       plan.Text             `json:"title"`
	TitleOrigin *plan.Origins         `json:"titleOrigin,omitempty"`
	Document    *reference            `json:"document"`
	Measures    int                   `json:"measureCount"`
	Pages       map[plan.Lang]address `json:"pages"`
}

// planEntry is a plan.
type planEntry struct {
	ID          string                `json:"id"`
	Title       plan.Text             `json:"title"`
	TitleOrigin *plan.Origins         `json:"titleOrigin,omitempty"`
	Part        *int                  `json:"part"`
	Author      *reference            `json:"author"`
	Document    *reference            `json:"document"`
	Action      *reference            `json:"action"`
	Sections    []sectionEntry        `json:"sections"`
	Measures    int                   `json:"measureCount"`
	Pages       map[plan.Lang]address `json:"pages"`
	Source      sourcePlace           `json:"source"`
}

// sectionEntry is a section of a plan with the paragraphs of no measure.
type sectionEntry struct {
	ID         string           `json:"id"`
	Kind       plan.SectionKind `json:"kind"`
	Number     *string          `json:"number"`
	Title      plan.Text        `json:"title"`
	Paragraphs []paragraph      `json:"paragraphs"`
}

func (w *jsonFile) documentEntry(d *site.Document) documentEntry {
	return documentEntry{
		ID: d.ID, Title: titles(&d.Pair), Number: null(d.Number), Issuer: w.toDepartment(d.Issuer),
		Date: d.Date, Published: null(d.Published), Standing: standingOf(d.Standing), Measures: countOf(d.Measures),
		Self: w.to(d.Interface()),
	}
}

// countOf counts the measures that are more than a heading.
func countOf(all []*site.Measure) int {
	n := 0
	for _, m := range all {
		if !m.Heading {
			n++
		}
	}
	return n
}

func (w *jsonFile) document(d *site.Document) documentFile {
	f := documentFile{
		fileHead: w.head("document"), documentEntry: w.documentEntry(d), TitleOrigin: origins(&d.Pair), Pages: w.pages(d),
		Texts: w.texts(&d.Pair), Letter: w.paragraphs(site.Rows(&d.Pair), &d.Pair),
		Source:   documentSource{d.Source.File, d.Source.SHA256, w.pages(d.AsIssued)},
		Files:    []fileLink{},
		Actions:  listed(d.Actions, w.action),
		Plans:    listed(d.Plans, w.plan),
		Contents: listed(d.Measures, w.measureEntry),
	}
	for _, lang := range w.site.Languages() {
		f.Files = append(f.Files, w.files(d.Downloads(lang))...)
	}
	return f
}

// files are those of some downloads that are in one language.
func (w *jsonFile) files(all []site.Download) []fileLink {
	out := []fileLink{}
	for _, d := range all {
		if d.Lang != "" && d.Format != site.JSONFormat {
			out = append(out, fileLink{d.Format.MediaType(), d.Lang, w.to(d.Path)})
		}
	}
	return out
}

func (w *jsonFile) action(a *site.Action) actionEntry {
	return actionEntry{
		ID: a.ID, Number: a.Number, Title: titles(&a.Pair), TitleOrigin: origins(&a.Pair), Document: w.toDocument(a.Document),
		Measures: a.Summary.Measures, Pages: w.pages(a),
	}
}

func (w *jsonFile) plan(p *site.Plan) planEntry {
	e := planEntry{
		ID: p.ID, Title: titles(&p.Pair), TitleOrigin: origins(&p.Pair), Author: w.toDepartment(p.Author),
		Document: w.toDocument(p.Document), Action: toAction(p.Action), Measures: p.Summary.Measures, Pages: w.pages(p),
		Source: sourcePlace{p.Document.Source.File, p.Source.Line},
		Sections: listed(p.Sections, func(s *site.Section) sectionEntry {
			return sectionEntry{
				ID: s.ID, Kind: s.Kind, Number: null(s.Number), Title: s.Title,
				Paragraphs: w.paragraphs(p.Rows(s.ID), &p.Pair),
			}
		}),
	}
	if p.Part > 0 {
		e.Part = &p.Part
	}
	return e
}
