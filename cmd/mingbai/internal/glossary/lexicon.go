package glossary

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// builtInLexicon is the lexicon that every project begins with; the form of the
// file is explained at its head.
//
//go:embed lexicon.yaml
var builtInLexicon embed.FS

const lexiconFile = "lexicon.yaml"

// Topic is an audience or a kind of benefit, and the words that tell it.
type Topic struct {
	ID     string    // stable; the last element of its page's address
	Group  string    // id of the Group under which lists show it
	Name   plan.Text //
	About  plan.Text // who is meant, or what is given, in a sentence
	Within []string  // wider topics whose measures hold for this one too
	Often  []string  // topics to which many of this one belong
	Words  []string  // "…" in them stands for a few characters
	Except []string  // phrases in which a word does not count
}

// Group is a heading under which topics are listed.
type Group struct {
	ID   string `yaml:"id"`
	Name plan.Text
}

// Lexicon is the audiences and kinds of benefit by which measures are found.
type Lexicon struct {
	Groups       []Group // in the order of lists
	Audiences    []Topic // in the order of lists
	Benefits     []Topic
	Coordination []string // headings of safeguards that are about the work of government itself
	Except       []string // phrases in which no word counts
}

// lexiconEntries is the form of a lexicon.yaml.
type lexiconEntries struct {
	Coordination []string    `yaml:"coordination"`
	Except       []string    `yaml:"except"`
	Groups       []yaml.Node `yaml:"groups"`
	Audiences    []yaml.Node `yaml:"audiences"`
	Benefits     []yaml.Node `yaml:"benefits"`
}

// BuiltInLexicon is the lexicon that the binary carries.
var BuiltInLexicon = sync.OnceValue(func() *Lexicon {
	l := &Lexicon{}
	if findings, err := l.read(builtInLexicon, lexiconFile); err != nil || len(findings) > 0 {
		panic(fmt.Sprintf("glossary: %s: %v %v", lexiconFile, err, findings)) // a test reads it, too
	}
	return l
})

// LoadLexicon reads a project's lexicon.yaml over the built-in one. A missing
// file gives that alone. The error is for a file that cannot be read at all; an
// entry that is wrong is left out with a finding.
func LoadLexicon(fsys fs.FS, name string) (*Lexicon, []diag.Finding, error) {
	l := BuiltInLexicon().clone()
	findings, err := l.read(fsys, name)
	if err != nil {
		return BuiltInLexicon(), findings, err
	}
	return l, findings, nil
}

// clone is a lexicon of its own: reading adds to lists, and never to those of
// the built-in one.
func (l *Lexicon) clone() *Lexicon {
	return &Lexicon{
		Groups: slices.Clone(l.Groups), Audiences: slices.Clone(l.Audiences), Benefits: slices.Clone(l.Benefits),
		Coordination: l.Coordination, Except: l.Except,
	}
}

// read takes over the entries of a file.
func (l *Lexicon) read(fsys fs.FS, name string) ([]diag.Finding, error) {
	var file lexiconEntries
	if found, err := readStrict(fsys, name, &file); err != nil || !found {
		return nil, err
	}
	l.Coordination = slices.Concat(l.Coordination, file.Coordination)
	l.Except = slices.Concat(l.Except, file.Except)
	r := lexiconReader{lexicon: l, file: name, lines: map[string]int{}}
	r.groups(file.Groups)
	l.Audiences = r.topics(l.Audiences, file.Audiences, "audience")
	l.Benefits = r.topics(l.Benefits, file.Benefits, "benefit")
	r.relations(file.Audiences, l.Audiences)
	r.relations(file.Benefits, l.Benefits)
	diag.Sort(r.findings)
	return r.findings, nil
}

// IDs lists the ids of topics.
func IDs(topics []Topic) []string {
	var ids []string
	for _, t := range topics {
		ids = append(ids, t.ID)
	}
	return ids
}

// errNoWords and the like say what an entry lacks.
var (
	errNoName  = errors.New("no Chinese name; expected zh")
	errNoWords = errors.New("no words; expected a list of words that tell it")
)

// hasEmpty reports a word of nothing, which every text would hold.
func hasEmpty(lists ...[]string) bool {
	for _, list := range lists {
		for _, w := range list {
			if len(bytes.Trim([]byte(w), " …")) == 0 {
				return true
			}
		}
	}
	return false
}
