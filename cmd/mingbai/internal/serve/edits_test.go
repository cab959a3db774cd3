package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestThousandEdits saves, moves, makes and removes a thousand times: neither
// watches nor goroutines may be more than before.
func TestThousandEdits(t *testing.T) {
	w := watchDir(t, "content/doc/plan", "outside")
	w.write("content/doc/a.md", "0")
	w.seen("the first edit")
	folders, goroutines := w.folders(), runtime.NumGoroutine()
	for i := range 1000 {
		w.write("content/doc/a.md.new", fmt.Sprint(i))
		w.rename("content/doc/a.md.new", "content/doc/a.md")
		switch i % 4 {
		case 0:
			w.rename("content/doc/plan", "outside/plan")
			w.rename("outside/plan", "content/doc/plan")
		case 1:
			w.rename("content/doc", "content/moved")
			w.rename("content/moved", "content/doc")
		case 2:
			w.mkdir("content/extra/deep")
		case 3:
			w.must(os.RemoveAll(w.path("content/extra")))
		}
		if i%100 == 0 {
			w.seen("an edit")
		}
	}
	w.seen("the last edits")
	w.wantFolders(folders...)
	if n := runtime.NumGoroutine(); n > goroutines {
		t.Errorf("%d goroutines, %d before", n, goroutines)
	}
	if n := kernelWatches(t); runtime.GOOS == "linux" && n != len(folders) {
		t.Errorf("the kernel holds %d watches for %d folders", n, len(folders))
	}
	w.write("content/doc/plan/z.md", "1")
	w.seen("an edit after all that")
}

// kernelWatches counts the inotify watches of this process, which the library
// could have lost sight of.
func kernelWatches(t *testing.T) int {
	t.Helper()
	if runtime.GOOS != "linux" {
		return 0 // other systems do not tell
	}
	infos, err := filepath.Glob("/proc/self/fdinfo/*")
	if err != nil || len(infos) == 0 {
		t.Fatalf("no open files in /proc: %v", err)
	}
	n := 0
	for _, info := range infos {
		data, err := os.ReadFile(info)
		if err != nil {
			continue // the file that lists the folder itself is closed by now
		}
		n += strings.Count(string(data), "inotify wd:")
	}
	return n
}
