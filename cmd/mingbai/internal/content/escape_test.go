package content

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"mingbai/cmd/mingbai/internal/markdown"
)

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"": "",
		"继续落实“两个毫不动摇”（2022年）；50%以上。": "继续落实“两个毫不动摇”（2022年）；50%以上。",
		"1.加强领导":                 "1.加强领导",
		"1. 加强领导":                `1\. 加强领导`,
		"2) 加强":                  `2\) 加强`,
		"12.":                    `12\.`,
		"2022. 年":                `2022\. 年`,
		"1234567890. x":          "1234567890. x",
		"- 加强":                   `\- 加强`,
		"-- m01.zh.md --":        `\-- m01.zh.md --`,
		"a - b + c":              "a - b + c",
		"# 第一":                   `\# 第一`,
		"C#":                     `C\#`,
		"> 引":                    `\> 引`,
		"===":                    `\===`,
		"|a|b|":                  `\|a|b|`,
		"**加强**_a_":              `\*\*加强\*\*\_a\_`,
		"[1]: http://x":          `\[1]: http://x`,
		"<script>":               `\<script>`,
		"A&B R&D &amp; &#1; & b": `A\&B R\&D \&amp; \&\#1; & b`,
		"`a` ~b~ \\":             "\\`a\\` \\~b\\~ \\\\",
		"文 {#p31}":               `文 \{\#p31}`,
		" a\tb\n ":               "&#32;a&#9;b&#10;&#32;",
		"　　缩进":                   "　　缩进",
		"\x00":                   "\uFFFD",
		"<<<<<<< x":              `\<\<\<\<\<\<\< x`,
	} {
		if got := escape(text); got != want {
			t.Errorf("escape(%q) = %q, want %q", text, got, want)
		}
	}
}

// strictest is a reader of Markdown with every construct that ours might get.
var strictest = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList,
		extension.DefinitionList, extension.Footnote, extension.CJK),
	goldmark.WithParserOptions(parser.WithAttribute()),
)

var tag = regexp.MustCompile(`<[^>]*>`)

// plainOf renders Markdown and gives the text of its only paragraph.
func plainOf(t *testing.T, source string) string {
	t.Helper()
	var out bytes.Buffer
	if err := strictest.Convert([]byte(source), &out); err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutPrefix(out.String(), "<p>")
	text, end := strings.CutSuffix(text, "</p>\n")
	if !ok || !end || tag.MatchString(text) {
		t.Fatalf("%q is not one plain paragraph: %q", source, out.String())
	}
	return html.UnescapeString(text)
}

// FuzzEscape proves that text → Markdown → text is the identity, for any
// reader of Markdown, for the project's own, and through the file.
func FuzzEscape(f *testing.F) {
	for _, seed := range []string{
		"加快落实", "1. a", "- a", "* * *", "a  ", " a", "\ta", "a\nb", "a\r\nb", "&copy;", "&#169;", "a\\", "![x](y)", "<b>", "{#p1}",
		"a {#p1}", "a {.c}", "___", "~~~", "```", "# a #", "a #", "[^1]", ": a", "a | b", "--- | ---", "http://a.b/_c_", "x@y.cn", "\u2028", "**。**",
		"\\{#p1}", "a\u00a0", "\ufeffa", "١. a", "-- a.zh.md --", "<<<<<<< a", "]]>", "a\x00b", "{#p1}\\", "1)", "+", "&", "&#x;", "\x0b\x0c",
	} {
		f.Add(seed)
	}
	own := markdown.New()
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || text == "" {
			t.Skip("the reader gives UTF-8, and no paragraph is empty")
		}
		want := strings.ReplaceAll(text, "\x00", "\uFFFD")
		source := escape(text)
		if got := plainOf(t, source); got != want {
			t.Fatalf("%q → %q → %q", text, source, got)
		}
		line := source + " {#p31}"
		blocks := (&Localized{Body: line, BodyLine: 7}).Blocks()
		if len(blocks) != 1 || blocks[0] != (Block{Anchor: "p31", Text: source, Line: 7}) {
			t.Fatalf("%q is read back as %+v", line, blocks)
		}
		made, problems, err := own.Convert(line, markdown.Options{Lang: "zh"})
		if err != nil || len(problems) > 0 || len(made) != 1 || made[0].ID != "p31" {
			t.Fatalf("%q renders as %+v, %v, %v", line, made, problems, err)
		}
		if got := html.UnescapeString(tag.ReplaceAllString(made[0].HTML, "")); got != want {
			t.Fatalf("%q → %q → %q", text, line, made[0].HTML)
		}
	})
}
