package publish

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// brought brings a folder up to date as a build does: what has the same bytes as
// before is kept.
func brought(t *testing.T, dir, spareDir string, before, files map[string][]byte) {
	t.Helper()
	if err := bring(t, dir, spareDir, before, files); err != nil {
		t.Fatal(err)
	}
}

func bring(t *testing.T, dir, spareDir string, before, files map[string][]byte) error {
	o, err := Begin(dir, spareDir)
	if err != nil {
		return err
	}
	defer o.Close()
	same := func(name string) bool {
		old, ok := before[name]
		return ok && string(old) == string(files[name])
	}
	gone := slices.ContainsFunc(slices.Collect(maps.Keys(before)), func(name string) bool { return files[name] == nil })
	mirrors := len(files)%3 > 0 // sometimes
	if mirrors {
		if err := o.Mirror(); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if same(name) && (gone || !mirrors) {
			err = o.Keep(entryOf(name, before[name]))
		} else if !same(name) {
			_, _, err = o.Put(name, files[name])
		}
		if err != nil {
			return err
		}
	}
	if mirrors && !gone {
		if err := o.KeepOthers(); err != nil {
			return err
		}
	}
	return o.Commit(t.Context())
}

// Whatever a site becomes, step by step, and whatever people do in its folder
// and in the spare meanwhile, it is whole, and nothing of theirs is lost.
func TestSpareGivesTheSameSite(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, ".cache", "spare")
	files, mine, taken := map[string][]byte{"zh/index.html": []byte("0")}, []string{}, 0
	var before map[string][]byte
	for step := range 150 {
		if _, err := os.Stat(spareDir); err == nil {
			taken++
		}
		brought(t, dir, spareDir, before, files)
		wantTree(t, dir, files, mine...)
		if t.Failed() {
			t.Fatal("after step ", step)
		}
		before = maps.Clone(files)
		for range 1 + r.IntN(4) {
			name := fmt.Sprintf("zh/%c/%c/page-%d.html", 'a'+r.IntN(3), 'a'+r.IntN(3), r.IntN(4))
			if r.IntN(3) == 0 {
				delete(files, name)
			} else {
				files[name] = fmt.Append(nil, step, name)
			}
		}
		time.Sleep(5 * time.Millisecond) // clocks of disks tick
		switch r.IntN(8) {
		case 0: // a file of the user's, somewhere
			own := fmt.Sprintf("zh/a/mine-%d.txt", step)
			write(t, dir, own, "mine")
			mine = append(mine, own)
		case 1:
			write(t, spareDir, "zh/a/foreign.html", "foreign")
		case 2:
			if err := os.RemoveAll(filepath.Join(spareDir, "zh", "a")); err != nil {
				t.Fatal(err)
			}
		case 3:
			write(t, filepath.Dir(spareDir), "spare.record", "damaged")
		}
	}
	if taken < 50 {
		t.Errorf("there was a spare before %d of 150 steps", taken)
	}
}

// A site that is mirrored and then left alone is the spare of the next one.
func TestMirrorIsASpare(t *testing.T) {
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
	one := site("zh/a.html", "a", "zh/b/c.html", "c", "d.html", "d")
	brought(t, dir, spareDir, nil, one)
	write(t, dir, "zh/b/mine.txt", "mine")
	for range 2 {
		o, err := Begin(dir, spareDir)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.Mirror(); err != nil {
			t.Fatal(err)
		}
		o.Close()
		if !os.SameFile(stat(t, dir, "zh/b/c.html"), stat(t, spareDir, "zh/b/c.html")) {
			t.Error("the spare has another file")
		}
	}
	two := site("zh/a.html", "a2", "zh/b/c.html", "c", "d.html", "d")
	brought(t, dir, spareDir, one, two)
	wantTree(t, dir, two, "zh/b/mine.txt")
}

// What somebody wrote over a page does not come back with the spare.
func TestSpareForgetsWhatWasReplaced(t *testing.T) {
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
	one := site("a.html", "a", "b.html", "b")
	brought(t, dir, spareDir, nil, one)
	write(t, dir, "a.html", "foreign")
	brought(t, dir, spareDir, site("b.html", "b"), one) // a.html does not stand as it was made, so it is made again
	brought(t, dir, spareDir, one, site("a.html", "a", "b.html", "b2"))
	wantTree(t, dir, site("a.html", "a", "b.html", "b2"))
}

// A build that is refused before it wrote anything leaves the spare for the next.
func TestCloseGivesTheSpareBack(t *testing.T) {
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
	one, two := site("zh/a.html", "a", "zh/b.html", "b"), site("zh/a.html", "a", "zh/b.html", "b2")
	brought(t, dir, spareDir, nil, one)
	brought(t, dir, spareDir, one, two)
	before := stat(t, spareDir, "zh/a.html")
	o, err := Begin(dir, spareDir)
	if err != nil {
		t.Fatal(err)
	}
	if !o.spared {
		t.Fatal("the spare was not taken")
	}
	o.Close()
	if !os.SameFile(before, stat(t, spareDir, "zh/a.html")) {
		t.Error("the spare is another")
	}
	brought(t, dir, spareDir, two, one)
	wantTree(t, dir, one)
	wantOnly(t, parent, "public", "spare", "spare.record")
}

// The small files that people keep at the top stay what they are: links, modes,
// and what is no file at all.
func TestKeepsStayAsTheyAre(t *testing.T) {
	parent := t.TempDir()
	dir, spareDir := filepath.Join(parent, "public"), filepath.Join(parent, "spare")
	brought(t, dir, spareDir, nil, site("a.html", "0"))
	write(t, parent, "target", "behind a link")
	for name, target := range map[string]string{".gitkeep": "../nowhere", ".keep": "../target"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, ".gitignore", "*")
	if err := os.Chmod(filepath.Join(dir, ".gitignore"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := site("a.html", "0")
	for n := range 3 {
		files := site("a.html", fmt.Sprint(n+1))
		brought(t, dir, spareDir, before, files)
		before = files
		for name, target := range map[string]string{".gitkeep": "../nowhere", ".keep": "../target"} {
			if to, err := os.Readlink(filepath.Join(dir, name)); err != nil || to != target {
				t.Errorf("%s leads to %q (%v), want %q", name, to, err, target)
			}
		}
		if mode := stat(t, dir, ".gitignore").Mode().Perm(); mode != 0o600 {
			t.Errorf(".gitignore has mode %v", mode)
		}
	}
}
