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
	matched := match(c.Entries, texts)
	wanted, used := map[string]bool{}, map[int]bool{}
	var out []Entry
	for i, t := range texts {
		wanted[t.Key] = true
		e := Entry{}
		if at, ok := matched[i]; ok {
			e, used[at] = c.Entries[at], true
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

// match finds the entry of every text, by index: first where key and source are
// as they were, then where the source stands under another key, as after a
// paragraph was put in above, and last by the key alone.
func match(entries []Entry, texts []Text) map[int]int {
	found, used := map[int]int{}, map[int]bool{}
	pass := func(name func(key, source string) string) {
		free := map[string][]int{}
		for i, e := range entries {
			if !used[i] {
				n := name(e.Key, e.Source)
				free[n] = append(free[n], i)
			}
		}
		for i, t := range texts {
			n := name(t.Key, t.Source)
			if _, done := found[i]; done || len(free[n]) == 0 {
				continue
			}
			found[i], used[free[n][0]] = free[n][0], true
			free[n] = free[n][1:]
		}
	}
	pass(func(key, source string) string { return key + "\x00" + source })
	pass(func(_, source string) string { return source })
	pass(func(key, _ string) string { return key })
	return found
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

// Apply gives the catalogue's translations to the document's texts.
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
