package glossary

import (
	"bytes"
	"encoding/xml" // XLIFF 2 has no well-kept Go library; the few elements of its core are plain XML
	"fmt"
	"io"
	"strconv"

	"mingbai/cmd/mingbai/internal/plan"
)

// XLIFF 2.0 (OASIS Standard, 5 August 2014), its core alone: what translation
// agencies' tools exchange. One file element for a catalogue, one unit with one
// segment for an entry.
const xliffSpace = "urn:oasis:names:tc:xliff:document:2.0"

type xliffDocument struct {
	XMLName xml.Name  `xml:"urn:oasis:names:tc:xliff:document:2.0 xliff"`
	Version string    `xml:"version,attr"`
	SrcLang string    `xml:"srcLang,attr"`
	TrgLang string    `xml:"trgLang,attr"`
	File    xliffFile `xml:"file"`
}

type xliffFile struct {
	ID       string      `xml:"id,attr"`
	Original string      `xml:"original,attr,omitempty"`
	Units    []xliffUnit `xml:"unit"`
}

type xliffUnit struct {
	ID      string       `xml:"id,attr"`
	Name    string       `xml:"name,attr"`
	Notes   []xliffNote  `xml:"notes>note,omitempty"`
	Segment xliffSegment `xml:"segment"`
}

type xliffNote struct {
	Category string `xml:"category,attr,omitempty"`
	Text     string `xml:",chardata"`
}

type xliffSegment struct {
	State    string  `xml:"state,attr,omitempty"`
	SubState string  `xml:"subState,attr,omitempty"`
	Source   string  `xml:"source"`
	Target   *string `xml:"target"`
}

// fuzzyMark is the sub-state of a translation whose source has changed.
const fuzzyMark = "mingbai:fuzzy"

// Categories of notes.
const (
	noteDoubt     = "doubt"
	noteRemark    = "remark"
	notePrevious  = "previous"
	noteReference = "location"
)

// xliffStates pairs our states with those of XLIFF.
var xliffStates = []struct {
	ours   plan.State
	theirs string
}{{plan.Untranslated, "initial"}, {plan.Draft, "translated"}, {plan.Reviewed, "reviewed"}, {plan.Official, "final"}}

// xliffLangs are the language tags of XLIFF (BCP 47).
var xliffLangs = map[plan.Lang]string{plan.Zh: "zh-CN", plan.En: "en"}

// XLIFF writes the catalogue as an XLIFF 2.0 document.
func (c *Catalogue) XLIFF() ([]byte, error) {
	doc := xliffDocument{Version: "2.0", SrcLang: xliffLangs[c.From], TrgLang: xliffLangs[c.To]}
	doc.File = xliffFile{ID: c.Document}
	for i, e := range c.Entries {
		doc.File.Original = e.File
		doc.File.Units = append(doc.File.Units, e.unit(i+1))
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", " ")
	if err := enc.Encode(doc); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

func (e Entry) unit(n int) xliffUnit {
	u := xliffUnit{ID: "u" + strconv.Itoa(n), Name: e.Key, Segment: xliffSegment{Source: e.Source}}
	note := func(category, text string) {
		if text != "" {
			u.Notes = append(u.Notes, xliffNote{category, text})
		}
	}
	if e.File != "" {
		note(noteReference, fmt.Sprintf("%s:%d", e.File, e.Line))
	}
	note(noteDoubt, e.Doubt)
	note(noteRemark, e.Note)
	for _, s := range xliffStates {
		if s.ours == e.State {
			u.Segment.State = s.theirs
		}
	}
	if e.Fuzzy {
		u.Segment.SubState = fuzzyMark
		note(notePrevious, e.Previous)
	}
	if e.Target != "" {
		u.Segment.Target = &e.Target
	}
	return u
}

// ReadXLIFF reads what XLIFF wrote and an agency's tool saved.
func ReadXLIFF(name string, r io.Reader) (*Catalogue, error) {
	var doc xliffDocument
	dec := xml.NewDecoder(io.LimitReader(r, maxFile*4))
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("%s: not an XLIFF 2.0 document (namespace %s): %w", name, xliffSpace, err)
	}
	c := &Catalogue{Document: doc.File.ID}
	for lang, tag := range xliffLangs {
		if tag == doc.TrgLang {
			c.To, c.From = lang, lang.Other()
		}
	}
	if c.To == "" || doc.SrcLang != xliffLangs[c.From] {
		return nil, fmt.Errorf("%s: from %q into %q: expected zh-CN and en", name, doc.SrcLang, doc.TrgLang)
	}
	seen := map[string]bool{}
	for _, u := range doc.File.Units {
		e, err := u.entry()
		if err == nil && seen[e.Key] {
			err = fmt.Errorf("the name %q comes twice", e.Key)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: unit %s: %w", name, u.ID, err)
		}
		seen[e.Key] = true
		c.Entries = append(c.Entries, e)
	}
	return c, nil
}

func (u xliffUnit) entry() (Entry, error) {
	if u.Name == "" {
		return Entry{}, fmt.Errorf("no name; expected the key that export wrote")
	}
	e := Entry{Key: u.Name, Source: u.Segment.Source, Fuzzy: u.Segment.SubState == fuzzyMark}
	if u.Segment.Target != nil {
		e.Target = *u.Segment.Target
	}
	known := u.Segment.State == ""
	for _, s := range xliffStates {
		if s.theirs == u.Segment.State {
			e.State, known = s.ours, true
		}
	}
	if !known {
		return Entry{}, fmt.Errorf("state %q: expected initial, translated, reviewed or final", u.Segment.State)
	}
	for _, n := range u.Notes {
		switch n.Category {
		case noteDoubt:
			e.Doubt = n.Text
		case noteRemark:
			e.Note = n.Text
		case notePrevious:
			e.Previous = n.Text
		case noteReference:
			e.File, e.Line = splitReference(n.Text)
		}
	}
	return e, e.check()
}
