package diag

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"golang.org/x/text/width"
)

// Limits of what is read and shown for an excerpt.
const (
	maxExcerptFile = 8 << 20 // bytes; a longer file has no excerpt
	excerptBefore  = 40      // characters shown before the column
	excerptAfter   = 40      // and from it on
)

// excerpts shows lines of files; each file is read once.
type excerpts struct {
	fsys  fs.FS
	lines map[string][]string // by file; nil for one that cannot be shown
}

// at gives the line of a position with a mark under its column, or "" where
// the line is not to be had. An excerpt is a help, never a reason to fail.
func (e *excerpts) at(pos Position) string {
	if e.fsys == nil || pos.Line < 1 || !fs.ValidPath(pos.File) {
		return ""
	}
	lines, ok := e.lines[pos.File]
	if !ok {
		lines = e.read(pos.File)
		if e.lines == nil {
			e.lines = map[string][]string{}
		}
		e.lines[pos.File] = lines
	}
	if pos.Line > len(lines) {
		return ""
	}
	number := fmt.Sprintf("%6d | ", pos.Line)
	shown, mark := window(lines[pos.Line-1], pos.Column)
	if shown == "" {
		return ""
	}
	out := number + shown + "\n"
	if pos.Column > 0 {
		out += strings.Repeat(" ", len(number)-2) + "| " + mark + "^\n"
	}
	return out
}

func (e *excerpts) read(name string) []string {
	f, err := e.fsys.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxExcerptFile+1))
	if err != nil || len(data) > maxExcerptFile {
		return nil
	}
	lines := strings.Split(strings.ToValidUTF8(string(data), "\uFFFD"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSuffix(l, "\r")
	}
	return lines
}

// window cuts a long line to what stands around the column, and gives the
// white space that leads to the column: as wide on a terminal as the
// characters before it, of which Chinese ones take two cells.
func window(line string, column int) (shown, lead string) {
	runes := []rune(strings.ReplaceAll(line, "\t", " "))
	at := min(max(column-1, 0), len(runes))
	from, to := max(0, at-excerptBefore), min(len(runes), at+excerptAfter)
	var text, space strings.Builder
	if from > 0 {
		text.WriteString("…")
		space.WriteString(" ")
	}
	for i, r := range runes[from:to] {
		text.WriteRune(r)
		if from+i >= at {
			continue
		}
		space.WriteString(blank(r))
	}
	if to < len(runes) {
		text.WriteString("…")
	}
	return strings.TrimRight(printable(text.String()), " "), space.String()
}

// blank is white space as wide as a character.
func blank(r rune) string {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return "  "
	}
	return strings.Repeat(" ", len([]rune(printable(string(r)))))
}
