package glossary

import (
	"fmt"
	"io/fs"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// Names is what is known of a document beside its text: the file
// seeds/DOCUMENT.yaml. Everything in it may be left out.
type Names struct {
	ID        string       `yaml:"id"`        // of the document; the file's name without it
	Title     OriginalText `yaml:"title"`     //
	Number    string       `yaml:"number"`    // 发文字号, where the text prints none
	Published string       `yaml:"published"` // "2006-01-02 15:04", from the portal's record
	Record    plan.Record  `yaml:",inline"`
	PlanTitle plan.Text    `yaml:"planTitle"` // pattern with {action} and {part}
	Actions   []ActionName `yaml:"actions"`   // in order
	Phrases   []Phrase     `yaml:"phrases"`   // stands in the text in the other language
}

// OriginalText is a text in both languages with where each comes from.
type OriginalText struct {
	Zh       string      `yaml:"zh"`
	En       string      `yaml:"en"`
	ZhOrigin plan.Origin `yaml:"zhOrigin"`
	EnOrigin plan.Origin `yaml:"enOrigin"`
}

// Text is the text without its origins.
func (t OriginalText) Text() plan.Text { return plan.Text{Zh: t.Zh, En: t.En} }

// Origins is where the texts come from.
func (t OriginalText) Origins() plan.Origins { return plan.Origins{Zh: t.ZhOrigin, En: t.EnOrigin} }

// ActionName names an action.
type ActionName struct {
	Found        string `yaml:"found"` // as the title prints it, without part number
	Slug         string `yaml:"slug"`
	OriginalText `yaml:",inline"`
}

// Phrase is a string that stands in paragraphs of the other language, with what
// belongs there.
type Phrase struct {
	Found string `yaml:"found"`
	Zh    string `yaml:"zh"`
	En    string `yaml:"en"`
}

// LoadNames reads what is known of a document. A missing file gives empty Names.
func LoadNames(fsys fs.FS, name string) (*Names, error) {
	var n Names
	if _, err := readStrict(fsys, name, &n); err != nil {
		return nil, err
	}
	for _, a := range n.Actions {
		if !idForm.MatchString(a.Slug) {
			return nil, fmt.Errorf("%s: actions: slug %q: expected lower-case words joined by hyphens", name, a.Slug)
		}
	}
	if n.ID != "" && !idForm.MatchString(n.ID) {
		return nil, fmt.Errorf("%s: id %q: expected lower-case words joined by hyphens", name, n.ID)
	}
	return &n, nil
}

// Action finds what is known of the action whose printed name is found.
func (n *Names) Action(found string) (ActionName, bool) {
	if n == nil {
		return ActionName{}, false
	}
	for _, a := range n.Actions {
		if strings.EqualFold(a.Found, found) {
			return a, true
		}
	}
	return ActionName{}, false
}
