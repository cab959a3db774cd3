package content

import (
	"iter"
	"reflect"
	"slices"
	"strings"
	"sync"

	"mingbai/cmd/mingbai/internal/plan"
)

// field is one key of front matter. The struct that it belongs to is the
// schema for reader and writer alike.
type field struct {
	key       string
	index     []int
	typ       reflect.Type
	omitEmpty bool
	lines     bool  // a list with one word a line
	form      *form // of its value
}

// form is a type of front matter, taken apart once for all files.
type form struct {
	typ    reflect.Type
	kind   reflect.Kind
	date   bool
	words  []string // of which a text must be one; nil for free text
	elem   *form    // of a pointer or a slice
	fields []field  // of a struct, those of embedded structs where they are embedded
}

// forms knows the types of all front matter, by which they are found. It is
// made once and never changed.
var forms = sync.OnceValue(func() map[reflect.Type]*form {
	all := map[reflect.Type]*form{}
	for k := range departmentPage + 1 {
		addForm(all, reflect.TypeOf(newFacts(k)).Elem())
	}
	addForm(all, reflect.TypeFor[twinFront]())
	addForm(all, reflect.TypeFor[Config]())
	return all
})

func addForm(all map[reflect.Type]*form, t reflect.Type) *form {
	if f := all[t]; f != nil {
		return f
	}
	f := &form{typ: t, kind: t.Kind(), date: t == reflect.TypeFor[plan.Date](), words: wordsAllowed(t)}
	all[t] = f
	switch f.kind {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		f.elem = addForm(all, t.Elem())
	case reflect.Struct:
		for _, s := range reflect.VisibleFields(t) {
			tag, ok := s.Tag.Lookup("yaml")
			if !ok {
				continue // it has no key
			}
			key, options, _ := strings.Cut(tag, ",")
			f.fields = append(f.fields, field{
				key: key, index: s.Index, typ: s.Type, omitEmpty: options == "omitempty",
				lines: s.Tag.Get("list") == "lines", form: addForm(all, s.Type),
			})
		}
	}
	return f
}

// fieldsOf gives the keys of a struct of front matter in order, those of
// embedded structs in the place where they are embedded.
func fieldsOf(t reflect.Type) iter.Seq[field] { return slices.Values(forms()[t].fields) }

// keysOf lists the keys of a struct.
func keysOf(t reflect.Type) []string {
	var keys []string
	for f := range fieldsOf(t) {
		keys = append(keys, f.key)
	}
	return keys
}
