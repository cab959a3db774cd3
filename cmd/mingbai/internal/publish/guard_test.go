package publish

import (
	"os"
	"path/filepath"
	"testing"
)

func TestOpenFolderRefuses(t *testing.T) {
	base := t.TempDir()
	project := filepath.Join(base, "work", "project")
	write(t, project, "content/site.yaml", "")
	write(t, base, "file", "x")
	link(t, project, filepath.Join(base, "shortcut"))
	link(t, filepath.Join(base, "www"), filepath.Join(base, "dangling"))
	for _, test := range []struct {
		name, dir, code string
	}{
		{"the root", "/", "U101"},
		{"the root by a detour", base + "/../../../../../../../../..", "U101"},
		{"the project", project, "U102"},
		{"a folder of the project", filepath.Join(project, "content"), "U102"},
		{"a folder of the project that does not exist", filepath.Join(project, "www", "site"), "U102"},
		{"the project through a link", filepath.Join(base, "shortcut", "www"), "U102"},
		{"a folder that holds the project", base, "U102"},
		{"a file", filepath.Join(base, "file"), "U103"},
		{"below a file", filepath.Join(base, "file", "www"), "U204"},
		{"a folder beside the project", filepath.Join(base, "www"), "<nil>"},
		{"a folder whose name begins like the project's", project + "-www", "<nil>"},
		{"a link to a folder that does not exist", filepath.Join(base, "dangling"), "<nil>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, err := OpenFolder(test.dir, project)
			if code(err) != test.code {
				t.Errorf("error %v, want %s", err, test.code)
			}
			if err == nil {
				f.Close()
			}
		})
	}
}

// One folder can have two paths, as with a bind mount; a link stands in for
// one here, whose name alone does not tell.
func TestWithinComparesFoldersNotNames(t *testing.T) {
	base := t.TempDir()
	write(t, base, "real/sub/x", "x")
	link(t, "real", filepath.Join(base, "alias"))
	if !within(filepath.Join(base, "alias", "sub"), filepath.Join(base, "real")) {
		t.Error("a folder under another name of its parent counts as outside")
	}
	if within(filepath.Join(base, "real"), filepath.Join(base, "real", "sub")) {
		t.Error("a folder counts as inside its own child")
	}
}

// A link inside the target never makes mingbai write or remove elsewhere.
func TestLinksDoNotLeadOut(t *testing.T) {
	base := t.TempDir()
	outside := filepath.Join(base, "outside")
	write(t, outside, "index.html", "private")
	dir := filepath.Join(base, "www")
	mustApply(t, dir, site("index.html", "x"))
	link(t, outside, filepath.Join(dir, "zh"))
	for _, force := range []bool{false, true} {
		_, err := apply(t, dir, site("index.html", "x", "zh/index.html", "y"), Options{Force: force})
		if code(err) != "U109" {
			t.Errorf("force %v: error %v, want U109", force, err)
		}
	}
	// Nor does one that takes the place of a folder published earlier.
	os.Remove(filepath.Join(dir, "zh"))
	mustApply(t, dir, site("index.html", "x", "zh/index.html", "private"))
	if err := os.RemoveAll(filepath.Join(dir, "zh")); err != nil {
		t.Fatal(err)
	}
	link(t, outside, filepath.Join(dir, "zh"))
	mustApply(t, dir, site("index.html", "x"))
	if got := tree(t, outside); got["index.html"] != "private" || len(got) != 1 {
		t.Errorf("outside the target: %q", got)
	}
}

// Opening a pipe waits for ever; comparing must not.
func TestSpecialFilesAreNotOpened(t *testing.T) {
	dir := t.TempDir()
	mustApply(t, dir, site("index.html", "x"))
	pipe(t, filepath.Join(dir, "zh.html"))
	if _, err := apply(t, dir, site("index.html", "x", "zh.html", "y"), Options{Force: true}); code(err) != "U110" {
		t.Errorf("error %v, want U110", err)
	}
}
