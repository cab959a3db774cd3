package glossary

import "mingbai/cmd/mingbai/internal/plan"

// Merge takes over what translators did in another copy of the catalogue: the
// targets, states and remarks of every entry it still has. An entry whose source
// has changed since the copy was made becomes fuzzy. It gives the keys that the
// catalogue does not have; they are left alone.
func (c *Catalogue) Merge(work *Catalogue) (taken int, unknown []string) {
	byKey := map[string]*Entry{}
	for i := range c.Entries {
		byKey[c.Entries[i].Key] = &c.Entries[i]
	}
	for _, w := range work.Entries {
		e, ok := byKey[w.Key]
		if !ok {
			unknown = append(unknown, w.Key)
			continue
		}
		if w.Note != "" {
			e.Note = w.Note
		}
		if w.Target == "" || e.Target == w.Target && e.State == w.State && e.Note == w.Note && e.Fuzzy == w.Fuzzy {
			continue
		}
		e.Target, e.State, e.Note, e.Fuzzy, e.Previous = w.Target, w.State, w.Note, w.Fuzzy, w.Previous
		if w.Source != e.Source && !w.Fuzzy {
			e.Fuzzy, e.Previous = true, w.Source
		}
		taken++
	}
	return taken, unknown
}

// Count is how far a catalogue has come.
type Count struct {
	Texts    int `json:"texts"`
	Missing  int `json:"missing"`
	Draft    int `json:"draft"`
	Reviewed int `json:"reviewed"`
	Official int `json:"official"`
	Fuzzy    int `json:"fuzzy"`
	Doubts   int `json:"doubts"` // entries with a comment on the source
}

// Count counts the entries by state.
func (c *Catalogue) Count() Count {
	n := Count{Texts: len(c.Entries)}
	for _, e := range c.Entries {
		state := e.State
		if e.Target == "" {
			state = plan.Untranslated
		}
		switch state {
		case plan.Draft:
			n.Draft++
		case plan.Reviewed:
			n.Reviewed++
		case plan.Official:
			n.Official++
		default:
			n.Missing++
		}
		if e.Fuzzy {
			n.Fuzzy++
		}
		if e.Doubt != "" {
			n.Doubts++
		}
	}
	return n
}
