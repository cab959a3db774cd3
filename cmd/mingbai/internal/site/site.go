// Package site lays out all content as pages: every page in both languages
// with its address and its twin, and every list that pages show, computed once
// here, so that the cost of a page does not grow with the site.
//
// A page is about a node: Document, Action, Plan, Measure or Department, which
// wraps the content of that name and adds what the content does not say by
// itself: its neighbours, who is responsible by role, what of its time limits
// still runs. Pages of the site as a whole (home, timeline, about …) have none.
//
// A text that one language lacks is taken from the other, as a Name or as a
// Passage that says which language it is in; there is never a gap.
package site

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
)

// Site is all pages and what they list. It is not changed after New and may be
// read by several goroutines.
type Site struct {
	Config      content.Config
	Clock       plan.Date     // "today", by which the status of time limits was told
	Pages       []*Page       // by address
	Documents   []*Document   // by id
	Departments []*Department // in the order of the content
	Deadlines   []*Deadline   // of all measures; see sortDeadlines for the order
	EndingSoon  []*Deadline   // those that end within Config.SoonDays
	Matrix      *Matrix       // departments × documents; × actions where there is one document
	Audiences   []*Topic      // for whom measures are, in the order of the lexicon
	Benefits    []*Topic      // what measures give, in the order of the lexicon

	base        *url.URL // at which the site stands, ending in "/"; nil where that is not known
	baseText    string   // the same, written
	departments map[string]*Department
	busiest     []*Department
	fixed       map[Kind]pages
	byURL       map[string]*Page
	byContent   map[string]*Page // by the content file that they show
	kindGroups  func() map[plan.Lang][]KindGroup
	part        bool // see AsPart
}

// Option is what a site may be made with beside its content.
type Option func(*builder)

// WithLexicon names audiences and benefits by a project's lexicon; without it
// they are those of the built-in one.
func WithLexicon(l *glossary.Lexicon) Option { return func(b *builder) { b.lexicon = l } }

// AsPart says that the tree holds some of the documents of a site. What the pages
// of one of them show of its document and its departments is as on the whole
// site; lists of the site are not.
func AsPart() Option { return func(b *builder) { b.site.part = true } }

// New lays out the tree. Findings tell what does not fit together; the site is
// whole even then, so that it can be shown.
func New(tree *content.Tree, clock plan.Date, options ...Option) (*Site, []diag.Finding) {
	b := &builder{
		lexicon: glossary.BuiltInLexicon(),
		site: &Site{
			Config: tree.Config, Clock: clock,
			departments: map[string]*Department{},
			fixed:       map[Kind]pages{},
			byURL:       map[string]*Page{},
			byContent:   map[string]*Page{},
		},
	}
	if b.site.base = absoluteBase(tree.Config.BaseURL); b.site.base != nil {
		b.site.baseText = b.site.base.String()
	}
	for _, option := range options {
		option(b)
	}
	for _, d := range tree.Departments {
		b.addDepartment(d)
	}
	for _, d := range tree.Documents {
		b.addDocument(d)
	}
	slices.SortStableFunc(b.site.Documents, func(a, b *Document) int { return strings.Compare(a.ID, b.ID) })
	b.linkMeasures()
	b.linkDepartments()
	b.buildMatrices()
	b.linkTopics(b.lexicon)
	b.numberMeasures()
	b.relate()
	b.addPages()
	b.checkBaseURL()
	diag.Sort(b.findings)
	return b.site, b.findings
}

// Languages are the languages of the site, Chinese first: it is always there,
// for the text as issued is Chinese.
func (s *Site) Languages() []plan.Lang {
	if l := s.Config.Languages; len(l) > 0 && !slices.Contains(l, plan.En) {
		return []plan.Lang{plan.Zh}
	}
	return []plan.Lang{plan.Zh, plan.En}
}

// Page is the page at an address below public/, or nil.
func (s *Site) Page(url string) *Page { return s.byURL[url] }

// PageAt is Page for an address that was put together in memory of the caller.
func (s *Site) PageAt(url []byte) *Page { return s.byURL[string(url)] }

// Omits reports whether the configuration leaves out the pages of a kind.
func (s *Site) Omits(kind Kind) bool {
	if kind == NotFoundPage {
		return s.Config.Omits(content.NotFoundPart)
	}
	return s.Config.Omits(content.Part(kind))
}

// Fixed is the page of a kind that the site has once: home, timeline and the
// like; nil for other kinds, and for one that the site does without.
func (s *Site) Fixed(kind Kind, lang plan.Lang) *Page { return s.fixed[kind].Page(lang) }

// PageOf is the page that shows a content file (slash-separated, under
// content/), or nil.
func (s *Site) PageOf(file string) *Page { return s.byContent[file] }

// Department gives the department with an id, or nil.
func (s *Site) Department(id string) *Department {
	return s.departments[id]
}

// Several reports whether the site has more than one document.
func (s *Site) Several() bool { return s.part || len(s.Documents) > 1 }

// Only is the document of a site that has one; nil where there are several, or
// none.
func (s *Site) Only() *Document {
	if s.Several() || len(s.Documents) == 0 {
		return nil
	}
	return s.Documents[0]
}

// Measures counts the measures that are more than a heading.
func (s *Site) Measures() int {
	n := 0
	for _, d := range s.Documents {
		n += countMeasures(d.Measures)
	}
	return n
}

// builder puts a site together.
type builder struct {
	site     *Site
	lexicon  *glossary.Lexicon
	findings []diag.Finding
}

// report adds a finding about a content file.
func (b *builder) report(r *diag.Rule, path string, args ...any) {
	b.findings = append(b.findings, r.At(diag.Position{File: "content/" + path}, args...))
}

// byCount sorts by count, the greatest first, then by id.
func byCount(countA, countB int, idA, idB string) int {
	return cmp.Or(cmp.Compare(countB, countA), strings.Compare(idA, idB))
}
