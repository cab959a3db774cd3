package docx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

func lvl(i, format, text, more string) string {
	return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/>` + more + `<w:lvlText w:val="` + text + `"/></w:lvl>`
}

func abstract(id, levels string) string {
	return `<w:abstractNum w:abstractNumId="` + id + `">` + levels + `</w:abstractNum>`
}

func num(id, abstract, more string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + more + `</w:num>`
}

// chineseList has the levels of GB/T 9704.
var chineseList = abstract("0",
	lvl("0", "chineseCountingThousand", "%1、", "")+lvl("1", "chineseCounting", "（%2）", "")+
		lvl("2", "decimal", "%3.", "")+lvl("3", "decimal", "（%4）", "")+lvl("4", "decimalEnclosedCircle", "%5", "")) + num("1", "0", "")

// item is a paragraph of a list.
func item(num, level, text string) string {
	return sourcetest.Para(text, `<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+num+`"/></w:numPr>`)
}

func TestLabels(t *testing.T) {
	styled := `<w:style w:type="paragraph" w:default="1" w:styleId="a"/>` +
		`<w:style w:type="paragraph" w:styleId="1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style>`
	headings := abstract("0", lvl("0", "chineseCounting", "第%1章", `<w:pStyle w:val="1"/>`)+lvl("1", "decimal", "%1.%2", `<w:pStyle w:val="2"/><w:isLgl/>`)) + num("1", "0", "")
	for _, c := range []struct {
		name, numbering, styles, body string
		want                          string
	}{
		{"levels of a plan", chineseList, "",
			item("1", "0", "目标") + item("1", "0", "措施") + item("1", "1", "减税") + item("1", "2", "增值税") + item("1", "2", "所得税") + item("1", "1", "降费") + item("1", "2", "社保费") + item("1", "4", "养老") + item("1", "0", "保障"),
			"一、目标 二、措施 （一）减税 1.增值税 2.所得税 （二）降费 1.社保费 ①养老 三、保障"},
		{"beyond ten", abstract("0", lvl("0", "japaneseCounting", "%1、", "")) + num("1", "0", ""), "",
			strings.Repeat(item("1", "0", ""), 20) + item("1", "0", "末"), "一、 二、 三、 四、 五、 六、 七、 八、 九、 十、 十一、 十二、 十三、 十四、 十五、 十六、 十七、 十八、 十九、 二十、 二十一、末"},
		{"a number and a word do not run together", abstract("0", lvl("0", "decimal", "%1.", "")+lvl("1", "upperLetter", "%2", "")) + num("1", "0", ""), "",
			item("1", "0", "5亿元") + item("1", "1", "甲"), "1. 5亿元 A 甲"},
		{"numbers of several levels", headings, styled,
			sourcetest.Para("总则", `<w:pStyle w:val="1"/>`) + sourcetest.Para("范围", `<w:pStyle w:val="2"/>`) + sourcetest.Para("期限", `<w:pStyle w:val="2"/>`) + sourcetest.Para("分则", `<w:pStyle w:val="1"/>`) + sourcetest.Para("附则", `<w:pStyle w:val="2"/>`),
			"第一章总则 1.1 范围 1.2 期限 第二章分则 2.1 附则"},
		{"number 0 takes a style's list away", headings, styled, sourcetest.Para("前言", `<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>`), "前言"},
		{"two uses of a definition count on", chineseList + num("2", "0", ""), "", item("1", "0", "甲") + item("2", "0", "乙"), "一、甲 二、乙"},
		{"unless one begins again", chineseList + num("2", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`), "",
			item("1", "0", "甲") + item("2", "0", "乙") + item("2", "0", "丙"), "一、甲 一、乙 二、丙"},
		{"a level of its own", chineseList + num("2", "0", `<w:lvlOverride w:ilvl="0">`+lvl("0", "decimalFullWidth", "%1．", "")+`</w:lvlOverride>`), "",
			item("2", "0", "甲"), "１．甲"},
		{"start and no restart", abstract("0", lvl("0", "chineseCounting", "%1、", "")+`<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl>`) + num("1", "0", ""), "",
			item("1", "0", "甲") + item("1", "1", "乙") + item("1", "0", "丙") + item("1", "1", "丁"), "一、甲 3.乙 二、丙 4.丁"},
		{"bullets", abstract("0", lvl("0", "bullet", "\uf06c", "")+lvl("1", "bullet", "——", "")) + num("1", "0", ""), "", item("1", "0", "甲") + item("1", "1", "乙"), "甲 ——乙"},
		{"legal numbers", abstract("0", lvl("0", "chineseCounting", "%1、", "")+lvl("1", "decimal", "%1.%2", "<w:isLgl/>")) + num("1", "0", ""), "", item("1", "0", "甲") + item("1", "1", "乙"), "一、甲 1.1 乙"},
		{"definition held by a style", abstract("0", `<w:styleLink w:val="L"/>`+lvl("0", "chineseCounting", "（%1）", "")) + abstract("1", `<w:numStyleLink w:val="L"/>`) + num("1", "1", ""), "", item("1", "0", "甲"), "（一）甲"},
		{"form in an alternative", abstract("0", `<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>`) + num("1", "0", ""), "", item("1", "0", "甲"), "1.甲"},
		{"unknown list", "", "", item("7", "0", "甲"), "甲"},
	} {
		d := read(t, c.body, map[string]string{"numbering": c.numbering, "styles": c.styles})
		if diff := cmp.Diff(c.want, strings.Join(d.Lines, " ")); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestFormatNumber(t *testing.T) {
	for format, want := range map[string]string{
		"decimal": "12", "decimalZero": "12", "chineseCounting": "十二", "ideographDigital": "一二", "decimalFullWidth": "１２",
		"decimalEnclosedCircle": "⑫", "chineseLegalSimplified": "拾贰", "ideographTraditional": "12", "ideographZodiac": "亥",
		"upperLetter": "L", "lowerLetter": "l", "upperRoman": "XII", "lowerRoman": "xii", "nothing known": "12",
	} {
		if got := formatNumber(12, format); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
	if got := formatNumber(28, "upperLetter"); got != "BB" {
		t.Errorf("28 in letters: %q", got)
	}
}
