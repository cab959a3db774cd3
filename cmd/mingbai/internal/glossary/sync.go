package glossary

import (
	"mingbai/cmd/mingbai/internal/plan"
)

// Text is one text that a catalogue translates.
type Text struct {
	Key    string
	Source string
	Line   int
}

// Sync brings the catalogue up to date with the document's texts, in their
// order. A text whose source has changed keeps its translation, marked fuzzy
// with the source it translates; one that moved to another key is found again
// by its source; one that the document no longer has stays at the end, so that
// nothing is dropped.
func (c *Catalogue) Sync(file string, texts []Text) {
	byKey, bySource := map[string]int{}, map[string][]int{}
	for i, e := range c.Entries {
		byKey[e.Key] = i
		bySource[e.Source] = append(bySource[e.Source], i)
	}
	wanted := map[string]bool{}
	for _, t := range texts {
		wanted[t.Key] = true
	}
	var out []Entry
	used := map[int]bool{}
	for _, t := range texts {
		e := Entry{}
		if i, ok := match(c.Entries, byKey, bySource, used, wanted, t); ok {
			e, used[i] = c.Entries[i], true
		}
		out = append(out, e.renew(file, t))
	}
	for i, e := range c.Entries {
		if !used[i] && !wanted[e.Key] && e.Target != "" {
			out = append(out, e)
		}
	}
	c.Entries = out
}

// match finds the entry of a text: by key; else one with the same source whose
// own key is gone.
func match(entries []Entry, byKey map[string]int, bySource map[string][]int, used map[int]bool, wanted map[string]bool, t Text) (int, bool) {
	if i, ok := byKey[t.Key]; ok && !used[i] {
		return i, true
	}
	for _, i := range bySource[t.Source] {
		if !used[i] && !wanted[entries[i].Key] {
			return i, true
		}
	}
	return 0, false
}

// renew is the entry for a text as it reads now.
func (e Entry) renew(file string, t Text) Entry {
	switch {
	case e.Source == t.Source:
	case e.Fuzzy && e.Previous == t.Source: // the change was taken back
		e.Fuzzy, e.Previous = false, ""
	case e.Target != "":
		if !e.Fuzzy {
			e.Previous = e.Source
		}
		e.Fuzzy = true
	}
	e.Key, e.Source, e.File, e.Line = t.Key, t.Source, file, t.Line
	return e
}

// Apply gives the catalogue's translations to the document's texts, and reports
// how many texts of the direction have none.
func (c *Catalogue) Apply(texts []*plan.Paragraph) {
	byKey := map[string]*Entry{}
	for i := range c.Entries {
		byKey[c.Entries[i].Key] = &c.Entries[i]
	}
	for _, p := range texts {
		e, ok := byKey[p.Key]
		if !ok || e.Target == "" {
			continue
		}
		if p.Translations == nil {
			p.Translations = plan.Translations{}
		}
		p.Translations[c.To] = plan.Translation{Text: e.Target, State: e.State, Outdated: e.Fuzzy}
	}
}

// TextsFor lists the texts of a document that a direction translates. English
// that stands in the document is put into Chinese; all Chinese, as issued or
// put back, is translated into English.
func TextsFor(doc *plan.Document, to plan.Lang) []Text {
	var out []Text
	for _, p := range doc.Texts() {
		if to == plan.Zh && p.Lang == plan.Zh {
			continue
		}
		if source, ok := p.In(to.Other()); ok {
			out = append(out, Text{Key: p.Key, Source: source, Line: p.Line})
		}
	}
	return out
}
