package export

import (
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// aknNamespace is that of Akoma Ntoso 3.0 (OASIS LegalDocML).
const aknNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

// akomaNtoso is a document as Akoma Ntoso: an act whose parts are the actions,
// whose chapters are the plans and whose paragraphs are the measures. In their
// texts the bodies that answer for a measure, its days and its sums are marked.
// The file in a language is that expression of the document.
func (v *voice) akomaNtoso(doc *site.Document) ([]byte, error) {
	w := &aknWriter{voice: v, doc: doc}
	act := el("act", "name", "plan", "contains", "originalVersion").add(
		w.meta(), w.preface(), w.preamble(), w.body(),
	)
	return document(el("akomaNtoso", "xmlns", aknNamespace).add(act))
}

// aknWriter writes one document in one language.
type aknWriter struct {
	*voice
	doc *site.Document
}

// preface is the title, number, date and issuer.
func (w *aknWriter) preface() *node {
	p := el("p").add(w.titled("docTitle", site.TitleOf(&w.doc.Pair, w.lang)))
	if w.doc.Number != "" {
		p.add(" ", el("docNumber", "xml:lang", tags[plan.Zh]).add(w.doc.Number))
	}
	if w.doc.Issuer != nil {
		name := site.TitleOf(&w.doc.Issuer.Pair, w.lang)
		p.add(" ", w.titled("docProponent", name, "refersTo", "#"+orgRef(w.doc.Issuer)))
	}
	p.add(" ", el("docDate", "date", string(w.doc.Date)).add(string(w.doc.Date)))
	return el("preface").add(p)
}

// titled is an element with a name, which says its language where it is not
// that of the file.
func (w *aknWriter) titled(element string, name site.Name, attrs ...string) *node {
	if name.Foreign(w.lang) {
		attrs = append(attrs, "xml:lang", tags[name.Lang])
	}
	return el(element, attrs...).add(name.Text)
}

// preamble is the covering letter; nil where there is none.
func (w *aknWriter) preamble() *node {
	ps := w.paragraphNodes(&w.doc.Pair, site.Body(&w.doc.Pair, w.lang), "preamble", nil)
	if len(ps) == 0 || len(w.doc.Plans) == 0 {
		return nil
	}
	return el("preamble").add(ps...)
}

// body is the actions with their plans, and the plans of no action. A document
// that is all covering letter has that as its body.
func (w *aknWriter) body() *node {
	body := el("body")
	for i, a := range w.doc.Actions {
		id := numbered("part", i+1)
		part := el("part", "eId", id).add(
			el("num").add(strconv.Itoa(a.Number)), w.titled("heading", site.TitleOf(&a.Pair, w.lang)),
			w.intro(id, &a.Pair, site.Body(&a.Pair, w.lang), nil),
		)
		for j, p := range a.Plans {
			part.add(w.plan(under(id, "chp", j+1), p))
		}
		body.add(part)
	}
	n := 0
	for _, p := range w.doc.Plans {
		if p.Action == nil {
			n++
			body.add(w.plan(numbered("chp", n), p))
		}
	}
	if len(body.children) == 0 {
		id := numbered("para", 1)
		text := el("content", "eId", id+"__content").add(w.paragraphNodes(&w.doc.Pair, site.Body(&w.doc.Pair, w.lang), id, nil)...)
		body.add(el("paragraph", "eId", id).add(text))
	}
	return body
}

// numbered is the name of an element in the form of the Akoma Ntoso naming
// convention, under one below another.
func numbered(kind string, n int) string { return kind + "_" + strconv.Itoa(n) }

func under(id, kind string, n int) string { return id + "__" + numbered(kind, n) }

func (w *aknWriter) plan(id string, p *site.Plan) *node {
	chapter := el("chapter", "eId", id)
	if p.Part > 0 {
		chapter.add(el("num").add(strconv.Itoa(p.Part)))
	}
	chapter.add(w.titled("heading", p.Name(w.lang)))
	n := 0
	for _, s := range p.Sections {
		body := p.Body(s.ID, w.lang)
		if len(body) == 0 && len(s.Measures) == 0 {
			continue
		}
		n++
		chapter.add(w.section(under(id, "sec", n), p, s, body))
	}
	return chapter
}

func (w *aknWriter) section(id string, p *site.Plan, s *site.Section, body []site.Passage) *node {
	sec := el("section", "eId", id)
	number, heading := w.sectionTitle(s)
	if number != "" {
		sec.add(el("num").add(number))
	}
	sec.add(el("heading").add(heading))
	if len(s.Measures) == 0 {
		return sec.add(el("content", "eId", id+"__content").add(w.paragraphNodes(&p.Pair, body, id, nil)...))
	}
	sec.add(w.intro(id, &p.Pair, body, nil))
	for i, m := range s.Measures {
		sec.add(w.measure(under(id, "para", i+1), "paragraph", m))
	}
	return sec
}

// sectionTitle is a section's title as printed in the language, else the
// interface's word for its kind.
func (w *aknWriter) sectionTitle(s *site.Section) (number, heading string) {
	if title, ok := s.Title.In(w.lang); ok {
		return s.Number, title
	}
	return "", w.say("section." + string(s.Kind))
}

func (w *aknWriter) measure(id, element string, m *site.Measure) *node {
	n := el(element, "eId", id)
	if number := m.NumberIn(w.lang); number != "" {
		n.add(el("num").add(number))
	}
	if name := site.TitleOf(&m.Pair, w.lang); name.Text != "" {
		n.add(w.titled("heading", name))
	}
	body, marks := site.Body(&m.Pair, w.lang), w.marks(m)
	if len(m.Children) == 0 {
		return n.add(el("content", "eId", id+"__content").add(w.paragraphNodes(&m.Pair, body, id, marks)...))
	}
	n.add(w.intro(id, &m.Pair, body, marks))
	for i, child := range m.Children {
		n.add(w.measure(under(id, "subpara", i+1), "subparagraph", child))
	}
	return n
}

// intro is the text before the elements below one; nil for none.
func (w *aknWriter) intro(id string, p *site.Pair, body []site.Passage, marks []aknMark) *node {
	ps := w.paragraphNodes(p, body, id, marks)
	if len(ps) == 0 {
		return nil
	}
	return el("intro", "eId", id+"__intro").add(ps...)
}

// paragraphNodes are the paragraphs of a text. One that is not as issued says
// in its class what it is; one in the other language says which.
func (w *aknWriter) paragraphNodes(pair *site.Pair, body []site.Passage, id string, marks []aknMark) []any {
	var all []any
	for _, passage := range body {
		for _, b := range passage.Blocks {
			text := site.PlainText(b.Text)
			if text == "" {
				continue
			}
			pid := under(id, "p", len(all)+1)
			p := el("p", "eId", pid)
			if passage.Lang != w.lang {
				p.attrs = append(p.attrs, "xml:lang", tags[passage.Lang])
			}
			if from := site.ProvenanceOf(pair, passage.Lang, b.Anchor); from.State != site.Original {
				p.attrs = append(p.attrs, "class", string(from.State))
			}
			all = append(all, p.add(annotate(strings.ReplaceAll(text, "\n", " "), marks, pid)...))
		}
	}
	return all
}
