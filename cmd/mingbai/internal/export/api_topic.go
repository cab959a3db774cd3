package export

import (
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// topicEntry is an audience or a kind of benefit.
type topicEntry struct {
	ID       string                `json:"id"`
	Kind     string                `json:"kind"` // audience or benefit
	Title    plan.Text             `json:"title"`
	About    plan.Text             `json:"about"`
	Wider    []string              `json:"wider"` // ids of those whose measures hold for this one, too
	Measures int                   `json:"measureCount"`
	Pages    map[plan.Lang]address `json:"pages"`
}

// tag ties a measure to a topic, with the words of the text that told it; none
// where an editor says so.
type tag struct {
	ID    string    `json:"id"`
	Kind  string    `json:"kind"`
	Title plan.Text `json:"title"`
	Words []string  `json:"words"`
}

func tagID(t site.Tag) string { return t.ID }

func kindOf(t *site.Topic) string {
	if t.Benefit {
		return "benefit"
	}
	return "audience"
}

func (w *jsonFile) topic(t *site.Topic) topicEntry {
	return topicEntry{
		ID: t.ID, Kind: kindOf(t), Title: t.Name, About: t.About, Measures: len(t.Measures), Pages: w.pages(t),
		Wider: listed(t.Wider, func(wide *site.Topic) string { return wide.ID }),
	}
}

func (w *jsonFile) tag(t site.Tag) tag {
	return tag{t.ID, kindOf(t.Topic), t.Name, listed(t.Words, func(s string) string { return s })}
}
