// Package parse reads the lines of a policy document into the typed model. It
// works by rules for the genre, in this order: divide (head matter and plans),
// outline (sections and numbered items), clauses, responsibilities, deadlines,
// amounts, and last the text as the site shows it. Parse never fails: what it
// cannot place stays text of its section, and what it doubts is a finding.
package parse

import (
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
)

// Input is a document as its reader extracted it, with what is known beside it.
type Input struct {
	File     string // base name of the seed
	Path     string // of the seed, for findings; File where empty
	SHA256   string
	Lines    []string
	Registry *glossary.Registry // may be nil
	Names    *glossary.Names    // may be nil
}

// Parse reads a document.
func Parse(in Input) (*plan.Document, []diag.Finding) {
	r := newReader(in)
	r.survey()
	r.divide()
	r.readHead()
	for i := range r.bodies {
		r.outline(&r.bodies[i])
	}
	r.nameActions()
	r.readValidity()
	r.readFacts()
	r.checkFound()
	r.show()
	r.nameTexts()
	r.finish()
	diag.Sort(r.findings)
	return r.doc, r.findings
}

// reader is the state of one Parse.
type reader struct {
	in       Input
	lines    []line
	parts    [][]plan.Part // by line index; nil means all text
	owners   []string      // by line index: "" or the index into units as a key
	head     []int         // line indexes of the head matter
	tail     []int         // line indexes of signature and date at the end
	bodies   []body
	units    []*unit // items of all plans in order
	doc      *plan.Document
	resolver *resolver
	findings []diag.Finding
	leadHead map[int]bool // by plan: 列第一位者为牵头单位，下同 has been said

	textFrom, textTo int          // the lines between head matter and end matter
	annexItems       map[int]bool // lines that list annexes
	signers          map[int]bool // lines of bodies that sign within the text
	dateRank         dateRank     // of doc.Date
	metaTitle        string       // as the portal says them
	metaIssuer       string
}

// body is the lines of one plan.
type body struct {
	title  []int // line indexes of its title lines
	extra  []int // annex marks and the like before the title
	author int   // line index of its author, or 0 (no document begins with one)
	lines  []int // what follows the title
	plan   plan.Plan
	words  string // the title as printed, its lines joined
	own    string // the title without the lines that every plan repeats
}

func newReader(in Input) *reader {
	if in.Path == "" {
		in.Path = in.File
	}
	if in.Names == nil {
		in.Names = &glossary.Names{}
	}
	if in.Registry != nil && !in.Registry.AppliesTo(strings.Join(in.Lines, "\n")) {
		in.Registry = nil
	}
	if len(in.Lines) == 0 {
		in.Lines = []string{""}
	}
	r := &reader{in: in, leadHead: map[int]bool{}, annexItems: map[int]bool{}, signers: map[int]bool{}}
	for _, p := range layOut(in.Lines) {
		r.lines = append(r.lines, newLine(p))
	}
	r.parts, r.owners = make([][]plan.Part, len(r.lines)), make([]string, len(r.lines))
	slug := slugOf(strings.TrimSuffix(in.File, path.Ext(in.File)))
	id := in.Names.ID
	if id == "" {
		id = slug
	}
	r.doc = &plan.Document{
		ID: id, Slug: slug,
		Source: plan.Source{File: in.File, SHA256: in.SHA256},
	}
	r.resolver = newResolver(in.Registry, glossary.National().PlaceOf(in.Lines))
	return r
}

// at is the position of a byte offset within a line, given by its index.
func (r *reader) at(i, offset int) diag.Position {
	return r.position(&r.lines[i].passage, offset)
}

// report adds a finding of rule at a byte offset of a line.
func (r *reader) report(rule *diag.Rule, i, offset int, args ...any) {
	r.findings = append(r.findings, rule.At(r.at(i, offset), args...))
}

var notSlug = pattern.New(`[^a-z0-9]+`)

// slugOf makes an address element of ASCII letters, digits and hyphens.
func slugOf(s string) string {
	slug := strings.Trim(notSlug.ReplaceAllString(strings.ToLower(romanize(s)), "-"), "-")
	if slug == "" {
		return "document"
	}
	if len(slug) > 80 {
		slug = strings.Trim(slug[:80], "-")
	}
	return slug
}

// whole marks all of a line as one part, its indentation apart.
func (r *reader) whole(i int, kind plan.PartKind) {
	r.parts[i] = partsOf(r.lines[i].text, cut{len(r.lines[i].text), kind})
}
