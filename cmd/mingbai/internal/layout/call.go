package layout

import (
	"reflect"
)

// signature is what a function takes and gives.
type signature struct {
	in       []reflect.Type // the last one's element, where variadic
	variadic bool
	ok       bool // it gives one value, or one and an error
}

var errorType = reflect.TypeFor[error]()

// signatureOf is that of a function type without its first parameters.
func signatureOf(typ reflect.Type, skip int) *signature {
	s := &signature{variadic: typ.IsVariadic()}
	s.ok = typ.NumOut() == 1 || typ.NumOut() == 2 && typ.Out(1) == errorType
	for i := skip; i < typ.NumIn(); i++ {
		s.in = append(s.in, typ.In(i))
	}
	if s.variadic {
		last := &s.in[len(s.in)-1]
		*last = (*last).Elem()
	}
	return s
}

// param is the type of the nth argument of n, nil where there is none.
func (s *signature) param(i int) reflect.Type {
	if i < len(s.in) {
		return s.in[i]
	}
	return s.in[len(s.in)-1]
}

// takes reports whether it may be called with n arguments.
func (s *signature) takes(n int) bool {
	if s.variadic {
		return n >= len(s.in)-1
	}
	return n == len(s.in)
}

// callMethod calls a method that was looked up.
func (x *run) callMethod(receiver reflect.Value, how *lookup, args []expr, dot reflect.Value) reflect.Value {
	sig := how.signature
	if !sig.ok || !sig.takes(len(args)) {
		panic(giveUp{})
	}
	if how.onPointer {
		receiver = receiver.Addr()
	}
	mark := len(x.args)
	x.args = append(x.args, receiver)
	x.evalAll(args, dot)
	v := call(how.method, sig, x.args[mark:], 1)
	x.args = x.args[:mark]
	return v
}

// call calls a function with arguments as templates have them. The signature is
// that of the arguments behind the first skip ones.
func call(fn reflect.Value, sig *signature, args []reflect.Value, skip int) reflect.Value {
	for i, a := range args[skip:] {
		args[skip+i] = as(a, sig.param(i))
	}
	out := safely(fn, args)
	if len(out) == 2 && !out[1].IsNil() {
		panic(giveUp{})
	}
	return unwrapped(out[0])
}

// unwrapped is what functions that work on reflect.Values mean.
func unwrapped(v reflect.Value) reflect.Value {
	if v.Type() == valueType {
		return v.Interface().(reflect.Value)
	}
	return v
}

// safely lets html/template tell of a function that panics.
func safely(fn reflect.Value, args []reflect.Value) []reflect.Value {
	defer func() {
		if recover() != nil {
			panic(giveUp{})
		}
	}()
	return fn.Call(args)
}

var valueType = reflect.TypeFor[reflect.Value]()

// as makes a value one of the type, as templates do for arguments.
func as(v reflect.Value, typ reflect.Type) reflect.Value {
	switch {
	case !v.IsValid():
		if canBeNil(typ) {
			return reflect.Zero(typ)
		}
	case v.Type().AssignableTo(typ):
		return v
	case typ == valueType:
		return reflect.ValueOf(v)
	case v.Kind() == reflect.Interface && !v.IsNil() && v.Elem().Type().AssignableTo(typ):
		return v.Elem()
	}
	panic(giveUp{})
}

func canBeNil(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return typ == valueType
}

// methodCall is .Name with arguments.
type methodCall struct {
	of    expr
	name  string
	args  []expr
	known lookups
}

func (m *methodCall) eval(x *run, dot reflect.Value) reflect.Value {
	receiver, how := m.known.find(m.of.eval(x, dot), m.name)
	if how.kind != method {
		panic(giveUp{})
	}
	return x.callMethod(receiver, how, m.args, dot)
}

// funcCall is a function with arguments.
type funcCall struct {
	fn   reflect.Value
	sig  *signature
	args []expr
}

func (f *funcCall) eval(x *run, dot reflect.Value) reflect.Value {
	if !f.sig.ok || !f.sig.takes(len(f.args)) {
		panic(giveUp{})
	}
	mark := len(x.args)
	v := call(f.fn, f.sig, x.evalAll(f.args, dot), 0)
	x.args = x.args[:mark]
	return v
}

// evalAll evaluates arguments. Whoever uses them gives their room back by
// cutting x.args to the length that it had.
func (x *run) evalAll(args []expr, dot reflect.Value) []reflect.Value {
	mark := len(x.args)
	for _, a := range args {
		v := a.eval(x, dot)
		x.args = append(x.args, v)
	}
	return x.args[mark:]
}

// wordCall is a function like t and printf, called without reflection.
type wordCall struct {
	fn   func(string, ...any) (string, error)
	args []expr
}

func (w *wordCall) eval(x *run, dot reflect.Value) reflect.Value {
	first := indirectInterface(w.args[0].eval(x, dot))
	if !first.IsValid() || first.Type() != stringType {
		panic(giveUp{})
	}
	var rest []any
	for _, a := range w.args[1:] {
		rest = append(rest, interfaceOf(a.eval(x, dot)))
	}
	text, err := w.fn(first.String(), rest...)
	if err != nil {
		panic(giveUp{})
	}
	return reflect.ValueOf(text)
}

var stringType = reflect.TypeFor[string]()

// interfaceOf is a value as functions get it that take any.
func interfaceOf(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	if !v.CanInterface() {
		panic(giveUp{})
	}
	return v.Interface()
}
