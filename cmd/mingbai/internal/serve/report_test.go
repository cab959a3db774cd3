package serve

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"mingbai/cmd/mingbai/internal/diag"
)

func TestRules(t *testing.T) {
	if _, err := diag.NewTable(Rules()); err != nil {
		t.Error(err)
	}
}

// TestReportEscapes puts markup wherever a document could put some.
func TestReportEscapes(t *testing.T) {
	const evil = `<script>alert(1)</script>"'<img src=x onerror=y>`
	r := reporter{lang: "en", source: func(string) ([]byte, error) { return []byte(evil), nil }}
	text := diag.Text{En: evil, Zh: evil}
	page := string(r.failure(evil, []diag.Finding{{Code: evil, Severity: diag.Error, Message: text, Hint: text,
		Position: diag.Position{File: evil, Line: 1, Column: 3}, Cause: diag.Position{File: evil, Line: 1}}}))
	for _, bad := range []string{"<script>", "<img", `style=`, `"'<`} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %s:\n%s", bad, page)
		}
	}
	if n := strings.Count(page, "alert(1)"); n < 6 {
		t.Errorf("only %d of the texts are shown:\n%s", n, page)
	}
}

func TestReportBounds(t *testing.T) {
	fs := make([]diag.Finding, maxShown+7)
	for i := range fs {
		fs[i] = diag.Finding{Code: "C101", Severity: diag.Error, Message: diag.Text{En: fmt.Sprintf("number %d.", i), Zh: "错"}}
	}
	page := string(reporter{lang: "en"}.failure("b", fs))
	if !strings.Contains(page, "7 more are not shown.") || strings.Contains(page, fmt.Sprintf("number %d.", maxShown)) {
		t.Errorf("%d findings are not cut to %d", len(fs), maxShown)
	}
	if page := string(reporter{lang: "zh"}.list("b", nil)); !strings.Contains(page, "没有发现问题。") {
		t.Errorf("without findings the page says:\n%s", page)
	}
}

// TestExcerpt draws excerpts as "number: before[at]after".
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("云", 1000)
	files := map[string]string{"a.md": "一\r\n二\r\n三四五\r\n", "long.md": long, "bad.md": "x\xffy", "empty.md": ""}
	for _, test := range []struct {
		name string
		pos  diag.Position
		want string
	}{
		{"a column", diag.Position{File: "a.md", Line: 3, Column: 2}, "1: 一 2: 二 3: 三[四]五 "},
		{"no column", diag.Position{File: "a.md", Line: 1}, "1: 一 2: 二 3: 三四五 "},
		{"a column after the line", diag.Position{File: "a.md", Line: 3, Column: 99}, "1: 一 2: 二 3: 三四五 "},
		{"a line after the file", diag.Position{File: "a.md", Line: 9}, ""},
		{"no line", diag.Position{File: "a.md"}, ""},
		{"no file", diag.Position{Line: 1}, ""},
		{"a missing file", diag.Position{File: "gone.md", Line: 1}, ""},
		{"bytes that are no text", diag.Position{File: "bad.md", Line: 1, Column: 2}, "1: x[\uFFFD]y "},
		{"a long line", diag.Position{File: "long.md", Line: 1, Column: 500},
			"1: …" + strings.Repeat("云", 200) + "[云]" + strings.Repeat("云", 199) + "… "},
		{"a long line without column", diag.Position{File: "long.md", Line: 1}, "1: " + strings.Repeat("云", 400) + "… "},
		{"an empty file", diag.Position{File: "empty.md", Line: 1, Column: 1}, "1:  "},
	} {
		source := &sourceLines{read: func(name string) ([]byte, error) {
			if text, ok := files[name]; ok {
				return []byte(text), nil
			}
			return nil, errors.New("no such file")
		}}
		var got strings.Builder
		for _, l := range source.around(test.pos) {
			at := l.At
			if at != "" {
				at = "[" + at + "]"
			}
			fmt.Fprintf(&got, "%d: %s%s%s ", l.Number, l.Before, at, l.After)
		}
		if got.String() != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got.String(), test.want)
		}
	}
}
