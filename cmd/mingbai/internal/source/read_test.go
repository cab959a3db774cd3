package source

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/source/draft"
	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

func TestReadLines(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"bom and crlf", "\ufeff一\r\n二\r三\n", []string{"一", "二", "三"}},
		{"one line without a break", "一、总体要求", []string{"一、总体要求"}},
		{"blank lines stay", "一\n\n二", []string{"一", "", "二"}},
		{"space stays", "　　一、总体要求 ", []string{"　　一、总体要求 "}},
	} {
		got, fs, err := Read("seeds/a.txt", []byte(c.in))
		if err != nil || len(fs) > 0 {
			t.Errorf("%s: %v %v", c.name, fs, err)
		}
		if d := cmp.Diff(c.want, got.Lines); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if got.File != "a.txt" || len(got.SHA256) != 64 || got.Format != Plain || got.Encoding != "UTF-8" {
			t.Errorf("%s: %q %q %q %q", c.name, got.File, got.SHA256, got.Format, got.Encoding)
		}
	}
}

const notice = "关于支持小店经济发展的通知"

// samples are one document in every format, under a fitting name.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(notice)
	if err != nil {
		t.Fatal(err)
	}
	big, err := traditionalchinese.Big5.NewEncoder().String("關於支持小店經濟發展的通知")
	if err != nil {
		t.Fatal(err)
	}
	set := sourcetest.Set([]string{notice})
	return map[string][]byte{
		"a.txt": []byte(notice), "a.md": []byte(notice), "gb.txt": []byte(gb), "big5.txt": []byte(big),
		"a.html": []byte("<html><body><p>" + notice), "a.HTM": []byte("<p>" + notice + "</p>"),
		"a.docx": sourcetest.DocxOf([]string{notice}), "a.pdf": sourcetest.PDFOf(set), "a.ofd": sourcetest.OFD(set, ""),
	}
}

func TestReadEveryFormat(t *testing.T) {
	want := map[string]string{
		"a.txt": "txt UTF-8", "a.md": "md UTF-8", "gb.txt": "txt GB2312", "big5.txt": "txt Big5",
		"a.html": "html UTF-8", "a.HTM": "html UTF-8", "a.docx": "docx ", "a.pdf": "pdf ", "a.ofd": "ofd ",
	}
	for name, data := range samples(t) {
		text, fs, err := Read(name, data)
		if err != nil || len(text.Lines) != 1 || text.Lines[0] != notice && name != "big5.txt" {
			t.Errorf("%s: %q, %v", name, text.Lines, err)
		}
		if got := string(text.Format) + " " + text.Encoding; got != want[name] {
			t.Errorf("%s: %s, want %s", name, got, want[name])
		}
		for _, f := range fs {
			if f.Code == wrongEnding.Code {
				t.Errorf("%s: %s", name, f)
			}
		}
	}
}

// The content decides, whatever the name says.
func TestReadWrongEnding(t *testing.T) {
	for name, data := range samples(t) {
		for _, ending := range []string{".txt", ".docx", ".pdf", ".html", ".doc"} {
			text, fs, err := Read("a"+ending, data)
			if err != nil || len(text.Lines) != 1 {
				t.Errorf("%s as %s: %q, %v", name, ending, text.Lines, err)
				continue
			}
			told := slices.ContainsFunc(fs, func(f diag.Finding) bool { return f.Code == wrongEnding.Code })
			if fits := endings[ending] == text.Format; told == fits {
				t.Errorf("%s as %s: read as %s, told %v", name, ending, text.Format, told)
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	wide := func(s string) string { return ole + strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	docx := sourcetest.DocxOf([]string{notice})
	bomb := sourcetest.Docx("<w:p/>"+strings.Repeat(" ", draft.MaxPart), nil)
	for name, c := range map[string]struct{ file, in, want string }{
		"old Word":           {"seeds/a.doc", wide("WordDocument"), "seeds/a.doc: a document of an old Office or WPS format (.doc) is not read (hint: open it in Word or WPS and save it as .docx)"},
		"WPS":                {"a.wps", ole, "an old Office or WPS format"},
		"old Word, renamed":  {"a.docx", wide("WordDocument"), "(.docx) is not read"},
		"encrypted Word":     {"a.docx", wide("EncryptedPackage"), "remove the password"},
		"old Excel":          {"a.xls", wide("Workbook"), "a spreadsheet"},
		"Excel":              {"a.xlsx", string(sourcetest.Zip(map[string]string{"xl/workbook.xml": ""})), "a spreadsheet"},
		"PowerPoint":         {"a.pptx", string(sourcetest.Zip(map[string]string{"ppt/a.xml": ""})), "a presentation"},
		"OpenDocument":       {"a.odt", string(sourcetest.Zip(map[string]string{"mimetype": "", "content.xml": ""})), "an OpenDocument file"},
		"rich text":          {"a.rtf", `{\rtf1 \'b9\'d8}`, "save it as .docx"},
		"rich text, renamed": {"a.doc", `{\rtf1 \'b9\'d8}`, "rich text format"},
		"web archive":        {"a.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related", "save it as .html"},
		"Word XML":           {"a.xml", `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>`, "one XML file"},
		"picture":            {"a.png", "\x89PNG\r\n\x1a\n", "a picture"},
		"picture, renamed":   {"a.pdf", "\xff\xd8\xff\xe0", "OCR"},
		"archive":            {"a.zip", string(sourcetest.Zip(map[string]string{"a.docx": string(docx)})), "unpack it"},
		"rar":                {"a.rar", "Rar!\x1a\x07\x00", "an archive"},
		"program":            {"a.txt", "MZ\x00\x01", "a program"},
		"noise":              {"a.txt", "第一行\n\xd4\xc6\xff\xff\xff\xc4\xcf", "a.txt: not a document"},
		"endless line":       {"seeds/a.txt", "a\n" + strings.Repeat("b", draft.MaxLine+1), "seeds/a.txt:2:"},
		"too many lines":     {"a.txt", strings.Repeat("\n", draft.MaxLines+2), "paragraphs: more than"},
		"too large":          {"a.md", strings.Repeat("b\n", MaxText), "more than"},
		"cut off":            {"a.docx", string(docx[:len(docx)/2]), "not a whole docx file"},
		"zip bomb":           {"a.docx", string(bomb), "more than one document may have"},
		"damaged PDF":        {"a.pdf", "%PDF-1.4\n", "not a whole pdf file"},
	} {
		_, _, err := Read(c.file, []byte(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q in it", name, err, c.want)
		}
	}
}

func TestReadFindings(t *testing.T) {
	for in, want := range map[string]string{
		"":          "seeds/a.txt:1: error: the document has no text [S101]",
		" \n　\n":    "seeds/a.txt:1: error: the document has no text [S101]",
		"甲\n乙\x01丙": "seeds/a.txt:2:2: warning: a character that no text contains, such as NUL or U+FFFD [S102]",
	} {
		_, fs, err := Read("seeds/a.txt", []byte(in))
		if err != nil || len(fs) != 1 || fs[0].String() != want {
			t.Errorf("%q: %v %v, want %s", in, fs, err, want)
		}
	}
}

// A damaged byte is told with its place and does not cost the document.
func TestReadDamagedText(t *testing.T) {
	text, fs, err := Read("a.txt", []byte(strings.Repeat(notice+"。\n", 5)+"甲\xff乙\n"))
	if err != nil || text.Lines[5] != "甲\ufffd乙" {
		t.Fatalf("%q, %v", text.Lines, err)
	}
	if len(fs) != 2 || fs[0].Code != "S105" || fs[1].String() != "a.txt:6:2: warning: a character that no text contains, such as NUL or U+FFFD [S102]" {
		t.Errorf("findings %v", fs)
	}
}

// Every format that is read can be cut off anywhere; it is then refused or read
// in part, and never does harm.
func TestReadCutOffAnywhere(t *testing.T) {
	for name, data := range samples(t) {
		for n := 0; n < len(data); n += 1 + len(data)/300 {
			text, _, err := Read(name, data[:n])
			if err == nil && len(text.Lines) == 0 {
				t.Fatalf("%s: the first %d bytes were read without a line", name, n)
			}
		}
	}
}

func TestReadNoise(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	heads := []string{"", "PK\x03\x04", "%PDF-1.7\n", "<html>", "\xff\xfe", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}
	for i := range 300 {
		data := []byte(heads[i%len(heads)])
		for range r.IntN(4000) {
			data = append(data, byte(r.Uint32()))
		}
		text, _, err := Read("a"+Extensions()[i%len(Extensions())], data)
		if err == nil && len(data) > 200 && heads[i%len(heads)] != "<html>" && heads[i%len(heads)] != "\xff\xfe" {
			t.Errorf("%d random bytes after %q were read: %q", len(data), heads[i%len(heads)], draft.Excerpt(strings.Join(text.Lines, "")))
		}
	}
}

func TestReadStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, data := range samples(t) {
		_, _, err := ReadContext(ctx, name, data)
		if text := strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".md"); !text && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for name, data := range samples(f) {
		f.Add(name, data)
	}
	f.Add("a.txt", []byte{0xff, 0xfe, 0})
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		text, _, err := Read(name, data)
		if err == nil && len(text.Lines) == 0 {
			t.Fatal("read without error, but no line")
		}
		if slices.ContainsFunc(text.Lines, func(l string) bool { return strings.ContainsAny(l, "\n\r") }) {
			t.Fatalf("a line with a break in it: %q", text.Lines)
		}
		again, _, _ := Read(name, bytes.Clone(data))
		if !slices.Equal(text.Lines, again.Lines) {
			t.Fatal("read twice, with different lines")
		}
	})
}
