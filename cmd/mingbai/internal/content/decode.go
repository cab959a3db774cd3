package content

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// decoder fills structs from YAML strictly. The library's own strictness
// stops at the first line it dislikes, takes numbers for text and gives no
// columns; a person who edits by hand needs them all at once.
type decoder struct {
	file     string
	line     int          // lines of the file before the first one of the YAML
	last     int          // the file's last line
	twinOf   reflect.Type // the Chinese file's front matter, whose keys are facts; nil elsewhere
	defaults bool         // any key may be left out: the value stands already
	findings []diag.Finding
}

// pos is where a node stands. YAML ends a line at characters that no editor
// takes for an end, so that its lines may be more than the file's.
func (d *decoder) pos(n *yaml.Node) diag.Position {
	return diag.Position{File: d.file, Line: min(d.line+n.Line, d.last), Column: n.Column}
}

// mismatch reports a value of the wrong type.
func (d *decoder) mismatch(n *yaml.Node, v reflect.Value, name string) {
	var where any = name
	if name == "" {
		where = diag.Text{En: "this", Zh: "此处"}
	}
	f := find(wrongType, d.pos(n), where, wordsFor(v.Type()), wordsOf(n))
	if v.Kind() == reflect.String && n.Kind == yaml.ScalarNode {
		f.Hint = quoteHint
	}
	d.findings = append(d.findings, f)
}

// quoteHint helps where YAML takes a text for something else.
var quoteHint = diag.Text{
	En: "put a text that looks like a number, a date or true into double quotes",
	Zh: "形如数字、日期或 true 的文字请用半角双引号括起",
}

func (d *decoder) report(r *diag.Rule, n *yaml.Node, args ...any) {
	d.findings = append(d.findings, find(r, d.pos(n), args...))
}

// decode stores a node in v. What does not fit is reported and left as it was.
func (d *decoder) decode(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		d.mismatch(n, v, name)
		return
	}
	if n.ShortTag() == "!!null" {
		return // a key without a value is a value that nobody has filled in
	}
	switch v.Kind() {
	case reflect.Pointer:
		fresh := reflect.New(v.Type().Elem())
		d.decode(n, fresh.Elem(), name)
		v.Set(fresh)
	case reflect.Struct:
		d.decodeStruct(n, v, name)
	case reflect.Map:
		d.decodeMap(n, v, name)
	case reflect.Slice:
		d.decodeSlice(n, v, name)
	default:
		d.decodeScalar(n, v, name)
	}
}

func (d *decoder) decodeStruct(n *yaml.Node, v reflect.Value, name string) {
	if !d.wants(n, yaml.MappingNode, v, name) {
		return
	}
	given := map[string]bool{}
	for key, value := range pairsOf(n) {
		if given[key.Value] {
			d.report(repeatedKey, key, key.Value)
			continue
		}
		given[key.Value] = true
		d.decodeField(key, value, v, name)
	}
	for f := range fieldsOf(v.Type()) {
		if !f.omitEmpty && !given[f.key] && !d.defaults {
			d.report(missingKey, n, under(name, f.key))
		}
	}
}

// decodeField stores the value of one key of a struct.
func (d *decoder) decodeField(key, value *yaml.Node, v reflect.Value, name string) {
	for f := range fieldsOf(v.Type()) {
		if f.key == key.Value {
			d.decode(value, v.FieldByIndex(f.index), under(name, f.key))
			return
		}
	}
	if d.twinOf != nil && name == "" && slices.Contains(keysOf(d.twinOf), key.Value) {
		d.report(factInTwin, key, key.Value)
		return
	}
	keys := keysOf(v.Type())
	f := find(unknownKey, d.pos(key), key.Value)
	d.findings = append(d.findings, suggest(f, key.Value, keys))
}

func (d *decoder) decodeMap(n *yaml.Node, v reflect.Value, name string) {
	if !d.wants(n, yaml.MappingNode, v, name) {
		return
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	given := map[string]bool{}
	for key, value := range pairsOf(n) {
		if given[key.Value] {
			d.report(repeatedKey, key, key.Value)
			continue
		}
		given[key.Value] = true
		item := reflect.New(v.Type().Elem()).Elem()
		d.decode(value, item, under(name, key.Value))
		v.SetMapIndex(reflect.ValueOf(key.Value), item)
	}
}

func (d *decoder) decodeSlice(n *yaml.Node, v reflect.Value, name string) {
	if !d.wants(n, yaml.SequenceNode, v, name) {
		return
	}
	out := reflect.MakeSlice(v.Type(), 0, len(n.Content))
	for i, child := range n.Content {
		before := len(d.findings)
		item := reflect.New(v.Type().Elem()).Elem()
		d.decode(child, item, fmt.Sprintf("%s[%d]", name, i+1))
		if len(d.findings) == before {
			out = reflect.Append(out, item) // an item that is wrong is left out, the others are good
		}
	}
	v.Set(out)
}

// wants reports whether a node is the collection that a value needs.
func (d *decoder) wants(n *yaml.Node, want yaml.Kind, v reflect.Value, name string) bool {
	standard := n.Tag == "" || n.ShortTag() == "!!map" || n.ShortTag() == "!!seq"
	if n.Kind != want || !standard {
		d.mismatch(n, v, name)
		return false
	}
	return true
}

func (d *decoder) decodeScalar(n *yaml.Node, v reflect.Value, name string) {
	tag := n.ShortTag()
	date := v.Type() == reflect.TypeFor[plan.Date]()
	ok := n.Kind == yaml.ScalarNode
	switch {
	case !ok:
	case date:
		d.decodeDate(n, v, name)
		return
	case v.Kind() == reflect.String && tag == "!!str":
		d.decodeString(n, v, name)
		return
	case v.Kind() == reflect.Bool && tag == "!!bool":
		v.SetBool(strings.EqualFold(n.Value, "true"))
		return
	case v.Kind() == reflect.Int && tag == "!!int":
		var i int64
		if i, ok = parseInt(n.Value); ok {
			v.SetInt(i)
			return
		}
	case v.Kind() == reflect.Float64 && (tag == "!!int" || tag == "!!float"):
		f, err := strconv.ParseFloat(n.Value, 64)
		if ok = err == nil && f-f == 0; ok { // neither infinite nor no number
			v.SetFloat(f)
			return
		}
	}
	d.mismatch(n, v, name)
}

// parseInt reads a decimal number of a size that people write.
func parseInt(s string) (int64, bool) {
	i, err := strconv.ParseInt(s, 10, 32)
	return i, err == nil
}

func (d *decoder) decodeDate(n *yaml.Node, v reflect.Value, name string) {
	if n.Value == "" {
		return
	}
	date, err := plan.ParseDate(n.Value)
	if err != nil {
		d.report(notADate, n, name, n.Value)
		return
	}
	v.SetString(string(date))
}

// decodeString stores a text, or a word where the type has a list of them.
func (d *decoder) decodeString(n *yaml.Node, v reflect.Value, name string) {
	words := wordsAllowed(v.Type())
	if words != nil && !slices.Contains(words, n.Value) {
		f := find(unknownWord, d.pos(n), name, n.Value)
		d.findings = append(d.findings, suggest(f, n.Value, words))
		return
	}
	v.SetString(n.Value)
}

// under is the name of a key within another.
func under(name, key string) string {
	if name == "" {
		return key
	}
	return name + "." + key
}

// pairsOf ranges over keys and values of a mapping.
func pairsOf(n *yaml.Node) func(yield func(k, v *yaml.Node) bool) {
	return func(yield func(k, v *yaml.Node) bool) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(n.Content[i], n.Content[i+1]) {
				return
			}
		}
	}
}
