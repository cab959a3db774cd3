package layout

import (
	"reflect"
	"sync"
)

// program is a compiled template.
type program struct {
	body  nodes
	slots int // the most variables that it has at a time

	end    lexState // where in a page it ends
	done   bool     // that it is compiled
	called bool     // that it was called before that
}

// run is one execution of a program.
type run struct {
	w     writer
	all   []reflect.Value // variables of all templates that run
	vars  []reflect.Value // of the one that runs, its data ($) first
	args  []reflect.Value // of calls that are being made
	depth int

	tmp, words, html []byte // room
}

// maxDepth is how deep templates may call each other before html/template says
// what is wrong.
const maxDepth = 10_000

// giveUp is what a program panics with where html/template has to take over:
// where there is an error to be told, or a value that programs do not know.
type giveUp struct{}

var runs = sync.Pool{New: func() any { return &run{all: make([]reflect.Value, 0, 128)} }}

// execute appends the output to dst; false where html/template has to do it.
func (p *program) execute(dst []byte, m *Minifier, data any) (out []byte, ok bool) {
	x := runs.Get().(*run)
	defer func() {
		clear(x.all[:cap(x.all)]) // hold nothing of a page that is done
		clear(x.args[:cap(x.args)])
		*x = run{all: x.all, args: x.args[:0], tmp: x.tmp, words: x.words, html: x.html}
		runs.Put(x)
		switch e := recover().(type) {
		case nil, giveUp:
		default:
			panic(e)
		}
	}()
	x.vars = x.all
	x.w.start(dst, m)
	dot := reflect.ValueOf(data)
	p.call(x, dot)
	return x.w.finish(), true
}

// call runs the program with variables of its own.
func (p *program) call(x *run, dot reflect.Value) {
	if x.depth == maxDepth {
		panic(giveUp{})
	}
	outer := x.vars
	from, to := len(outer), len(outer)+p.slots
	if to <= cap(outer) {
		x.vars = outer[from:to:cap(outer)]
	} else {
		x.vars = make([]reflect.Value, p.slots, 2*p.slots+64)
	}
	x.vars[0] = dot
	x.depth++
	p.body.run(x, dot)
	x.depth--
	x.vars = outer
}

// flow is how a node ended.
type flow int

const (
	next flow = iota
	breakLoop
	continueLoop
)

// node is a part of a program that writes.
type node interface {
	run(x *run, dot reflect.Value) flow
}

// nodes run one after another.
type nodes []node

func (l nodes) run(x *run, dot reflect.Value) flow {
	for _, n := range l {
		if f := n.run(x, dot); f != next {
			return f
		}
	}
	return next
}

// jump is {{break}} and {{continue}}.
type jump flow

func (j jump) run(*run, reflect.Value) flow { return flow(j) }

// assign is a variable that is declared or set.
type assign struct {
	value expr
	slots []int
}

func (a assign) run(x *run, dot reflect.Value) flow {
	v := a.value.eval(x, dot)
	for _, s := range a.slots {
		x.vars[s] = v
	}
	return next
}

// branch is {{if}} and {{with}}.
type branch struct {
	assign
	with        bool
	then, other nodes
}

func (b *branch) run(x *run, dot reflect.Value) flow {
	v := b.value.eval(x, dot)
	for _, s := range b.slots {
		x.vars[s] = v
	}
	switch {
	case !isTrue(v):
		return b.other.run(x, dot)
	case b.with:
		return b.then.run(x, v)
	}
	return b.then.run(x, dot)
}

// callTemplate is {{template}} and {{block}}.
type callTemplate struct {
	to   *program
	data expr // nil for none
}

func (c *callTemplate) run(x *run, dot reflect.Value) flow {
	var data reflect.Value
	if c.data != nil {
		data = c.data.eval(x, dot)
	}
	c.to.call(x, data)
	return next
}
