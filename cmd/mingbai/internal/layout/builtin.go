package layout

import (
	"cmp"
	"fmt"
	"reflect"
	"text/template"
)

// builtin is a function of all templates: one that works on values, or a plain
// Go function, or "and" and "or", which leave out what need not be known.
type builtin struct {
	call        func(args []reflect.Value) reflect.Value
	plain       any
	logic       rune
	least, most int // arguments; 0 for no bound
}

// builtins are those that programs know. html/template has slice and call, too.
var builtins = map[string]builtin{
	"and":      {logic: 'a', least: 1},
	"or":       {logic: 'o', least: 1},
	"not":      {call: func(v []reflect.Value) reflect.Value { return boolValue(!isTrue(v[0])) }, least: 1, most: 1},
	"len":      {call: length, least: 1, most: 1},
	"index":    {call: index, least: 1},
	"eq":       {call: equal, least: 2},
	"ne":       {call: func(v []reflect.Value) reflect.Value { return boolValue(!same(v[0], v[1])) }, least: 2, most: 2},
	"lt":       {call: ordered(func(c int) bool { return c < 0 }), least: 2, most: 2},
	"le":       {call: ordered(func(c int) bool { return c <= 0 }), least: 2, most: 2},
	"gt":       {call: ordered(func(c int) bool { return c > 0 }), least: 2, most: 2},
	"ge":       {call: ordered(func(c int) bool { return c >= 0 }), least: 2, most: 2},
	"print":    {plain: fmt.Sprint},
	"printf":   {plain: fmt.Sprintf},
	"println":  {plain: fmt.Sprintln},
	"js":       {plain: template.JSEscaper},
	"html":     {plain: template.HTMLEscaper},
	"urlquery": {plain: template.URLQueryEscaper},
}

// builtinCall calls a function that works on values.
type builtinCall struct {
	call func([]reflect.Value) reflect.Value
	args []expr
}

func (b *builtinCall) eval(x *run, dot reflect.Value) reflect.Value {
	mark := len(x.args)
	v := b.call(x.evalAll(b.args, dot))
	x.args = x.args[:mark]
	return v
}

// logic is "and" and "or": the first argument that decides, or the last.
type logic struct {
	or   bool
	args []expr
}

func (l *logic) eval(x *run, dot reflect.Value) (v reflect.Value) {
	for _, a := range l.args {
		if v = a.eval(x, dot); isTrue(v) == l.or {
			break
		}
	}
	return v
}

func length(args []reflect.Value) reflect.Value {
	v, isNil := indirect(args[0])
	if !isNil {
		switch v.Kind() {
		case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
			return reflect.ValueOf(v.Len())
		}
	}
	panic(giveUp{})
}

// index is an element of a slice or an entry of a map, of any depth.
func index(args []reflect.Value) reflect.Value {
	v := indirectInterface(args[0])
	for _, i := range args[1:] {
		i = indirectInterface(i)
		v, _ = indirect(v)
		switch {
		case (v.Kind() == reflect.Slice || v.Kind() == reflect.Array) && i.CanInt() && i.Int() >= 0 && i.Int() < int64(v.Len()):
			v = v.Index(int(i.Int()))
		case v.Kind() == reflect.Map && i.IsValid() && i.Type().AssignableTo(v.Type().Key()):
			entry := v.MapIndex(i)
			if !entry.IsValid() {
				entry = reflect.Zero(v.Type().Elem())
			}
			v = entry
		default:
			panic(giveUp{})
		}
	}
	if !v.IsValid() {
		panic(giveUp{})
	}
	return v
}

func equal(args []reflect.Value) reflect.Value {
	for _, other := range args[1:] {
		if same(args[0], other) {
			return trueValue
		}
	}
	return falseValue
}

// same compares two values of one basic kind; html/template knows the others.
func same(a, b reflect.Value) bool {
	a, b = indirectInterface(a), indirectInterface(b)
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return a.String() == b.String()
	case a.CanInt() && b.CanInt():
		return a.Int() == b.Int()
	case a.CanUint() && b.CanUint():
		return a.Uint() == b.Uint()
	case a.CanFloat() && b.CanFloat():
		return a.Float() == b.Float()
	case a.Kind() == reflect.Bool && b.Kind() == reflect.Bool:
		return a.Bool() == b.Bool()
	}
	panic(giveUp{})
}

// ordered compares two values that have an order.
func ordered(holds func(int) bool) func([]reflect.Value) reflect.Value {
	return func(args []reflect.Value) reflect.Value {
		a, b := indirectInterface(args[0]), indirectInterface(args[1])
		switch {
		case a.CanInt() && b.CanInt():
			return boolValue(holds(cmp.Compare(a.Int(), b.Int())))
		case a.CanUint() && b.CanUint():
			return boolValue(holds(cmp.Compare(a.Uint(), b.Uint())))
		case a.Kind() == reflect.String && b.Kind() == reflect.String:
			return boolValue(holds(cmp.Compare(a.String(), b.String())))
		}
		panic(giveUp{}) // floats have no order where one is not a number
	}
}
