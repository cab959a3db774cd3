package layout

import "reflect"

// static is text of the template.
type static []byte

func (s static) run(x *run, _ reflect.Value) flow {
	x.w.buf = append(x.w.buf, s...)
	return next
}

// write writes a value through the escapers of its place.
type write struct {
	value   expr
	escaper *escaper
	last    lastType
}

func (n *write) run(x *run, dot reflect.Value) flow {
	v := indirectInterface(n.value.eval(x, dot))
	x.w.buf = n.escaper.append(x.w.buf, v, n.last.of(v))
	return next
}
