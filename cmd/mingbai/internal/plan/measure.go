package plan

// Measure is a numbered item or an unnumbered paragraph that carries a clause.
type Measure struct {
	ID          string // plan id / m01, s02, m01-3
	Slug        string // last element of ID
	Section     string // Section.ID
	Number      string // as printed, e.g. "(一)"; "" when it has none
	NumberShown string // as the site shows it: （一）
	Parent      string // id of the measure it belongs to, or ""
	Heading     bool   // only heads numbered children
	Line        int
	Lang        Lang
	Title       string      // as printed, without number and full stop; "" when the item has no heading
	Name        Paragraph   // the title as a text of its own; empty when the item has no heading
	Text        string      // as found, without number, heading and clauses
	Paragraphs  []Paragraph // the text with its clauses, without number and heading
	Clauses     []string    // as found, brackets included
	Rule        string      // of the reader that found it: "numbered-item"

	Responsibilities []Responsibility
	Deadlines        []Deadline
	Amounts          []Amount
	Audiences        []Tag // whom it is for, in the order of the lexicon
	Benefits         []Tag // what it gives, in the order of the lexicon
}

// Role is what an organization has to do for a measure.
type Role string

const (
	Lead        Role = "lead"        // 牵头
	Responsible Role = "responsible" // 负责
	Implement   Role = "implement"   // 落实
	Support     Role = "support"     // 配合
)

// Roles lists all roles in the order in which pages show them.
func Roles() []Role { return []Role{Lead, Responsible, Implement, Support} }

// Responsibility ties an organization to a measure.
type Responsibility struct {
	Org    string `json:"org"`
	Text   string `json:"text"` // the name as found
	Role   Role   `json:"role"`
	Clause int    `json:"clause"`         // 1-based index into Measure.Clauses; 0 where running text says it
	Open   bool   `json:"open,omitempty"` // the list it stands in ends with 等
	Rule   string `json:"rule,omitempty"` // of the reader that found it: "clause/verb"
}

// DeadlineKind classes time limits.
type DeadlineKind string

const (
	Due       DeadlineKind = "due"       // to be done by End
	Expiry    DeadlineKind = "expiry"    // the benefit ends on End
	Period    DeadlineKind = "period"    // from Start to End
	Term      DeadlineKind = "term"      // a duration, no dates
	Ongoing   DeadlineKind = "ongoing"   // Start or no date
	Recurring DeadlineKind = "recurring" // no dates
)

// Deadline is a time limit.
type Deadline struct {
	Text     string       `json:"text" yaml:"text"`
	Kind     DeadlineKind `json:"kind" yaml:"kind"`
	Start    Date         `json:"start" yaml:"start,omitempty"`
	End      Date         `json:"end" yaml:"end,omitempty"`
	Rule     string       `json:"rule,omitempty"`                               // of the reader that found it
	Inferred bool         `json:"inferred,omitempty" yaml:"inferred,omitempty"` // the year is that of the date of issue
	Bare     bool         `json:"bare,omitempty" yaml:"bare,omitempty"`         // a year alone
}

// Unit is what an amount counts.
type Unit string

const (
	CNY   Unit = "CNY"   // yuan
	Ratio Unit = "ratio" // 50% is 0.5
)

// Qualifier bounds an amount.
type Qualifier string

const (
	Exactly Qualifier = ""
	AtMost  Qualifier = "at-most"
	AtLeast Qualifier = "at-least"
	About   Qualifier = "about"
)

// Amount is a sum of money or a percentage.
type Amount struct {
	Text      string    `json:"text" yaml:"text"`
	Value     float64   `json:"value" yaml:"value"` // yuan, or a fraction of one
	Unit      Unit      `json:"unit" yaml:"unit"`
	Qualifier Qualifier `json:"qualifier,omitempty" yaml:"qualifier,omitempty"`
	Rule      string    `json:"rule,omitempty"` // of the reader that found it
}
