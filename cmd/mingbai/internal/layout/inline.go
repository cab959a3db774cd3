package layout

import "text/template/parse"

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
