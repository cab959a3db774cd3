// Package review lays a document out for a person who checks what was read out
// of it: every line as it stands in the source, with its label in the margin,
// and under it the facts that were read there, each with the rule that made it,
// and what the reader doubts. It is a tool of editors, no page of the site.
package review

import (
	"fmt"
	"strconv"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// Review is a document ready to be shown.
type Review struct {
	Lang     string // "zh" or "en", of labels and findings
	Head     []Fact // title, number, issuer, date, validity
	Counts   []Fact
	Rows     []Row
	Findings []diag.Finding
}

// Row is a line of the document with what was read there.
type Row struct {
	Line  int
	Label string // in the margin
	Parts []plan.Part
	Notes []Note
}

// Fact is a name with its value.
type Fact struct{ Name, Value string }

// Note is a fact or a doubt under a line.
type Note struct {
	Kind  string // "responsibility", "deadline", "amount", "error", "warning", "info"
	Label string // in the margin: the role, the kind of a time limit, the code
	Text  string
	Rule  string // that made it
}

// New lays a document out.
func New(d *plan.Document, findings []diag.Finding, lang string) Review {
	b := builder{doc: d, review: Review{Lang: lang, Findings: findings}, names: map[string]plan.Organization{}, notes: map[int][]Note{}, labels: map[int]string{}}
	for _, o := range d.Organizations {
		b.names[o.ID] = o
	}
	b.head()
	b.structure()
	for _, f := range findings {
		b.notes[f.Line] = append(b.notes[f.Line], Note{Kind: string(f.Severity), Label: f.Code, Text: f.Message.In(lang)})
	}
	for _, s := range d.Segments {
		b.review.Rows = append(b.review.Rows, Row{Line: s.Line, Label: b.label(s), Parts: s.Parts, Notes: b.notes[s.Line]})
	}
	return b.review
}

type builder struct {
	doc    *plan.Document
	review Review
	names  map[string]plan.Organization
	notes  map[int][]Note // by line
	labels map[int]string // by line
	counts [4]int         // measures, responsibilities, deadlines, amounts
}

func (b *builder) say(t diag.Text) string { return t.In(b.review.Lang) }

func (b *builder) head() {
	d := b.doc
	add := func(name diag.Text, value string) {
		if value == "" {
			value = "—"
		}
		b.review.Head = append(b.review.Head, Fact{b.say(name), value})
	}
	add(words["title"], diag.Text{Zh: d.Title.Zh, En: d.Title.En}.In(b.review.Lang))
	add(words["docnumber"], d.Number)
	add(words["issuer"], b.name(d.Issuer))
	add(words["date"], string(d.Date))
	if v := d.Validity; v != (plan.Validity{}) {
		add(words["validity"], strings.TrimSpace(fmt.Sprintf("%s..%s %s", v.Effective, v.Expires, v.Term)))
	}
}

// structure labels the lines of sections and measures, and notes their facts.
func (b *builder) structure() {
	for i := range b.doc.Plans {
		p := &b.doc.Plans[i]
		for _, s := range p.Sections {
			if s.Line > 0 {
				b.labels[s.Line] = b.say(words["section"]) + " " + b.say(sectionWords[s.Kind])
			}
		}
		for j := range p.Measures {
			b.measure(&p.Measures[j])
		}
	}
	for i, name := range []string{"measures", "responsibilities", "deadlines", "amounts"} {
		b.review.Counts = append(b.review.Counts, Fact{b.say(words[name]), strconv.Itoa(b.counts[i])})
	}
}

func (b *builder) measure(m *plan.Measure) {
	b.counts[0]++
	label := strings.TrimSpace(b.say(words["measure"]) + " " + m.Number)
	if old, ok := b.labels[m.Line]; ok { // several in one line
		label = old + " + " + m.Number
	}
	b.labels[m.Line] = label
	at := b.lastLine(m)
	note := func(n Note) { b.notes[at] = append(b.notes[at], n) }
	for _, r := range m.Responsibilities {
		b.counts[1]++
		text := r.Text + " = " + b.name(r.Org)
		if r.Open {
			text += " " + b.say(words["open"])
		}
		note(Note{"responsibility", b.say(roleWords[r.Role]), text, r.Rule})
	}
	for _, d := range m.Deadlines {
		b.counts[2]++
		text := fmt.Sprintf("%s → %s..%s", d.Text, d.Start, d.End)
		if d.Inferred {
			text += " " + b.say(words["inferred"])
		}
		note(Note{"deadline", b.say(kindWords[d.Kind]), text, d.Rule})
	}
	for _, a := range m.Amounts {
		b.counts[3]++
		text := fmt.Sprintf("%s → %s %s %s", a.Text, strconv.FormatFloat(a.Value, 'f', -1, 64), a.Unit, a.Qualifier)
		note(Note{"amount", b.say(words["amount"]), strings.TrimSpace(text), a.Rule})
	}
}

// lastLine is the last line of a measure, where its facts are noted.
func (b *builder) lastLine(m *plan.Measure) int {
	last := m.Line
	for _, p := range m.Paragraphs {
		last = max(last, p.Line)
	}
	return last
}

// name is a body's id with its full name.
func (b *builder) name(id string) string {
	o, ok := b.names[id]
	if !ok {
		return id
	}
	return strings.TrimSpace(id + " " + diag.Text{Zh: o.Zh, En: o.En}.In(b.review.Lang))
}

// label names a line: what it is of the document's structure, or what most of
// it is.
func (b *builder) label(s plan.Segment) string {
	if l, ok := b.labels[s.Line]; ok {
		return l
	}
	for _, p := range s.Parts {
		if w, ok := words[string(p.Kind)]; ok && p.Kind != plan.PartSpace && (p.Kind != plan.PartMark || len(s.Parts) == 1) {
			return b.say(w)
		}
	}
	return ""
}
