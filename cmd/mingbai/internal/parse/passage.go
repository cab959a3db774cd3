package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// piece is a run of a line of the file within a passage.
type piece struct {
	line     int // index of the file's line
	from, to int // byte offsets there
	at       int // byte offset in the passage
}

func (p piece) end() int { return p.at + p.to - p.from }

// passage is one paragraph as its author meant it. Mostly it is a line of the
// file; where breaks were lost or put in, it is a part of one or a run of
// several. Its pieces say where every character stands in the file. What a
// passage leaves out of its lines, such as the marks of Markdown, stays in the
// segments; what it adds, such as the space between joined English lines,
// stands in no piece.
type passage struct {
	line   int // index of the file's line where it begins
	text   string
	pieces []piece
}

// passagesOf gives a passage to every line of the file.
func passagesOf(lines []string) []passage {
	out := make([]passage, len(lines))
	for i, s := range lines {
		out[i] = passage{line: i, text: s, pieces: []piece{{line: i, to: len(s)}}}
	}
	return out
}

// layOut gives the passages of a document: its lines without marks of layout,
// joined where they were wrapped, cut where breaks were lost.
func layOut(lines []string) []passage {
	ps := passagesOf(lines)
	for i := range ps {
		ps[i] = plain(ps[i])
	}
	return resplit(rejoin(rejoinRows(rejoinCells(ps))))
}

func (p *passage) blank() bool { return strings.TrimSpace(p.text) == "" }

// slice is the part of a passage between two byte offsets.
func (p *passage) slice(from, to int) passage {
	out := passage{line: p.line, text: p.text[from:to]}
	for _, pc := range p.pieces {
		start, end := max(pc.at, from), min(pc.end(), to)
		if start >= end {
			continue
		}
		pc.from, pc.to, pc.at = pc.from+start-pc.at, pc.from+end-pc.at, start-from
		out.pieces = append(out.pieces, pc)
	}
	if len(out.pieces) > 0 {
		out.line = out.pieces[0].line
	}
	return out
}

// trimmed is the passage without the space around it.
func (p *passage) trimmed() passage {
	from := len(p.text) - len(strings.TrimLeftFunc(p.text, unicode.IsSpace))
	to := len(strings.TrimRightFunc(p.text, unicode.IsSpace))
	return p.slice(min(from, to), to)
}

// concat puts passages together with a separator that stands in no line.
func concat(sep string, list ...passage) passage {
	out := passage{line: list[0].line}
	var b strings.Builder
	for i := range list {
		if i > 0 {
			b.WriteString(sep)
		}
		for _, pc := range list[i].pieces {
			pc.at += b.Len()
			out.pieces = append(out.pieces, pc)
		}
		b.WriteString(list[i].text)
	}
	out.text = b.String()
	return out
}

// position is the place in the file of a byte offset within a passage.
func (r *reader) position(p *passage, offset int) diag.Position {
	at := piece{line: p.line, at: offset}
	for _, pc := range p.pieces {
		if pc.at > offset {
			break
		}
		at = pc
	}
	inLine := min(at.from+max(0, offset-at.at), len(r.in.Lines[at.line]))
	return diag.Position{File: r.in.Path, Line: at.line + 1, Column: zh.Column(r.in.Lines[at.line], inLine)}
}

// placed is a part with its place in a line of the file.
type placed struct {
	from, to int
	kind     plan.PartKind
}

// place lays the parts of a passage back onto the lines of the file.
func (p *passage) place(parts []plan.Part, onto [][]placed) {
	k, at := 0, 0
	for _, part := range parts {
		end := at + len(part.Text)
		for k < len(p.pieces) && p.pieces[k].end() <= at {
			k++
		}
		for j := k; j < len(p.pieces) && p.pieces[j].at < end; j++ {
			pc := p.pieces[j]
			from, to := max(pc.at, at), min(pc.end(), end)
			if from < to {
				onto[pc.line] = append(onto[pc.line], placed{pc.from + from - pc.at, pc.from + to - pc.at, part.Kind})
			}
		}
		at = end
	}
}

// fileParts fills the gaps between placed parts, so that joined they are the
// line: space stays space, all else that no passage has is a mark of layout.
func fileParts(text string, list []placed) []plan.Part {
	parts := []plan.Part{}
	at := 0
	add := func(kind plan.PartKind, to int) {
		if n := len(parts); to > at && n > 0 && parts[n-1].Kind == kind {
			parts[n-1].Text += text[at:to]
		} else if to > at {
			parts = append(parts, plan.Part{Kind: kind, Text: text[at:to]})
		}
		at = max(at, to)
	}
	gap := func(to int) {
		if to <= at {
			return
		}
		kind := plan.PartMark
		if strings.TrimSpace(text[at:to]) == "" {
			kind = plan.PartSpace
		}
		add(kind, to)
	}
	for _, p := range list {
		gap(p.from)
		add(p.kind, p.to)
	}
	gap(len(text))
	return parts
}

// lastRune is the last character that is no space, or 0.
func lastRune(s string) rune {
	r, size := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, unicode.IsSpace))
	if size == 0 {
		return 0
	}
	return r
}

// firstRune is the first character that is no space, or 0.
func firstRune(s string) rune {
	r, size := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unicode.IsSpace))
	if size == 0 {
		return 0
	}
	return r
}
