package docx

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

// read reads a document that must be readable.
func read(t *testing.T, body string, parts map[string]string) draft.Draft {
	t.Helper()
	d, err := Read(t.Context(), "a.docx", sourcetest.Docx(body, parts))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// told gives the findings as "CODE message".
func told(d draft.Draft) []string {
	var out []string
	for _, f := range d.Findings {
		out = append(out, f.Code+" "+f.Message.En)
	}
	return out
}

func run(props, inner string) string {
	return "<w:r><w:rPr>" + props + "</w:rPr>" + inner + "</w:r>"
}

func TestReadText(t *testing.T) {
	p, r := sourcetest.Para, sourcetest.Run
	box := `<w:txbxContent>` + p("框内文字", "") + `</w:txbxContent>`
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"paragraphs and blank ones", p("", "") + p("　　通知", "") + p("", "") + p("正文", "") + p("", ""), []string{"通知", "", "正文"}},
		{"runs", "<w:p>" + r("加强") + r("领导。") + "</w:p>", []string{"加强领导。"}},
		{"space at the ends of a text counts only where it says so", "<w:p><w:r><w:t> a </w:t><w:t xml:space=\"preserve\"> b</w:t></w:r></w:p>", []string{"a b"}},
		{"line break and tab", "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>", []string{"一", "二\t三"}},
		{"page break breaks no line at an end", `<w:p><w:r><w:br w:type="page"/><w:t>附件</w:t></w:r></w:p>`, []string{"附件"}},
		{"hyperlink, content control, simple field", `<w:p><w:hyperlink>` + r("甲") + `</w:hyperlink><w:sdt><w:sdtContent>` + r("乙") +
			`</w:sdtContent></w:sdt><w:fldSimple w:instr="DATE">` + r("丙") + `</w:fldSimple></w:p>`, []string{"甲乙丙"}},
		{"the code of a field is no text", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
			r("3") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, []string{"3"}},
		{"symbols and hyphens", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:noBreakHyphen/><w:softHyphen/></w:r></w:p>`, []string{"☑是-"}},
		{"a text box once", `<w:p>` + r("正文") + `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>` + box +
			`</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>` + box + `</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, []string{"正文", "框内文字"}},
		{"a text box of the older form", `<w:p><w:r><w:pict><v:textbox>` + box + `</v:textbox></w:pict></w:r></w:p>` + p("后", ""), []string{"框内文字", "后"}},
		{"formula", `<w:p>` + r("设") + `<w:oMath><w:r><w:t>x=1</w:t></w:r></w:oMath></w:p>`, []string{"设x=1"}},
	} {
		if diff := cmp.Diff(c.want, read(t, c.body, nil).Lines); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestReadTables(t *testing.T) {
	cell := func(props, text string) string {
		return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + text + "</w:tc>"
	}
	p := func(s string) string { return sourcetest.Para(s, "") }
	restart, goesOn := `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"rows", sourcetest.Table([]string{"序号", "任务"}, []string{"1", "甲"}), []string{"序号\t任务", "1\t甲"}},
		{"several paragraphs in a cell", "<w:tbl><w:tr>" + cell("", p("甲")+p("乙")) + cell("", p("丙")) + "</w:tr></w:tbl>", []string{"甲 乙\t丙"}},
		{"merged cells keep their columns", "<w:tbl><w:tr>" + cell(restart, p("甲")) + cell("", p("乙")) + "</w:tr><w:tr>" + cell(goesOn, p("")) + cell("", p("丙")) +
			`</w:tr><w:tr>` + cell(`<w:gridSpan w:val="2"/>`, p("丁")) + cell("", p("戊")) + "</w:tr></w:tbl>", []string{"甲\t乙", "\t丙", "丁\t\t戊"}},
		{"a frame of one cell", "<w:tbl><w:tr>" + cell("", p("一、")+p("二、")) + "</w:tr></w:tbl>", []string{"一、", "二、"}},
		{"table within a cell", "<w:tbl><w:tr>" + cell("", sourcetest.Table([]string{"a", "b"})+p("")) + cell("", p("c")) + "</w:tr></w:tbl>", []string{"a b\tc"}},
	} {
		if diff := cmp.Diff(c.want, read(t, c.body, nil).Lines); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestReadRevisions(t *testing.T) {
	r := sourcetest.Run
	d := read(t, `<w:p>`+r("支持")+`<w:ins>`+r("小店")+`</w:ins><w:del><w:r><w:delText>大店</w:delText></w:r></w:del></w:p>`+
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+r("前半")+`</w:p>`+sourcetest.Para("后半", "")+
		`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>旧行</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>`+
		`<w:p>`+run("<w:vanish/>", "<w:t>内部</w:t>")+run(`<w:vanish w:val="0"/>`, "<w:t>公开</w:t>")+run(`<w:rStyle w:val="Hid"/>`, "<w:t>暗</w:t>")+`</w:p>`,
		map[string]string{
			"comments": `<w:comment w:id="1">` + sourcetest.Para("是否删去？", "") + `</w:comment>`,
			"styles":   `<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>`,
			"header1":  sourcetest.Para("内部资料", ""),
			"footer1":  sourcetest.Para("第1页", ""),
		})
	if diff := cmp.Diff([]string{"支持小店", "前半后半", "公开"}, d.Lines); diff != "" {
		t.Error(diff)
	}
	want := []string{
		"S301 tracked changes taken as accepted: insertions 1, deletions 2",
		"S302 comments left out: 1",
		"S201 left out deleted text (tracked changes), 4 characters: 大店 / 旧行",
		"S201 left out hidden text, 3 characters: 内部 / 暗",
		"S201 left out page headers, 4 characters: 内部资料",
		"S201 left out page footers, 3 characters: 第1页",
	}
	if diff := cmp.Diff(want, told(d)); diff != "" {
		t.Error(diff)
	}
}

func TestReadNotes(t *testing.T) {
	d := read(t, `<w:p>`+sourcetest.Run("小微企业")+`<w:r><w:footnoteReference w:id="2"/></w:r>`+sourcetest.Run("增长")+`<w:r><w:endnoteReference w:id="5"/></w:r></w:p>`,
		map[string]string{
			"footnotes": `<w:footnote w:id="1">` + sourcetest.Para("分隔", "") + `</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>` + sourcetest.Run(" 按国家标准划分。") + `</w:p></w:footnote>`,
			"endnotes":  `<w:endnote w:id="5">` + sourcetest.Para("统计数据。", "") + `</w:endnote>`,
		})
	if diff := cmp.Diff([]string{"小微企业[1]增长[i]", "[1] 按国家标准划分。", "[i] 统计数据。"}, d.Lines); diff != "" {
		t.Error(diff)
	}
}

func TestReadLeavesOutContents(t *testing.T) {
	d := read(t, sourcetest.Para("目  录", "")+sourcetest.Para("一、总体要求\t1", `<w:pStyle w:val="10"/>`)+sourcetest.Para("一、总体要求", ""),
		map[string]string{"styles": `<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>`})
	if diff := cmp.Diff([]string{"一、总体要求"}, d.Lines); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	whole := sourcetest.Docx(sourcetest.Para("通知", ""), nil)
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"no archive":        {[]byte("PK\x03\x04"), nil},
		"another archive":   {sourcetest.Zip(map[string]string{"a.txt": "x"}), ErrNoDocument},
		"no body":           {sourcetest.Zip(map[string]string{"word/document.xml": "<w:document/>"}), ErrNoDocument},
		"not XML":           {sourcetest.Zip(map[string]string{"word/document.xml": "通知"}), nil},
		"too deep":          {sourcetest.Docx(strings.Repeat("<w:sdt>", 1000)+strings.Repeat("</w:sdt>", 1000), nil), draft.ErrTooLarge},
		"unpacks to much":   {sourcetest.Docx("<w:p/>"+strings.Repeat(" ", draft.MaxPart), nil), draft.ErrTooLarge},
		"unpacks to nought": {whole[:len(whole)/2], nil},
	} {
		_, err := Read(t.Context(), "a.docx", c.data)
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
}

func TestReadStops(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
	defer cancel()
	if _, err := Read(ctx, "a.docx", sourcetest.Docx(sourcetest.Para("通知", ""), nil)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}

func TestReadCutOffAnywhere(t *testing.T) {
	whole := sourcetest.DocxOf([]string{"通知", "一、目标", "1\t甲"})
	for n := range whole {
		if _, err := Read(t.Context(), "a.docx", whole[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes were read without error", n, len(whole))
		}
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add(sourcetest.Para("通知", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`), "", chineseList)
	f.Add(sourcetest.Table([]string{"a", "b"}), `<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`, "")
	f.Add("<w:p><w:r><w:pict><w:txbxContent/></w:pict></w:r></w:p>", "", `<w:abstractNum><w:lvl w:ilvl="9"/></w:abstractNum>`)
	f.Fuzz(func(t *testing.T, body, styles, numbering string) {
		data := sourcetest.Docx(body, map[string]string{"styles": styles, "numbering": numbering})
		d, err := Read(t.Context(), "a.docx", data)
		if err == nil && strings.ContainsAny(strings.Join(d.Lines, ""), "\n\r\f") {
			t.Fatalf("a line with a break: %q", d.Lines)
		}
		_, _ = Read(t.Context(), "a.docx", []byte(body))
	})
}
