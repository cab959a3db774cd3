package topic_test

import (
	"os"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/glossary"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/topic"
)

// marked is the measure of one sentence, with its topics.
func marked(lexicon *glossary.Lexicon, section plan.SectionKind, title, text string) plan.Measure {
	doc := &plan.Document{Plans: []plan.Plan{{
		Sections: []plan.Section{{ID: "s", Kind: section}},
		Measures: []plan.Measure{{
			Section:    "s",
			Name:       plan.Paragraph{Lang: plan.Zh, Text: title},
			Paragraphs: []plan.Paragraph{{Lang: plan.Zh, Text: text}},
		}},
	}}}
	topic.Mark(doc, lexicon)
	return doc.Plans[0].Measures[0]
}

// The lexicon knows sentences of a kind that the labelled document does not
// have. They were labelled before the lexicon had met them.
func TestOtherSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/others.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var audiences, benefits scores
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(cells) != 3 || cells[0] == "text" {
			continue
		}
		m := marked(glossary.BuiltInLexicon(), plan.Measures, "", cells[0])
		audiences.add(t, cells[0], m.Audiences, strings.Fields(cells[1]))
		benefits.add(t, cells[0], m.Benefits, strings.Fields(cells[2]))
	}
	audiences.judge(t, "audiences", 0.9)
	benefits.judge(t, "benefits", 0.9)
}
