package glossary

import (
	"bytes"
	"encoding/xml" // XLIFF 2 has no well-kept Go library; the few elements of its core are plain XML
	"errors"
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
	XMLName xml.Name    `xml:"urn:oasis:names:tc:xliff:document:2.0 xliff"`
	Version string      `xml:"version,attr"`
	SrcLang string      `xml:"srcLang,attr"`
	TrgLang string      `xml:"trgLang,attr"`
	Files   []xliffFile `xml:"file"`
}

type xliffFile struct {
	ID       string      `xml:"id,attr"`
	Original string      `xml:"original,attr,omitempty"`
	Units    []xliffUnit `xml:"unit"`
}

type xliffUnit struct {
	ID        string         `xml:"id,attr"`
	Name      string         `xml:"name,attr"`
	Notes     []xliffNote    `xml:"notes>note,omitempty"`
	Resegment string         `xml:"canResegment,attr,omitempty"`
	Segments  []xliffSegment `xml:"segment"` // we write one; tools may have cut it
}

type xliffNote struct {
	Category string `xml:"category,attr,omitempty"`
	Text     string `xml:",chardata"`
}

type xliffSegment struct {
	State    string     `xml:"state,attr,omitempty"`
	SubState string     `xml:"subState,attr,omitempty"`
	Source   xliffText  `xml:"source"`
	Target   *xliffText `xml:"target"`
}

// xliffText is a text without inline elements: documents have none, and what a
// tool puts in cannot be kept.
type xliffText struct {
	Text     string        `xml:",chardata"`
	Elements []xliffInline `xml:",any"`
}

type xliffInline struct{ XMLName xml.Name }

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
	file := xliffFile{ID: c.Document}
	for i, e := range c.Entries {
		file.Original = e.File
		file.Units = append(file.Units, e.unit(i+1))
	}
	doc.Files = []xliffFile{file}
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
	u := xliffUnit{ID: "u" + strconv.Itoa(n), Name: e.Key, Resegment: "no"}
	seg := xliffSegment{Source: xliffText{Text: e.Source}}
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
			seg.State = s.theirs
		}
	}
	if e.Fuzzy {
		seg.SubState = fuzzyMark
		note(notePrevious, e.Previous)
	}
	if e.Target != "" {
		seg.Target = &xliffText{Text: e.Target}
	}
	u.Segments = []xliffSegment{seg}
	return u
}

// ReadXLIFF reads what XLIFF wrote and an agency's tool saved.
func ReadXLIFF(name string, r io.Reader) (*Catalogue, error) {
	var doc xliffDocument
	dec := xml.NewDecoder(io.LimitReader(r, maxFile*4))
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("%s: not an XLIFF 2.0 document (namespace %s): %w", name, xliffSpace, err)
	}
	if len(doc.Files) == 0 {
		return nil, fmt.Errorf("%s: no file element", name)
	}
	c := &Catalogue{Document: doc.Files[0].ID}
	for lang, tag := range xliffLangs {
		if tag == doc.TrgLang {
			c.To, c.From = lang, lang.Other()
		}
	}
	if c.To == "" || doc.SrcLang != xliffLangs[c.From] {
		return nil, fmt.Errorf("%s: from %q into %q: expected zh-CN and en", name, doc.SrcLang, doc.TrgLang)
	}
	seen := map[string]bool{}
	var units []xliffUnit
	for _, f := range doc.Files {
		units = append(units, f.Units...)
	}
	for _, u := range units {
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
		return Entry{}, errors.New("no name; expected the key that export wrote")
	}
	e := Entry{Key: u.Name}
	for i, seg := range u.Segments {
		if err := e.join(seg, i == 0); err != nil {
			return Entry{}, err
		}
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

// join adds a segment's texts. Where a tool has cut a unit into several, the
// state is that of the segment that has come least far.
func (e *Entry) join(seg xliffSegment, first bool) error {
	texts := []*xliffText{&seg.Source}
	if seg.Target != nil {
		texts = append(texts, seg.Target)
		e.Target += seg.Target.Text
	}
	for _, t := range texts {
		if len(t.Elements) > 0 {
			return fmt.Errorf("inline element <%s>: texts of documents have none (hint: export them as plain text)", t.Elements[0].XMLName.Local)
		}
	}
	e.Source += seg.Source.Text
	e.Fuzzy = e.Fuzzy || seg.SubState == fuzzyMark
	for rank, s := range xliffStates {
		if s.theirs != seg.State && (seg.State != "" || rank > 0) {
			continue
		}
		if first || rank < stateRank(e.State) {
			e.State = s.ours
		}
		return nil
	}
	return fmt.Errorf("state %q: expected initial, translated, reviewed or final", seg.State)
}

func stateRank(state plan.State) int {
	for rank, s := range xliffStates {
		if s.ours == state {
			return rank
		}
	}
	return 0
}
