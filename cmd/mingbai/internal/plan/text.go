package plan

// Restoration is a name that stands in the source in the other language and
// that the site shows in the language of its paragraph.
type Restoration struct {
	Text   string `json:"text" yaml:"text"`     // as shown: 省财政厅
	Source string `json:"source" yaml:"source"` // as found: Provincial Department of Finance
}

// State says how far a translation has come.
type State string

const (
	Untranslated State = ""
	Draft        State = "draft"    // translated, and read by nobody else
	Reviewed     State = "reviewed" // read against its source by someone who did not write it
	Official     State = "official" // issued by the office that issued the document
)

// Translation is a text in a language in which the document does not have it,
// or has it in words that people have since bettered.
type Translation struct {
	Text     string
	State    State
	Outdated bool // the source has changed since
}

// Translations holds a text's translations by language.
type Translations map[Lang]Translation

// Paragraph is running text with its place in the source.
type Paragraph struct {
	Key          string // stable name of the text, for translations: MEASURE#1, PLAN#goal-1
	Line         int
	Lang         Lang
	Text         string // as found
	Shown        string // as the site shows it: names restored, Chinese punctuation full-width
	Restored     []Restoration
	IsTitle      bool // the heading of a measure, not running text
	Translations Translations
}

// In is the paragraph as the site shows it in lang: a translation where there
// is one, else the text as issued.
func (p *Paragraph) In(lang Lang) (string, bool) {
	if t, ok := p.Translations[lang]; ok && t.Text != "" {
		return t.Text, true
	}
	if lang != p.Lang {
		return "", false
	}
	text := p.Shown
	if text == "" {
		text = p.Text
	}
	return text, text != ""
}

// Texts lists every text of the document that is translated, in document order:
// the covering letter, and of each plan its paragraphs, the names of its
// measures and their paragraphs.
func (d *Document) Texts() []*Paragraph {
	var out []*Paragraph
	add := func(ps []Paragraph) {
		for i := range ps {
			out = append(out, &ps[i])
		}
	}
	add(d.Covering)
	for i := range d.Plans {
		p := &d.Plans[i]
		for j := range p.Sections {
			add(p.Sections[j].Paragraphs)
			for k := range p.Measures {
				if m := &p.Measures[k]; m.Section == p.Sections[j].ID {
					if m.Name.Text != "" {
						out = append(out, &m.Name)
					}
					add(m.Paragraphs)
				}
			}
		}
	}
	return out
}
