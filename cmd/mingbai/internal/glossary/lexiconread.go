package glossary

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// topicEntry is a topic as it stands in the file. Words and exceptions add to
// those of an entry with the same id, every other key stands over its.
type topicEntry struct {
	ID     string    `yaml:"id"`
	Group  string    `yaml:"group"`
	Zh     string    `yaml:"zh"`
	En     string    `yaml:"en"`
	About  plan.Text `yaml:"about"`
	Within []string  `yaml:"within"`
	Often  []string  `yaml:"often"`
	Words  []string  `yaml:"words"`
	Except []string  `yaml:"except"`
	Off    bool      `yaml:"off"`
}

// groupEntry is a group as it stands in the file.
type groupEntry struct {
	ID string `yaml:"id"`
	Zh string `yaml:"zh"`
	En string `yaml:"en"`
}

// lexiconReader reads the entries of one file into a lexicon.
type lexiconReader struct {
	lexicon  *Lexicon
	file     string
	lines    map[string]int // of the ids of this file, by kind and id
	findings []diag.Finding
}

func (r *lexiconReader) at(node *yaml.Node) diag.Position {
	return diag.Position{File: r.file, Line: node.Line, Column: node.Column}
}

func (r *lexiconReader) wrong(node *yaml.Node, err error) {
	r.findings = append(r.findings, badTopic.At(r.at(node), err))
}

// twice reports an id that the file has already.
func (r *lexiconReader) twice(node *yaml.Node, kind, id string) bool {
	key := kind + " " + id
	if line := r.lines[key]; line > 0 {
		r.findings = append(r.findings, topicTwice.At(r.at(node), id, line))
		return true
	}
	r.lines[key] = node.Line
	return false
}

func (r *lexiconReader) groups(nodes []yaml.Node) {
	for i := range nodes {
		var e groupEntry
		err := strictNode(&nodes[i], &e)
		switch {
		case err != nil:
		case !idForm.MatchString(e.ID):
			err = badID(e.ID)
		case e.Zh == "":
			err = errNoName
		}
		if err != nil {
			r.wrong(&nodes[i], err)
			continue
		}
		if r.twice(&nodes[i], "group", e.ID) {
			continue
		}
		g := Group{ID: e.ID, Name: plan.Text{Zh: e.Zh, En: e.En}}
		if at := slices.IndexFunc(r.lexicon.Groups, func(o Group) bool { return o.ID == e.ID }); at >= 0 {
			r.lexicon.Groups[at] = g
		} else {
			r.lexicon.Groups = append(r.lexicon.Groups, g)
		}
	}
}

func badID(id string) error {
	return fmt.Errorf("id %q: expected lower-case words joined by hyphens", id)
}

// topics lays the entries of a file over what is known.
func (r *lexiconReader) topics(known []Topic, nodes []yaml.Node, kind string) []Topic {
	for i := range nodes {
		var e topicEntry
		err := strictNode(&nodes[i], &e)
		if err == nil && !idForm.MatchString(e.ID) {
			err = badID(e.ID)
		}
		if err != nil {
			r.wrong(&nodes[i], err)
			continue
		}
		if r.twice(&nodes[i], kind, e.ID) {
			continue
		}
		at := slices.IndexFunc(known, func(t Topic) bool { return t.ID == e.ID })
		if e.Off {
			if at >= 0 {
				known = slices.Delete(known, at, at+1)
			}
			continue
		}
		var t Topic
		if at >= 0 {
			t = known[at]
		}
		e.over(&t)
		if err := r.checkTopic(&t); err != nil {
			r.wrong(&nodes[i], fmt.Errorf("%s: %w", e.ID, err))
			continue
		}
		if at >= 0 {
			known[at] = t
		} else {
			known = append(known, t)
		}
	}
	return known
}

// over lays the entry over a topic.
func (e *topicEntry) over(t *Topic) {
	for _, f := range []struct {
		to   *string
		from string
	}{{&t.ID, e.ID}, {&t.Group, e.Group}, {&t.Name.Zh, e.Zh}, {&t.Name.En, e.En}, {&t.About.Zh, e.About.Zh}, {&t.About.En, e.About.En}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	if e.Within != nil {
		t.Within = e.Within
	}
	if e.Often != nil {
		t.Often = e.Often
	}
	t.Words = slices.Concat(t.Words, e.Words)
	t.Except = slices.Concat(t.Except, e.Except)
}

func (r *lexiconReader) checkTopic(t *Topic) error {
	switch {
	case t.Name.Zh == "":
		return errNoName
	case len(t.Words) == 0:
		return errNoWords
	case hasEmpty(t.Words, t.Except):
		return fmt.Errorf("an empty word")
	case !slices.ContainsFunc(r.lexicon.Groups, func(g Group) bool { return g.ID == t.Group }):
		return fmt.Errorf("group %q: expected the id of one of the groups", t.Group)
	}
	return nil
}

// relations reports topics that entries of the file name and nobody knows.
func (r *lexiconReader) relations(nodes []yaml.Node, known []Topic) {
	ids := IDs(known)
	for i := range nodes {
		var e topicEntry
		if strictNode(&nodes[i], &e) != nil {
			continue // reported already
		}
		for _, id := range slices.Concat(e.Within, e.Often) {
			if !slices.Contains(ids, id) || id == e.ID {
				r.findings = append(r.findings, unknownTopic.At(r.at(&nodes[i]), e.ID, id))
			}
		}
	}
}
