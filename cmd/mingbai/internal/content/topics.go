package content

import (
	"iter"
	"slices"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// topical is a measure whose topics are to be compared with the lexicon, which
// is no part of the content.
type topical struct {
	*Measure
	text   string // of its Chinese file, for positions
	byHand *byHand
}

// topicLists are the lists of topics of a measure, by their keys.
func (m topical) topicLists() [2]topicList {
	return [2]topicList{
		{"audiences", m.Audiences, m.byHand.lists("audiences")},
		{"benefits", m.Benefits, m.byHand.lists("benefits")},
	}
}

type topicList struct {
	key  string // audiences or benefits
	tags []plan.Tag
	even bool // positions are those of the file
}

// checkRepeated reports topics that a measure names twice.
func (p *part) checkRepeated(m topical, f *file) {
	for _, list := range m.topicLists() {
		for i := range list.topics(false) {
			p.report(repeatedTopic, p.at(f, list.key, i, "id"), list.key, list.tags[i].ID)
		}
	}
}

// topics ranges over the places of the topics whose id stands there for the
// first time, or over those of all others.
func (l topicList) topics(first bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !l.even {
			return
		}
		var seen map[string]bool
		const few = 16 // so many are compared with each other
		if len(l.tags) > few {
			seen = map[string]bool{}
		}
		for i := range l.tags {
			id := l.tags[i].ID
			again := seen[id]
			if seen != nil {
				seen[id] = true
			} else {
				again = slices.ContainsFunc(l.tags[:i], func(t plan.Tag) bool { return t.ID == id })
			}
			if again != first && !yield(i) {
				return
			}
		}
	}
}

// CheckTopics reports every audience and benefit that a measure names and the
// lexicon does not have; audiences and benefits are the ids that it has.
func (t *Tree) CheckTopics(audiences, benefits []string) []diag.Finding {
	ids := map[string][]string{"audiences": audiences, "benefits": benefits}
	known := map[string]map[string]bool{"audiences": {}, "benefits": {}}
	for key, list := range ids {
		for _, id := range list {
			known[key][id] = true
		}
	}
	var findings []diag.Finding
	for _, m := range slices.Concat(t.topical...) {
		findings = append(findings, m.unknownTopics(known, ids)...)
	}
	return findings
}

func (m topical) unknownTopics(known map[string]map[string]bool, ids map[string][]string) []diag.Finding {
	var findings []diag.Finding
	var places places
	f := &file{path: m.Zh.Path, text: m.text}
	for _, list := range m.topicLists() {
		for i := range list.topics(true) {
			if id := list.tags[i].ID; !known[list.key][id] {
				finding := find(unknownTopic, places.at(f, list.key, i, "id"), list.key, id)
				findings = append(findings, suggest(finding, id, ids[list.key]))
			}
		}
	}
	return findings
}

// topicRules are about audiences and benefits.
func topicRules() []*diag.Rule { return []*diag.Rule{unknownTopic, repeatedTopic} }

var unknownTopic = &diag.Rule{
	Code: "C221", Severity: diag.Error,
	Title:   diag.Text{En: "unknown audience or benefit", Zh: "对象或支持方式不存在"},
	Message: diag.Text{En: "%s: the lexicon has no %q", Zh: "%s：词表中没有“%s”"},
	Explain: diag.Text{
		En: "A measure names an audience or a kind of benefit by an id that the lexicon does not have. Readers would not find the measure there. Correct the id, or add an entry to seeds/lexicon.yaml.",
		Zh: "举措填写的对象或支持方式 id 不在词表中，读者因此无法按类找到该举措。请更正 id，或者在 seeds/lexicon.yaml 中增加条目。",
	},
	Example: "audiences:\n  - { id: caterring }",
}

var repeatedTopic = &diag.Rule{
	Code: "C222", Severity: diag.Warning,
	Title:   diag.Text{En: "topic named twice", Zh: "对象或支持方式重复"},
	Message: diag.Text{En: "%s: %q stands twice", Zh: "%s：“%s”出现两次"},
	Hint:    diag.Text{En: "delete one of them", Zh: "请删除其中一处"},
	Explain: diag.Text{
		En: "A measure is for an audience or it is not: naming it once is enough. The first entry counts.",
		Zh: "举措是否适用某类对象，写一次即可。以第一处为准。",
	},
	Example: "benefits:\n  - { id: tax, words: [退税] }\n  - { id: tax }",
}
