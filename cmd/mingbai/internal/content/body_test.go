package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/plan"
)

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []Block
	}{
		{"nothing", "", nil},
		{"anchors", "甲 {#p1}\n\n乙 {#p2-2}", []Block{{"p1", 0, "甲", 11}, {"p2-2", 0, "乙", 13}}},
		{"an anchor of the text", `甲 \{\#p1}`, []Block{{"", 0, `甲 \{\#p1}`, 11}}},
		{"no anchor without a space", "甲{#p1}", []Block{{"", 0, "甲{#p1}", 11}}},
		{"heading", "## 工作目标 {#goal}\n\n甲", []Block{{"goal", 2, "工作目标", 11}, {"", 0, "甲", 13}}},
		{"heading between lines", "甲\n### 乙\n丙", []Block{{"", 0, "甲", 11}, {"", 3, "乙", 12}, {"", 0, "丙", 13}}},
		{"a sign is no heading", "#甲", []Block{{"", 0, "#甲", 11}}},
		{"list", "- 甲\n- 乙 {#p3}\n  \n丙", []Block{{"p3", 0, "- 甲\n- 乙", 11}, {"", 0, "丙", 14}}},
	} {
		got := (&Localized{Body: c.body, BodyLine: 11}).Blocks()
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPlanBlocks(t *testing.T) {
	p := &Plan{Sections: []Section{{ID: "goal", Kind: plan.Goal}, {ID: "other-2", Kind: plan.OtherKind}}}
	p.Zh = Localized{BodyLine: 1, Body: "序\n\n## 目标 {#goal}\n\n甲\n\n### 小标题 {#own}\n\n乙\n\n## 其他 {#other-2}\n\n丙"}
	for section, want := range map[string][]string{
		"preamble": {"序"},
		"goal":     {"甲", "小标题", "乙"},
		"other-2":  {"丙"},
		"measures": nil,
	} {
		var got []string
		for _, b := range p.Blocks(plan.Zh, section) {
			got = append(got, b.Text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", section, diff)
		}
	}
}

// Several paragraphs of one line have anchors of their own, the same in both
// languages.
func TestAnchorsOfOneLine(t *testing.T) {
	paragraphs := []plan.Paragraph{{Line: 3, Lang: plan.Zh, Text: "甲"}, {Line: 3, Lang: plan.En, Text: "b"}, {Line: 3, Lang: plan.Zh, Text: "丙"}}
	for lang, want := range map[plan.Lang]string{
		plan.Zh: "甲 {#p3}\n\n丙 {#p3-3}",
		plan.En: "b {#p3-2}",
	} {
		w := newBody(lang)
		w.add(paragraphs)
		if w.String() != want {
			t.Errorf("%s: %q, want %q", lang, w, want)
		}
	}
}
