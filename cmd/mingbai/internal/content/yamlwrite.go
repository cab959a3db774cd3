package content

import (
	"bytes"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3" // the maintained continuation of yaml.v3; its nodes know line and column

	"mingbai/cmd/mingbai/internal/plan"
)

// writeFront gives the front matter of a struct, delimiters included: keys in
// the order of the fields, one fact a line so that edits merge, structs and
// lists of words in flow style. A field tagged `list:"lines"` has its words
// one a line.
func writeFront(fm front) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	all := reflect.ValueOf(fm).Elem()
	for f := range fieldsOf(all.Type()) {
		v := all.FieldByIndex(f.index)
		if f.omitEmpty && v.IsZero() {
			continue
		}
		b.WriteString(f.key + ":")
		if v.Kind() == reflect.Slice && (f.lines || v.Type().Elem().Kind() == reflect.Struct) {
			for i := range v.Len() {
				b.WriteString("\n  - " + flow(v.Index(i)))
			}
			b.WriteByte('\n')
			continue
		}
		b.WriteString(" " + flow(v) + "\n")
	}
	b.WriteString("---\n")
	return b.Bytes()
}

// flow is a value on one line.
func flow(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer:
		return flow(v.Elem())
	case reflect.Struct:
		return flowStruct(v)
	case reflect.Slice:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = flow(v.Index(i))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.String:
		if v.Type() == reflect.TypeFor[plan.Date]() {
			return v.String() // a date of the calendar by its type
		}
		return quote(v.String())
	}
	panic(fmt.Sprintf("content: no front matter form for %s", v.Type()))
}

func flowStruct(v reflect.Value) string {
	var items []string
	for f := range fieldsOf(v.Type()) {
		value := v.FieldByIndex(f.index)
		if f.omitEmpty && value.IsZero() {
			continue
		}
		items = append(items, f.key+": "+flow(value))
	}
	return "{ " + strings.Join(items, ", ") + " }"
}

// quote writes a text as it is where YAML reads it as the same text, and in
// double quotes elsewhere.
func quote(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == ' ' || unicode.IsPrint(r) && r != '\uFEFF':
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isPlain reports whether YAML, inside a flow collection too, reads s as the
// text s. It is strict: what is in doubt is quoted.
func isPlain(s string) bool {
	if s == "" || s[0] == ' ' || s[len(s)-1] == ' ' || strings.IndexByte("-.%/'+", s[0]) >= 0 {
		return false
	}
	ascii := true
	for _, r := range s {
		switch {
		case r < 0x80:
			if !isPlainASCII(r) {
				return false
			}
		case !unicode.IsPrint(r) || unicode.IsSpace(r):
			return false
		default:
			ascii = false
		}
	}
	if !ascii {
		return true
	}
	var node yaml.Node // a number, a date or a word like null is no text
	err := yaml.Unmarshal([]byte(s), &node)
	return err == nil && len(node.Content) == 1 && node.Content[0].ShortTag() == "!!str"
}

func isPlainASCII(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' ||
		strings.ContainsRune(" -_./()%+'", r)
}
