package render

import "mingbai/cmd/mingbai/internal/site"

// textParts is the text of a pair with its notes, made when it is asked for.
type textParts struct {
	p    *pager
	pair *site.Pair

	from  lazy[[]site.Passage]
	notes lazy[Notes]
	text  lazy[Notes]
	body  lazy[[]Passage]
}

func (t *textParts) passages() []site.Passage {
	return t.from.get(func() []site.Passage { return site.Body(t.pair, t.p.lang) })
}

// Notes is on the title.
func (t *textParts) Notes() Notes {
	return t.notes.get(func() Notes { return t.p.titleNotes(t.pair, t.passages()) })
}

// Text is the notes on the text.
func (t *textParts) Text() Notes {
	return t.text.get(func() Notes { return t.p.textNotes(t.pair, t.passages()) })
}

// Body is the text.
func (t *textParts) Body() []Passage {
	return t.body.get(func() []Passage { return t.p.body(t.pair, t.passages()) })
}

// Restored lists the names restored in the text; nil where there are none.
func (t *textParts) Restored() *Restored { return t.p.restored(t.pair) }
