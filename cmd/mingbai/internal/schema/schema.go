// Package schema has the published JSON Schemas (draft 2020-12) of the data
// interface, and reads them for people: the page about the data shows the same
// words that programs find in the schemas. Beside the keywords of the standard
// they have x-title-zh and x-description-zh, the Chinese of title and
// description.
package schema

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

//go:embed files/*.json
var files embed.FS

// Common is the schema with the parts that several others use.
const Common = "common"

// Names lists the schemas in the order in which people read them, the common
// parts last.
func Names() []string {
	return []string{
		"index", "documents", "document", "actions", "plans", "measures", "measure",
		"departments", "department", "topics", "deadlines", Common,
	}
}

// Source is a schema as it is published.
func Source(name string) ([]byte, error) {
	data, err := files.ReadFile("files/" + name + ".json")
	if err != nil {
		return nil, fmt.Errorf("no schema is called %q: %w", name, err)
	}
	return data, nil
}

// Type is an object of the data interface, for people.
type Type struct {
	Name   string // of the file, or of the part
	Title  plan.Text
	Text   plan.Text // what it is; may be empty
	Bases  []string  // parts whose fields it has as well
	Fields []Field
}

// Field is a property of an object.
type Field struct {
	Name     string
	Form     string // in words of JSON: "string", "array of measureEntry"
	Part     string // the part that the form names, or ""
	Required bool
	Text     plan.Text
}

// Types reads all schemas: the files, then the parts, both in the order in
// which their schemas have them.
func Types() ([]Type, error) {
	var all []Type
	for _, name := range Names() {
		data, err := Source(name)
		if err != nil {
			return nil, err
		}
		var o object
		if err := json.Unmarshal(data, &o); err != nil {
			return nil, fmt.Errorf("schema %s: %w", name, err)
		}
		if name != Common {
			all = append(all, o.describe(name))
			continue
		}
		for _, part := range o.Defs {
			all = append(all, part.value.describe(part.key))
		}
	}
	return all, nil
}

// object is what is read of a schema.
type object struct {
	Title         string          `json:"title"`
	TitleZh       string          `json:"x-title-zh"`
	Description   string          `json:"description"`
	DescriptionZh string          `json:"x-description-zh"`
	Type          any             `json:"type"`
	Format        string          `json:"format"`
	Enum          []any           `json:"enum"`
	Ref           string          `json:"$ref"`
	Items         *object         `json:"items"`
	AnyOf         []object        `json:"anyOf"`
	AllOf         []object        `json:"allOf"`
	Values        *object         `json:"additionalProperties"`
	Properties    ordered[object] `json:"properties"`
	Required      []string        `json:"required"`
	Defs          ordered[object] `json:"$defs"`
}

func (o *object) describe(name string) Type {
	t := Type{
		Name: name, Title: plan.Text{Zh: o.TitleZh, En: o.Title}, Text: plan.Text{Zh: o.DescriptionZh, En: o.Description},
	}
	for _, base := range o.AllOf {
		t.Bases = append(t.Bases, partOf(base.Ref))
	}
	for _, p := range o.Properties {
		form, part := p.value.form()
		t.Fields = append(t.Fields, Field{
			Name: p.key, Form: form, Part: part, Required: slices.Contains(o.Required, p.key),
			Text: plan.Text{Zh: p.value.DescriptionZh, En: p.value.Description},
		})
	}
	return t
}

// partOf is the name of the part that a reference leads to.
func partOf(ref string) string { return ref[strings.LastIndex(ref, "/")+1:] }

// form says what a value is, and which part describes it.
func (o *object) form() (form, part string) {
	switch {
	case o.Ref != "":
		part = partOf(o.Ref)
		return part, part
	case o.Items != nil:
		form, part = o.Items.form()
		return "array of " + form, part
	case len(o.AnyOf) > 0:
		form, part = o.AnyOf[0].form()
		return form + " or null", part
	case o.Values != nil:
		form, part = o.Values.form()
		return "object of " + form, part
	case len(o.Enum) > 0:
		return strings.Join(texts(o.Enum), " | "), ""
	case len(o.Properties) > 0:
		form, part = o.Properties[0].value.form()
		return "object by language of " + form, part
	}
	form = "any"
	switch t := o.Type.(type) {
	case string:
		form = t
	case []any:
		form = strings.Join(texts(t), " or ")
	}
	if o.Format != "" {
		form = strings.Replace(form, "string", o.Format, 1)
	}
	return form, ""
}

func texts(all []any) []string {
	var out []string
	for _, one := range all {
		if one == nil {
			one = "null"
		}
		out = append(out, fmt.Sprint(one))
	}
	return out
}
