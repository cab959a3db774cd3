package export

import (
	"slices"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// standing is whether citizens can still count on a measure or its document, to
// the day of asOf.
type standing struct {
	Status *string   `json:"status"`
	Next   plan.Date `json:"next"` // the first day from asOf on which a benefit ends
	Spans  []span    `json:"spans"`
}

// span is the days in which a benefit runs; a side without a date is open.
type span struct {
	Start plan.Date `json:"start"`
	End   plan.Date `json:"end"`
}

// guide is what the office in charge has told editors; what it has not told is
// left out.
type guide struct {
	Conditions     plan.Text `json:"conditions,omitzero"`
	Window         plan.Text `json:"window,omitzero"`
	Address        plan.Text `json:"address,omitzero"`
	Phones         []string  `json:"phones"`
	Way            string    `json:"way,omitempty"`
	Apply          string    `json:"apply,omitempty"`
	Interpretation string    `json:"interpretation,omitempty"`
}

// citation is a document that the text cites.
type citation struct {
	Title    *string    `json:"title"`
	Number   *string    `json:"number"`
	Anchors  []string   `json:"anchors"` // of the paragraphs that cite it
	Document *reference `json:"document"`
}

func standingOf(s site.Standing) standing {
	return standing{
		Status: null(string(s.Status)), Next: s.Next,
		Spans: listed(s.Spans, func(s site.Span) span { return span(s) }),
	}
}

// guideOf is nil where nobody has filled in anything.
func guideOf(g site.Guide) *guide {
	if g == (site.Guide{}) {
		return nil
	}
	return &guide{
		Conditions: g.Conditions, Window: g.Window, Address: g.Address, Phones: slices.Concat([]string{}, g.Phones()),
		Way: string(g.Way), Apply: g.Apply, Interpretation: g.Interpretation,
	}
}

func (w *jsonFile) citation(c *site.Citation) citation {
	out := citation{Title: null(c.Title), Number: null(c.Number), Anchors: slices.Concat([]string{}, c.Anchors)}
	if c.Document != nil {
		out.Document = w.toDocument(c.Document)
	}
	return out
}
