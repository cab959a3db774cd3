package glossary

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// Entry is one text of a document and its translation.
type Entry struct {
	Key      string // what it is, stable: MEASURE#title, MEASURE#1, PLAN#goal-1
	Source   string
	Target   string // "" where there is none yet
	State    plan.State
	Fuzzy    bool   // the source has changed since
	Previous string // the source that Target translates, where Fuzzy
	File     string // of the seed
	Line     int
	Doubt    string // what is doubtful in the source
	Note     string // the translator's own remarks
}

// Catalogue is the texts of one document in one direction: a gettext PO file,
// seeds/translations/DOCUMENT.FROM-TO.po, in document order.
type Catalogue struct {
	Document string
	From, To plan.Lang
	Header   []string // fields that translation tools add, as they wrote them
	Credits  []string // comments above the header
	Obsolete []string // "#~" lines that translation tools have set aside
	Entries  []Entry
}

// stateMark begins the line of an entry's extracted comment that holds its state.
const stateMark = "state:"

// languages are the codes that translation tools know.
var languages = map[plan.Lang]string{plan.Zh: "zh_CN", plan.En: "en"}

// ReadCatalogue reads a PO file that Bytes wrote or a translation tool saved.
// name is for errors.
func ReadCatalogue(name string, data []byte) (*Catalogue, error) {
	f, err := parsePO(data)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	if len(f.messages) == 0 || f.messages[0].id != "" || f.messages[0].context != "" {
		return nil, fmt.Errorf("%s:1: no header (hint: keep the one that export wrote)", name)
	}
	c := &Catalogue{Credits: f.messages[0].translator, Obsolete: f.obsolete}
	if err := c.readHeader(f.messages[0].str); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, f.messages[0].line, err)
	}
	seen := map[string]bool{}
	for i := range f.messages[1:] {
		m := &f.messages[i+1]
		e, err := readEntry(m)
		if err == nil && seen[e.Key] {
			err = fmt.Errorf("the context %q comes twice", e.Key)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, m.line, err)
		}
		seen[e.Key] = true
		c.Entries = append(c.Entries, e)
	}
	return c, nil
}

// ownFields are the header fields that Bytes writes anew.
var ownFields = []string{"Project-Id-Version", "Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}

func (c *Catalogue) readHeader(header string) error {
	fields := map[string]string{}
	for line := range strings.Lines(header) {
		name, value, _ := strings.Cut(line, ":")
		fields[name] = strings.TrimSpace(value)
		if line = strings.TrimSpace(line); line != "" && !slices.Contains(ownFields, name) {
			c.Header = append(c.Header, line)
		}
	}
	c.Document = fields["Project-Id-Version"]
	for lang, code := range languages {
		if fields["Language"] == code {
			c.To, c.From = lang, lang.Other()
			return nil
		}
	}
	return fmt.Errorf("language %q: expected zh_CN or en (hint: keep the header that export wrote)", fields["Language"])
}

func readEntry(m *message) (Entry, error) {
	if m.context == "" {
		return Entry{}, errors.New("no msgctxt; expected the key that export wrote")
	}
	e := Entry{Key: m.context, Source: m.id, Target: m.str, Previous: m.previous, Note: strings.Join(m.translator, "\n")}
	e.File, e.Line = splitReference(m.reference)
	e.Fuzzy = slices.Contains(m.flags, "fuzzy")
	var doubt []string
	for _, line := range m.extracted {
		if state, ok := strings.CutPrefix(line, stateMark); ok {
			e.State = plan.State(strings.TrimSpace(state))
		} else if line != "" {
			doubt = append(doubt, line)
		}
	}
	e.Doubt = strings.Join(doubt, " ")
	return e, e.check()
}

// check accepts the states that there are.
func (e *Entry) check() error {
	switch e.State {
	case plan.Untranslated, plan.Draft, plan.Reviewed, plan.Official:
	default:
		return fmt.Errorf("state %q: expected draft, reviewed or official", e.State)
	}
	if e.Target != "" && e.State == plan.Untranslated {
		e.State = plan.Draft // filled in by a tool that knows no states
	}
	return nil
}

// Bytes writes the catalogue as PO: entries in their order, each text on one
// line, so that the same catalogue is the same file.
func (c *Catalogue) Bytes() []byte {
	var b strings.Builder
	for _, line := range c.Credits {
		b.WriteString(strings.TrimSpace("# "+line) + "\n")
	}
	b.WriteString("msgid \"\"\nmsgstr \"\"\n")
	for _, field := range [][2]string{
		{"Project-Id-Version", c.Document}, {"Language", languages[c.To]}, {"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=UTF-8"}, {"Content-Transfer-Encoding", "8bit"},
	} {
		b.WriteString(quotePO(field[0]+": "+field[1]+"\n") + "\n")
	}
	for _, line := range c.Header {
		b.WriteString(quotePO(line+"\n") + "\n")
	}
	for i := range c.Entries {
		c.Entries[i].message().write(&b)
	}
	for i, line := range c.Obsolete {
		if i == 0 {
			b.WriteByte('\n')
		}
		b.WriteString(line + "\n")
	}
	return []byte(b.String())
}

func (e *Entry) message() *message {
	m := &message{context: e.Key, id: e.Source, str: e.Target}
	if e.Note != "" {
		m.translator = strings.Split(e.Note, "\n")
	}
	if e.State != plan.Untranslated {
		m.extracted = append(m.extracted, stateMark+" "+string(e.State))
	}
	if e.Doubt != "" {
		m.extracted = append(m.extracted, strings.Join(strings.Fields(e.Doubt), " "))
	}
	switch {
	case e.Line > 0:
		m.reference = fmt.Sprintf("%s:%d", e.File, e.Line)
	default:
		m.reference = e.File
	}
	if e.Fuzzy {
		m.flags, m.previous = []string{"fuzzy"}, e.Previous
	}
	return m
}
