package publish

import (
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// forbidLargeFiles makes the system refuse to write the large file of
// tooLarge, in this process only, after the small ones were written: as near
// to a full disk as an ordinary user gets.
func forbidLargeFiles() error {
	signal.Ignore(syscall.SIGXFSZ)
	limit := &unix.Rlimit{Cur: 64 << 10, Max: 64 << 10}
	return unix.Setrlimit(unix.RLIMIT_FSIZE, limit)
}

func tooLarge() map[string][]byte {
	files := bigSite("big", 40)
	files["zz/last.pdf"] = make([]byte, 1<<20)
	return files
}

func swapWithoutSpace(dir string) error {
	if err := forbidLargeFiles(); err != nil {
		return err
	}
	return Swap(background, dir, tooLarge())
}

func publishWithoutSpace(dir string) error {
	if err := forbidLargeFiles(); err != nil {
		return err
	}
	f := folderAt(dir)
	defer f.Close()
	_, err := Apply(background, tooLarge(), f, Options{})
	return err
}

// Where the system refuses to take a file, the old site stays as it was, with
// nothing beside it, and the message names file, cause and hint.
func TestNoSpaceLeavesTheOldSite(t *testing.T) {
	for what, prepare := range map[string]func(t *testing.T, dir string){
		"swap-full": func(t *testing.T, dir string) {
			if err := Swap(t.Context(), dir, siteA); err != nil {
				t.Fatal(err)
			}
		},
		"publish-full": func(t *testing.T, dir string) { mustApply(t, dir, siteA) },
	} {
		t.Run(what, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "site")
			prepare(t, dir)
			before := tree(t, dir)
			cmd, out := child(t, what, dir)
			said := lines(t, cmd, out)
			for _, want := range []string{"U204", dir + "/zz/last.pdf: ", "file too large", "(hint: "} {
				if !strings.Contains(said, want) {
					t.Errorf("the child says %q, which lacks %q", said, want)
				}
			}
			if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
				t.Error("the old site is not as it was:", diff)
			}
			if empty := emptyDirs(t, dir); len(empty) > 0 {
				t.Errorf("empty folders stay: %q", empty)
			}
			wantOnly(t, parent, "site")
		})
	}
}
