package draft

import (
	"slices"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/diag"
)

func TestDraft(t *testing.T) {
	var d Draft
	d.Add("")
	d.Add("　　一、目标\n\u00a0正文 ")
	d.AddRow([]string{" 甲\n乙 ", "", "丙", "", ""})
	d.Add("")
	d.TrimBlank()
	if want := []string{"一、目标", "正文", "甲 乙\t\t丙"}; !slices.Equal(d.Lines, want) {
		t.Errorf("lines %q, want %q", d.Lines, want)
	}
}

func TestLeftOut(t *testing.T) {
	numbers, menu := diag.Text{En: "page numbers", Zh: "页码"}, diag.Text{En: "navigation", Zh: "导航"}
	var l LeftOut
	l.Add(numbers, "1")
	l.Add(menu, "首页  更多")
	l.Add(numbers, "1")
	l.Add(numbers, "2")
	l.Add(numbers, " ")
	l.Add(menu, strings.Repeat("长", 100))
	fs := l.Findings("a.pdf")
	if len(fs) != 2 || fs[0].Message.En != "left out page numbers, 3 characters: 1 / 2" {
		t.Fatalf("findings %v", fs)
	}
	if zh := fs[1].Message.Zh; !strings.HasPrefix(zh, "未采用导航，共 104 字：首页 更多 / 长") || !strings.HasSuffix(zh, "…") {
		t.Errorf("message %s", zh)
	}
}
