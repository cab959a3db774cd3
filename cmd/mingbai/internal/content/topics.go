package content

import (
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// topicUse is an audience or a benefit that a measure names.
type topicUse struct {
	key string // audiences or benefits
	reference
}

// useTopics notes the topics that a measure names. Which ones there are, the
// lexicon says, which is no part of the content.
func (l *loader) useTopics(f *file, key string, tags []plan.Tag) {
	seen := map[string]bool{}
	for i, tag := range whole(f, key, tags) {
		at := f.at(key, i, "id")
		if seen[tag.ID] {
			l.report(repeatedTopic, at, key, tag.ID)
			continue
		}
		seen[tag.ID] = true
		l.tree.topics = append(l.tree.topics, topicUse{key, reference{tag.ID, at}})
	}
}

// CheckTopics reports every audience and benefit that a measure names and the
// lexicon does not have; audiences and benefits are the ids that it has.
func (t *Tree) CheckTopics(audiences, benefits []string) []diag.Finding {
	known := map[string]map[string]bool{"audiences": {}, "benefits": {}}
	ids := map[string][]string{"audiences": audiences, "benefits": benefits}
	for key, list := range ids {
		for _, id := range list {
			known[key][id] = true
		}
	}
	var findings []diag.Finding
	for _, use := range t.topics {
		if !known[use.key][use.id] {
			findings = append(findings, suggest(find(unknownTopic, use.at, use.key, use.id), use.id, ids[use.key]))
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
