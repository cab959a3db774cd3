package schema

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestNamesAreAllFiles(t *testing.T) {
	all, err := fs.Glob(files, "files/*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != len(Names()) {
		t.Errorf("%d files, %d names", len(all), len(Names()))
	}
	for _, name := range Names() {
		data, err := Source(name)
		if err != nil {
			t.Error(err)
			continue
		}
		var head struct {
			ID string `json:"$id"`
		}
		if err := json.Unmarshal(data, &head); err != nil || head.ID != name+".json" {
			t.Errorf("%s: $id is %q, %v", name, head.ID, err)
		}
	}
	if _, err := Source("nothing"); err == nil {
		t.Error("a schema that does not exist was found")
	}
}

// Whatever a person reads about the interface stands in both languages, and
// every part that a field names is described.
func TestTypesAreDescribed(t *testing.T) {
	types, err := Types()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, one := range types {
		known[one.Name] = true
	}
	han := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}
	for _, one := range types {
		if !han(one.Title.Zh) || one.Title.En == "" || han(one.Title.En) {
			t.Errorf("%s: title %+v", one.Name, one.Title)
		}
		for _, base := range one.Bases {
			if !known[base] {
				t.Errorf("%s has the fields of %s, which is not described", one.Name, base)
			}
		}
		for _, f := range one.Fields {
			if !han(f.Text.Zh) || f.Text.En == "" || han(f.Text.En) || f.Form == "" {
				t.Errorf("%s.%s: %+v", one.Name, f.Name, f)
			}
			if f.Part != "" && !known[f.Part] {
				t.Errorf("%s.%s is made of %s, which is not described", one.Name, f.Name, f.Part)
			}
		}
	}
}

func TestForms(t *testing.T) {
	types, err := Types()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, field, form string
		required          bool
	}{
		{"measure", "responsibilities", "array of responsibility", true},
		{"measure", "parent", "reference or null", true},
		{"measure", "titleOrigin", "origins", false},
		{"measure", "pages", "object by language of address", true},
		{"deadline", "end", "date or null", true},
		{"deadline", "kind", "due | expiry | period | term | ongoing | recurring", true},
		{"index", "counts", "object of integer", true},
		{"address", "url", "uri", false},
	} {
		one := types[slices.IndexFunc(types, func(one Type) bool { return one.Name == tt.name })]
		i := slices.IndexFunc(one.Fields, func(f Field) bool { return f.Name == tt.field })
		if i < 0 || one.Fields[i].Form != tt.form || one.Fields[i].Required != tt.required {
			t.Errorf("%s.%s: %+v", tt.name, tt.field, one.Fields)
		}
	}
}
