package content

import (
	"reflect"
	"strings"
)

// quick reads front matter in the form that writeFront gives it, a small part
// of YAML, thirty times as fast as the library reads all of it. What is not of
// that form, or of the wrong type, or wrong in any other way, it leaves: then
// the library reads the file anew and finds the words for it. So every method
// here reports whether it could go on, and no more.
type quick struct {
	text string
	at   int
}

// quickFront fills fm from the text of a file and gives what comes after the
// front matter.
func quickFront(text string, fm front) (rest string, ok bool) {
	v := reflect.ValueOf(fm).Elem()
	q := quick{text: text}
	if !q.skip("---\n") || !q.keys(forms()[v.Type()], v) {
		return "", false
	}
	return q.text[q.at:], true
}

// skip passes over a text that must stand here.
func (q *quick) skip(s string) bool {
	if !strings.HasPrefix(q.text[q.at:], s) {
		return false
	}
	q.at += len(s)
	return true
}

// end passes over the line that ends front matter.
func (q *quick) end() bool {
	if q.text[q.at:] == "---" {
		q.at += len("---")
		return true
	}
	return q.skip("---\n")
}

// keys reads the lines up to the end of front matter.
func (q *quick) keys(f *form, v reflect.Value) bool {
	given := given{form: f}
	for !q.end() {
		field := given.next(q.key())
		if field == nil {
			return false
		}
		value := v.FieldByIndex(field.index)
		switch {
		case q.skip(":\n"):
			if !q.lines(field.form, value) {
				return false
			}
		case !q.skip(": ") || !q.value(field.form, value, false) || !q.skip("\n"):
			return false
		}
	}
	return given.complete()
}

// key passes over a key, "" where none stands.
func (q *quick) key() string {
	start := q.at
	for q.at < len(q.text) && isAnchorByte(q.text[q.at]) {
		q.at++
	}
	return q.text[start:q.at]
}

// lines reads a list with one item a line.
func (q *quick) lines(f *form, v reflect.Value) bool {
	n := q.countLines()
	if f.kind != reflect.Slice || n == 0 {
		return false
	}
	list := reflect.MakeSlice(f.typ, n, n)
	for i := range n {
		if !q.skip("  - ") || !q.value(f.elem, list.Index(i), false) || !q.skip("\n") {
			return false
		}
	}
	v.Set(list)
	return true
}

// countLines is the number of lines from here on that are items of a list.
func (q *quick) countLines() int {
	n := 0
	for rest := q.text[q.at:]; strings.HasPrefix(rest, "  - "); n++ {
		end := strings.IndexByte(rest, '\n')
		if end < 0 {
			return 0
		}
		rest = rest[end+1:]
	}
	return n
}

// value reads a value that stands on one line; in a flow collection its text
// ends at a comma or a bracket.
func (q *quick) value(f *form, v reflect.Value, inFlow bool) bool {
	switch f.kind {
	case reflect.Pointer:
		fresh := reflect.New(f.elem.typ)
		if !q.value(f.elem, fresh.Elem(), inFlow) {
			return false
		}
		v.Set(fresh)
		return true
	case reflect.Struct:
		return q.flowStruct(f, v)
	case reflect.Slice:
		return q.flowList(f, v)
	}
	s, quoted, ok := q.scalar(inFlow)
	return ok && f.set(v, s, quoted)
}

// flowStruct reads { key: value, key: value }.
func (q *quick) flowStruct(f *form, v reflect.Value) bool {
	if !q.skip("{ ") {
		return false
	}
	given := given{form: f}
	for {
		field := given.next(q.key())
		if field == nil || !q.skip(": ") || !q.value(field.form, v.FieldByIndex(field.index), true) {
			return false
		}
		if q.skip(" }") {
			return given.complete()
		}
		if !q.skip(", ") {
			return false
		}
	}
}

// flowList reads [text, text].
func (q *quick) flowList(f *form, v reflect.Value) bool {
	if f.elem.kind != reflect.String || !q.skip("[") {
		return false
	}
	type item struct {
		text   string
		quoted bool
	}
	var few [8]item
	items := few[:0]
	for {
		s, quoted, ok := q.scalar(true)
		if !ok {
			return false
		}
		items = append(items, item{s, quoted})
		if q.skip("]") {
			break
		}
		if !q.skip(", ") {
			return false
		}
	}
	list := reflect.MakeSlice(f.typ, len(items), len(items))
	for i, it := range items {
		if !f.elem.set(list.Index(i), it.text, it.quoted) {
			return false
		}
	}
	v.Set(list)
	return true
}

// given tells which keys of a struct stood already.
type given struct {
	form  *form
	seen  uint64
	after int // the field that most likely comes next
}

// next is the field of a key, or nil where the struct has none of the name or
// had it before.
func (g *given) next(key string) *field {
	fields := g.form.fields
	for n := range fields {
		i := g.after + n
		if i >= len(fields) {
			i -= len(fields)
		}
		if fields[i].key != key {
			continue
		}
		if bit := uint64(1) << i; g.seen&bit == 0 {
			g.seen |= bit
			g.after = i + 1
			return &fields[i]
		}
		return nil
	}
	return nil
}

// complete reports whether every key stood that has to.
func (g *given) complete() bool {
	for i := range g.form.fields {
		if !g.form.fields[i].omitEmpty && g.seen&(1<<i) == 0 {
			return false
		}
	}
	return true
}
