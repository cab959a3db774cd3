package publish

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Tests of what a killed or hindered process leaves need a real one: this
// binary runs itself, and the variable says what the child does.
const childVar = "MINGBAI_PUBLISH_TEST_CHILD"

func TestMain(m *testing.M) {
	run, ok := map[string]func(dir string) error{
		"swap":                 swapForEver,
		"bring":                bringForEver,
		"publish":              publishForEver,
		"swap-full":            swapWithoutSpace,
		"publish-full":         publishWithoutSpace,
		"hold":                 holdLocks,
		"publish-unprivileged": publishUnprivileged,
	}[os.Getenv(childVar)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Println(code(err), err)
		os.Exit(1)
	}
}

// child starts this binary as a process of its own.
func child(t *testing.T, what, dir string) (*exec.Cmd, io.ReadCloser) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], dir)
	cmd.Env = append(os.Environ(), childVar+"="+what)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, out
}

// versions are what the endless writers write in turn.
func versions() []map[string][]byte {
	return []map[string][]byte{bigSite("a", 60), bigSite("b", 75), bigSite("c", 45)}
}

func swapForEver(dir string) error {
	return forEver(func(files map[string][]byte) error { return Swap(background, dir, files) })
}

// bringForEver writes only what the site that stands does not have, into the
// spare.
func bringForEver(dir string) error {
	return forEver(func(files map[string][]byte) error {
		o, err := Begin(dir, dir+"-spare")
		if err != nil {
			return err
		}
		defer o.Close()
		for name, data := range files {
			e := entryOf(name, data)
			if stands := o.stands(name); stands != nil && *stands == e {
				err = o.Keep(e)
			} else {
				_, _, err = o.Put(name, data)
			}
			if err != nil {
				return err
			}
		}
		return o.Commit(background)
	})
}

func publishForEver(dir string) error {
	return forEver(func(files map[string][]byte) error {
		f := folderAt(dir)
		defer f.Close()
		_, err := Apply(background, files, f, Options{})
		return err
	})
}

// forEver writes one version after the other and tells the parent of each.
func forEver(write func(files map[string][]byte) error) error {
	all := versions()
	for i := 0; ; i++ {
		if err := write(all[i%3]); err != nil {
			return err
		}
		fmt.Println("ready")
	}
}

// killWhileWriting lets the child write some versions and kills it at any
// moment of the next.
func killWhileWriting(t *testing.T, what, dir string) {
	t.Helper()
	cmd, out := child(t, what, dir)
	said := bufio.NewReader(out)
	for range 1 + rand.IntN(3) {
		if line, err := said.ReadString('\n'); line != "ready\n" {
			t.Fatalf("the child says %q, %v", line, err)
		}
	}
	time.Sleep(time.Duration(rand.IntN(40_000)) * time.Microsecond)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != -1 {
		t.Fatalf("the child was not killed but ended: %v", err)
	}
}

const kills = 25

// A killed Swap leaves the folder a whole site, old or new, and nothing of its
// own after the next.
func TestSwapKilled(t *testing.T) { testKilled(t, "swap", "public") }

// So does one that makes the site of the spare.
func TestSpareKilled(t *testing.T) {
	testKilled(t, "bring", "public", "public-spare", "public-spare.record")
}

func testKilled(t *testing.T, what string, left ...string) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	write(t, dir, ".gitkeep", "")
	seen := map[string]bool{}
	for range kills {
		killWhileWriting(t, what, dir)
		got := tree(t, dir)
		if _, ok := got[".gitkeep"]; !ok {
			t.Fatal(".gitkeep is gone")
		}
		version := got["zh/index.html"]
		seen[version] = true
		i := slices.Index([]string{"a", "b", "c"}, version)
		if i < 0 {
			t.Fatalf("the folder holds no site: %q", slices.Sorted(maps.Keys(got)))
		}
		wantTree(t, dir, versions()[i], ".gitkeep")
		if t.Failed() {
			return
		}
	}
	if len(seen) < 2 {
		t.Errorf("all children were killed in the same state %v: nothing was tested", seen)
	}
	last := bigSite("z", 5)
	if err := Swap(t.Context(), dir, last); err != nil {
		t.Fatal(err)
	}
	wantTree(t, dir, last, ".gitkeep")
	if what == "bring" { // the spare of a killed process may be gone
		brought(t, dir, dir+"-spare", nil, last)
		brought(t, dir, dir+"-spare", last, last)
		wantTree(t, dir, last, ".gitkeep")
	}
	wantOnly(t, parent, left...)
}

// wantOnly wants a folder to hold these entries and no leftovers.
func wantOnly(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
}

// A killed publish leaves only whole files, and the next one finishes.
func TestApplyKilled(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "www")
	write(t, dir, ".gitkeep", "")
	unfinished := 0
	for i := range kills {
		killWhileWriting(t, "publish", dir)
		got := tree(t, dir)
		if _, ok := got[journalName]; ok {
			unfinished++
		}
		for name, data := range got {
			if !isOwn(filepath.Base(name)) && name != ".gitkeep" && !isWhole(name, data) {
				t.Fatalf("kill %d: %s is not whole: %d bytes, %.30q", i, name, len(data), data)
			}
		}
		if i%4 != 0 {
			continue // let the next child take up where this one stopped
		}
		files := versions()[i%3]
		mustApply(t, dir, files)
		wantTree(t, dir, files, ".gitkeep")
		if empty := emptyDirs(t, dir); len(empty) > 0 {
			t.Errorf("empty folders stay: %q", empty)
		}
		if t.Failed() {
			return
		}
	}
	if unfinished == 0 {
		t.Error("no child was killed in the middle: nothing was tested")
	}
}

// isWhole reports whether a file has all its bytes in some version.
func isWhole(name, data string) bool {
	return slices.ContainsFunc(versions(), func(v map[string][]byte) bool {
		want, ok := v[name]
		return ok && string(want) == data
	})
}

// holdLocks keeps both locks until standard output is closed.
func holdLocks(dir string) error {
	f := folderAt(filepath.Join(dir, "target"))
	defer f.Close()
	unlock, err := f.Lock(background)
	if err != nil {
		return err
	}
	defer unlock()
	s, err := newSwap(filepath.Join(dir, "public"))
	if err != nil {
		return err
	}
	release, err := lockFile(s.sibling("lock"))
	if err != nil {
		return err
	}
	defer release()
	fmt.Println("ready")
	time.Sleep(time.Hour)
	return nil
}

// A second writer is kept out while the first lives, and no longer.
func TestLockEndsWithItsProcess(t *testing.T) {
	dir := t.TempDir()
	cmd, out := child(t, "hold", dir)
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
		t.Fatalf("the child says %q, %v", line, err)
	}
	target, public := filepath.Join(dir, "target"), filepath.Join(dir, "public")
	if _, err := apply(t, target, siteA, Options{}); code(err) != "U108" {
		t.Errorf("publish beside another: %v, want U108", err)
	}
	if err := Swap(t.Context(), public, siteA); code(err) != "U108" {
		t.Errorf("swap beside another: %v, want U108", err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	mustApply(t, target, siteA)
	wantTree(t, target, siteA)
	if err := Swap(t.Context(), public, siteA); err != nil {
		t.Fatal(err)
	}
	wantOnly(t, dir, "public", "target")
}

// lines reads what a child printed until it ended.
func lines(t *testing.T, cmd *exec.Cmd, out io.Reader) string {
	t.Helper()
	data, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	return strings.TrimSpace(string(data))
}
