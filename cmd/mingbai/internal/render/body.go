package render

import (
	"html/template"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/markdown"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// Passage is a run of a body in one language.
type Passage struct {
	Lang   string // language tag where it is not the page's; else ""
	Notice string // that the page's language lacks it; "" where the page says so already
	Blocks []Block
}

// Block is a paragraph, table or the like.
type Block struct {
	Table bool
	HTML  template.HTML
}

// allForeign reports whether a body stands in the other language alone.
func allForeign(body []site.Passage, lang plan.Lang) bool {
	return len(body) > 0 && !slices.ContainsFunc(body, func(p site.Passage) bool { return p.Lang == lang })
}

// anyForeign reports whether a part of a body stands in the other language.
func anyForeign(body []site.Passage, lang plan.Lang) bool {
	return slices.ContainsFunc(body, func(p site.Passage) bool { return p.Lang != lang })
}

// body turns the passages of a pair's text into HTML. A passage in the other
// language gets a notice, unless a note of the page tells of the whole text.
func (p *pager) body(pair *site.Pair, passages []site.Passage) []Passage {
	told := p.untranslated(pair, passages)
	var out []Passage
	for _, from := range passages {
		blocks, ok := p.convert(pair, from)
		if !ok {
			continue
		}
		passage := Passage{}
		if from.Lang != p.lang {
			passage.Lang = tag(from.Lang)
			if !told {
				passage.Notice = p.say("note.passage")
			}
		}
		for _, b := range blocks {
			passage.Blocks = append(passage.Blocks, Block{
				Table: b.Kind == markdown.Table, HTML: template.HTML(p.signed(pair, from.Lang, b)),
			})
		}
		out = append(out, passage)
	}
	return out
}

// convert turns a passage into blocks of HTML. What cannot be taken as written
// is a finding; ok is false where nothing of it can.
func (p *pager) convert(pair *site.Pair, from site.Passage) (blocks []markdown.Block, ok bool) {
	blocks, problems, err := p.md.Convert(from.Markdown(), markdown.Options{
		Lang:     string(from.Lang),
		Link:     func(address string) (string, bool) { return p.contentLink(from.Path, address) },
		Mentions: p.mentions(pair, from.Lang),
		Leaving:  func(address string) string { return p.leaving(address, from.Lang) },
	})
	if err != nil {
		p.findings = append(p.findings, badBody.At(diag.Position{File: "content/" + from.Path, Line: from.FileLine(1)}, err))
		return nil, false
	}
	for _, problem := range problems {
		p.findings = append(p.findings, problemFinding(from, problem))
	}
	return blocks, true
}

// untranslated reports whether a text is known to be missing as a whole.
func (p *pager) untranslated(pair *site.Pair, body []site.Passage) bool {
	return site.State(pair, p.lang).State == site.Missing && allForeign(body, p.lang)
}

// problemFinding makes a finding of what markdown did not take as written.
func problemFinding(from site.Passage, problem markdown.Problem) diag.Finding {
	pos := diag.Position{File: "content/" + from.Path, Line: from.FileLine(problem.Line)}
	switch problem.Kind {
	case markdown.UnsafeImage:
		return unsafeImage.At(pos, problem.Text)
	case markdown.RepeatedID:
		return repeatedAnchor.At(pos, problem.Text)
	}
	return unsafeLink.At(pos, problem.Text)
}

// contentLink maps a link between content files ("m02.zh.md#p13", as editors
// write and follow it) to the page of the file, in this page's language.
func (p *pager) contentLink(file, address string) (string, bool) {
	target, anchor, _ := strings.Cut(address, "#")
	if !strings.HasSuffix(target, ".md") {
		return "", false
	}
	page := p.site.PageOf(path.Join(path.Dir(file), target))
	if page == nil { // it may come
		p.usesSite = true
		return "", false
	}
	if page.Lang != p.lang {
		page = page.Twin
	}
	to := p.place.to(page.URL)
	if anchor != "" {
		to += "#" + anchor
	}
	return to, true
}

// Notes are notes with the page that explains them.
type Notes struct {
	About string // address; "" where the site does without that page
	List  []Note
}

// Note says what a title or a text is: restored, a translation and how far it
// has come.
type Note struct {
	State string // restored, unconfirmed, translated, outdated, untitled; issued, found, missing, draft, reviewed, official
	Text  string
	By    string // who translated it
}

func (p *pager) notes(list ...Note) Notes {
	return Notes{About: p.addressOf(site.AboutPage), List: list}
}

// titleNotes says what the title of a pair is, in the page's language. That a
// title is in the other language is told with the text, where there is one.
func (p *pager) titleNotes(pair *site.Pair, body []site.Passage) Notes {
	notes := p.titleOrigin(pair, body)
	if site.TitleOutdated(pair, p.lang) {
		notes = p.notes(append(notes.List, Note{State: "outdated", Text: p.say("note.outdated")})...)
	}
	return notes
}

func (p *pager) titleOrigin(pair *site.Pair, body []site.Passage) Notes {
	title := site.TitleOf(pair, p.lang)
	switch {
	case title.Text == "" && len(body) > 0:
		return p.notes(Note{State: "untitled", Text: p.say("note.untitled")})
	case title.Foreign(p.lang) && len(body) == 0:
		return p.notes(Note{State: string(site.Missing), Text: p.say("note.title.foreign")})
	case title.Foreign(p.lang) || title.Origin == plan.Printed:
		return Notes{}
	}
	return p.notes(Note{State: string(title.Origin), Text: p.say("note." + string(title.Origin))})
}

// textNotes says what the text of a pair is, in the page's language; where
// there is none, what its title is.
func (p *pager) textNotes(pair *site.Pair, body []site.Passage) Notes {
	t := site.State(pair, p.lang)
	switch {
	case t.State == site.Original && p.page.Document != nil && len(body) > 0 && !anyForeign(body, p.lang):
		return p.notes(Note{State: issued, Text: p.say("note.state." + issuedAs(pair, p.lang))})
	case t.State == site.Original:
		return Notes{}
	case t.State == site.Missing && !allForeign(body, p.lang):
		return Notes{} // there is nothing, or its passages tell for themselves
	case len(body) == 0 && pair.In(p.lang).TitleOrigin != plan.Printed:
		return Notes{} // the title is all there is, and told already
	}
	note := Note{State: string(t.State), Text: p.say("note.state." + string(t.State))}
	if len(t.Only) > 0 {
		note.Text = p.say("note.some." + string(t.State))
	}
	if t.By != "" {
		note.By = p.say("note.state.by", t.By)
	}
	return p.notes(note)
}

// RestoredName is a name that stands in the document in the other language.
type RestoredName struct{ Shown, Found Name }

// Restored is the names that were restored in a text of the page.
type Restored struct {
	Summary string
	Names   []RestoredName
}

// restored lists the names restored in a pair's text in the page's language;
// nil when there are none.
func (p *pager) restored(pair *site.Pair) *Restored {
	names := pair.In(p.lang).Restored
	if len(names) == 0 {
		return nil
	}
	r := &Restored{Summary: p.say("note.names", len(names))}
	for _, n := range names {
		r.Names = append(r.Names, RestoredName{
			Shown: own(n.Text),
			Found: Name{Text: n.Source, Lang: tag(p.lang.Other())},
		})
	}
	return r
}

// mentions links the departments in the clauses of a measure's text; nil where
// the text is no measure's, and where the site leaves those links out.
func (p *pager) mentions(pair *site.Pair, lang plan.Lang) func(string) []markdown.Mention {
	m := p.page.Measure
	if m == nil || pair != &m.Pair || p.site.Config.Omits(site.MentionsPart) {
		return nil
	}
	return func(paragraph string) []markdown.Mention {
		var out []markdown.Mention
		for _, at := range m.Mentions(lang, paragraph) {
			out = append(out, markdown.Mention{Start: at.Start, End: at.End, Address: p.place.to(at.Department.Page(p.lang).URL)})
		}
		return out
	}
}
