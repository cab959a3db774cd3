package layout

import (
	"reflect"
	"sync/atomic"
)

// field is .Name of a value: a field of a struct, an entry of a map or a
// method without arguments. It remembers how the types that it met have it.
type field struct {
	of    expr
	name  string
	known lookups
}

func (f *field) eval(x *run, dot reflect.Value) reflect.Value {
	receiver, how := f.known.find(f.of.eval(x, dot), f.name)
	switch how.kind {
	case oneField:
		return receiver.Field(how.index)
	case pathField:
		inner, err := receiver.FieldByIndexErr(how.path)
		if err != nil {
			panic(giveUp{})
		}
		return inner
	case mapEntry:
		if entry := receiver.MapIndex(how.key); entry.IsValid() {
			return entry
		}
	case method:
		return x.callMethod(receiver, how, nil, reflect.Value{})
	}
	panic(giveUp{})
}

// lookup is how a type has a name.
type lookup struct {
	typ         reflect.Type
	addressable bool // that the value was; then its pointer's methods count, too
	kind        lookupKind
	index       int           // of the field
	path        []int         // of a field in embedded structs
	key         reflect.Value // of a map
	onPointer   bool          // the method is that of the pointer
	method      reflect.Value // a function whose first argument is the receiver
	signature   *signature    // of the method, without the receiver
}

type lookupKind int

const (
	unknown lookupKind = iota
	oneField
	pathField
	mapEntry
	method
)

// lookups are those that one place in a template has needed, mostly one. The
// list is replaced, never changed, so that readers need no lock.
type lookups struct{ list atomic.Pointer[[]lookup] }

// mostLookups bounds the list; what does not fit is looked up every time.
const mostLookups = 16

// find follows pointers to the value that has the name, and says how.
func (l *lookups) find(v reflect.Value, name string) (reflect.Value, *lookup) {
	v, isNil := indirect(v)
	if isNil || !v.IsValid() {
		panic(giveUp{}) // a method may do with it: html/template knows
	}
	typ, addressable := v.Type(), v.CanAddr()
	list := l.list.Load()
	if list != nil {
		for i := range *list {
			if how := &(*list)[i]; how.typ == typ && how.addressable == addressable {
				return v, how
			}
		}
	}
	how := lookUp(typ, addressable, name)
	longer := []lookup{how}
	if list != nil {
		longer = append(longer, *list...)
	}
	if len(longer) <= mostLookups {
		l.list.CompareAndSwap(list, &longer)
	}
	return v, &how
}

// lookUp looks a name up in the order of templates: methods, then fields, then
// entries of a map.
func lookUp(typ reflect.Type, addressable bool, name string) lookup {
	how := lookup{typ: typ, addressable: addressable}
	receiver := typ
	if addressable {
		receiver = reflect.PointerTo(typ)
	}
	if m, ok := receiver.MethodByName(name); ok {
		how.kind, how.method, how.onPointer = method, m.Func, addressable
		how.signature = signatureOf(m.Type, 1)
		return how
	}
	switch typ.Kind() {
	case reflect.Struct:
		if f, ok := typ.FieldByName(name); ok && f.IsExported() {
			how.kind, how.index = oneField, f.Index[0]
			if len(f.Index) > 1 {
				how.kind, how.path = pathField, f.Index
			}
		}
	case reflect.Map:
		if key := reflect.ValueOf(name); key.Type().AssignableTo(typ.Key()) {
			how.kind, how.key = mapEntry, key
		}
	}
	return how
}
