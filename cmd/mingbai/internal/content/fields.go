package content

import (
	"iter"
	"reflect"
	"strings"
)

// field is one key of front matter. The struct that it belongs to is the
// schema for reader and writer alike.
type field struct {
	key       string
	index     []int
	typ       reflect.Type
	omitEmpty bool
	lines     bool // a list with one word a line
}

// fieldsOf gives the keys of a struct in order, those of embedded structs in
// the place where they are embedded. A field without a yaml tag has no key.
func fieldsOf(t reflect.Type) iter.Seq[field] {
	return func(yield func(field) bool) {
		for _, f := range reflect.VisibleFields(t) {
			tag, ok := f.Tag.Lookup("yaml")
			if !ok {
				continue
			}
			key, options, _ := strings.Cut(tag, ",")
			ok = yield(field{
				key:       key,
				index:     f.Index,
				typ:       f.Type,
				omitEmpty: options == "omitempty",
				lines:     f.Tag.Get("list") == "lines",
			})
			if !ok {
				return
			}
		}
	}
}

// keysOf lists the keys of a struct.
func keysOf(t reflect.Type) []string {
	var keys []string
	for f := range fieldsOf(t) {
		keys = append(keys, f.key)
	}
	return keys
}
