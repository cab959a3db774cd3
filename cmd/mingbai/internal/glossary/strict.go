package glossary

import (
	"bytes"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// strictNode decodes a node into the struct that v points to, refusing keys that
// it does not have.
func strictNode(node *yaml.Node, v any) error {
	if hasOnly(node, reflect.TypeOf(v).Elem()) && node.Decode(v) == nil {
		return nil
	}
	return strictNodeAgain(node, v)
}

// strictNodeAgain encodes the node and decodes it as a file of its own: the
// library's own way to strictness below the top of a file, and slow. It says
// what is wrong.
func strictNodeAgain(node *yaml.Node, v any) error {
	b, err := yaml.Marshal(node)
	if err != nil {
		return err
	}
	reflect.ValueOf(v).Elem().SetZero()
	dec := yaml.NewDecoder(bytes.NewReader(b))
	dec.KnownFields(true)
	return plainError(dec.Decode(v), node.Line-1)
}

// hasOnly reports whether a node is plain and has no key but those of a type,
// each once.
func hasOnly(node *yaml.Node, t reflect.Type) bool {
	switch {
	case node.Kind == yaml.ScalarNode:
		return true
	case node.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		return !slices.ContainsFunc(node.Content, func(n *yaml.Node) bool { return !hasOnly(n, t.Elem()) })
	case node.Kind != yaml.MappingNode || t.Kind() != reflect.Struct:
		return false
	}
	known := map[string]reflect.Type{}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); name != "" && name != "-" {
			known[name] = t.Field(i).Type
		}
	}
	for i := 0; i < len(node.Content); i += 2 {
		key := node.Content[i].Value
		of, ok := known[key]
		if !ok || !hasOnly(node.Content[i+1], of) {
			return false
		}
		delete(known, key) // a second time it is none
	}
	return true
}
