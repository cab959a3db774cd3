package parse

import (
	"strings"
	"unicode"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// cut says that the characters up to a byte offset are of a kind.
type cut struct {
	end  int
	kind plan.PartKind
}

// partsOf divides a line at ascending offsets. The parts joined are the line:
// space at the ends becomes a part of its own, and nothing is dropped.
func partsOf(text string, cuts ...cut) []plan.Part {
	var parts []plan.Part
	add := func(kind plan.PartKind, s string) {
		if s != "" {
			parts = append(parts, plan.Part{Kind: kind, Text: s})
		}
	}
	lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	tail := max(lead, len(strings.TrimRightFunc(text, unicode.IsSpace)))
	add(plan.PartSpace, text[:lead])
	from := lead
	for _, c := range append(cuts, cut{tail, plan.PartText}) {
		end := min(max(c.end, from), tail)
		add(c.kind, text[from:end])
		from = end
	}
	add(plan.PartSpace, text[tail:])
	return parts
}

func position(file string, l line, offset int) diag.Position {
	return diag.Position{File: file, Line: l.no, Column: zh.Column(l.text, offset)}
}

// finish puts the whole text into the document, each line with its parts.
func (r *reader) finish() {
	for i, l := range r.lines {
		parts := r.parts[i]
		if parts == nil {
			parts = partsOf(l.text)
		}
		r.doc.Segments = append(r.doc.Segments, plan.Segment{
			Line: l.no, Lang: l.lang, Owner: r.owners[i], Parts: parts,
		})
	}
	for i := range r.bodies {
		r.doc.Plans = append(r.doc.Plans, r.bodies[i].plan)
	}
	r.doc.Organizations = r.resolver.named()
}
