package content

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// page is one thing as import writes it: a pair of files.
type page struct {
	id     string
	kind   kind
	parent int       // index of the page in whose folder it stands; -1 for the top
	name   string    // of its folder where index is set, else of its files
	index  bool      // it stands in a folder of its own, as _index
	texts  [2][]byte // in the order of langs; nil is no file
}

// langs are the languages of a pair of files.
var langs = [2]plan.Lang{plan.Zh, plan.En}

// set is what import writes into one folder of content/.
type set struct {
	dir    string // "departments" or the document's slug
	pages  []page // parents before their children
	record []byte // source.txt, or nil
}

// draft is one language's file before it is written.
type draft struct {
	title    string
	origin   plan.Origin
	body     string
	restored []plan.Restoration
	state    State    // of a translation by people; "" where there is none
	only     []string // anchors of what they translated, where that is not all
	outdated []string
}

// newPage writes both files of a page. facts is the front matter of the
// Chinese file; title and text are filled in here.
func newPage(k kind, id string, facts front, zh, en draft) page {
	p := page{id: id, kind: k}
	fill(facts, zh, translationZh(zh, en))
	p.texts[0] = writeFile(facts, zh.body)
	twin := &twinFront{}
	fill(twin, en, translationEn(zh, en))
	p.texts[1] = writeFile(twin, en.body)
	return p
}

func fill(f front, d draft, t *Translation) {
	f.title().Title, f.title().TitleOrigin = d.title, d.origin
	f.text().Translation, f.text().Restored = t, d.restored
}

// hasText reports whether a language has what its twin has: a body, or where
// neither has one, a title.
func hasText(d, twin draft) bool {
	return d.body != "" || twin.body == "" && d.title != ""
}

// translationZh says where the Chinese text comes from: it is the original,
// unless the document has it in English only.
func translationZh(zh, en draft) *Translation {
	switch {
	case !hasText(zh, en):
		return &Translation{From: plan.En, State: Missing, Outdated: zh.outdated}
	case zh.state != "":
		return &Translation{From: plan.En, State: zh.state, Only: zh.only, Outdated: zh.outdated}
	case zh.body == "" && zh.origin == plan.Translated:
		return &Translation{From: plan.En, State: Draft}
	}
	return nil
}

// translationEn says what the English text is: English that stands in the
// source is a translation that was found there.
func translationEn(zh, en draft) *Translation {
	t := &Translation{From: plan.Zh, State: Found}
	switch {
	case !hasText(en, zh):
		t.State, t.Outdated = Missing, en.outdated
	case en.state != "":
		t.State, t.Only, t.Outdated = en.state, en.only, en.outdated
	case en.body == "" && en.origin == plan.Translated:
		t.State = Draft
	}
	return t
}

func writeFile(f front, body string) []byte {
	out := writeFront(f)
	if body != "" {
		out = append(append(append(out, '\n'), body...), '\n')
	}
	return out
}

// drafts makes the drafts of both languages from titles and from bodies that
// write adds paragraphs to.
func drafts(title plan.Text, origins plan.Origins, paragraphs []plan.Paragraph, write func(*bodyWriter)) (zh, en draft) {
	one := func(lang plan.Lang, origin plan.Origin) draft {
		w := newBody(lang)
		write(w)
		d := draft{body: w.String(), restored: restored(paragraphs, lang)}
		d.readStates(paragraphs, lang)
		if t, ok := title.In(lang); ok {
			d.title, d.origin = t, origin
		}
		return d
	}
	return one(plan.Zh, origins.Zh), one(plan.En, origins.En)
}

// restored lists what was restored in the paragraphs of a language, each once.
func restored(paragraphs []plan.Paragraph, lang plan.Lang) []plan.Restoration {
	var out []plan.Restoration
	seen := map[plan.Restoration]bool{}
	for _, p := range paragraphs {
		for _, r := range p.Restored {
			if p.Lang == lang && !seen[r] {
				seen[r] = true
				out = append(out, r)
			}
		}
	}
	return out
}

// documentSet makes the pages of a document.
func documentSet(in Import) set {
	doc := in.Document
	record := recordOf(in.Lines)
	sum := sha256.Sum256(record)
	zh, en := drafts(doc.Title, doc.Origins, doc.Covering, func(w *bodyWriter) { w.add(doc.Covering) })
	top := newPage(documentPage, doc.ID, &documentFront{
		ID: doc.ID, Number: doc.Number, Issuer: doc.Issuer, Date: doc.Date, Published: doc.Published, Validity: Validity{Effective: doc.Validity.Effective, Expires: doc.Validity.Expires},
		Index: doc.Record.Index, Topic: doc.Record.Topic, Keywords: doc.Record.Keywords,
		Source: Source{File: doc.Source.File, SHA256: doc.Source.SHA256, TextSHA256: hex.EncodeToString(sum[:])},
	}, zh, en)
	top.parent, top.index = -1, true
	g := generator{set: set{dir: doc.Slug, pages: []page{top}, record: record}, doc: doc, actions: map[string]int{}, plans: map[int]int{}}
	for i := range doc.Plans {
		g.plan(&doc.Plans[i])
	}
	return g.set
}

// recordOf is source.txt: every line as it was read, each ended by a line feed.
func recordOf(lines []string) []byte {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// generator collects the pages of a document.
type generator struct {
	set     set
	doc     *plan.Document
	actions map[string]int // page of an action, by its slug
	plans   map[int]int    // plans so far, by the page they belong to
}

func (g *generator) add(p page) int {
	g.set.pages = append(g.set.pages, p)
	return len(g.set.pages) - 1
}

// action is the page of an action, made when its first plan comes.
func (g *generator) action(a *plan.Action) int {
	if at, ok := g.actions[a.Slug]; ok {
		return at
	}
	zh, en := drafts(a.Title, a.Origins, nil, func(*bodyWriter) {})
	id := g.doc.ID + "/" + a.Slug
	p := newPage(actionPage, id, &actionFront{ID: id, Number: a.Number}, zh, en)
	p.index, p.name = true, fmt.Sprintf("%02d-%s", a.Number, a.Slug)
	g.actions[a.Slug] = g.add(p)
	return g.actions[a.Slug]
}

func (g *generator) plan(p *plan.Plan) {
	parent := 0
	if p.Action != nil {
		parent = g.action(p.Action)
	}
	g.plans[parent]++
	n := p.Part
	if n == 0 {
		n = g.plans[parent] // a plan without a printed number counts within its action
	}
	zh, en := drafts(p.Title, p.Origins, ownParagraphs(p), func(w *bodyWriter) {
		for _, s := range p.Sections {
			w.section(s)
		}
	})
	page := newPage(planPage, p.ID, &planFront{
		ID: p.ID, Part: p.Part, Author: p.Author, Sections: sectionsOf(p),
		Source: Source{File: g.doc.Source.File, Line: p.Line},
	}, zh, en)
	page.parent, page.index, page.name = parent, true, fmt.Sprintf("%d-%s", n, p.Slug)
	at := g.add(page)
	for i := range p.Measures {
		m := measurePageOf(&p.Measures[i], i+1, g.doc.Source.File)
		m.parent = at
		g.add(m)
	}
}

func ownParagraphs(p *plan.Plan) []plan.Paragraph {
	var all []plan.Paragraph
	for _, s := range p.Sections {
		all = append(all, s.Paragraphs...)
	}
	return all
}

func sectionsOf(p *plan.Plan) []Section {
	var out []Section
	for _, s := range p.Sections {
		if s.Kind == plan.Preamble && len(s.Paragraphs) == 0 && s.Title == (plan.Text{}) {
			continue // the model always has a preamble, the page only where there is one
		}
		out = append(out, Section{ID: s.ID, Kind: s.Kind, Number: s.Number, Title: s.Title})
	}
	return out
}
