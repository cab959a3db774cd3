package layout

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"sync/atomic"
)

// typeFacts is what is known of a type of values that are written.
type typeFacts struct {
	typ    reflect.Type
	is     content
	simple bool // fmt prints a string or number as it is
	spoken bool // fmt prints what its String says
}

var (
	stringerType  = reflect.TypeFor[fmt.Stringer]()
	formatterType = reflect.TypeFor[fmt.Formatter]()
)

// contents of the types that html/template trusts.
var contentOf = map[reflect.Type]content{
	reflect.TypeFor[template.HTML]():     htmlText,
	reflect.TypeFor[template.URL]():      urlText,
	reflect.TypeFor[template.CSS]():      otherText,
	reflect.TypeFor[template.HTMLAttr](): otherText,
	reflect.TypeFor[template.JS]():       otherText,
	reflect.TypeFor[template.JSStr]():    otherText,
	reflect.TypeFor[template.Srcset]():   otherText,
}

func factsOf(typ reflect.Type) *typeFacts {
	says, odd := typ.Implements(stringerType), typ.Implements(errorType) || typ.Implements(formatterType)
	return &typeFacts{typ: typ, is: contentOf[typ], simple: !says && !odd, spoken: says && !odd && typ.Kind() != reflect.Pointer}
}

// lastType remembers the type that a place in a template wrote last.
type lastType struct{ facts atomic.Pointer[typeFacts] }

func (l *lastType) of(v reflect.Value) *typeFacts {
	if !v.IsValid() {
		return &typeFacts{}
	}
	typ := v.Type()
	if f := l.facts.Load(); f != nil && f.typ == typ {
		return f
	}
	f := factsOf(typ)
	l.facts.Store(f)
	return f
}

// text is the text of a value of a simple kind; false for any other.
func (f *typeFacts) text(v reflect.Value) (s string, is content, ok bool) {
	switch {
	case !v.IsValid():
		return "", plainText, true
	case f.spoken:
		return said(v), plainText, true
	case !f.simple:
		return "", plainText, false
	case v.Kind() == reflect.String:
		return v.String(), f.is, true
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), plainText, true
	}
	return "", plainText, false
}

// said is what a value's String says.
func said(v reflect.Value) string {
	s, ok := interfaceOf(v).(fmt.Stringer)
	if !ok {
		panic(giveUp{})
	}
	defer func() {
		if recover() != nil {
			panic(giveUp{}) // fmt tells of it
		}
	}()
	return s.String()
}
