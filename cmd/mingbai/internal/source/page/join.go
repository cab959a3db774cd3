package page

import (
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/zh"
)

// paragraph is lines that belong together, or the cells of a row.
type paragraph struct {
	text string
	row  []string
}

// paragraphs joins lines.
func (s *sheet) paragraphs(lines []line) []paragraph {
	var out []paragraph
	for i, l := range lines {
		if i > 0 && s.continues(lines[i-1], l) {
			p := &out[len(out)-1]
			p.text = join(p.text, lines[i-1].spaced, l.text)
			continue
		}
		out = append(out, paragraph{l.text, l.row})
	}
	return out
}

var (
	sentenceEnd = regexp.MustCompile(`[。！？；：.!?;:）)”」]$`)
	goesOn      = regexp.MustCompile(`[，、,（(《“至和及与或的第]$`)
	numbered    = regexp.MustCompile(`^(?:[一二三四五六七八九十〇零百]{1,4}[、.]|\( ?(?:[一二三四五六七八九十〇零百]{1,4}|\d{1,3}) ?\)|\d{1,3} ?(?:[、)]|\.(?:\D|$))|[①-⑳]|第[一二三四五六七八九十〇零百\d]{1,5}[条章节]|附件|[一二三四五六七八九十]是)`)
)

// continues reports whether b goes on with the paragraph of a.
func (s *sheet) continues(a, b line) bool {
	if a.row != nil || b.row != nil {
		return false
	}
	if s.blocks != nil && a.block > 0 && b.block > 0 {
		return a.block == b.block && s.room(a) < b.head+2.5*s.size
	}
	if !sameSize(a, b) || !s.full(a, b) {
		return false
	}
	if a.page == b.page && b.y-a.y > 1.35*s.pitch {
		return false
	}
	starts := numbered.MatchString(zh.FoldString(b.text)) && !goesOn.MatchString(a.text)
	ends := sentenceEnd.MatchString(a.text)
	switch {
	case !ends && s.centred(b) && b.x-s.edges[b.page].left > 3*s.size: // a title goes on below its middle
		return true
	case s.indented(b) && math.Abs(a.x-b.x) > 0.35*s.size:
		return false
	case s.indented(b): // a block that is indented as a whole, or the next paragraph
		return !starts && !ends
	case ends && s.heading(b):
		return false
	}
	return s.indent || !starts
}

// heading reports whether a line stands alone: short, and no sentence.
func (s *sheet) heading(l line) bool {
	return s.room(l) > 4*s.size && !sentenceEnd.MatchString(l.text) && !strings.ContainsAny(l.text, "，。；,;")
}

// join puts a line to the text before it: with a space between Latin words, and
// where the file has one.
func join(text string, spaced bool, next string) string {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	if !wide(last) && !wide(first) { // lines break between Latin words, or behind a hyphen
		if strings.ContainsRune("-/–(", last) && !spaced || strings.ContainsRune(",.;:!?)%", first) {
			return text + next
		}
		return text + " " + next
	}
	if spaced && wide(last) && wide(first) && zh.IsHan(last) && zh.IsHan(first) {
		return text + " " + next
	}
	return text + next
}

// write puts paragraphs into the draft. There are no blank lines: a gap on a
// page may be one, or the distance that a style asks for.
func write(d *draft.Draft, all []paragraph) {
	for _, p := range all {
		if p.row != nil {
			d.AddRow(p.row)
		} else {
			d.Add(p.text)
		}
	}
}
