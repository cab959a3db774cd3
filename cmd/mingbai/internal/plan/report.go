package plan

// Schema names the form of Report. It changes when a field changes its meaning
// or goes; a new field leaves it.
const Schema = "mingbai/document/1"

// Report is a document as `mingbai parse --json` prints it: the facts of the
// model, its segments, and what the reader found.
type Report struct {
	Schema        string          `json:"schema"`
	Source        Source          `json:"source"`
	ID            string          `json:"id"`
	Title         Text            `json:"title"`
	Origins       Origins         `json:"titleOrigin,omitzero"`
	Number        *string         `json:"number"`
	Issuer        *string         `json:"issuer"`
	Date          Date            `json:"date"`
	Validity      *Validity       `json:"validity"`
	Organizations []Organization  `json:"organizations"`
	Plans         []PlanReport    `json:"plans"`
	Segments      []Segment       `json:"segments"`
	Findings      []FindingReport `json:"findings"`
}

// PlanReport is a plan in a Report.
type PlanReport struct {
	ID       string          `json:"id"`
	Title    Text            `json:"title"`
	Origins  Origins         `json:"titleOrigin,omitzero"`
	Action   *ActionReport   `json:"action"`
	Part     *int            `json:"part"`
	Author   *string         `json:"author"`
	Line     int             `json:"line"`
	Sections []SectionReport `json:"sections"`
	Measures []MeasureReport `json:"measures"`
}

// ActionReport is an action in a Report.
type ActionReport struct {
	Number int    `json:"number"`
	Slug   string `json:"slug"`
	Title  Text   `json:"title"`
}

// SectionReport is a section in a Report; Lines are those of its paragraphs that
// belong to no measure.
type SectionReport struct {
	ID     string      `json:"id"`
	Kind   SectionKind `json:"kind"`
	Number string      `json:"number,omitempty"`
	Title  Text        `json:"title"`
	Line   int         `json:"line,omitempty"`
	Lines  []int       `json:"lines"`
}

// MeasureReport is a measure in a Report. Section is the kind of its section.
type MeasureReport struct {
	ID               string           `json:"id"`
	Section          SectionKind      `json:"section"`
	Number           *string          `json:"number"`
	Parent           *string          `json:"parent"`
	Title            Text             `json:"title"`
	Heading          bool             `json:"heading"`
	Line             int              `json:"line"`
	Lang             Lang             `json:"lang"`
	Text             string           `json:"text"`
	Clauses          []string         `json:"clauses"`
	Responsibilities []Responsibility `json:"responsibilities"`
	Deadlines        []Deadline       `json:"deadlines"`
	Amounts          []Amount         `json:"amounts"`
	Audiences        []Tag            `json:"audiences"`
	Benefits         []Tag            `json:"benefits"`
	Rule             string           `json:"rule,omitempty"`
}

// FindingReport is a finding in a Report, in one language.
type FindingReport struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// NewReport lays a document out for printing.
func NewReport(d *Document, findings []FindingReport) Report {
	r := Report{
		Schema: Schema, Source: d.Source, ID: d.ID, Title: d.Title, Origins: d.Origins,
		Number: orNull(d.Number), Issuer: orNull(d.Issuer), Date: d.Date,
		Organizations: list(d.Organizations), Segments: list(d.Segments), Findings: list(findings),
		Plans: make([]PlanReport, 0, len(d.Plans)),
	}
	if d.Validity != (Validity{}) {
		r.Validity = &d.Validity
	}
	for i := range d.Plans {
		r.Plans = append(r.Plans, planReport(&d.Plans[i]))
	}
	return r
}

func planReport(p *Plan) PlanReport {
	r := PlanReport{
		ID: p.ID, Title: p.Title, Origins: p.Origins, Author: orNull(p.Author), Line: p.Line,
		Sections: []SectionReport{}, Measures: []MeasureReport{},
	}
	if p.Action != nil {
		r.Action = &ActionReport{p.Action.Number, p.Action.Slug, p.Action.Title}
	}
	if p.Part > 0 {
		r.Part = &p.Part
	}
	kinds := map[string]SectionKind{}
	for _, s := range p.Sections {
		kinds[s.ID] = s.Kind
		lines := []int{}
		for _, t := range s.Paragraphs {
			lines = append(lines, t.Line)
		}
		r.Sections = append(r.Sections, SectionReport{s.ID, s.Kind, s.Number, s.Title, s.Line, lines})
	}
	for i := range p.Measures {
		r.Measures = append(r.Measures, measureReport(&p.Measures[i], kinds))
	}
	return r
}

func measureReport(m *Measure, kinds map[string]SectionKind) MeasureReport {
	r := MeasureReport{
		ID: m.ID, Section: kinds[m.Section], Number: orNull(m.Number), Parent: orNull(m.Parent),
		Heading: m.Heading, Line: m.Line, Lang: m.Lang, Text: m.Text, Clauses: list(m.Clauses),
		Responsibilities: list(m.Responsibilities), Deadlines: list(m.Deadlines), Amounts: list(m.Amounts),
		Audiences: list(m.Audiences), Benefits: list(m.Benefits),
		Rule: m.Rule,
	}
	r.Title.Set(m.Lang, m.Title)
	return r
}

// list is s, or an empty list instead of null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
