package layout

import "reflect"

// expr is a part of a program that has a value, or panics with giveUp.
type expr interface {
	eval(x *run, dot reflect.Value) reflect.Value
}

type dotExpr struct{}

func (dotExpr) eval(_ *run, dot reflect.Value) reflect.Value { return dot }

// variable is the slot of one.
type variable int

func (v variable) eval(x *run, _ reflect.Value) reflect.Value { return x.vars[v] }

type constant struct{ value reflect.Value }

func (c constant) eval(*run, reflect.Value) reflect.Value { return c.value }

// contents is what stands in a value of type any.
type contents struct{ of expr }

func (c contents) eval(x *run, dot reflect.Value) reflect.Value {
	v := c.of.eval(x, dot)
	if v.Kind() == reflect.Interface && v.Type().NumMethod() == 0 {
		return v.Elem()
	}
	return v
}

var trueValue, falseValue = reflect.ValueOf(true), reflect.ValueOf(false)

func boolValue(b bool) reflect.Value {
	if b {
		return trueValue
	}
	return falseValue
}

// isTrue is the truth of templates: that a value is not the zero or the empty
// one of its type.
func isTrue(v reflect.Value) bool {
	v = indirectInterface(v)
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	case reflect.Bool:
		return v.Bool()
	case reflect.Pointer, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return !v.IsNil()
	case reflect.Struct:
		return true
	}
	return !isZeroNumber(v)
}

func isZeroNumber(v reflect.Value) bool {
	switch {
	case v.CanInt():
		return v.Int() == 0
	case v.CanUint():
		return v.Uint() == 0
	case v.CanFloat():
		return v.Float() == 0
	case v.CanComplex():
		return v.Complex() == 0
	}
	panic(giveUp{})
}

// indirect follows pointers and interfaces to their end, or to one that is nil.
func indirect(v reflect.Value) (end reflect.Value, isNil bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// indirectInterface is what stands in an interface, invalid for nothing.
func indirectInterface(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}
