package content

import (
	"os"
	"path/filepath"
	"testing"
)

// An edit of a body alone is read at once, and gives what a load gives; anything
// else is left to the load.
func TestRereadTakesBodiesAlone(t *testing.T) {
	const front = "---\nid: doc\ntitle: 文件\nsource:\n  file: doc.txt\n---\n"
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"as it was", front + "\n第一段。 {#p1}\n", true},
		{"other words", front + "\n第一段，改过。 {#p1}\n\n第二段。\n", true},
		{"saved on Windows", "\uFEFF" + front + "\r\n第一段。 {#p1}\r\n", true},
		{"no words left", front, false},
		{"another title", "---\nid: doc\ntitle: 新文件\nsource:\n  file: doc.txt\n---\n\n第一段。 {#p1}\n", false},
		{"a conflict", front + "\n<<<<<<< ours\n第一段。\n", false},
		{"half of a file", "---\nid: doc\n", false},
		{"not UTF-8", front + "\n\xff\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "doc", "_index.zh.md")
			write := func(text string) {
				t.Helper()
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			load := func() *Localized {
				t.Helper()
				tree, findings, err := Load(t.Context(), os.DirFS(dir))
				if err != nil || len(tree.Documents) != 1 {
					t.Fatal(err, findings)
				}
				return &tree.Documents[0].Zh
			}
			write(front + "\n第一段。 {#p1}\n")
			old := load()
			write(c.text)
			got, ok := old.Reread(os.DirFS(dir))
			if ok != c.want {
				t.Fatalf("taken: %t, want %t", ok, c.want)
			}
			if ok {
				if want := load(); got.Body != want.Body || got.BodyLine != want.BodyLine || got.BodySum != want.BodySum || got.FrontSum != want.FrontSum {
					t.Errorf("got %+v\nwant %+v", got, *want)
				}
			}
		})
	}
	var none Localized
	if _, ok := none.Reread(os.DirFS(t.TempDir())); ok {
		t.Error("a file that is not there was read")
	}
}
