package layout

import "text/template/parse"

// inliner puts templates into the places that call them, before anything is
// escaped: html/template keeps copies of its own of those that are called inside
// of a tag or title, which nobody else can read.
type inliner struct {
	set    *Set
	bodies map[string]*body
}

// body is what a template may be replaced by.
type body struct {
	list   *parse.ListNode // nil where it may not
	closed bool            // it is the same for all data
}

// mostInlined is how many nodes a template may have to be put elsewhere.
const mostInlined = 100

// inline goes through all templates of the set.
func (s *Set) inline() {
	in := &inliner{set: s, bodies: map[string]*body{}}
	for _, t := range s.trees.all.Templates() {
		if t.Tree != nil && t.Tree.Root != nil {
			in.list(t.Tree.Root)
		}
	}
}

func (in *inliner) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	var all []parse.Node
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			in.branch(&n.BranchNode)
		case *parse.WithNode:
			in.branch(&n.BranchNode)
		case *parse.RangeNode:
			in.branch(&n.BranchNode)
		case *parse.TemplateNode:
			if nodes, ok := in.instead(n); ok {
				all = append(all, nodes...)
				continue
			}
		}
		all = append(all, n)
	}
	l.Nodes = all
}

func (in *inliner) branch(n *parse.BranchNode) {
	in.list(n.List)
	in.list(n.ElseList)
}

// instead is what may stand in place of a call: the template that is called,
// where it is the same for all data, or gets the data of the place.
func (in *inliner) instead(call *parse.TemplateNode) ([]parse.Node, bool) {
	b := in.body(call.Name)
	if b.list == nil || call.Pipe == nil && !b.closed || call.Pipe != nil && call.Pipe.String() != "." {
		return nil, false
	}
	return b.list.CopyList().Nodes, true
}

// body looks at a template once. One that calls itself stays where it is.
func (in *inliner) body(name string) *body {
	if b, ok := in.bodies[name]; ok {
		return b
	}
	b := &body{}
	in.bodies[name] = b
	t := in.set.trees.all.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		return b
	}
	list := t.Tree.Root.CopyList()
	in.list(list)
	if size(list) <= mostInlined && isOpen(list) {
		b.list, b.closed = list, in.set.isClosed(list)
	}
	return b
}

// size is how many nodes a list has.
func size(l *parse.ListNode) int {
	if l == nil {
		return 0
	}
	n := len(l.Nodes)
	for _, node := range l.Nodes {
		switch node := node.(type) {
		case *parse.IfNode:
			n += size(node.List) + size(node.ElseList)
		case *parse.WithNode:
			n += size(node.List) + size(node.ElseList)
		case *parse.RangeNode:
			n += size(node.List) + size(node.ElseList)
		}
	}
	return n
}

// isClosed reports whether nodes write the same for all data.
func (s *Set) isClosed(l *parse.ListNode) bool {
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode, *parse.CommentNode:
		case *parse.ActionNode:
			if len(n.Pipe.Decl) > 0 || !s.isConstant(n.Pipe.Cmds) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isOpen reports whether a template means the same in the place that calls it
// with its own data: it calls no other, does not go back to the data that it
// was called with, and leaves no variable behind.
func isOpen(body *parse.ListNode) bool {
	for _, n := range body.Nodes {
		if a, ok := n.(*parse.ActionNode); ok && len(a.Pipe.Decl) > 0 {
			return false
		}
	}
	return isOpenList(body)
}

func isOpenList(l *parse.ListNode) bool {
	if l == nil {
		return true
	}
	for _, n := range l.Nodes {
		open := false
		switch n := n.(type) {
		case *parse.TextNode, *parse.CommentNode, *parse.BreakNode, *parse.ContinueNode:
			open = true
		case *parse.ActionNode:
			open = isOpenPipe(n.Pipe)
		case *parse.IfNode:
			open = isOpenBranch(&n.BranchNode)
		case *parse.WithNode:
			open = isOpenBranch(&n.BranchNode)
		case *parse.RangeNode:
			open = isOpenBranch(&n.BranchNode)
		}
		if !open {
			return false
		}
	}
	return true
}

func isOpenBranch(n *parse.BranchNode) bool {
	return isOpenPipe(n.Pipe) && isOpenList(n.List) && isOpenList(n.ElseList)
}

func isOpenPipe(p *parse.PipeNode) bool {
	for _, c := range p.Cmds {
		for _, arg := range c.Args {
			if !isOpenArg(arg) {
				return false
			}
		}
	}
	return true
}

func isOpenArg(n parse.Node) bool {
	switch n := n.(type) {
	case *parse.VariableNode:
		return n.Ident[0] != "$"
	case *parse.ChainNode:
		return isOpenArg(n.Node)
	case *parse.PipeNode:
		return isOpenPipe(n)
	}
	return true
}
