package parse

import (
	"strings"
	"unicode"

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

// finish puts the whole text into the document, each line of the file with its
// parts.
func (r *reader) finish() {
	onto := make([][]placed, len(r.in.Lines))
	owners := make([]string, len(r.in.Lines))
	for i := range r.lines {
		l := &r.lines[i]
		parts := r.parts[i]
		if parts == nil {
			parts = partsOf(l.text)
		}
		l.place(parts, onto)
		for _, pc := range l.pieces {
			if owners[pc.line] == "" {
				owners[pc.line] = r.owners[i]
			}
		}
	}
	for i, text := range r.in.Lines {
		s := plan.Segment{Line: i + 1, Lang: plan.En, Owner: owners[i], Parts: fileParts(text, onto[i])}
		if zh.Chinese(text) {
			s.Lang = plan.Zh
		}
		r.doc.Segments = append(r.doc.Segments, s)
	}
	for i := range r.bodies {
		r.doc.Plans = append(r.doc.Plans, r.bodies[i].plan)
	}
	r.doc.Organizations = r.resolver.named()
}
