package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Mention is a place in a paragraph that becomes a link: a name that has a page
// of its own.
type Mention struct {
	Start, End int // bytes of the paragraph as it is written
	Address    string
}

// mention links the mentions of a block. What stands inside a link or code, or
// reaches over a mark, is left as it is; so nothing is linked twice.
func (w *walk) mention(block ast.Node) {
	if w.options.Mentions == nil || block.Lines() == nil || block.Lines().Len() == 0 {
		return
	}
	lines := block.Lines()
	start, stop := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	mentions := w.options.Mentions(string(w.source[start:stop]))
	if len(mentions) == 0 {
		return
	}
	var texts []*ast.Text
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Link, *ast.AutoLink, *ast.CodeSpan, *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering && !n.IsRaw() {
				texts = append(texts, n)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, t := range texts {
		w.linkIn(t, start, mentions)
	}
}

// linkIn links the mentions that stand whole in a text node; offset is where
// the paragraph of the mentions begins.
func (w *walk) linkIn(t *ast.Text, offset int, mentions []Mention) {
	parent, at := t.Parent(), t.Segment.Start
	for _, m := range mentions {
		from, to := offset+m.Start, offset+m.End
		if from < at || to > t.Segment.Stop || from >= to {
			continue
		}
		if from > at {
			parent.InsertBefore(parent, t, ast.NewTextSegment(text.NewSegment(at, from)))
		}
		link := ast.NewLink()
		link.Destination = []byte(m.Address)
		link.AppendChild(link, ast.NewTextSegment(text.NewSegment(from, to)))
		parent.InsertBefore(parent, t, link)
		at = to
	}
	// The node itself stays as the rest: it may end in a line break.
	t.Segment = t.Segment.WithStart(at)
}
