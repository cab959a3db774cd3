package pdf

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

func read(t *testing.T, data []byte) draft.Draft {
	t.Helper()
	d, err := Read(t.Context(), "a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func codes(d draft.Draft) string {
	var out []string
	for _, f := range d.Findings {
		out = append(out, f.Code)
	}
	return strings.Join(out, " ")
}

// show draws a text at the top of a page, with operators before it.
func show(before, text string) string {
	return "BT /F1 16 Tf " + before + " 1 0 0 1 80 700 Tm <" + sourcetest.Hex(text) + "> Tj ET\n"
}

func TestReadContent(t *testing.T) {
	h := sourcetest.Hex
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"one string", show("", "支持小店"), []string{"支持小店"}},
		{"strings set apart", "BT /F1 16 Tf 80 700 Td [<" + h("支持") + "> -100 <" + h("小店") + ">] TJ ET", []string{"支持小店"}},
		{"lines by leading", "BT /F1 16 Tf 20 TL 80 700 Td <" + h("通知") + "> Tj T* <" + h("正文。") + "> Tj <" + h("附件。") + "> ' ET", []string{"通知", "正文。", "附件。"}},
		{"moved by TD", "BT /F1 16 Tf 80 700 TD <" + h("通知") + "> Tj 0 -30 TD <" + h("正文") + "> Tj ET", []string{"通知", "正文"}},
		{"coordinates turned over", "q 1 0 0 -1 0 842 cm BT /F1 16 Tf 1 0 0 -1 80 100 Tm <" + h("上") + "> Tj 1 0 0 -1 80 300 Tm <" + h("下") + "> Tj ET Q", []string{"上", "下"}},
		{"a page whose writing runs upwards", "BT /F1 16 Tf 0 1 -1 0 100 100 Tm <" + h("横排") + "> Tj 0 1 -1 0 140 100 Tm <" + h("文件") + "> Tj ET", []string{"横排", "文件"}},
		{"string in brackets", "BT /F1 16 Tf 80 700 Td (\\145\\057\\145\\057) Tj ET", []string{"支支"}},
		{"what the file says the glyphs read", "/Span <</ActualText <FEFF" + h("小店") + ">>> BDC " + show("", "店") + "EMC", []string{"小店"}},
		{"a picture in the content is passed over", "BI /W 1 /H 1 ID \x00\x01(( EI " + show("", "通知"), []string{"通知"}},
		{"what is no operator is passed over", "]] >> /X gibberish << /A [ " + "\n" + "] >> foo " + show("", "通知"), []string{"通知"}},
	} {
		if diff := cmp.Diff(c.want, read(t, sourcetest.PDF(sourcetest.PDFFont{}, c.content)).Lines); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestReadEncodings(t *testing.T) {
	for _, c := range []struct {
		name string
		font sourcetest.PDFFont
		hex  string
	}{
		{"table of characters", sourcetest.PDFFont{}, sourcetest.Hex("支持小店")},
		{"UCS-2", sourcetest.PDFFont{Encoding: "UniGB-UCS2-H", Unmapped: true}, sourcetest.Hex("支持小店")},
		{"GBK", sourcetest.PDFFont{Encoding: "GBK-EUC-H", Unmapped: true}, "D6A7B3D6D0A1B5EA"},
	} {
		content := "BT /F1 16 Tf 80 700 Td <" + c.hex + "> Tj ET"
		if got := read(t, sourcetest.PDF(c.font, content)).Lines; len(got) != 1 || got[0] != "支持小店" {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestReadTells(t *testing.T) {
	watermark := "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <" + sourcetest.Hex("内部资料") + "> Tj ET\n"
	for _, c := range []struct{ name, content, codes string }{
		{"nothing", show("", "通知"), "S401"},
		{"text of an OCR program", "/I1 Do " + show("3 Tr", "通知"), "S401 S412"},
		{"a watermark", show("", "关于支持小店经济的通知") + watermark, "S401 S201"},
		{"text off the page", show("", "通知") + "BT /F1 16 Tf 80 2000 Td <" + sourcetest.Hex("外") + "> Tj ET", "S401 S201"},
	} {
		d := read(t, sourcetest.PDF(sourcetest.PDFFont{}, c.content))
		if got := codes(d); got != c.codes || strings.Contains(strings.Join(d.Lines, ""), "内部") {
			t.Errorf("%s: findings %s, want %s; lines %q", c.name, got, c.codes, d.Lines)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	whole := sourcetest.PDFOf(sourcetest.Set([]string{"关于支持小店经济的通知"}))
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"scanned", sourcetest.PDF(sourcetest.PDFFont{}, "q 500 0 0 800 0 0 cm /I1 Do Q"), ErrScanned},
		{"without characters", sourcetest.PDF(sourcetest.PDFFont{Unmapped: true}, show("", "支持小店")), ErrUnmapped},
		{"no objects", []byte("%PDF-1.7\n%%EOF"), nil},
		{"not a PDF file", []byte("通知"), nil},
		{"no pages", []byte(strings.Replace(string(whole), "/Kids[8 0 R ]", "/Kids[     ]", 1)), nil},
	} {
		_, err := Read(t.Context(), "a.pdf", c.data)
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
	}
}

// testdata has one file that needs a password, and one that opens without but
// forbids changes.
func TestReadEncrypted(t *testing.T) {
	for name, want := range map[string]error{"encrypted.pdf": ErrEncrypted, "restricted.pdf": nil} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Read(t.Context(), name, data); !errors.Is(err, want) {
			t.Errorf("%s: error %v, want %v", name, err, want)
		}
	}
}

func TestReadBounds(t *testing.T) {
	loop := strings.Replace(string(sourcetest.PDF(sourcetest.PDFFont{}, "/I1 Do "+show("", "通知"))), "/Subtype/Image", "/Subtype/Form ", 1)
	for name, data := range map[string][]byte{
		"form that draws itself":  []byte(loop),
		"page that is its parent": []byte(strings.Replace(string(sourcetest.PDF(sourcetest.PDFFont{}, show("", "通知"))), "/Kids[8 0 R ]", "/Kids[2 0 R]", 1)),
		"arrays in arrays":        sourcetest.PDF(sourcetest.PDFFont{}, strings.Repeat("[", 100_000)+show("", "通知")),
		"dictionaries":            sourcetest.PDF(sourcetest.PDFFont{}, strings.Repeat("<</A", 100_000)),
		"states":                  sourcetest.PDF(sourcetest.PDFFont{}, strings.Repeat("q ", 100_000)+show("", "通知")),
		"objects within objects":  []byte("%PDF-1.7\n1 0 obj\n" + strings.Repeat("[", 1_000_000) + "\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"),
	} {
		if d, err := Read(t.Context(), "a.pdf", data); err == nil && len(d.Lines) > 1 {
			t.Errorf("%s: lines %q", name, d.Lines)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, "a.pdf", sourcetest.PDFOf(sourcetest.Set([]string{"通知"}))); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// A file that is cut off is refused, or read as far as it goes; it never gives
// other text.
func TestReadCutOffAnywhere(t *testing.T) {
	whole := sourcetest.PDFOf(sourcetest.Set([]string{"关于支持小店经济的通知"}))
	for n := 0; n < len(whole); n += 7 {
		d, err := Read(t.Context(), "a.pdf", whole[:n])
		if text := strings.Join(d.Lines, ""); err == nil && text != "" && text != "关于支持小店经济的通知" {
			t.Fatalf("the first %d bytes read %q", n, text)
		}
	}
}

// structured is a page of marked content and what the file says of it.
func TestReadStructure(t *testing.T) {
	mcid := func(n int, text string, y int) string {
		return fmt.Sprintf("/P <</MCID %d>> BDC BT /F1 16 Tf 1 0 0 1 80 %d Tm <%s> Tj ET EMC\n", n, y, sourcetest.Hex(text))
	}
	content := mcid(0, "支持小店经济", 700) + mcid(1, "和特色街区。", 680) + mcid(2, "序号", 640) + mcid(3, "1", 620) + mcid(4, "公布清单", 620)
	content = strings.Replace(content, "1 0 0 1 80 620 Tm <"+sourcetest.Hex("公布清单"), "1 0 0 1 200 620 Tm <"+sourcetest.Hex("公布清单"), 1)
	tree := "/StructTreeRoot<</K<</S/Document/K[<</S/P/Pg 8 0 R/K[0 1]>><</S/Table/Pg 8 0 R/K[<</S/TR/K<</S/TH/A<</O/Table/ColSpan 2>>/K 2>>>><</S/TR/K[<</S/TD/K 3>><</S/TD/K[<</S/P/K 4>>]>>]>>]>>]>>>>"
	data := strings.Replace(string(sourcetest.PDF(sourcetest.PDFFont{}, content)), "/Type/Catalog", "/Type/Catalog"+tree, 1)
	d := read(t, []byte(data))
	if diff := cmp.Diff([]string{"支持小店经济", "和特色街区。", "序号", "1\t公布清单"}, d.Lines); diff != "" {
		t.Error(diff)
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(sourcetest.PDFOf(sourcetest.Set([]string{"关于支持小店经济的通知"})))
	f.Add(sourcetest.PDF(sourcetest.PDFFont{Encoding: "GBK-EUC-H", Unmapped: true}, "BT /F1 16 Tf <D6A7> Tj ET"))
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = Read(t.Context(), "a.pdf", data)
	})
}

func FuzzContent(f *testing.F) {
	f.Add(show("", "通知"))
	f.Add("q [(a)-1<0041>] TJ /X <</MCID 1 /ActualText (b)>> BDC EMC 1 0 0 1 0 0 cm /I1 Do")
	f.Add("BI ID EI ((\\)) <4 1> [[[ {")
	f.Fuzz(func(t *testing.T, content string) {
		_, _ = Read(t.Context(), "a.pdf", sourcetest.PDF(sourcetest.PDFFont{}, content))
	})
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> [<0041>] endbfrange"), []byte("ab"))
	f.Fuzz(func(t *testing.T, data, raw []byte) {
		m := readCMap(data)
		total := 0
		for _, c := range m.split(raw) {
			total += c.size
			_ = m.text(c)
			_ = m.number(c)
		}
		if total > len(raw) {
			t.Fatalf("%d bytes of %d", total, len(raw))
		}
	})
}
