package layout

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

// value compiles a pipeline that declares nothing.
func (b *builder) value(p *parse.PipeNode) (expr, error) {
	if len(p.Decl) > 0 {
		return nil, fmt.Errorf("%w: variable in %s", errUnknown, p)
	}
	return b.commands(p.Cmds)
}

// commands compiles a pipeline's commands; each is the last argument of the next.
func (b *builder) commands(cmds []*parse.CommandNode) (expr, error) {
	var last expr
	for _, cmd := range cmds {
		e, err := b.command(cmd, last)
		if err != nil {
			return nil, err
		}
		last = contents{e}
	}
	if last == nil {
		return nil, errUnknown
	}
	return last, nil
}

// command compiles a command with the value before it, nil for none.
func (b *builder) command(cmd *parse.CommandNode, before expr) (expr, error) {
	args, err := b.args(cmd.Args[1:])
	if err != nil {
		return nil, err
	}
	if before != nil {
		args = append(args, before)
	}
	switch n := cmd.Args[0].(type) {
	case *parse.IdentifierNode:
		if before != nil && builtins[n.Ident].logic != 0 { // it must be known first
			return nil, fmt.Errorf("%w: pipeline into %s", errUnknown, n.Ident)
		}
		return b.function(n.Ident, args)
	case *parse.FieldNode:
		return path(dotExpr{}, n.Ident, args), nil
	case *parse.VariableNode:
		slot, err := b.slot(n.Ident[0])
		if err != nil || len(n.Ident) == 1 && len(args) > 0 {
			return nil, errUnknown
		}
		return path(variable(slot), n.Ident[1:], args), nil
	case *parse.ChainNode:
		of, err := b.arg(n.Node)
		if err != nil {
			return nil, err
		}
		return path(of, n.Field, args), nil
	}
	if len(args) > 0 {
		return nil, fmt.Errorf("%w: arguments of %s", errUnknown, cmd.Args[0])
	}
	return b.arg(cmd.Args[0])
}

// path is .A.B.C of a value; the last may be a method with arguments.
func path(of expr, names []string, args []expr) expr {
	for i, name := range names {
		if i == len(names)-1 && len(args) > 0 {
			return &methodCall{of: of, name: name, args: args}
		}
		of = &field{of: of, name: name}
	}
	return of
}

func (b *builder) args(list []parse.Node) ([]expr, error) {
	var all []expr
	for _, n := range list {
		e, err := b.arg(n)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

// arg compiles what stands as an argument, without arguments of its own.
func (b *builder) arg(n parse.Node) (expr, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return dotExpr{}, nil
	case *parse.PipeNode:
		return b.value(n)
	case *parse.FieldNode, *parse.VariableNode, *parse.ChainNode, *parse.IdentifierNode:
		return b.command(&parse.CommandNode{Args: []parse.Node{n}}, nil)
	case *parse.StringNode:
		return constant{reflect.ValueOf(n.Text)}, nil
	case *parse.BoolNode:
		return constant{boolValue(n.True)}, nil
	case *parse.NumberNode:
		return number(n)
	}
	return nil, fmt.Errorf("%w: %s", errUnknown, n)
}

// number is a constant whose type its syntax tells.
func number(n *parse.NumberNode) (expr, error) {
	switch {
	case n.IsComplex:
	case strings.HasPrefix(n.Text, "'"), strings.HasPrefix(n.Text, "0x"), strings.HasPrefix(n.Text, "0X"):
	case n.IsFloat && strings.ContainsAny(n.Text, ".eEpP"):
		return constant{reflect.ValueOf(n.Float64)}, nil
	case n.IsInt && int64(int(n.Int64)) == n.Int64:
		return constant{reflect.ValueOf(int(n.Int64))}, nil
	}
	return nil, fmt.Errorf("%w: number %s", errUnknown, n)
}

// function compiles a call of a function.
func (b *builder) function(name string, args []expr) (expr, error) {
	fn, own := b.set.funcs[name]
	if !own {
		f, ok := builtins[name]
		if !ok || len(args) < f.least || f.most > 0 && len(args) > f.most {
			return nil, fmt.Errorf("%w: function %s", errUnknown, name)
		}
		if f.call != nil {
			return &builtinCall{call: f.call, args: args}, nil
		}
		if f.logic != 0 {
			return &logic{or: f.logic == 'o', args: args}, nil
		}
		fn = reflect.ValueOf(f.plain)
	}
	sig := signatureOf(fn.Type(), 0)
	if !sig.ok || !sig.takes(len(args)) {
		return nil, fmt.Errorf("%w: arguments of %s", errUnknown, name)
	}
	if f, ok := fn.Interface().(func(string, ...any) (string, error)); ok {
		return &wordCall{fn: f, args: args}, nil
	}
	return &funcCall{fn: fn, sig: sig, args: args}, nil
}
