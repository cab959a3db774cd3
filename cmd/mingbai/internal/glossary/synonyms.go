package glossary

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/zh"
)

// defaultSynonyms is the file that every site begins with; it explains its form.
//
//go:embed synonyms.yaml
var defaultSynonyms embed.FS

// Synonym says that a word finds others in a search: each of Words finds all of
// them, and all of Find; not the other way round.
type Synonym struct {
	Words []string `yaml:"words"`
	Find  []string `yaml:"find"`
}

// Synonyms are the words by which people search.
type Synonyms struct {
	Synonyms []Synonym
	Ignored  []string // words of questions that say nothing about what is sought
}

type synonymsFile struct {
	Defaults *bool       `yaml:"defaults"`
	Ignored  []string    `yaml:"ignored"`
	Synonyms []yaml.Node `yaml:"synonyms"`
}

// LoadSynonyms reads a synonyms.yaml and adds it to the words that the binary
// carries, unless it leaves them out. A missing file adds nothing. The error is
// for a file that cannot be read at all; an entry that is wrong is left out with
// a finding.
func LoadSynonyms(fsys fs.FS, name string) (Synonyms, []diag.Finding, error) {
	var file, defaults synonymsFile
	if _, err := readStrict(fsys, name, &file); err != nil {
		return Synonyms{}, nil, err
	}
	var all Synonyms
	if file.Defaults == nil || *file.Defaults {
		const base = "synonyms.yaml"
		if _, err := readStrict(defaultSynonyms, base, &defaults); err != nil {
			return Synonyms{}, nil, err
		}
		all.add(defaults, base)
	}
	return all, all.add(file, name), nil
}

func (s *Synonyms) add(file synonymsFile, name string) (findings []diag.Finding) {
	s.Ignored = append(s.Ignored, file.Ignored...)
	for i := range file.Synonyms {
		node := &file.Synonyms[i]
		var entry Synonym
		err := strictNode(node, &entry)
		if err == nil {
			err = entry.check()
		}
		if err != nil {
			findings = append(findings, badSynonym.At(diag.Position{File: name, Line: node.Line, Column: node.Column}, err))
			continue
		}
		s.Synonyms = append(s.Synonyms, entry)
	}
	return findings
}

func (s *Synonym) check() error {
	if len(s.Words) == 0 || len(s.Words)+len(s.Find) < 2 {
		return errors.New("expected at least two words, or words and find")
	}
	for _, words := range [][]string{s.Words, s.Find} {
		for _, w := range words {
			if utf8.RuneCountInString(w) < 2 || zh.HasHan(w) && utf8.RuneCountInString(w) > 12 {
				return fmt.Errorf("%q: expected two characters or more, and no sentence", w)
			}
		}
	}
	return nil
}

var badSynonym = &diag.Rule{
	Code: "G131", Severity: diag.Error,
	Title:   diag.Text{En: "unreadable synonym", Zh: "同义词条目有误"},
	Message: diag.Text{En: "the synonyms cannot be read: %v", Zh: "同义词条目无法读取：%v"},
	Hint:    diag.Text{En: "an entry has words (a list), and may have find (a list)", Zh: "条目应有 words（列表），可以有 find（列表）"},
	Explain: diag.Text{
		En: "An entry of synonyms.yaml has a key that does not exist, a value of the wrong type, only one word, or a word of a single character, which would stand in too many others. The entry is left out; all others are used.",
		Zh: "synonyms.yaml 中的某个条目含有不存在的键、类型不符的值，或者只有一个词，或者有单个字的词（单字会出现在太多别的词里）。该条目不予采用，其他条目不受影响。",
	},
	Example: "- words: [社保]",
}
