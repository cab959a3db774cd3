package content

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// Limits of what is read, in bytes. They keep a file that is no text of a page
// out of memory; the longest real measure has some ten thousand.
const (
	maxPage   = 1 << 20
	maxRecord = 64 << 20 // source.txt, and the texts that import keeps
)

// file is one file of a page as it was read. Its findings are complete when
// front is nil: then the file is left out.
type file struct {
	path     string // under content/
	kind     kind
	lang     plan.Lang
	front    front
	node     *yaml.Node // of the front matter, for positions
	line     int        // lines before it
	last     int        // the last line
	body     string
	bodyLine int
	frontSum Sum
	bodySum  Sum
	findings []diag.Finding
}

func (f *file) pos(line, column int) diag.Position {
	return diag.Position{File: shownDir + f.path, Line: line, Column: column}
}

func (f *file) report(r *diag.Rule, pos diag.Position, args ...any) {
	f.findings = append(f.findings, find(r, pos, args...))
}

// at is the position of a value of the front matter: keys are names, indexes
// of lists are numbers. Where the value is not there, it is what holds it.
func (f *file) at(path ...any) diag.Position {
	n := f.node
	for _, step := range path {
		next := child(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return f.pos(min(f.line+n.Line, f.last), n.Column)
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch step := step.(type) {
	case string:
		for key, value := range pairsOf(n) {
			if n.Kind == yaml.MappingNode && key.Value == step {
				return value
			}
		}
	case int:
		if n.Kind == yaml.SequenceNode && step < len(n.Content) {
			return n.Content[step]
		}
	}
	return nil
}

// read fills f from its file.
func (f *file) read(fsys fs.FS) {
	data, finding := readText(fsys, f.path, maxPage)
	if finding != nil {
		f.findings = append(f.findings, *finding)
		return
	}
	f.parse(data)
}

// parse takes the text of a file apart and reads its front matter.
func (f *file) parse(data []byte) {
	if line := markerLine(data); line > 0 {
		f.report(conflictMarker, f.pos(line, 1))
		return
	}
	node, line, body, bodyLine, err := split(data)
	switch {
	case errors.Is(err, frontmatter.ErrNotFound):
		f.report(noFront, f.pos(1, 1))
		return
	case err != nil:
		f.findings = append(f.findings, yamlFinding(shownDir+f.path, data, line, err))
		return
	}
	f.node, f.line, f.body, f.bodyLine = node, line, body, bodyLine
	f.last = 1 + bytes.Count(data, []byte("\n"))
	f.frontSum, f.bodySum = partSum(data[:bytes.LastIndex(data, []byte(body))]), partSum(body)
	d := decoder{file: shownDir + f.path, line: line, last: f.last}
	fm := newFront(f.kind, f.lang)
	if f.lang == plan.En {
		d.twinOf = reflect.TypeOf(newFacts(f.kind)).Elem()
	}
	d.decode(node, reflect.ValueOf(fm).Elem(), "")
	f.findings = append(f.findings, d.findings...)
	if node.Kind == yaml.MappingNode {
		f.front = fm
	}
}

// readText reads a text file of bounded size and normalizes it.
func readText(fsys fs.FS, name string, limit int64) ([]byte, *diag.Finding) {
	pos := diag.Position{File: shownDir + name}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, reported(unreadable, pos, reason(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return nil, reported(unreadable, pos, reason(err))
	case int64(len(data)) > limit:
		return nil, reported(tooLarge, pos, limit)
	}
	if at := invalidUTF8(data); at >= 0 {
		pos.Line = 1 + bytes.Count(data[:at], []byte("\n"))
		pos.Column = 1 + utf8.RuneCount(data[bytes.LastIndexByte(data[:at], '\n')+1:at])
		return nil, reported(notUTF8, pos)
	}
	return normalize(data), nil
}

func reported(r *diag.Rule, pos diag.Position, args ...any) *diag.Finding {
	f := find(r, pos, args...)
	return &f
}

// reason is an error without the path, which the position has already, and
// which may be one of this machine.
func reason(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// invalidUTF8 is the index of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// markerLine is the first line that a version control tool left to mark a
// conflict, or 0.
func markerLine(data []byte) int {
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		word, _, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
		if slices.Contains([]string{"<<<<<<<", "|||||||", ">>>>>>>"}, word) {
			return n
		}
	}
	return 0
}
