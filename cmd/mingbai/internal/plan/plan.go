// Package plan is the typed model of a policy document: a document holds
// plans, a plan holds sections and measures, a measure holds who is
// responsible, by when and with what money. DESIGN terms are used throughout;
// the labels (roles, kinds) are those that every content file carries.
package plan

// Lang is a language of the site: "zh" (the authority) or "en".
type Lang string

const (
	Zh Lang = "zh"
	En Lang = "en"
)

// Other is the twin language.
func (l Lang) Other() Lang {
	if l == Zh {
		return En
	}
	return Zh
}

// Text is a short text in both languages; an empty one is missing.
type Text struct {
	Zh string `json:"zh,omitempty" yaml:"zh,omitempty"`
	En string `json:"en,omitempty" yaml:"en,omitempty"`
}

// In gives the text in lang and whether it exists there.
func (t Text) In(lang Lang) (string, bool) {
	if lang == Zh {
		return t.Zh, t.Zh != ""
	}
	return t.En, t.En != ""
}

// Set stores s as the text in lang.
func (t *Text) Set(lang Lang, s string) {
	if lang == Zh {
		t.Zh = s
	} else {
		t.En = s
	}
}

// Origin says where a name comes from that citizens read.
type Origin string

const (
	Printed     Origin = ""            // stands in the document
	Restored    Origin = "restored"    // put back from the other language or from elsewhere in the document, sure
	Unconfirmed Origin = "unconfirmed" // a guess that nobody has confirmed
	Translated  Origin = "translated"  // translated by the project
)

// Origins is where a Text comes from, by language.
type Origins struct {
	Zh Origin `json:"zh,omitempty" yaml:"zh,omitempty"`
	En Origin `json:"en,omitempty" yaml:"en,omitempty"`
}

// Document is what was issued: one seed file.
type Document struct {
	ID            string         // stable, e.g. "yunnan-2022"
	Slug          string         // name of its folder under content/
	Source        Source         // the file it was read from
	Title         Text           //
	Origins       Origins        // of the title
	Number        string         // 发文字号, e.g. 云政办发〔2022〕42号; "" when the document prints none
	Issuer        string         // organization id
	Date          Date           // date of issue 成文日期
	Published     string         // "2006-01-02 15:04", +08:00, from the portal's record; "" when not known
	Validity      Validity       // from when and until when it holds; empty where it does not say
	Record        Record         // what a portal's register says of it
	Organizations []Organization // every body named, in registry order
	Segments      []Segment      // the whole text, paragraph by paragraph: each character in exactly one part
	Covering      []Paragraph    // the covering letter: the running text of the head matter, in order
	Plans         []Plan         //
}

// Validity is from when and until when a document holds, as it says itself.
type Validity struct {
	Text      string `json:"text"`               // as found
	Line      int    `json:"line"`               // of the text as issued
	Effective Date   `json:"effective"`          // null where only a term is said
	Expires   Date   `json:"expires"`            // the last day; null where none is said
	Term      string `json:"term,omitempty"`     // "5年", where that is said
	Inferred  bool   `json:"inferred,omitempty"` // it holds from its issue: Effective is the date of issue
}

// Record is what the register of a portal says of a document beside its text.
// It is Chinese on every page; what is not known is empty.
type Record struct {
	Index    string   `yaml:"index,omitempty"`    // 索引号
	Topic    string   `yaml:"topic,omitempty"`    // 主题分类
	Keywords []string `yaml:"keywords,omitempty"` // 主题词
}

// Source names the file a document was read from.
type Source struct {
	File   string `json:"file"`   // base name
	SHA256 string `json:"sha256"` // of the bytes, hexadecimal
}

// Organization is a 单位.
type Organization struct {
	ID   string  `json:"id"`
	Zh   string  `json:"zh,omitempty"`
	En   string  `json:"en,omitempty"`
	Kind OrgKind `json:"kind"`

	Short   Text     `json:"short,omitzero"`    // in running text; of bodies that no registry of the project lists
	Aliases []string `json:"aliases,omitempty"` // other names in the document, of the same bodies
	Near    string   `json:"near,omitempty"`    // id of the listed body whose name is most like this one's, where neither is known
	Known   bool     `json:"known,omitempty"`   // the project does not list it, the directory of the state's bodies does
}

// OrgKind classes organizations.
type OrgKind string

const (
	Department      OrgKind = "department"        // 厅、局、委、办
	Branch          OrgKind = "branch"            // a central body's branch in the province
	Company         OrgKind = "company"           //
	MassOrg         OrgKind = "mass-organization" // 工会、共青团、妇联、科协、工商联
	LeadingGroup    OrgKind = "leading-group"     // 领导小组、联席会议 and their offices
	LocalGovernment OrgKind = "local-government"  // 各州、市人民政府
	Collective      OrgKind = "collective"        // 省级有关部门
	BankSector      OrgKind = "bank-sector"       // 各银行业金融机构
)

// Action is one of the special actions that plans belong to.
type Action struct {
	Number  int     // 1-based order in the document
	Slug    string  // e.g. "tax-and-fee-reduction"
	Title   Text    //
	Origins Origins // of the title
}

// Plan is a titled text with its own author and sections.
type Plan struct {
	ID       string    // document id / action slug / plan slug
	Slug     string    //
	Title    Text      //
	Origins  Origins   // of the title
	Action   *Action   // nil where the document has no actions
	Part     int       // number in "(1)", "(2)" of its title; 0 when it has none
	Author   string    // organization id; "" when the plan names none
	Line     int       // line of its title
	Sections []Section // in order; the first is always the preamble, which may be empty
	Measures []Measure // in order, children after their parent
}

// SectionKind classes the 一、二、三 level.
type SectionKind string

const (
	Preamble   SectionKind = "preamble"   // what stands before the first section
	Goal       SectionKind = "goal"       // 工作目标
	Measures   SectionKind = "measures"   // 工作措施
	Safeguards SectionKind = "safeguards" // 组织保障
	OtherKind  SectionKind = "other"      //
)

// Section is a part of a plan with the paragraphs that belong to no measure.
type Section struct {
	ID         string // unique in its plan: the kind, or "other-2" where a kind comes twice
	Kind       SectionKind
	Number     string // as printed, e.g. "一、" or "First,"
	Title      Text   // as printed, without number
	Line       int    // of its heading; 0 for a preamble
	Paragraphs []Paragraph
}
