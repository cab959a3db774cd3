package build

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

// formatsDir holds a plan as text, and the same text printed to PDF by a word
// processor (without structure) and by a browser (with structure).
const formatsDir = "testdata/formats"

// TestSameModel is the promise of the readers: the same text gives the same
// model, down to the lines, in whatever format it was saved.
func TestSameModel(t *testing.T) {
	text := readFile(t, "plan.txt")
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	want := modelOf(t, "plan.txt", text)
	flat := slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return strings.Contains(l, "\t") })
	for name, data := range map[string][]byte{
		"plan.md":        []byte("\ufeff" + strings.ReplaceAll(string(text), "\n", "\r\n")),
		"gb18030.txt":    encoded(t, simplifiedchinese.GB18030.NewEncoder().Bytes, text),
		"gbk.TXT":        encoded(t, simplifiedchinese.GBK.NewEncoder().Bytes, text),
		"utf16.txt":      encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes, text),
		"plan.html":      []byte(sourcetest.HTMLOf(lines)),
		"gbk.htm":        encoded(t, simplifiedchinese.GB18030.NewEncoder().Bytes, []byte(strings.Replace(sourcetest.HTMLOf(lines), "utf-8", "gb2312", 1))),
		"plan.docx":      sourcetest.DocxOf(lines),
		"numbered.docx":  numbered(lines),
		"office.pdf":     readFile(t, "plan-office.pdf"),
		"browser.pdf":    readFile(t, "plan-browser.pdf"),
		"wrong-name.txt": sourcetest.DocxOf(lines),
	} {
		if diff := cmp.Diff(want, modelOf(t, name, data)); diff != "" {
			t.Errorf("%s: the model is not that of plan.txt (- wanted, + got):\n%s", name, diff)
		}
	}
	want = modelOf(t, "flat.txt", []byte(strings.Join(flat, "\n")))
	for name, data := range map[string][]byte{
		"set.pdf": sourcetest.PDFOf(sourcetest.Set(flat)),
		"set.ofd": sourcetest.OFD(sourcetest.Set(flat), ""),
	} {
		if diff := cmp.Diff(want, modelOf(t, name, data)); diff != "" {
			t.Errorf("%s: the model is not that of the text without table (- wanted, + got):\n%s", name, diff)
		}
	}
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(formatsDir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func encoded(t *testing.T, encode func([]byte) ([]byte, error), text []byte) []byte {
	t.Helper()
	data, err := encode(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// modelOf gives what mingbai parse --json prints, without what names the file
// and the findings of its reader.
func modelOf(t *testing.T, name string, data []byte) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "seed"+strings.ToLower(filepath.Ext(name)))
	if err := os.WriteFile(dir, data, 0o644); err != nil {
		t.Fatal(err)
	}
	read, err := ReadDocument(t.Context(), Options{Root: t.TempDir()}, dir)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	report := plan.NewReport(read.Document, nil)
	report.Source = plan.Source{}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", " ")
	if err := enc.Encode(report); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// printedNumbers are the plan's forms of number, by level.
var printedNumbers = []*regexp.Regexp{
	regexp.MustCompile(`^[一二三四]、`), regexp.MustCompile(`^（[一二三四]）`), regexp.MustCompile(`^\d+\.`),
}

// numbered writes the plan with its numbers as list formatting, as most authors
// do.
func numbered(lines []string) []byte {
	var b strings.Builder
	for _, text := range lines {
		props := ""
		if strings.Contains(text, "\t") {
			b.WriteString(sourcetest.Table(strings.Split(text, "\t")))
			continue
		}
		for level, form := range printedNumbers {
			if n := form.FindString(text); n != "" {
				text = text[len(n):]
				props = fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, level)
			}
		}
		b.WriteString(sourcetest.Para(text, props))
	}
	level := func(i, format, text, restart string) string {
		return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/>` + restart + `<w:lvlText w:val="` + text + `"/></w:lvl>`
	}
	return sourcetest.Docx(b.String(), map[string]string{"numbering": `<w:abstractNum w:abstractNumId="0">` +
		level("0", "chineseCounting", "%1、", "") + level("1", "chineseCounting", "（%2）", "") +
		level("2", "decimal", "%3.", `<w:lvlRestart w:val="1"/>`) + // counts on from （一） to （四）
		`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`})
}
