package serve

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// watched is a project folder with a watcher that runs on it.
type watched struct {
	t    *testing.T
	root string
	*watcher
}

func watchDir(t *testing.T, dirs ...string) *watched {
	t.Helper()
	root := t.TempDir()
	w := &watched{t: t, root: root}
	for _, dir := range dirs {
		w.mkdir(dir)
	}
	var err error
	w.watcher, err = newWatcher(root, []string{"content", "layouts", "names.yaml"}, testLogger())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopped := make(chan struct{})
	go func() { w.run(ctx); close(stopped) }()
	t.Cleanup(func() { cancel(); <-stopped })
	return w
}

func (w *watched) path(name string) string { return filepath.Join(w.root, filepath.FromSlash(name)) }

func (w *watched) mkdir(name string) {
	w.t.Helper()
	w.must(os.MkdirAll(w.path(name), 0o755))
}

func (w *watched) write(name, text string) {
	w.t.Helper()
	w.must(os.WriteFile(w.path(name), []byte(text), 0o644))
}

func (w *watched) rename(from, to string) {
	w.t.Helper()
	w.must(os.Rename(w.path(from), w.path(to)))
}

func (w *watched) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// seen fails unless a batch closes soon, and waits until it is quiet.
func (w *watched) seen(what string) {
	w.t.Helper()
	select {
	case <-w.changed:
	case <-time.After(5 * time.Second):
		w.t.Fatalf("%s: not seen", what)
	}
	for {
		select {
		case <-w.changed:
			continue
		case <-time.After(3 * quietTime):
		}
		return
	}
}

// unseen fails when a batch closes.
func (w *watched) unseen(what string) {
	w.t.Helper()
	select {
	case <-w.changed:
		w.t.Fatalf("%s: seen, though it changes nothing", what)
	case <-time.After(3 * quietTime):
	}
}

// folders are the folders watched, below the root.
func (w *watched) folders() []string {
	var out []string
	for _, dir := range w.notify.WatchList() {
		out = append(out, filepath.ToSlash(w.relative(dir)))
	}
	slices.Sort(out)
	return out
}

func (w *watched) wantFolders(want ...string) {
	w.t.Helper()
	if got := w.folders(); !slices.Equal(got, want) {
		w.t.Errorf("watched are %q, want %q", got, want)
	}
}

func TestWatchSaves(t *testing.T) {
	w := watchDir(t, "content/doc")
	w.write("content/doc/a.md", "1")
	w.seen("a new file")
	w.write("content/doc/a.md", "2")
	w.seen("a file written in place")

	for range 2 { // vim: the old file becomes the backup, a new one takes its name
		w.write("content/doc/4913", "")
		w.must(os.Remove(w.path("content/doc/4913")))
		w.rename("content/doc/a.md", "content/doc/a.md~")
		w.write("content/doc/a.md", "3")
		w.must(os.Remove(w.path("content/doc/a.md~")))
		w.seen("a save as vim does it")
	}
	for range 2 { // WPS and VS Code: a new file beside it is renamed over it
		w.write("content/doc/a123.tmp", "4")
		w.rename("content/doc/a123.tmp", "content/doc/a.md")
		w.seen("a save by renaming over")
	}
	w.must(os.Remove(w.path("content/doc/a.md")))
	w.seen("a file removed")
}

func TestWatchScratch(t *testing.T) {
	w := watchDir(t, "content/doc")
	w.write("content/doc/a.md", "1")
	w.seen("a new file")
	for _, name := range []string{
		"a.md~", ".a.md.swp", ".a.md.swx", "4913", ".goutputstream-X1", "~$a.docx", ".~a.docx",
		".#a.md", "#a.md#", "x.tmp", "a.crswap", ".DS_Store", "Thumbs.db",
	} {
		if !isScratch(name) {
			t.Errorf("%s is not known as scratch", name)
		}
		w.write("content/doc/"+name, "x")
		w.must(os.Remove(w.path("content/doc/" + name)))
	}
	w.mkdir("content/.git/objects")
	w.must(os.Chmod(w.path("content/doc/a.md"), 0o600))
	w.write("other.txt", "beside what is watched")
	w.mkdir("public/zh")
	w.unseen("scratch files, modes, files of others")
	for _, name := range []string{"_index.zh.md", "01-tax.md", "a.swf", "tmp", "m01#2.md", "4913.md"} {
		if isScratch(name) {
			t.Errorf("%s is taken for scratch", name)
		}
	}
}

func TestWatchFolders(t *testing.T) {
	w := watchDir(t, "content/a/b", "outside/x/y")
	w.wantFolders(".", "content", "content/a", "content/a/b")

	w.mkdir("content/n/m")
	w.seen("new folders")
	w.write("content/n/m/a.md", "1")
	w.seen("a file in a new folder")

	w.rename("outside/x", "content/x")
	w.seen("a folder moved in")
	w.write("content/x/y/a.md", "1")
	w.seen("a file in a folder moved in")

	w.rename("content/x", "content/a/x")
	w.seen("a folder moved within")
	w.write("content/a/x/y/a.md", "2")
	w.seen("a file in a folder moved within")

	w.rename("content/a/x", "outside/x")
	w.seen("a folder moved out")
	w.write("outside/x/y/a.md", "3")
	w.unseen("a file in a folder moved out")
	w.wantFolders(".", "content", "content/a", "content/a/b", "content/n", "content/n/m")

	w.must(os.RemoveAll(w.path("content/n")))
	w.seen("a folder removed")
	w.mkdir("content/n/m")
	w.seen("the folder made again")
	w.write("content/n/m/a.md", "4")
	w.seen("a file in the folder made again")
}

// TestWatchMissing watches for what is not there yet, and for what goes and
// comes back whole.
func TestWatchMissing(t *testing.T) {
	w := watchDir(t)
	w.wantFolders(".")
	w.mkdir("layouts/part")
	w.seen("a missing folder made")
	w.write("layouts/part/a.html", "1")
	w.seen("a file in it")
	w.write("names.yaml", "1")
	w.seen("a missing file written")
	w.write("names.yaml.new", "2")
	w.unseen("a file with another name")
	w.rename("names.yaml.new", "names.yaml")
	w.seen("a watched file renamed over")

	w.mkdir("content/doc")
	w.seen("content made")
	w.rename("content", "old")
	w.seen("content moved away")
	w.write("old/doc/a.md", "1")
	w.unseen("a change in the folder moved away")
	w.mkdir("content/doc")
	w.seen("content made again")
	w.write("content/doc/a.md", "2")
	w.seen("a file in it")
	w.wantFolders(".", "content", "content/doc", "layouts", "layouts/part")
}

func TestWatchRefusesOutside(t *testing.T) {
	for _, name := range []string{"../other", "/etc", ""} {
		if _, err := newWatcher(t.TempDir(), []string{name}, testLogger()); err == nil {
			t.Errorf("watching %q: no error", name)
		}
	}
}
