package layout

import (
	"bytes"
	"reflect"
	"slices"
	"text/template/parse"
)

// inlineClosed puts templates that need no data, or that of the place, into the
// places that call them (html/template keeps copies of its own of those that are called inside of a
// tag, which nobody else can read), before anything is escaped.
func (s *Set) inlineClosed() {
	for _, t := range s.trees.Templates() {
		if t.Tree != nil && t.Tree.Root != nil {
			s.inlineIn(t.Tree.Root, 0)
		}
	}
}

// maxInline is how deep closed templates may call closed templates.
const maxInline = 8

func (s *Set) inlineIn(l *parse.ListNode, depth int) {
	if l == nil {
		return
	}
	var all []parse.Node
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			s.inlineBranch(&n.BranchNode, depth)
		case *parse.WithNode:
			s.inlineBranch(&n.BranchNode, depth)
		case *parse.RangeNode:
			s.inlineBranch(&n.BranchNode, depth)
		case *parse.TemplateNode:
			if body := s.closed(n, depth); body != nil {
				all = append(all, body...)
				continue
			}
		}
		all = append(all, n)
	}
	l.Nodes = all
}

func (s *Set) inlineBranch(n *parse.BranchNode, depth int) {
	s.inlineIn(n.List, depth)
	s.inlineIn(n.ElseList, depth)
}

// closed is what stands in the template that is called, where it is the same
// for all data, or where its data is that of the place that calls it; else nil.
func (s *Set) closed(call *parse.TemplateNode, depth int) []parse.Node {
	t := s.trees.Lookup(call.Name)
	if depth == maxInline || t == nil || t.Tree == nil || t.Tree.Root == nil {
		return nil
	}
	body := t.Tree.Root.CopyList()
	s.inlineIn(body, depth+1)
	if call.Pipe != nil {
		if call.Pipe.String() == "." && isOpen(body) {
			return body.Nodes
		}
		return nil
	}
	for _, n := range body.Nodes {
		switch n := n.(type) {
		case *parse.TextNode, *parse.CommentNode:
		case *parse.ActionNode:
			if len(n.Pipe.Decl) > 0 || !s.isConstant(n.Pipe.Cmds) {
				return nil
			}
		default:
			return nil
		}
	}
	return body.Nodes
}

// isConstant reports whether the commands are one call of a pure function with
// constants.
func (s *Set) isConstant(cmds []*parse.CommandNode) bool {
	if len(cmds) != 1 {
		return false
	}
	name, ok := cmds[0].Args[0].(*parse.IdentifierNode)
	if !ok || !slices.Contains(s.options.Pure, name.Ident) || s.funcs[name.Ident].Kind() == 0 {
		return false
	}
	return !slices.ContainsFunc(cmds[0].Args[1:], func(n parse.Node) bool {
		switch n.(type) {
		case *parse.StringNode, *parse.NumberNode, *parse.BoolNode:
			return false
		}
		return true
	})
}

// folded makes one text of texts and constants that stand together.
func (b *builder) folded(list []parse.Node) []parse.Node {
	var all []parse.Node
	var last *parse.TextNode
	for _, n := range list {
		if a, ok := n.(*parse.ActionNode); ok {
			if text, ok := b.constant(a); ok {
				n = &parse.TextNode{NodeType: parse.NodeText, Text: text}
			}
		}
		t, ok := n.(*parse.TextNode)
		switch {
		case !ok:
			all, last = append(all, n), nil
		case last != nil:
			last.Text = append(last.Text, t.Text...)
		default:
			last = &parse.TextNode{NodeType: parse.NodeText, Text: bytes.Clone(t.Text)}
			all = append(all, last)
		}
	}
	return all
}

// constant is what an action writes, where that is the same every time.
func (b *builder) constant(n *parse.ActionNode) (text []byte, ok bool) {
	cmds, chain := splitChain(n.Pipe.Cmds)
	esc := escapers[chain]
	if len(n.Pipe.Decl) > 0 || esc == nil || !b.set.isConstant(cmds) {
		return nil, false
	}
	value, err := b.commands(cmds)
	if err != nil {
		return nil, false
	}
	defer func() {
		if e := recover(); e != nil { // it fails when it is called, too, if ever
			text, ok = nil, false
		}
	}()
	v := indirectInterface(value.eval(&run{}, reflect.Value{}))
	return esc.append(nil, v, (&lastType{}).of(v)), true
}
