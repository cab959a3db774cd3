package docx

import (
	"strings"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/pack"
)

// note is a footnote or endnote that the text refers to.
type note struct {
	part, element string // where it stands
	id            string
	mark          string // such as [1]
}

// noteKinds gives, for the element that refers to a note, where notes of the
// kind stand and how their numbers are printed.
var noteKinds = map[string]struct {
	part, element string
	format        string
}{
	"footnoteReference": {"footnotes", "footnote", "decimal"},
	"endnoteReference":  {"endnotes", "endnote", "lowerRoman"},
}

// refer gives the mark that stands in the text for a note.
func (r *reader) refer(n *pack.Node) string {
	kind := noteKinds[n.Name]
	count := 1
	for _, other := range r.notes {
		if other.part == kind.part {
			count++
		}
	}
	mark := "[" + formatNumber(count, kind.format) + "]"
	if on(n.Attr("customMarkFollows")) {
		mark = ""
	}
	r.notes = append(r.notes, note{kind.part, kind.element, n.Attr("id"), mark})
	return mark
}

// writeNotes puts the notes behind the text, each with its mark.
func (r *reader) writeNotes(d *draft.Draft) error {
	parts := map[string]*pack.Node{}
	for i := 0; i < len(r.notes); i++ { // a note may refer to another
		n := r.notes[i]
		if _, ok := parts[n.part]; !ok {
			root, err := r.part(n.part)
			if err != nil {
				return err
			}
			parts[n.part] = root
		}
		text := r.noteText(parts[n.part], n)
		if text == "" {
			continue
		}
		d.Add(strings.TrimSpace(n.mark + " " + text))
	}
	return nil
}

func (r *reader) noteText(root *pack.Node, n note) string {
	for _, c := range root.Find(n.element) {
		if c.Attr("id") == n.id {
			return strings.Join(strings.Fields(strings.Join(flatten(r.blocks(c)), " ")), " ")
		}
	}
	return ""
}

// comments counts the remarks in the margin, which are no text of the document.
func (r *reader) comments() int {
	root, err := r.part("comments")
	if err != nil {
		return 0
	}
	return len(root.Find("comment"))
}
