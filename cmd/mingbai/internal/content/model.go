// Package content is the editable truth: the tree of Markdown files with YAML
// front matter under content/, and the only package that knows their format.
// Import turns a plan.Document into files and merges them with what people
// edited; Load reads the files back, strictly, into a Tree for the site.
//
// # Files
//
//	site.yaml                          Config
//	departments/ID.{zh,en}.md          Department
//	DOC/_index.{zh,en}.md              Document; body: its covering letter
//	DOC/source.txt                     the text as issued, a record
//	DOC/NN-ACTION/_index.{zh,en}.md    Action
//	DOC/…/N-PLAN/_index.{zh,en}.md     Plan; body: the paragraphs of no measure
//	DOC/…/N-PLAN/m01.{zh,en}.md        Measure
//	DOC/.base.txtar                    what import last wrote, for merging
//	….md.new                           import's side of an open conflict
//
// A page is a pair of files of one name. Facts (responsibilities, deadlines,
// amounts) stand once, in the Chinese file; the English file has a title, a
// body and the state of its translation. A folder with folders in it is an
// action, one without is a plan. Addresses come from the ids in the front
// matter, never from file names, so that a file may be renamed: only the
// document's folder is part of its address.
//
// # Bodies
//
// A body is Markdown, one paragraph a line. Every paragraph that comes from
// the source ends with its anchor, {#p31} for line 31; twin paragraphs carry
// the same anchor, so that a paragraph missing in one language is known and
// the other language's can stand in. In the body of a plan a heading such as
// ## 工作目标 {#goal} begins a section; its anchor is the section's id.
//
// # States
//
// A paragraph stands in the file of the language it was issued in. The state
// of a translation says what the text that stands in a file is:
//
//   - no translation key: the text as issued (the Chinese file only);
//   - found: the translation that stood in the source;
//   - draft, reviewed, official: a translation by people;
//   - missing: nothing stands there. A page without any body has its title
//     instead of it.
//
// A file that has only some of its paragraphs is not missing; which ones it
// lacks, the anchors tell.
//
// # Merging
//
// The text that import last generated is the base of a merge by lines: what no
// person touched is replaced, what a person changed is kept, and what both
// changed is a conflict that stops the build until a person decides (rule
// C401 says how). Deleted pages stay deleted (C403), and a page that the
// document no longer has goes, unless it was edited (C402).
package content

import (
	"crypto/sha256"

	"mingbai/cmd/mingbai/internal/plan"
)

// State says how far a text in one language has come.
type State string

const (
	Original State = ""         // the language of the source, as issued
	Found    State = "found"    // a translation that stood in the source (machine translation put in by others)
	Missing  State = "missing"  // nothing yet: the page shows the other language's text with a notice
	Draft    State = "draft"    //
	Reviewed State = "reviewed" //
	Official State = "official" //
)

// Translation tells where a file's text comes from; nil for an original.
type Translation struct {
	From     plan.Lang `yaml:"from"`
	State    State     `yaml:"state"`
	By       string    `yaml:"by,omitempty"`
	Only     []string  `yaml:"only,omitempty"`     // anchors of the translated paragraphs, where the file's others are as issued
	Outdated []string  `yaml:"outdated,omitempty"` // anchors of paragraphs whose source has changed since; "title" is the title
}

// Localized is what one language's file holds beside the facts.
type Localized struct {
	Path        string // slash-separated, under content/
	Title       string // "" when missing
	TitleOrigin plan.Origin
	Translation *Translation
	Restored    []plan.Restoration
	Body        string // Markdown
	BodyLine    int    // line of the file where Body begins
	FrontSum    Sum    // of the file as far as the body
	BodySum     Sum    // of the body
}

// Sum is the first half of the SHA-256 of a part of a file: it is the same as
// long as the part is. It is zero for a file that is not there.
type Sum [16]byte

func partSum(part string) Sum {
	full := sha256.Sum256(bytesOf(part))
	return Sum(full[:len(Sum{})])
}

// Pair is a thing's text in both languages.
type Pair struct{ Zh, En Localized }

// In is the text in lang.
func (p *Pair) In(lang plan.Lang) *Localized {
	if lang == plan.Zh {
		return &p.Zh
	}
	return &p.En
}

// Source is where a thing stands in the document as issued.
type Source struct {
	File       string `yaml:"file"`                 // base name in seeds/
	Line       int    `yaml:"line,omitempty"`       // 1-based, of the text as issued
	SHA256     string `yaml:"sha256,omitempty"`     // only at the document: of the seed's bytes
	TextSHA256 string `yaml:"textSHA256,omitempty"` // only at the document: of source.txt
}

// Tree is everything under content/.
type Tree struct {
	Config      Config
	Documents   []*Document   // by folder name
	Departments []*Department // by id

	topical [][]topical // the measures of each document, for CheckTopics
}

// Document is content/SLUG/.
type Document struct {
	ID, Slug string // Slug is the folder's name and the first URL element
	Pair
	Number    string    // 发文字号
	Issuer    string    // department id
	Date      plan.Date // of issue
	Published string    // "2006-01-02 15:04", +08:00, from the document's record; "" when not known
	Record    plan.Record
	Validity  // as the document says itself, or as editors fill it in
	Source    Source
	Lines     []string // the text as issued, from source.txt; Lines[0] is line 1
	RecordSum Sum      // of source.txt
	Actions   []*Action
	Plans     []*Plan // those that belong to no action
}

// Action is content/DOC/NN-SLUG/.
type Action struct {
	ID, Slug string // Slug is the last element of ID: "tax-and-fee-reduction"
	Number   int
	Pair
	Plans []*Plan
}

// Plan is content/DOC/[ACTION/]N-SLUG/.
type Plan struct {
	ID, Slug string // Slug is the last element of ID: "finance"
	Pair
	Part     int    // 0 when its title has no number
	Author   string // department id
	Source   Source
	Sections []Section
	Measures []*Measure // in order of weight, children after their parent
}

// Section is a part of a plan: its paragraphs stand in the plan's body under
// the heading {#ID}, its measures name it.
type Section struct {
	ID     string           `yaml:"id"`
	Kind   plan.SectionKind `yaml:"kind"`
	Number string           `yaml:"number,omitempty"`
	Title  plan.Text        `yaml:"title,omitempty"` // as printed; the interface's word for the kind where a language has none
}

// Measure is a file pair in its plan's folder.
type Measure struct {
	ID, Slug string // Slug is the last element of ID: "m01"
	Pair
	Number  string // as it is shown: （一）
	Section string // Section.ID
	Weight  int    // order within the plan
	Parent  string // id, or ""
	Heading bool
	Source  Source

	Responsibilities []Responsibility
	Deadlines        []plan.Deadline
	Amounts          []plan.Amount
	Audiences        []plan.Tag // whom it is for
	Benefits         []plan.Tag // what it gives
	Guide            Guide      // filled in by editors
}

// Responsibility is plan.Responsibility as it stands in front matter.
type Responsibility struct {
	Org    string    `yaml:"org"`
	Role   plan.Role `yaml:"role"`
	Clause int       `yaml:"clause,omitempty"` // 1-based; 0 means the first
	Open   bool      `yaml:"open,omitempty"`
}

// Department is content/departments/ID.*.md.
type Department struct {
	ID       string
	Pair                  // Title is the full name
	Kind     plan.OrgKind //
	Short    plan.Text    // short names: 省财政厅
	Aliases  []string     // every other name it has in documents
	Contacts []Contact    // filled in by editors
}

// Contact is one way to reach a department; what is not known is left out.
type Contact struct {
	Name    plan.Text `yaml:"name,omitempty"` // office or purpose
	Phone   string    `yaml:"phone,omitempty"`
	Address plan.Text `yaml:"address,omitempty"`
	URL     string    `yaml:"url,omitempty"`
	Hours   plan.Text `yaml:"hours,omitempty"`
}
