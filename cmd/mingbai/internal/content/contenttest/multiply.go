// Package contenttest is for tests alone: it makes large content out of little.
package contenttest

import (
	"fmt"
	"io/fs"
	"testing"

	"mingbai/cmd/mingbai/internal/content"
)

// Load reads content that has to be without errors.
func Load(t testing.TB, dir fs.FS) *content.Tree {
	t.Helper()
	tree, _, err := content.Load(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// Multiply gives a tree with every document n times, each copy with ids,
// addresses and files of its own. All have the same departments and the same
// texts, which is the worst that can happen to a search for texts alike.
func Multiply(tree *content.Tree, n int) *content.Tree {
	out := *tree
	out.Documents = nil
	for i := range n {
		for _, d := range tree.Documents {
			if i > 0 {
				d = copier{fmt.Sprintf("-%d", i+1)}.document(d)
			}
			out.Documents = append(out.Documents, d)
		}
	}
	return &out
}

// copier makes copies whose document's id and folder end in a suffix.
type copier struct{ suffix string }

// moved is an id or a path with the suffix behind its first element.
func (c copier) moved(name string) string {
	for i := range len(name) {
		if name[i] == '/' {
			return name[:i] + c.suffix + name[i:]
		}
	}
	return name + c.suffix
}

func (c copier) pair(p *content.Pair) {
	for _, l := range []*content.Localized{&p.Zh, &p.En} {
		if l.Path != "" {
			l.Path = c.moved(l.Path)
		}
	}
}

func (c copier) document(from *content.Document) *content.Document {
	d := *from
	d.ID, d.Slug = c.moved(d.ID), c.moved(d.Slug)
	c.pair(&d.Pair)
	d.Actions = each(d.Actions, func(a *content.Action) {
		a.ID = c.moved(a.ID)
		c.pair(&a.Pair)
		a.Plans = each(a.Plans, c.plan)
	})
	d.Plans = each(d.Plans, c.plan)
	return &d
}

func (c copier) plan(p *content.Plan) {
	p.ID = c.moved(p.ID)
	c.pair(&p.Pair)
	p.Measures = each(p.Measures, func(m *content.Measure) {
		m.ID = c.moved(m.ID)
		if m.Parent != "" {
			m.Parent = c.moved(m.Parent)
		}
		c.pair(&m.Pair)
	})
}

// each copies a list and changes the copies.
func each[T any](list []*T, change func(*T)) []*T {
	var out []*T
	for _, from := range list {
		to := *from
		change(&to)
		out = append(out, &to)
	}
	return out
}
