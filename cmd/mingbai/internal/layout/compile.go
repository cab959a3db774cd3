package layout

import (
	"fmt"
	"slices"
	"text/template/parse"
)

// compiler makes the program of one template and of all that it calls.
type compiler struct {
	set   *Set
	begun map[programKey]*program // also those that are not done, for templates that call themselves
}

// programKey is a template and the place in a page that it is called from.
type programKey struct {
	name  string
	state lexState
}

// compile makes the program of a template.
func (s *Set) compile(name string) (p *program, err error) {
	s.trees.mu.Lock()
	defer s.trees.mu.Unlock()
	if err := s.trees.escape(s, name); err != nil {
		return nil, err // html/template tells of it
	}
	defer func() {
		switch e := recover().(type) {
		case nil:
		case giveUp:
			p, err = nil, errUnknown
		default:
			panic(e)
		}
	}()
	c := &compiler{set: s, begun: map[programKey]*program{}}
	return c.program(programKey{name: name})
}

// program compiles a template once for a place. One that calls itself has to
// end where it began.
func (c *compiler) program(key programKey) (*program, error) {
	if p, ok := c.begun[key]; ok {
		return p, nil
	}
	name := key.name
	t := c.set.trees.all.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil { // one with an error, or one that html/template keeps for another context
		return nil, fmt.Errorf("%w: template %q", errUnknown, name)
	}
	p := &program{slots: 1, end: key.state}
	c.begun[key] = p
	b := &builder{compiler: c, program: p, names: []string{"$"}, min: newMinifying(c.set.options.Minify, key.state)}
	body, err := b.list(t.Tree.Root)
	switch {
	case err != nil:
		return nil, err
	case p.called && b.min.state() != key.state:
		return nil, fmt.Errorf("%w: %s ends in another place than it begins", errUnknown, name)
	}
	p.body, p.end = body, b.min.state()
	p.done = true
	return p, nil
}

// builder compiles the nodes of one template.
type builder struct {
	*compiler
	program *program
	names   []string // of the variables in scope, by slot
	min     *minifying
}

// declare gives a variable its slot.
func (b *builder) declare(name string) int {
	b.names = append(b.names, name)
	b.program.slots = max(b.program.slots, len(b.names))
	return len(b.names) - 1
}

// slot is that of the variable of the name that was declared last.
func (b *builder) slot(name string) (int, error) {
	for i, n := range slices.Backward(b.names) {
		if n == name {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%w: variable %s", errUnknown, name)
}

// list compiles nodes in a scope that is open already.
func (b *builder) list(l *parse.ListNode) (nodes, error) {
	if l == nil {
		return nil, nil
	}
	var all nodes
	for _, n := range b.folded(l.Nodes) {
		if t, ok := n.(*parse.TextNode); ok && b.min.on() {
			b.min.feed(t.Text)
			continue
		}
		all = b.min.flush(all)
		one, err := b.node(n)
		if err != nil {
			return nil, err
		}
		if one != nil {
			all = append(all, one)
		}
		if _, ok := one.(jump); ok { // html/template does not look at what follows
			b.min.dead = true
			return all, nil
		}
	}
	return b.min.flush(all), nil
}

// scoped compiles nodes in a scope of their own.
func (b *builder) scoped(l *parse.ListNode) (nodes, error) {
	mark := len(b.names)
	all, err := b.list(l)
	b.names = b.names[:mark]
	return all, err
}

// node compiles one node; nil for one that does nothing.
func (b *builder) node(n parse.Node) (node, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		return static(n.Text), nil
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		return b.action(n)
	case *parse.IfNode:
		return b.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return b.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return b.loop(n)
	case *parse.TemplateNode:
		return b.template(n)
	case *parse.BreakNode:
		return jump(breakLoop), b.min.mayJump()
	case *parse.ContinueNode:
		return jump(continueLoop), b.min.mayJump()
	}
	return nil, fmt.Errorf("%w: %s", errUnknown, n)
}

// branch compiles {{if}} and {{with}}; what it declares is gone behind it.
func (b *builder) branch(n *parse.BranchNode, with bool) (node, error) {
	mark := len(b.names)
	defer func() { b.names = b.names[:mark] }()
	set, err := b.assignment(n.Pipe)
	if err != nil {
		return nil, err
	}
	out := &branch{assign: set, with: with}
	before := b.min.fork()
	if out.then, err = b.scoped(n.List); err != nil {
		return nil, err
	}
	then := b.min.turn(before)
	if out.other, err = b.scoped(n.ElseList); err != nil {
		return nil, err
	}
	return out, b.min.join(then)
}

// loop compiles {{range}}.
func (b *builder) loop(n *parse.RangeNode) (node, error) {
	mark := len(b.names)
	defer func() { b.names = b.names[:mark] }()
	set, err := b.assignment(n.Pipe)
	if err != nil {
		return nil, err
	}
	out := &loop{over: set.value, all: set.slots, index: -1, elem: -1}
	switch s := set.slots; len(s) {
	case 1:
		out.elem = s[0]
	case 2:
		out.index, out.elem = s[0], s[1]
	}
	before := b.min.fork()
	outer := b.min.enterLoop()
	if out.body, err = b.scoped(n.List); err != nil {
		return nil, err
	}
	b.min.loop = outer
	if err := b.min.join(before); err != nil { // the body may run again, or not at all
		return nil, err
	}
	if b.min.state() != before.lexState {
		return nil, fmt.Errorf("%w: %s goes on in another place", errUnknown, n.Pipe)
	}
	if out.none, err = b.scoped(n.ElseList); err != nil {
		return nil, err
	}
	return out, b.min.join(before)
}

// template compiles {{template}}.
func (b *builder) template(n *parse.TemplateNode) (node, error) {
	out := &callTemplate{}
	var err error
	if n.Pipe != nil {
		if out.data, err = b.value(n.Pipe); err != nil {
			return nil, err
		}
	}
	if out.to, err = b.compiler.program(programKey{n.Name, b.min.state()}); err != nil {
		return nil, err
	}
	out.to.called = out.to.called || !out.to.done
	b.min.set(out.to.end)
	return out, nil
}

// action compiles {{…}}: a variable, or a value that is written.
func (b *builder) action(n *parse.ActionNode) (node, error) {
	if len(n.Pipe.Decl) > 0 {
		set, err := b.assignment(n.Pipe)
		return set, err
	}
	cmds, chain := splitChain(n.Pipe.Cmds)
	esc, ok := escapers[chain]
	if !ok || len(cmds) == 0 {
		return nil, fmt.Errorf("%w: escapers %q", errUnknown, chain)
	}
	value, err := b.commands(cmds)
	if err != nil {
		return nil, err
	}
	if !b.min.on() {
		return &write{value: value, escaper: esc}, nil
	}
	out := &writeMinified{state: b.min.state()}
	out.value, out.escaper = value, esc
	return out, b.min.mayWrite(esc.in)
}

// assignment compiles a pipeline with the variables that it declares or sets.
func (b *builder) assignment(p *parse.PipeNode) (assign, error) {
	value, err := b.commands(p.Cmds)
	if err != nil {
		return assign{}, err
	}
	out := assign{value: value}
	for _, v := range p.Decl {
		slot := 0
		if p.IsAssign {
			slot, err = b.slot(v.Ident[0])
		} else {
			slot = b.declare(v.Ident[0])
		}
		if err != nil {
			return assign{}, err
		}
		out.slots = append(out.slots, slot)
	}
	return out, nil
}
