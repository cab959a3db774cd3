package parse

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// documents gives the texts of all fixtures.
func documents(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"testdata/genre/*.txtar", "testdata/*.txtar"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range ar.Files {
				if f.Name == "doc.txt" {
					out = append(out, strings.TrimSuffix(string(f.Data), "\n"))
				}
			}
		}
	}
	return out
}

// mangles are what happens to documents on their way.
var mangles = map[string]func(string) string{
	"every break lost":    func(s string) string { return strings.ReplaceAll(s, "\n", "") },
	"every break doubled": func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") },
	"wrapped":             wrapped,
	"first half":          func(s string) string { return s[:len(s)/2] },
	"without stops":       func(s string) string { return strings.ReplaceAll(s, "。", "") },
	"without brackets":    func(s string) string { return strings.NewReplacer("（", "", "）", "", "(", "").Replace(s) },
	"half-width": func(s string) string {
		return strings.NewReplacer("（", "(", "）", ")", "，", ",", "。", ".").Replace(s)
	},
	"tabs for spaces":        func(s string) string { return strings.NewReplacer(" ", "\t", "　", "\t").Replace(s) },
	"no-width characters":    func(s string) string { return strings.ReplaceAll(s, "责", "\u200b责") },
	"twice":                  func(s string) string { return s + "\n" + s },
	"bytes that are no text": func(s string) string { return strings.ReplaceAll(s, "的", "\xff\xfe\x00") },
}

// wrapped breaks the lines after thirty characters.
func wrapped(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; r == '\n' {
			n = 0
		} else if n > 30 {
			b.WriteByte('\n')
			n = 1
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestMangled reads every fixture as it may arrive: whatever happened to it, no
// character is lost and no part is empty.
func TestMangled(t *testing.T) {
	for _, text := range documents(t) {
		for name, mangle := range mangles {
			in := mangle(text)
			doc, _ := Parse(Input{File: "m.txt", Lines: strings.Split(in, "\n")})
			if doc.SourceText() != in {
				t.Errorf("%s: the segments do not give back the text\n%.200s", name, in)
			}
			for _, s := range doc.Segments {
				for _, p := range s.Parts {
					if p.Text == "" {
						t.Errorf("%s: line %d has an empty part %s", name, s.Line, p.Kind)
					}
				}
			}
		}
	}
}

// TestWrappedAlike proves that wrapped lines give the measures and
// responsibilities of the lines as they were.
func TestWrappedAlike(t *testing.T) {
	got, want := 0, 0
	for _, text := range documents(t) {
		if strings.Contains(text, "\t") || strings.Contains(text, "|") || strings.Contains(text, "序号") {
			continue // tables are not wrapped
		}
		read := func(s string) (labels []string) {
			doc, _ := Parse(Input{File: "m.txt", Lines: strings.Split(s, "\n")})
			for i := range doc.Plans {
				for _, m := range doc.Plans[i].Measures {
					for _, r := range m.Responsibilities {
						labels = append(labels, m.Number+" "+string(r.Role)+" "+r.Text)
					}
				}
			}
			return labels
		}
		c := compare(t, "wrapped", read(wrapped(text)), read(text))
		got, want = got+c.both, want+c.want
	}
	t.Logf("%d of %d responsibilities", got, want)
	if got*100 < want*85 {
		t.Errorf("of %d responsibilities %d are left when lines are wrapped", want, got)
	}
}
