package layout

import (
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"
)

// appendData writes maps and lists of texts, small numbers and truths into a
// script as encoding/json does, which html/template asks. It reports false for
// all else, and for what has a form of its own.
func appendData(dst []byte, v reflect.Value) (out []byte, ok bool) {
	v = indirectInterface(v)
	if !v.IsValid() {
		return append(dst, "null"...), true
	}
	if typ := v.Type(); typ.PkgPath() != "" && (typ.NumMethod() > 0 || reflect.PointerTo(typ).NumMethod() > 0) {
		return dst, false
	}
	switch v.Kind() {
	case reflect.String:
		return appendString(dst, v.String()), true
	case reflect.Bool:
		return strconv.AppendBool(dst, v.Bool()), true
	case reflect.Int:
		n := v.Int() // the minifier has a shorter form for 1000
		return strconv.AppendInt(dst, n, 10), n == 0 || n%1000 != 0
	case reflect.Map:
		return appendMap(dst, v)
	case reflect.Slice:
		return appendList(dst, v)
	}
	return dst, false
}

func appendList(dst []byte, v reflect.Value) (out []byte, ok bool) {
	if v.IsNil() || v.Type().Elem().Kind() == reflect.Uint8 {
		return dst, false
	}
	dst = append(dst, '[')
	for i := range v.Len() {
		if i > 0 {
			dst = append(dst, ',')
		}
		if dst, ok = appendData(dst, v.Index(i)); !ok {
			return dst, false
		}
	}
	return append(dst, ']'), true
}

func appendMap(dst []byte, v reflect.Value) (out []byte, ok bool) {
	if v.IsNil() || v.Type().Key() != stringType {
		return dst, false
	}
	type entry struct {
		key   string
		value reflect.Value
	}
	var few [8]entry
	all := few[:0]
	for i := v.MapRange(); i.Next(); {
		all = append(all, entry{i.Key().String(), i.Value()})
	}
	slices.SortFunc(all, func(a, b entry) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	dst = append(dst, '{')
	for i, e := range all {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendString(dst, e.key), ':')
		if dst, ok = appendData(dst, e.value); !ok {
			return dst, false
		}
	}
	return append(dst, '}'), true
}

// appendString writes a text in quotes. Nothing in it can end a script.
func appendString(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	done := 0
	for i := 0; i < len(s); {
		c, size := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		plain := c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && c != '\u2028' && c != '\u2029' && (c != utf8.RuneError || size > 1)
		if plain {
			i += size
			continue
		}
		dst = append(dst, s[done:i]...)
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', byte(c))
		case '\b', '\f', '\n', '\r', '\t':
			dst = append(dst, '\\', map[rune]byte{'\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't'}[c])
		default:
			dst = append(dst, '\\', 'u', hex[c>>12&15], hex[c>>8&15], hex[c>>4&15], hex[c&15])
		}
		i += size
		done = i
	}
	return append(append(dst, s[done:]...), '"')
}
