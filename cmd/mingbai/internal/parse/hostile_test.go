package parse

import (
	"strings"
	"testing"
	"time"
)

// TestHostile reads texts made to be slow: what grows with the square of a
// text's length would take minutes here.
func TestHostile(t *testing.T) {
	const n = 600
	for name, lines := range map[string][]string{
		"open brackets":      {"（一）" + strings.Repeat("（", n*4)},
		"closed brackets":    {"（一）" + strings.Repeat("（省财政厅负责）", n)},
		"labels":             {"（一）甲。" + strings.Repeat("责任单位：", n)},
		"labels and stops":   {"（一）甲。" + strings.Repeat("责任单位：市财政局。乙。", n)},
		"one list":           {"（一）甲。（" + strings.Repeat("省财政厅、", n) + "负责）"},
		"joined names":       {"（一）甲。（" + strings.Repeat("省财政厅和", n) + "负责）"},
		"numbers in a line":  {"一、" + strings.Repeat("（一）甲。（二）乙。", n)},
		"dates":              {"（一）" + strings.Repeat("2022年6月30日前完成，", n)},
		"quotes":             {"（一）" + strings.Repeat("“《‘", n)},
		"headings alone":     strings.Split(strings.Repeat("（一）甲\n", n), "\n"),
		"paragraphs":         append([]string{"（一）甲"}, strings.Split(strings.Repeat("做好工作。（市财政局负责）\n", n/2), "\n")...),
		"text under an item": append([]string{"（一）甲。正文。"}, strings.Split(strings.Repeat("做好工作。\n", n), "\n")...),
		"titles":             strings.Split(strings.Repeat("某市实施方案\n", n), "\n"),
		"dates alone":        strings.Split(strings.Repeat("2022年6月8日\n", n), "\n"),
		"bodies alone":       strings.Split("甲方案\n为做好工作。\n"+strings.Repeat("某市人民政府\n", n)+"2022年6月8日", "\n"),
		"tabs":               {strings.Repeat("甲\t", n)},
		"rows":               strings.Split("序号\t任务\t责任单位\n"+strings.Repeat("1\t甲\t市财政局\n", n), "\n"),
		"open lines":         strings.Split(strings.Repeat("甲。乙，\n", n), "\n"),
		"pipes":              {strings.Repeat("|", n*4)},
		"emphasis":           {strings.Repeat("**甲", n*2)},
		"annexes":            strings.Split("附件：1.甲\n"+strings.Repeat("2.乙\n", n), "\n"),
		"header cells":       strings.Split(strings.Repeat("序号\n任务\n责任单位\n", n/4), "\n"),
		"meta":               {strings.Repeat("发文机关：甲 ", n)},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			doc, _ := Parse(Input{File: "h.txt", Lines: lines})
			if doc.SourceText() != strings.Join(lines, "\n") {
				t.Error("the segments do not give back the text")
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			} else if took > 5*time.Second {
				t.Logf("took %v", took)
			}
		})
	}
}
