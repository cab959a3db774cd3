package content

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// plainBlocks takes a body apart in the plainest way: line by line, and
// anchors by an expression.
func plainBlocks(l *Localized) []Block {
	var blocks []Block
	var lines []string
	start := 0
	end := func() {
		if len(lines) > 0 {
			blocks = append(blocks, plainBlock(strings.Join(lines, "\n"), start))
		}
		lines = nil
	}
	for i, line := range strings.Split(l.Body, "\n") {
		heading := headingLevel(line) > 0
		if empty := strings.Trim(line, " \t") == ""; empty || heading {
			end()
			if empty {
				continue
			}
		}
		if len(lines) == 0 {
			start = l.BodyLine + i
		}
		lines = append(lines, line)
		if heading {
			end()
		}
	}
	end()
	return blocks
}

var anchorForm = regexp.MustCompile(`(?s)^(.*?)(?:^|[ \t]+)\{#([A-Za-z][A-Za-z0-9_-]*)\}[ \t]*$`)

func plainBlock(text string, line int) Block {
	b := Block{Text: text, Line: line}
	if m := anchorForm.FindStringSubmatch(text); m != nil {
		b.Text, b.Anchor = strings.TrimRight(m[1], " \t"), m[2]
	}
	if !strings.Contains(b.Text, "\n") {
		b.Level = headingLevel(b.Text)
		b.Text = strings.Trim(b.Text[b.Level:], " \t")
	}
	return b
}

// FuzzBlocks proves that the quick way to take a body apart is the plain one.
func FuzzBlocks(f *testing.F) {
	for _, s := range []string{
		"", "甲 {#p1}\n\n乙\n丙 {#p2}  \n## 丁 {#goal}\n戊", "{#p1}", " {#p1}", "a{#p1}", "a\n{#p1}", "a\n {#p1}", "a {#p1} {#p2}", "a \\{#p1}", "# \n#a\n####### b",
		"a {#1}", "a {#}", "a {#p 1}", "a {#p1}b", "a\n\n", "\n\na", " \t\n\ta\n \n", "##", "## {#x}", "a}", "}", "a {#p1}\t\n\n\n# b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := &Localized{Body: s, BodyLine: 7}
		if got, want := l.Blocks(), plainBlocks(l); !reflect.DeepEqual(got, want) {
			t.Fatalf("blocks of %q:\n%+v\nwant\n%+v", s, got, want)
		}
	})
}
