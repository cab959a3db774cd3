package layout

import (
	"bytes"
	"reflect"
	"slices"
	"text/template/parse"
)

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
