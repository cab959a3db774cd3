package content

import (
	"mingbai/cmd/mingbai/internal/plan"
)

// kind is a kind of page; with the language it decides which keys a file's
// front matter may have.
type kind int

const (
	documentPage kind = iota
	actionPage
	planPage
	measurePage
	departmentPage

	noPage kind = -1 // of a file where no page may stand
)

// titleFront and textFront hold what every file has, whatever its kind.
type titleFront struct {
	Title       string      `yaml:"title,omitempty"`
	TitleOrigin plan.Origin `yaml:"titleOrigin,omitempty"`
}

type textFront struct {
	Translation *Translation       `yaml:"translation,omitempty"`
	Restored    []plan.Restoration `yaml:"restored,omitempty"`
}

func (t *titleFront) title() *titleFront { return t }
func (t *textFront) text() *textFront    { return t }

// front is the front matter of any file.
type front interface {
	title() *titleFront
	text() *textFront
}

// twinFront is the English file of every kind: no facts.
type twinFront struct {
	titleFront
	textFront
}

type documentFront struct {
	ID string `yaml:"id"`
	titleFront
	Number    string    `yaml:"number,omitempty"`
	Issuer    string    `yaml:"issuer,omitempty"`
	Date      plan.Date `yaml:"date,omitempty"`
	Published string    `yaml:"published,omitempty"`
	Index     string    `yaml:"index,omitempty"`
	Topic     string    `yaml:"topic,omitempty"`
	Keywords  []string  `yaml:"keywords,omitempty"`
	Validity
	Source Source `yaml:"source,omitempty"`
	textFront
}

type actionFront struct {
	ID string `yaml:"id"`
	titleFront
	Number int `yaml:"number"`
	textFront
}

type planFront struct {
	ID string `yaml:"id"`
	titleFront
	Part     int       `yaml:"part,omitempty"`
	Author   string    `yaml:"author,omitempty"`
	Sections []Section `yaml:"sections,omitempty"`
	Source   Source    `yaml:"source,omitempty"`
	textFront
}

type measureFront struct {
	ID string `yaml:"id"`
	titleFront
	Number           string           `yaml:"number,omitempty"`
	Section          string           `yaml:"section"`
	Weight           int              `yaml:"weight"`
	Parent           string           `yaml:"parent,omitempty"`
	Heading          bool             `yaml:"heading,omitempty"`
	Responsibilities []Responsibility `yaml:"responsibilities,omitempty"`
	Deadlines        []plan.Deadline  `yaml:"deadlines,omitempty"`
	Amounts          []plan.Amount    `yaml:"amounts,omitempty"`
	Audiences        []plan.Tag       `yaml:"audiences,omitempty"`
	Benefits         []plan.Tag       `yaml:"benefits,omitempty"`
	Guide            Guide            `yaml:"guide,omitempty"`
	Source           Source           `yaml:"source,omitempty"`
	textFront
}

type departmentFront struct {
	ID string `yaml:"id"`
	titleFront
	Kind     plan.OrgKind `yaml:"kind"`
	Short    plan.Text    `yaml:"short,omitempty"`
	Aliases  []string     `yaml:"aliases,omitempty" list:"lines"`
	Contacts []Contact    `yaml:"contacts,omitempty"`
	textFront
}

// newFront is empty front matter for a file. The Chinese file holds the facts.
func newFront(k kind, lang plan.Lang) front {
	if lang == plan.En {
		return &twinFront{}
	}
	return newFacts(k)
}

func newFacts(k kind) front {
	switch k {
	case documentPage:
		return &documentFront{}
	case actionPage:
		return &actionFront{}
	case planPage:
		return &planFront{}
	case measurePage:
		return &measureFront{}
	default:
		return &departmentFront{}
	}
}
