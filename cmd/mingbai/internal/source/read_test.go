package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/source/draft"
)

func TestReadLines(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"bom and crlf", "\ufeff一\r\n二\r三\n", []string{"一", "二", "三"}},
		{"one line without a break", "一、总体要求", []string{"一、总体要求"}},
		{"blank lines stay", "一\n\n二", []string{"一", "", "二"}},
	} {
		got, fs, err := Read("seeds/a.txt", []byte(c.in))
		if err != nil || len(fs) > 0 {
			t.Errorf("%s: %v %v", c.name, fs, err)
		}
		if d := cmp.Diff(c.want, got.Lines); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if got.File != "a.txt" || len(got.SHA256) != 64 {
			t.Errorf("%s: file %q, sha256 %q", c.name, got.File, got.SHA256)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct{ file, in, want string }{
		"not utf-8":      {"seeds/a.txt", "第一行\n\xd4\xc6\xc4\xcf", "seeds/a.txt:2:1: not UTF-8"},
		"unknown format": {"seeds/a.wps", "x", `format ".wps" is not read`},
		"endless line":   {"seeds/a.txt", "a\n" + strings.Repeat("b", draft.MaxLine+1), "seeds/a.txt:2:"},
		"too large":      {"seeds/a.md", strings.Repeat("b\n", MaxText), "more than"},
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
		"甲\n乙\x00丙": "seeds/a.txt:2:2: warning: a character that no text contains, such as NUL or U+FFFD [S102]",
	} {
		_, fs, err := Read("seeds/a.txt", []byte(in))
		if err != nil || len(fs) != 1 || fs[0].String() != want {
			t.Errorf("%q: %v %v, want %s", in, fs, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("一\r\n二"))
	f.Add([]byte{0xff, 0xfe, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _, err := Read("a.txt", data)
		if err == nil && len(text.Lines) == 0 {
			t.Fatal("read without error, but no line")
		}
	})
}
