package site

import (
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/plan"
)

func TestBodyFallsBackParagraphByParagraph(t *testing.T) {
	tests := []struct{ name, own, twin, want string }{
		{"both whole", "甲 {#p1}\n\n乙 {#p2}", "a {#p1}\n\nb {#p2}", "zh甲 zh乙"},
		{"nothing of its own", "", "a {#p1}\n\nb {#p2}", "en a en b"},
		{"only the own", "甲 {#p1}", "", "zh甲"},
		{"a gap in the middle", "甲 {#p1}\n\n丙 {#p3}", "a {#p1}\n\nb {#p2}\n\nc {#p3}", "zh甲 en b zh丙"},
		{"a gap at the beginning", "乙 {#p2}", "a {#p1}\n\nb {#p2}", "en a zh乙"},
		{"a gap at the end", "甲 {#p1}", "a {#p1}\n\nb {#p2}", "zh甲 en b"},
		{"nothing in common", "甲 {#p10}\n\n丙 {#p12}", "b {#p11}\n\nd {#p13}", "zh甲 en b zh丙 en d"},
		{"two of one line", "甲 {#p1}\n\n丙 {#p1-3}", "b {#p1-2}", "zh甲 en b zh丙"},
		{"an editor's paragraph in both", "甲 {#p1}\n\n注", "a {#p1}\n\nnote", "zh甲 zh注"},
		{"an editor's paragraph here only", "甲 {#p1}\n\n注\n\n乙 {#p2}", "a {#p1}\n\nb {#p2}", "zh甲 zh注 zh乙"},
		{"an editor's paragraph there only", "甲 {#p1}\n\n乙 {#p2}", "a {#p1}\n\nnote\n\nb {#p2}", "zh甲 en note zh乙"},
		{"a heading here only", "## 题 {#h}\n\n甲 {#p1}", "a {#p1}\n\nb {#p2}", "zh## 题 zh甲 en b"},
		{"another order", "乙 {#p2}\n\n甲 {#p1}", "a {#p1}\n\nb {#p2}", "zh乙 zh甲"},
		{"nothing at all", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pair := text("m", "", "", tt.own, tt.twin)
			var got []string
			for _, p := range Body(&pair, plan.Zh) {
				for _, line := range strings.Split(p.Markdown(), "\n\n") {
					line, _, _ = strings.Cut(line, " {#")
					if p.Lang == plan.En {
						line = " " + line
					}
					got = append(got, string(p.Lang)+line)
				}
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}

func TestSectionsFallBackEachForItself(t *testing.T) {
	p := laidOut(t).Documents[0].Plans[0]
	var got []string
	for _, section := range []string{"preamble", "goal"} {
		for _, passage := range p.Body(section, plan.En) {
			got = append(got, section+" "+string(passage.Lang)+" "+passage.Markdown())
		}
	}
	want := "preamble zh 前言。 {#p6}|goal zh 目标。 {#p8}|goal en The goal. {#p9}"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %q\nwant %q", s, want)
	}
}

func TestPassageKnowsTheLinesOfItsFile(t *testing.T) {
	pair := text("m", "", "", "甲 {#p1}\n\n\n\n| 乙 |\n|---|\n| 丙 |\n\n丁 {#p2}", "")
	p := Body(&pair, plan.Zh)[0]
	// The fixture's bodies begin at line 10 of their file.
	for line, want := range map[int]int{1: 10, 3: 14, 5: 16, 7: 18} {
		if got := p.FileLine(line); got != want {
			t.Errorf("line %d of %q is line %d of the file, want %d", line, p.Markdown(), got, want)
		}
	}
}

func TestTitlesFallBack(t *testing.T) {
	s := laidOut(t)
	m := s.PageOf("doc/01-tax/1-finance/m01.zh.md").Measure
	if n := TitleOf(&m.Pair, plan.En); n.Text != "减税" || !n.Foreign(plan.En) {
		t.Errorf("title in English: %+v", n)
	}
	if n := TitleOf(&m.Pair, plan.Zh); n.Foreign(plan.Zh) {
		t.Errorf("title in Chinese: %+v", n)
	}
}

func TestExcerpt(t *testing.T) {
	for _, tt := range []struct{ zh, en, want string }{
		{"加强领导，落实责任。 {#p1}", "", "加强领导…"},
		{"\\*加强\\[一]领导。 {#p1}", "", "*加强[一]领导…"},
		{"## 标题\n\n" + strings.Repeat("长", 40), "", strings.Repeat("长", 28) + "…"},
		{"省财政厅会同省地方金融监管局进一步细化补贴标准、范围和资金申报程序。 {#p1}", "", "省财政厅会同省地方金融监管局进一步细化补贴标准…"},
		{"", "Carry out the work; and more. {#p1}", "Carry out the work…"},
		{"", strings.Repeat("lengthy ", 20), strings.TrimSpace(strings.Repeat("lengthy ", 10)) + "…"},
	} {
		pair := text("m", "", "", tt.zh, tt.en)
		if got := Excerpt(&pair, plan.Zh); got.Text != tt.want {
			t.Errorf("got %q, want %q", got.Text, tt.want)
		}
	}
}

// An opening is whole sentences where they fit, else words, and never the
// other half of a sentence.
func TestOpening(t *testing.T) {
	for _, tt := range []struct{ zh, en, want string }{
		{"## 标题\n\n加强\\*领导。 {#p1}", "", "加强*领导。"},
		{strings.Repeat("一二三四五六七八九。", 12), "", strings.Repeat("一二三四五六七八九。", 10)},
		{strings.Repeat("一二三四五六七八九，", 12), "", strings.Repeat("一二三四五六七八九，", 9) + "一二三四五六七八九…"},
		{strings.Repeat("长", 200), "", strings.Repeat("长", 100) + "…"},
		{"", strings.Repeat("words ", 60), strings.TrimSpace(strings.Repeat("words ", 40)) + "…"},
		{"", "Nothing here. {#p1}", "Nothing here."},
		{"", "", ""},
	} {
		pair := text("m", "", "", tt.zh, tt.en)
		if got := Opening(&pair, plan.Zh); got.Text != tt.want {
			t.Errorf("got %q, want %q", got.Text, tt.want)
		}
	}
}
