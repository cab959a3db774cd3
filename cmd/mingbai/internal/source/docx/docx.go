// Package docx reads Word documents (.docx, as Word, WPS and LibreOffice write
// them) as a reader of the printed page would: numbers that exist only as list
// formatting are written out, tracked changes are taken as accepted, and what
// is no text of the document is left out and listed.
package docx

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/pack"
)

// ErrNoDocument is wrapped by errors about an archive that is no Word document.
var ErrNoDocument = errors.New("not a Word document")

// reader is the state of one Read.
type reader struct {
	ctx    context.Context
	pack   *pack.Archive
	main   string            // name of the part with the text
	parts  map[string]string // by the last element of their relationship's type
	styles map[string]*style
	normal string // id of the style of paragraphs that name none
	lists  *lists
	left   draft.LeftOut
	notes  []note  // referred to so far, in order
	boxes  []block // texts of boxes anchored in the paragraph being read
	carry  string  // text of a paragraph whose mark was deleted
	counts counts
}

// counts are of what a finding tells.
type counts struct {
	inserted, deleted int // tracked changes
	numbers           int // written out
	objects           int // pictures and embedded files
}

// Read reads the bytes of a document; file names it in findings.
func Read(ctx context.Context, file string, data []byte) (draft.Draft, error) {
	archive, err := pack.Open(data)
	if err != nil {
		return draft.Draft{}, err
	}
	r := &reader{ctx: ctx, pack: archive}
	if err := r.open(); err != nil {
		return draft.Draft{}, err
	}
	root, err := archive.Tree(ctx, r.main)
	if err != nil {
		return draft.Draft{}, err
	}
	body := root.Child("body")
	if body == nil {
		return draft.Draft{}, fmt.Errorf("%s: no body: %w", r.main, ErrNoDocument)
	}
	var d draft.Draft
	r.write(&d, r.blocks(body))
	if err := r.writeNotes(&d); err != nil {
		return draft.Draft{}, err
	}
	if err := r.readMargins(); err != nil {
		return draft.Draft{}, err
	}
	d.TrimBlank()
	d.Findings = r.findings(file)
	return d, ctx.Err()
}

// open finds the parts of the document and reads its styles and lists.
func (r *reader) open() error {
	rels, err := r.relations("")
	if err != nil {
		return err
	}
	r.main = rels["officeDocument"]
	if r.main == "" || !r.pack.Has(r.main) {
		r.main = "word/document.xml"
	}
	if !r.pack.Has(r.main) {
		return fmt.Errorf("%s: %w", r.main, ErrNoDocument)
	}
	if r.parts, err = r.relations(r.main); err != nil {
		return err
	}
	if err := r.readStyles(); err != nil {
		return err
	}
	return r.readLists()
}

// relations gives the parts that a part refers to, by the last element of the
// type of their relationship; the first of each.
func (r *reader) relations(of string) (map[string]string, error) {
	dir, base := "", ""
	if i := strings.LastIndexByte(of, '/'); i >= 0 {
		dir, base = of[:i+1], of[i+1:]
	} else {
		base = of
	}
	out := map[string]string{}
	root, err := r.optional(dir + "_rels/" + base + ".rels")
	if root == nil || err != nil {
		return out, err
	}
	for _, rel := range root.Nodes {
		kind := rel.Attr("Type")
		kind = kind[strings.LastIndexByte(kind, '/')+1:]
		if _, ok := out[kind]; !ok && rel.Attr("TargetMode") != "External" {
			out[kind] = pack.Resolve(of, rel.Attr("Target"))
		}
	}
	return out, nil
}

// optional reads a part, or gives nil where there is none.
func (r *reader) optional(name string) (*pack.Node, error) {
	root, err := r.pack.Tree(r.ctx, name)
	if errors.Is(err, pack.ErrNoPart) {
		return nil, nil
	}
	return root, err
}

// part reads the part of a kind, or gives nil where there is none.
func (r *reader) part(kind string) (*pack.Node, error) {
	name := r.parts[kind]
	if name == "" {
		return nil, nil
	}
	return r.optional(name)
}

// margins are the parts printed at the edges of every page.
var margins = []struct {
	prefix string
	kind   diag.Text
}{
	{"header", diag.Text{En: "page headers", Zh: "页眉"}},
	{"footer", diag.Text{En: "page footers", Zh: "页脚"}},
}

// readMargins lists the text of headers and footers, which is left out.
func (r *reader) readMargins() error {
	dir := r.main[:strings.LastIndexByte(r.main, '/')+1]
	for _, m := range margins {
		for _, name := range r.pack.Names() {
			if !strings.HasPrefix(name, dir+m.prefix) || !strings.HasSuffix(name, ".xml") {
				continue
			}
			root, err := r.optional(name)
			if err != nil {
				return err
			}
			if root != nil {
				r.left.Add(m.kind, strings.Join(flatten(r.blocks(root)), " "))
			}
		}
	}
	return nil
}

// flatten gives the text of blocks, line by line.
func flatten(blocks []block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.cells...)
	}
	return slices.DeleteFunc(out, func(s string) bool { return strings.TrimSpace(s) == "" })
}
