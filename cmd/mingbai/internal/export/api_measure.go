package export

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// measureFile is a measure with all that is known of it.
type measureFile struct {
	fileHead
	measureEntry
	TitleOrigin      *plan.Origins            `json:"titleOrigin,omitempty"`
	Plan             *reference               `json:"plan"`
	Parent           *reference               `json:"parent"`
	Children         []*reference             `json:"children"`
	Previous         *reference               `json:"previous"`
	Next             *reference               `json:"next"`
	Pages            map[plan.Lang]address    `json:"pages"`
	Texts            map[plan.Lang]textStatus `json:"texts"`
	Paragraphs       []paragraph              `json:"paragraphs"`
	Responsibilities []responsibility         `json:"responsibilities"`
	Amounts          []amount                 `json:"amounts"`
	Topics           []tag                    `json:"topics"`
	Standing         standing                 `json:"standing"`
	Guide            *guide                   `json:"guide"`
	Cited            []citation               `json:"cited"`
	Source           sourcePlace              `json:"source"`
}

// measureEntry is a measure in a list.
type measureEntry struct {
	ID        string       `json:"id"`
	Number    *string      `json:"number"`
	Title     plan.Text    `json:"title"`
	Heading   bool         `json:"heading"`
	Section   string       `json:"section"`
	Document  *reference   `json:"document"`
	Action    *reference   `json:"action"`
	Lead      []*reference `json:"lead"`
	Deadlines []deadline   `json:"deadlines"`
	Audiences []string     `json:"audiences"` // ids; the measure's own file has the words that told them
	Benefits  []string     `json:"benefits"`
	Self      address      `json:"self"`
}

// textStatus says what a language's text is.
type textStatus struct {
	State string `json:"state"`
	By    string `json:"by,omitempty"`
}

// paragraph is a paragraph of a text in both languages.
type paragraph struct {
	Anchor string   `json:"anchor,omitempty"` // on the page and in the text as issued
	Line   int      `json:"line,omitempty"`   // of the text as issued
	Zh     *passage `json:"zh,omitempty"`
	En     *passage `json:"en,omitempty"`
}

// passage is a paragraph in one language.
type passage struct {
	Text     string `json:"text"`
	State    string `json:"state"`
	Outdated bool   `json:"outdated,omitempty"` // its source has changed since
}

type responsibility struct {
	Role         plan.Role  `json:"role"`
	Organization *reference `json:"organization"`
	Open         bool       `json:"open,omitempty"` // the list it stood in goes on with 等
}

// deadline is a time limit as the document states it, and where it stands to
// the day of asOf.
type deadline struct {
	Kind     plan.DeadlineKind `json:"kind"`
	Text     string            `json:"text"`
	Start    plan.Date         `json:"start"`
	End      plan.Date         `json:"end"`
	Inferred bool              `json:"inferred,omitempty"`
	Status   *string           `json:"status"`
	Days     *int              `json:"days"` // from asOf to end
}

type amount struct {
	Text      string         `json:"text"`
	Value     float64        `json:"value"`
	Unit      plan.Unit      `json:"unit"`
	Qualifier plan.Qualifier `json:"qualifier,omitempty"`
}

// sourcePlace is where a thing stands in the document as issued.
type sourcePlace struct {
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

func (w *jsonFile) measureEntry(m *site.Measure) measureEntry {
	return measureEntry{
		ID: m.ID, Number: null(m.Number), Title: w.name(m.Name), Heading: m.Heading, Section: string(m.Section.Kind),
		Document: w.toDocument(m.Plan.Document), Action: toAction(m.Plan.Action),
		Lead:      listed(m.Lead(), func(d *site.Duty) *reference { return w.toDepartment(d.Department) }),
		Deadlines: listed(m.Deadlines, w.deadline),
		Audiences: listed(m.Audiences, tagID), Benefits: listed(m.Benefits, tagID),
		Self: w.to(m.Downloads()[0].Path),
	}
}

func (w *jsonFile) measure(m *site.Measure) measureFile {
	f := measureFile{
		fileHead: w.head("measure"), measureEntry: w.measureEntry(m), TitleOrigin: origins(&m.Pair),
		Plan: w.toPlan(m.Plan), Parent: w.toMeasure(m.Parent), Children: listed(m.Children, w.toMeasure),
		Previous: w.toMeasure(m.Prev), Next: w.toMeasure(m.Next), Pages: w.pages(m),
		Texts: w.texts(&m.Pair), Paragraphs: w.paragraphs(site.Rows(&m.Pair), &m.Pair),
		Responsibilities: []responsibility{},
		Amounts: listed(m.Amounts, func(a plan.Amount) amount {
			return amount{a.Text, a.Value, a.Unit, a.Qualifier}
		}),
		Topics:   append(listed(m.Audiences, w.tag), listed(m.Benefits, w.tag)...),
		Standing: standingOf(m.Standing), Guide: guideOf(m.Guide), Cited: listed(m.Citations(), w.citation),
		Source: sourcePlace{m.Plan.Document.Source.File, m.Source.Line},
	}
	for _, g := range m.Roles {
		for _, d := range g.Duties {
			f.Responsibilities = append(f.Responsibilities, responsibility{d.Role, w.toDepartment(d.Department), d.Open})
		}
	}
	return f
}

func (w *jsonFile) deadline(d *site.Deadline) deadline {
	out := deadline{
		Kind: d.Kind, Text: d.Text, Start: d.Start, End: d.End, Inferred: d.Inferred, Status: null(string(d.Status)),
	}
	if w.site.Clock != "" && d.End != "" {
		out.Days = &d.Days
	}
	return out
}

// issued is the state of a text as issued.
const issued = "issued"

// texts say what the text of a pair is in each language.
func (w *jsonFile) texts(p *site.Pair) map[plan.Lang]textStatus {
	all := map[plan.Lang]textStatus{}
	for _, lang := range w.site.Languages() {
		t := site.State(p, lang)
		all[lang] = textStatus{State: stateName(t.State), By: t.By}
	}
	return all
}

func stateName(s site.TextState) string {
	if s == site.Original {
		return issued
	}
	return string(s)
}

// paragraphs are the paragraphs of a text; its headings are left out.
func (w *jsonFile) paragraphs(rows []site.Row, pair *site.Pair) []paragraph {
	out := []paragraph{}
	for _, row := range rows {
		p := paragraph{Anchor: row.Anchor, Line: site.ProvenanceOf(pair, plan.Zh, row.Anchor).Line}
		for _, lang := range w.site.Languages() {
			in := row.In(lang)
			if in == nil || in.Blocks[0].Level > 0 {
				continue
			}
			from := site.ProvenanceOf(pair, lang, row.Anchor)
			text := &passage{Text: site.PlainText(in.Blocks[0].Text), State: stateName(from.State), Outdated: from.Outdated}
			if lang == plan.Zh {
				p.Zh = text
			} else {
				p.En = text
			}
		}
		if p.Zh != nil || p.En != nil {
			out = append(out, p)
		}
	}
	return out
}
