package layout

import "reflect"

// loop is {{range}}.
type loop struct {
	over       expr
	index      int // slot of the variable; -1 for none
	elem       int
	all        []int // slots that the list itself is put into first
	body, none nodes
}

func (l *loop) run(x *run, dot reflect.Value) flow {
	list := l.over.eval(x, dot)
	for _, s := range l.all {
		x.vars[s] = list
	}
	list, _ = indirect(list)
	ran := false
	switch list.Kind() {
	case reflect.Slice, reflect.Array:
		ran = l.elements(x, list)
	case reflect.Int:
		ran = l.numbers(x, int(list.Int()))
	case reflect.Invalid:
	case reflect.Map:
		if list.Len() > 0 { // they come sorted, which html/template does
			panic(giveUp{})
		}
	default:
		panic(giveUp{})
	}
	if !ran {
		return l.none.run(x, dot)
	}
	return next
}

func (l *loop) elements(x *run, list reflect.Value) bool {
	n := list.Len()
	for i := range n {
		if l.index >= 0 {
			x.vars[l.index] = reflect.ValueOf(i)
		}
		if l.once(x, list.Index(i)) == breakLoop {
			break
		}
	}
	return n > 0
}

func (l *loop) numbers(x *run, n int) bool {
	if l.index >= 0 {
		panic(giveUp{})
	}
	for i := range n {
		if l.once(x, reflect.ValueOf(i)) == breakLoop {
			break
		}
	}
	return n > 0
}

func (l *loop) once(x *run, elem reflect.Value) flow {
	if l.elem >= 0 {
		x.vars[l.elem] = elem
	}
	return l.body.run(x, elem)
}
