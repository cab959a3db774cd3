package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// A site that is written file by file is the one that Swap writes, and what is
// kept of the old site is not written again.
func TestOutputKeepsWhatStands(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	mustSwap(t, dir, site("zh/a.html", "a", "zh/b.html", "b", "zh/gone/c.html", "c"))
	write(t, dir, "mine.txt", "mine")
	before := stat(t, dir, "zh/a.html")

	o, err := Begin(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	if err := o.Keep(entryOf("zh/a.html", []byte("a"))); err != nil {
		t.Fatal(err)
	}
	_, mark, err := o.Put("zh/b.html", []byte("B"))
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	o.Close()

	wantTree(t, dir, site("zh/a.html", "a", "zh/b.html", "B"), "mine.txt")
	wantOnly(t, parent, "public")
	if !os.SameFile(before, stat(t, dir, "zh/a.html")) {
		t.Error("zh/a.html was written again")
	}
	if now := stat(t, dir, "zh/b.html"); mark.MTime != now.ModTime().UnixNano() || mark.Inode != idOf(dir, "zh/b.html").inode {
		t.Error("what Put told of zh/b.html is not what stands there")
	}
}

// Until Commit the old site stands, whatever ends the work.
func TestOutputLeavesTheOldSite(t *testing.T) {
	for name, end := range map[string]func(*testing.T, *Output){
		"close": func(_ *testing.T, o *Output) { o.Close() },
		"kept file is gone": func(t *testing.T, o *Output) {
			if err := o.Keep(entryOf("zh/none.html", nil)); err == nil {
				t.Error("a file that is not there was kept")
			}
			o.Close()
		},
		"leads out": func(t *testing.T, o *Output) {
			if _, _, err := o.Put("../x", nil); code(err) != pathNotAllowed.Code {
				t.Errorf("error %v, want %s", err, pathNotAllowed.Code)
			}
			o.Close()
		},
		"file where a folder is needed": func(t *testing.T, o *Output) {
			if _, _, err := o.Put("zh/b.html/x", nil); code(err) != pathNotAllowed.Code {
				t.Errorf("error %v, want %s", err, pathNotAllowed.Code)
			}
			o.Close()
		},
		"written twice": func(t *testing.T, o *Output) {
			if err := o.Keep(entryOf("zh/a.html", []byte("a"))); err != nil {
				t.Fatal(err)
			}
			if err := o.Keep(entryOf("zh/a.html", []byte("a"))); err == nil {
				err = o.Commit(t.Context())
				if err == nil {
					t.Error("a file was kept twice")
				}
			}
			o.Close()
		},
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			old := site("zh/a.html", "a")
			mustSwap(t, dir, old)
			o, err := Begin(dir, "")
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := o.Put("zh/b.html", []byte("b")); err != nil {
				t.Fatal(err)
			}
			end(t, o)
			wantTree(t, dir, old)
			wantOnly(t, parent, "public")
		})
	}
}

func stat(t *testing.T, dir, name string) os.FileInfo {
	t.Helper()
	info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return info
}
