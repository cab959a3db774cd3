package glossary

import (
	"errors"
	"fmt"
	"io/fs"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
)

// Term is an agreed rendering of a Chinese term.
type Term struct {
	Zh        string   `yaml:"zh"`
	En        []string `yaml:"en"`        // accepted forms, the agreed one first; “…” stands for a few words between
	Source    string   `yaml:"source"`    // who uses the rendering officially
	Reason    string   `yaml:"reason"`    // why it was chosen
	Forbidden []string `yaml:"forbidden"` // renderings that say something else, as whole words
	Free      bool     `yaml:"free"`      // the sentence may need other words: only Forbidden is checked
	Line      int      `yaml:"-"`         // of the file
}

// Terms is the glossary of translators: the file seeds/glossary.yaml.
type Terms struct {
	Terms []Term   // in the order of the file
	Latin []string // words in Latin letters that may stand in Chinese text
	Han   []string // Chinese words that may stand in English text: names of products
}

type termsFile struct {
	Latin []string    `yaml:"latin"`
	Han   []string    `yaml:"han"`
	Terms []yaml.Node `yaml:"terms"`
}

// LoadTerms reads a glossary.yaml. A missing file gives an empty glossary. The
// error is for a file that cannot be read at all; an entry that is wrong is
// left out with a finding.
func LoadTerms(fsys fs.FS, name string) (*Terms, []diag.Finding, error) {
	var file termsFile
	if found, err := readStrict(fsys, name, &file); err != nil || !found {
		return &Terms{}, nil, err
	}
	t := &Terms{Latin: file.Latin, Han: file.Han}
	var findings []diag.Finding
	lines := map[string]int{}
	for i := range file.Terms {
		node := &file.Terms[i]
		pos := diag.Position{File: name, Line: node.Line, Column: node.Column}
		var term Term
		err := strictNode(node, &term)
		if err == nil {
			err = term.check()
		}
		switch {
		case err != nil:
			findings = append(findings, badTerm.At(pos, err))
		case lines[term.Zh] > 0:
			findings = append(findings, termTwice.At(pos, term.Zh, lines[term.Zh]))
		default:
			term.Line, lines[term.Zh] = node.Line, node.Line
			t.Terms = append(t.Terms, term)
		}
	}
	return t, findings, nil
}

func (t *Term) check() error {
	switch {
	case t.Zh == "":
		return errors.New("no Chinese term")
	case len(t.En) == 0:
		return fmt.Errorf("%s: no English rendering", t.Zh)
	case t.Source == "" && t.Reason == "":
		return fmt.Errorf("%s: neither source nor reason; expected one of them", t.Zh)
	}
	for _, words := range [][]string{t.En, t.Forbidden} {
		for _, w := range words {
			if w == "" {
				return fmt.Errorf("%s: an empty rendering", t.Zh)
			}
		}
	}
	return nil
}

// Suppression says that a finding about a translation has been looked at and
// is to stay.
type Suppression struct {
	Code   string // of the finding: K832
	Text   string // the text it is about: PAGE-ID#p31, PAGE-ID#title
	About  string // what the English message must contain; empty for any
	Reason string // why the text is right as it is
	diag.Position
}

type suppressionsFile struct {
	Suppressions []yaml.Node `yaml:"suppressions"`
}

// suppressionEntry is a suppression as it stands in the file.
type suppressionEntry struct {
	Code   string `yaml:"code"`
	Text   string `yaml:"text"`
	About  string `yaml:"about"`
	Reason string `yaml:"reason"`
}

// LoadSuppressions reads a suppressions.yaml. A missing file gives none. An
// entry without code, text or reason is left out with a finding, so that what
// it was to silence is heard.
func LoadSuppressions(fsys fs.FS, name string) ([]Suppression, []diag.Finding, error) {
	var file suppressionsFile
	if found, err := readStrict(fsys, name, &file); err != nil || !found {
		return nil, nil, err
	}
	var out []Suppression
	var findings []diag.Finding
	for i := range file.Suppressions {
		node := &file.Suppressions[i]
		pos := diag.Position{File: name, Line: node.Line, Column: node.Column}
		var e suppressionEntry
		err := strictNode(node, &e)
		switch {
		case err != nil:
		case e.Code == "" || e.Text == "":
			err = errors.New("code and text must both be given")
		case e.Reason == "":
			err = fmt.Errorf("%s at %s: no reason", e.Code, e.Text)
		}
		if err != nil {
			findings = append(findings, badSuppression.At(pos, err))
			continue
		}
		out = append(out, Suppression{Code: e.Code, Text: e.Text, About: e.About, Reason: e.Reason, Position: pos})
	}
	return out, findings, nil
}
