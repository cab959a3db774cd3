package content

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// A folder on disk is read alike in every way there is: by Dir, by the root's
// file system, by one that knows paths alone, and in memory; and so is one
// with files in it that cannot be read.
func TestDirReadsLikeOthers(t *testing.T) {
	dir := t.TempDir()
	memory := sampleFS(t)
	memory[samplePlan+"m07.zh.md"] = &fstest.MapFile{Data: []byte("---\nid: \xff\n---\n")}
	memory[samplePlan+"m08.zh.md"] = &fstest.MapFile{Data: []byte("---\r\nid: x\r\n---\r\n")}
	memory["new/a.zh.md"] = &fstest.MapFile{}
	for name, f := range memory {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, step := range []struct {
		name   string
		change func() error
	}{
		{"as written", func() error { return nil }},
		{"with a link", func() error {
			return os.Symlink("m01.zh.md", filepath.Join(dir, samplePlan, "m09.zh.md"))
		}},
		{"with a folder that cannot be listed", func() error {
			return os.Chmod(filepath.Join(dir, "new"), 0)
		}},
	} {
		if err := step.change(); err != nil {
			t.Skip("the system has no such thing: ", err)
		}
		ways := map[string]fs.FS{"Dir": Dir(root), "root": root.FS(), "paths": os.DirFS(dir)}
		if step.name == "as written" {
			ways["memory"] = memory
		}
		want := loaded(t, os.DirFS(dir))
		for name, fsys := range ways {
			if got := loaded(t, fsys); got != want {
				t.Errorf("%s, %s:\n%s\nwant\n%s", step.name, name, got, want)
			}
		}
	}
	if err := os.Chmod(filepath.Join(dir, "new"), 0o755); err != nil {
		t.Error(err)
	}
}

// loaded is all that Load gives, as text.
func loaded(t *testing.T, fsys fs.FS) string {
	t.Helper()
	tree, findings := mustLoad(t, fsys)
	text, err := json.MarshalIndent(tree, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return report(findings) + string(text)
}
