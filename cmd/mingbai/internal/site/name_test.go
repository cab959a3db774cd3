package site

import (
	"html"
	"strings"
	"testing"
)

// slowPlainText is PlainText without its short way.
func slowPlainText(markdown string) string {
	var b strings.Builder
	escaped := false
	for _, r := range linkForm.ReplaceAllString(markdown, "$1$2") {
		if marks := "*`"; escaped || !strings.ContainsRune(marks+`\`, r) {
			b.WriteRune(r)
		}
		escaped = !escaped && r == '\\'
	}
	return strings.TrimSpace(html.UnescapeString(b.String()))
}

func FuzzPlainText(f *testing.F) {
	for _, seed := range []string{`甲 **乙** [丙](d.md) \[e\](f) &amp;`, "\\[a](b) `c` \\\\*", " a ", "a\xffb", `[](x) \`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		if got, want := PlainText(markdown), slowPlainText(markdown); got != want {
			t.Errorf("%q: %q, want %q", markdown, got, want)
		}
	})
}
