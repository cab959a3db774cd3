package glossary

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"mingbai/cmd/mingbai/internal/plan"
)

const registry = `
region: {zh: 江南省, en: Jiangnan}
organizations:
  - {id: prov-finance, kind: department, zh: 江南省财政厅, en: Jiangnan Provincial Department of Finance, short: {zh: 省财政厅}}
  - {id: prov-trade, kind: department, zh: 江南省商务厅, aliases: [Provincial Department of Commerce, 商务主管部门]}
`

func load(t *testing.T, text string) (*Registry, []string) {
	t.Helper()
	reg, fs, err := LoadRegistry(fstest.MapFS{"o.yaml": {Data: []byte(text)}}, "o.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, f := range fs {
		codes = append(codes, f.String())
	}
	return reg, codes
}

func TestLookup(t *testing.T) {
	reg, codes := load(t, registry)
	if len(codes) > 0 {
		t.Fatal(codes)
	}
	for name, want := range map[string]string{
		"江南省财政厅": "prov-finance", "省财政厅": "prov-finance", "财政厅": "prov-finance",
		" 省 财政厅　": "prov-finance", "the Provincial Department of  Commerce": "prov-trade", "PROVINCIAL DEPARTMENT OF COMMERCE": "prov-trade",
		"商务主管部门": "prov-trade", "财政部": "", "市财政局": "", "": "",
	} {
		o, ok := reg.Lookup(name)
		if got := ""; ok {
			if got = o.ID; got != want {
				t.Errorf("Lookup(%q) = %s, want %q", name, got, want)
			}
		} else if want != "" {
			t.Errorf("Lookup(%q) finds nothing, want %s", name, want)
		}
	}
}

func TestAppliesTo(t *testing.T) {
	reg, _ := load(t, registry)
	for text, want := range map[string]bool{"江南省人民政府": true, "in Jiangnan": true, "四川省人民政府": false, "省财政厅牵头": true, "财政部、发展改革委负责": false, "四川省财政厅": false, "": false} {
		if got := reg.AppliesTo(text); got != want {
			t.Errorf("AppliesTo(%q) = %v", text, got)
		}
	}
	var none *Registry
	if none.AppliesTo("江南省") {
		t.Error("no registry applies to a text")
	}
}

func TestNearest(t *testing.T) {
	reg, _ := load(t, registry)
	if o, _, ok := reg.Nearest("省商务听"); !ok || o.ID != "prov-trade" {
		t.Errorf("Nearest(省商务听) = %v", o)
	}
	if o, as, ok := reg.Nearest("省地方志办公室"); ok {
		t.Errorf("Nearest(省地方志办公室) = %v by %s", o, as)
	}
}

func TestRegistryFindings(t *testing.T) {
	for name, c := range map[string]struct{ add, want string }{
		"unknown key":  {"  - {id: a, kind: department, zh: 甲, chief: 乙}\n", "o.yaml:6:5: error: the entry cannot be read: "},
		"wrong kind":   {"  - {id: a, kind: ministry, zh: 甲}\n", `kind "ministry"`},
		"bad id":       {"  - {id: A b, kind: department, zh: 甲}\n", `id "A b"`},
		"no name":      {"  - {id: a, kind: department}\n", "no Chinese name"},
		"id twice":     {"  - {id: prov-trade, kind: department, zh: 甲}\n", `o.yaml:6: error: the id "prov-trade" stands on line 5 already`},
		"name of two":  {"  - {id: a, kind: department, zh: 财政厅}\n", `the name "财政厅" belongs to prov-finance on line 4`},
		"not a record": {"  - 甲\n", "cannot be read"},
	} {
		reg, fs := load(t, registry+c.add)
		if len(fs) != 1 || !strings.Contains(fs[0], c.want) {
			t.Errorf("%s: %v, want %q", name, fs, c.want)
		}
		if _, ok := reg.Lookup("省财政厅"); !ok {
			t.Errorf("%s: the good entries are lost", name)
		}
	}
}

func TestUnreadableFiles(t *testing.T) {
	bad := fstest.MapFS{"o.yaml": {Data: []byte("organizations: [\n")}, "n.yaml": {Data: []byte("titel: x\n")}, "s.yaml": {Data: []byte("actions: [{slug: ../x}]\n")}}
	if _, _, err := LoadRegistry(bad, "o.yaml"); err == nil || !strings.HasPrefix(err.Error(), "o.yaml: ") {
		t.Errorf("registry: %v", err)
	}
	if _, err := LoadNames(bad, "n.yaml"); err == nil || !strings.Contains(err.Error(), "line 1: field titel not found") {
		t.Errorf("names: %v", err)
	}
	if _, err := LoadNames(bad, "s.yaml"); err == nil || !strings.Contains(err.Error(), `slug "../x"`) {
		t.Errorf("slug: %v", err)
	}
	if n, err := LoadNames(bad, "missing.yaml"); err != nil || n.ID != "" {
		t.Errorf("a missing file: %v, %v", n, err)
	}
}

// TestSeedRegistry checks the data of this repository: 46 bodies, each with a
// name in both languages, full and short.
func TestSeedRegistry(t *testing.T) {
	reg, fs, err := LoadRegistry(os.DirFS("../../../../seeds"), "organizations.yaml")
	if err != nil || len(fs) > 0 {
		t.Fatal(err, fs)
	}
	if n := len(reg.Organizations()); n != 46 {
		t.Errorf("%d organizations, want 46", n)
	}
	for _, o := range reg.Organizations() {
		for _, lang := range []plan.Lang{plan.Zh, plan.En} {
			if _, ok := o.Short.In(lang); !ok || o.Zh == "" || o.En == "" {
				t.Errorf("%s lacks a name in %s", o.ID, lang)
			}
		}
	}
}
