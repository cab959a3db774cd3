package glossary

import (
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
)

func TestNameCatalogue(t *testing.T) {
	reg, _ := load(t, registry)
	words, err := InterfaceWords()
	if err != nil {
		t.Fatal(err)
	}
	doc := &plan.Document{ID: "tea", Slug: "tea-2023", Title: plan.Text{Zh: "茶方案", En: "Tea plan"}}
	action := &plan.Action{Slug: "market", Title: plan.Text{Zh: "市场行动"}}
	doc.Plans = []plan.Plan{{ID: "tea/market/a", Action: action, Title: plan.Text{Zh: "甲"}}, {ID: "tea/market/b", Action: action, Title: plan.Text{Zh: "乙"}}}
	c, err := NameCatalogue("o.yaml", reg, []*plan.Document{doc}, words)
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[string]Entry{}
	for _, e := range c.Entries {
		if _, twice := byKey[e.Key]; twice {
			t.Errorf("%s stands twice", e.Key)
		}
		byKey[e.Key] = e
	}
	if e := byKey["organization/prov-finance#name"]; e.Source != "江南省财政厅" || e.State != plan.Draft || e.File != "o.yaml" || e.Line != 4 {
		t.Errorf("an organization: %+v", e)
	}
	if e := byKey["tea/market#name"]; e.Source != "市场行动" || e.State != plan.Untranslated {
		t.Errorf("an action: %+v", e)
	}
	for _, key := range words.Keys() {
		if _, ok := byKey["word/"+key]; !ok {
			t.Errorf("the interface's word %s is not there", key)
		}
	}
	work, err := ReadCatalogue("names.po", c.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if p := c.Proposals(work); len(p) != 0 {
		t.Errorf("proposals of an untouched copy: %q", p)
	}
	work.Entries[0].Target = "Finance Department"
	if p := c.Proposals(work); len(p) != 1 || !strings.HasPrefix(p[0], "o.yaml:4: organization/prov-finance#name: ") {
		t.Errorf("proposals: %q", p)
	}
}
