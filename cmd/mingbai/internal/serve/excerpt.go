package serve

import (
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// Bounds of an excerpt.
const (
	linesAround    = 3       // before and after the line of a finding
	maxLine        = 400     // characters shown of a line
	maxExcerptFile = 8 << 20 // bytes; a longer file has no excerpt
)

// excerptLine is one line of an excerpt. Before, At and After are the line in
// three parts, of which At is the character the finding points at, if any.
type excerptLine struct {
	Number            int
	Marked            bool // the line of the finding
	Before, At, After string
}

// sourceLines reads each file once.
type sourceLines struct {
	read  func(name string) ([]byte, error)
	lines map[string][]string
}

// around gives the lines around a position, or nil where they are not to be
// had: an excerpt is a help, never a reason to fail.
func (s *sourceLines) around(pos diag.Position) []excerptLine {
	if s.read == nil || pos.File == "" || pos.Line < 1 {
		return nil
	}
	lines := s.of(pos.File)
	if pos.Line > len(lines) {
		return nil
	}
	var out []excerptLine
	for n := max(1, pos.Line-linesAround); n <= min(len(lines), pos.Line+linesAround); n++ {
		line := excerptLine{Number: n, Marked: n == pos.Line}
		column := 0
		if line.Marked {
			column = pos.Column
		}
		line.Before, line.At, line.After = split(lines[n-1], column)
		out = append(out, line)
	}
	return out
}

func (s *sourceLines) of(name string) []string {
	if lines, ok := s.lines[name]; ok {
		return lines
	}
	var lines []string
	if data, err := s.read(name); err == nil && len(data) <= maxExcerptFile {
		text := strings.ReplaceAll(strings.ToValidUTF8(string(data), "\uFFFD"), "\r\n", "\n")
		lines = strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	}
	if s.lines == nil {
		s.lines = map[string][]string{}
	}
	s.lines[name] = lines
	return lines
}

// split parts a line at a 1-based column, 0 for none, and cuts it to what
// stands around: a paragraph of a policy may be one line of thousands of
// characters.
func split(line string, column int) (before, at, after string) {
	runes := []rune(line)
	i := len(runes)
	if column >= 1 && column <= len(runes) {
		i = column - 1
		at = string(runes[i])
	}
	centre := i
	if column < 1 {
		centre = 0
	}
	from := max(0, centre-maxLine/2)
	to := min(len(runes), from+maxLine)
	if from > 0 {
		before = "…"
	}
	before += string(runes[from:min(i, to)])
	if at != "" {
		after = string(runes[min(i+1, to):to])
	}
	if to < len(runes) {
		after += "…"
	}
	return before, at, after
}
