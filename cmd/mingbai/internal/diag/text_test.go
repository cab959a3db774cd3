package diag

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func textOf(t *testing.T, fs []Finding, opts TextOptions) string {
	t.Helper()
	var b strings.Builder
	if err := WriteText(&b, fs, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteText(t *testing.T) {
	got := textOf(t, sampleFindings(), TextOptions{Lang: "en"})
	want := `content/m01.zh.md:3:5: warning: 2022-05-31 lies before the date of issue [C102]
public/zh/index.html: error: link to "gone.html" leads nowhere [K101]
  from: content/a b/首页.zh.md:2
  hint: mend the address or remove the link
info: counted [K110]
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("English (-want +got):\n%s", diff)
	}
	got = textOf(t, sampleFindings()[1:2], TextOptions{Lang: "zh"})
	want = `public/zh/index.html: 错误: 链接 "gone.html" 指向不存在的页面 [K101]
  来自：content/a b/首页.zh.md:2
  建议：改正地址，或者删去链接
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Chinese (-want +got):\n%s", diff)
	}
}

func TestWriteTextColoursOnlyWhenAsked(t *testing.T) {
	if got := textOf(t, sampleFindings(), TextOptions{Lang: "en"}); strings.Contains(got, "\x1b") {
		t.Errorf("colour nobody asked for: %q", got)
	}
	got := textOf(t, sampleFindings()[1:2], TextOptions{Lang: "en", Colour: true})
	if !strings.Contains(got, "\x1b[31merror\x1b[0m") {
		t.Errorf("no red error in %q", got)
	}
}

func TestWriteTextShowsTheLine(t *testing.T) {
	long := strings.Repeat("长", 60) + "期" + strings.Repeat("尾", 60)
	fsys := fstest.MapFS{
		"content/a.md":   {Data: []byte("title: a\r\n\tdate: 六月 31\n" + long + "\n\x1b[31mred\u202e\n")},
		"content/bad.md": {Data: []byte("\xff\xfe\n")},
	}
	tests := map[string]struct {
		pos  Position
		want string
	}{
		"Chinese takes two cells": {Position{"content/a.md", 2, 9}, "     2 |  date: 六月 31\n       |          ^\n"},
		"a line without column":   {Position{"content/a.md", 1, 0}, "     1 | title: a\n"},
		"a column past the end":   {Position{"content/a.md", 1, 99}, "     1 | title: a\n       |         ^\n"},
		"a long line is cut": {Position{"content/a.md", 3, 61}, "     3 | …" + strings.Repeat("长", 40) + "期" +
			strings.Repeat("尾", 39) + "…\n       | " + strings.Repeat(" ", 81) + "^\n"},
		"nothing steers the terminal": {Position{"content/a.md", 4, 1}, "     4 | \\u001b[31mred\\u202e\n       | ^\n"},
		"not UTF-8":                   {Position{"content/bad.md", 1, 1}, "     1 | \uFFFD\n       | ^\n"},
		"a line that is not there":    {Position{"content/a.md", 40, 1}, ""},
		"a file that is not there":    {Position{"content/b.md", 1, 1}, ""},
		"a path out of the project":   {Position{"../a.md", 1, 1}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := textOf(t, []Finding{countRule.At(tt.pos)}, TextOptions{Lang: "en", Source: fsys})
			_, excerpt, _ := strings.Cut(got, "\n")
			if diff := cmp.Diff(tt.want, excerpt); diff != "" {
				t.Errorf("excerpt (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWriteTextEscapesWhatSteersATerminal(t *testing.T) {
	f := linkRule.At(Position{File: "a\nb.html"}, "x")
	f.Message = Text{En: "a\x1b]0;title\x07 \u2066b"}
	want := `a\u000ab.html: error: a\u001b]0;title\u0007 \u2066b [K101]` + "\n"
	got := textOf(t, []Finding{f}, TextOptions{Lang: "en"})
	if first := got[:strings.IndexByte(got, '\n')+1]; first != want {
		t.Errorf("got %q, want %q", first, want)
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		fs   []Finding
		want Text
	}{
		{nil, Text{En: "no findings", Zh: "没有发现问题"}},
		{sampleFindings(), Text{En: "1 error, 1 warning, 1 info", Zh: "1 个错误，1 个警告，1 个提示"}},
		{append(sampleFindings(), sampleFindings()...), Text{En: "2 errors, 2 warnings, 2 info", Zh: "2 个错误，2 个警告，2 个提示"}},
	}
	for _, tt := range tests {
		if got := Summary(tt.fs); got != tt.want {
			t.Errorf("got %v, want %v", got, tt.want)
		}
	}
}
