package content

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// file is one file of a page as it was read. Its findings are complete when
// front is nil: then the file is left out. Nothing changes it afterwards.
type file struct {
	path     string // under content/
	kind     kind
	lang     plan.Lang
	stamp    Stamp
	sum      Sum    // of the bytes that were read; zero where another process read them
	text     string // of the whole file; front matter and body are parts of it
	front    front
	body     string
	bodyLine int
	frontSum Sum
	bodySum  Sum
	findings []diag.Finding

	// What the loader wants to know of a page whose file is used.
	anchors  []diag.Finding // of anchors that stand twice
	headings []heading      // of a plan
	byHand   *byHand        // nil where the front matter is of the form that import writes
}

// heading is a heading with an anchor.
type heading struct {
	anchor string
	line   int
}

// byHand is what front matter that the YAML library read says beside its
// values.
type byHand struct {
	orgs   []string // of the responsibilities, as the file lists them
	uneven []string // keys of lists of which an item was left out
}

func (f *file) pos(line, column int) diag.Position {
	return diag.Position{File: shownDir + f.path, Line: line, Column: column}
}

func (f *file) report(r *diag.Rule, pos diag.Position, args ...any) {
	f.findings = append(f.findings, find(r, pos, args...))
}

// parse takes the text of a file apart and reads its front matter.
func (f *file) parse(text string) {
	f.text = text
	if line := markerLine(text); line > 0 {
		f.report(conflictMarker, f.pos(line, 1))
		return
	}
	fm := newFront(f.kind, f.lang)
	if rest, ok := quickFront(text, fm); ok {
		f.front = fm
		f.body, f.bodyLine = bodyOf(text, rest)
	} else {
		f.parseYAML()
	}
	if f.front != nil {
		at := len(strings.TrimRight(text, "\n")) - len(f.body)
		f.frontSum, f.bodySum = partSum(text[:at]), partSum(f.body)
		f.scanBody()
	}
}

// parseYAML reads front matter in any form of YAML.
func (f *file) parseYAML() {
	node, line, body, bodyLine, err := split(f.text)
	switch {
	case errors.Is(err, frontmatter.ErrNotFound):
		f.report(noFront, f.pos(1, 1))
		return
	case err != nil:
		f.findings = append(f.findings, yamlFinding(shownDir+f.path, f.text, line, err))
		return
	}
	f.body, f.bodyLine = body, bodyLine
	d := decoder{file: shownDir + f.path, line: line, last: lastLine(f.text)}
	fm := newFront(f.kind, f.lang)
	if f.lang == plan.En {
		d.twinOf = reflect.TypeOf(newFacts(f.kind)).Elem()
	}
	d.decode(node, reflect.ValueOf(fm).Elem(), "")
	f.findings = append(f.findings, d.findings...)
	if node.Kind != yaml.MappingNode {
		return
	}
	f.front = fm
	f.byHand = handOf(node, fm)
}

// handOf notes what an assembler needs of the nodes, which take ten times the
// memory of the file.
func handOf(node *yaml.Node, fm front) *byHand {
	h := &byHand{}
	switch fm := fm.(type) {
	case *measureFront:
		h.orgs = organizationsIn(node)
		h.compare(node, "deadlines", len(fm.Deadlines))
		h.compare(node, "audiences", len(fm.Audiences))
		h.compare(node, "benefits", len(fm.Benefits))
	case *departmentFront:
		h.compare(node, "contacts", len(fm.Contacts))
	}
	return h
}

func (h *byHand) compare(node *yaml.Node, key string, items int) {
	if n := child(node, key); n != nil && len(n.Content) != items {
		h.uneven = append(h.uneven, key)
	}
}

// organizationsIn lists the organizations as the file does, so that positions
// fit even where an entry was left out.
func organizationsIn(node *yaml.Node) []string {
	var orgs []string
	if n := child(node, "responsibilities"); n != nil {
		for _, item := range n.Content {
			org := ""
			if v := child(item, "org"); v != nil {
				org = v.Value
			}
			orgs = append(orgs, org)
		}
	}
	return orgs
}

// lists reports whether the positions of a list's items are those of the file:
// where an item was left out, they would be those of other items.
func (h *byHand) lists(key string) bool { return h == nil || !slices.Contains(h.uneven, key) }

// lastLine is the number of a text's last line.
func lastLine(text string) int { return 1 + strings.Count(text, "\n") }
