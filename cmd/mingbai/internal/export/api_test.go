package export

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"mingbai/cmd/mingbai/internal/schema"
	"mingbai/cmd/mingbai/internal/site"
)

// strict closes an object of a schema: a member that it does not describe is
// then an error. The published schemas are open, so that fields may be added;
// that the files have no other fields than those described, the test sees to.
func strict(name string, v any) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v
	}
	for key, child := range m {
		if key == "$defs" || key == "properties" {
			for k, sub := range child.(map[string]any) {
				child.(map[string]any)[k] = strict(k, sub)
			}
		}
	}
	// A part that others add to is closed where they add to it.
	part := name == "head" || strings.HasSuffix(name, "Entry") && name != "deadlineEntry" || name == "address" || name == "deadline"
	if m["type"] == "object" && m["additionalProperties"] == nil && !part {
		m["unevaluatedProperties"] = false
	}
	return m
}

// schemaCompiler has all published schemas, at the addresses where they stand.
func schemaCompiler(t *testing.T, files map[string][]byte) *jsonschema.Compiler {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	for _, name := range schema.Names() {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(files[site.InterfaceSchema(name)]))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := c.AddResource(root+site.InterfaceSchema(name), strict(name, doc)); err != nil {
			t.Fatal(name, err)
		}
	}
	return c
}

const root = "https://www.example.gov.cn/zt/"

// repealed ends the document by an editor's word.
func repealed(files fstest.MapFS) {
	index := files["doc/_index.zh.md"]
	index.Data = bytes.Replace(index.Data, []byte("\ndate:"), []byte("\nstatus: repealed\ndate:"), 1)
}

// Every file of the data interface keeps to the schema that it names, which is
// where it says, whatever has become of the document.
func TestInterfaceKeepsToItsSchemas(t *testing.T) {
	for name, change := range map[string]func(fstest.MapFS){"as it is": nil, "repealed": repealed} {
		t.Run(name, func(t *testing.T) { keepsToItsSchemas(t, made(t, project(t, change))) })
	}
}

func keepsToItsSchemas(t *testing.T, files map[string][]byte) {
	c := schemaCompiler(t, files)
	n := 0
	for name, data := range files {
		if !strings.HasPrefix(name, "data/v1/") || strings.Contains(name, "/schema/") {
			continue
		}
		n++
		var head struct {
			Schema string `json:"$schema"`
		}
		if err := json.Unmarshal(data, &head); err != nil {
			t.Fatal(name, err)
		}
		s, err := c.Compile(root + path.Join(path.Dir(name), head.Schema))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n < 15 {
		t.Errorf("%d files were looked at", n)
	}
}

// A schema that nothing can break proves nothing.
func TestSchemasRefuse(t *testing.T) {
	files := made(t, project(t, nil))
	c := schemaCompiler(t, files)
	for _, tt := range []struct{ name, file, old, with string }{
		{"measure", "data/v1/measures/doc/tax/finance/m01.json", `"role":"lead"`, `"role":"boss"`},
		{"measure", "data/v1/measures/doc/tax/finance/m01.json", `"end":"2022-06-30"`, `"end":"30 June"`},
		{"measure", "data/v1/measures/doc/tax/finance/m01.json", `"heading":false,`, ``},
		{"measure", "data/v1/measures/doc/tax/finance/m01.json", `"heading":false,`, `"heading":false,"more":1,`},
		{"department", "data/v1/departments/finance.json", `"phone":"0000-12345"`, `"phone":12345`},
		{"index", "data/v1/index.json", `"languages":["zh","en"]`, `"languages":["fr"]`},
	} {
		data := strings.Replace(string(files[tt.file]), tt.old, tt.with, 1)
		if data == string(files[tt.file]) {
			t.Fatalf("%s does not hold %s", tt.file, tt.old)
		}
		s := c.MustCompile(root + site.InterfaceSchema(tt.name))
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(doc) == nil {
			t.Errorf("%s: the schema takes %s", tt.file, tt.with)
		}
	}
}

// Every address in the interface leads to a file or page of the site.
func TestInterfaceAddresses(t *testing.T) {
	s := project(t, nil)
	files := made(t, s)
	for name, data := range files {
		if !strings.HasPrefix(name, "data/v1/") || strings.Contains(name, "/schema/") {
			continue
		}
		var doc any
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(name, err)
		}
		for _, href := range hrefs(doc) {
			u, err := url.Parse(href)
			if err != nil {
				t.Fatal(name, err)
			}
			to := path.Join(path.Dir(name), u.Path)
			if files[to] == nil && s.Page(to) == nil {
				t.Errorf("%s leads to %s, which is not there", name, to)
			}
		}
	}
}

// hrefs collects the values of all members called href or $schema, and of
// lists and schemas.
func hrefs(v any) []string {
	var all []string
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			all = append(all, hrefs(one)...)
		}
	case map[string]any:
		for key, one := range v {
			if s, ok := one.(string); ok && (key == "href" || key == "$schema") {
				all = append(all, s)
			}
			if m, ok := one.(map[string]any); ok && (key == "lists" || key == "schemas") {
				for _, s := range m {
					all = append(all, s.(string))
				}
			}
			all = append(all, hrefs(one)...)
		}
	}
	return all
}
