package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingbai/cmd/mingbai/internal/diag"
)

func TestRulesAreComplete(t *testing.T) {
	if _, err := diag.NewTable(Rules()); err != nil {
		t.Error(err)
	}
	for _, r := range Rules() {
		if !strings.HasPrefix(r.Code, "U") {
			t.Errorf("rule %s: this package's codes begin with U", r.Code)
		}
	}
}

// What the system answers becomes words that say what to do about it.
func TestSystemErrors(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{
		{syscall.ENOSPC, "www/a.html: no space left for this file (hint: free space on the disk or raise the quota, then run the command again)"},
		{syscall.EDQUOT, "www/a.html: no space left for this file (hint: free space on the disk or raise the quota, then run the command again)"},
		{syscall.EROFS, "www/a.html: the file system is read-only (hint: mount it for writing, or name another folder)"},
		{syscall.EACCES, "www/a.html: no permission to read or write here (hint: run the command as a user who may write to the folder, or change its permissions)"},
		{syscall.EIO, "www/a.html: the system refused: input/output error (hint: mend the cause, then run the command again)"},
		{ErrBusy, "www/a.html: another mingbai is writing to this folder (hint: wait until it has finished, then try again)"},
	} {
		wrapped := fmt.Errorf("write: %w", &fs.PathError{Op: "write", Path: "a.html", Err: test.err})
		err := systemError("www/a.html", wrapped)
		if err.Error() != test.want {
			t.Errorf("%v reads\n%s\nwant\n%s", test.err, err, test.want)
		}
		if !errors.Is(err, test.err) {
			t.Errorf("%v is lost behind %v", test.err, err)
		}
		if err.Message.Zh == "" || strings.Contains(err.Message.Zh, "%!") {
			t.Errorf("Chinese message %q", err.Message.Zh)
		}
	}
}

// publishUnprivileged publishes as a user who may not write to the target,
// also where the tests run as root.
func publishUnprivileged(dir string) error {
	const nobody = 65534
	if os.Getuid() == 0 {
		if err := errors.Join(syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			return err
		}
	}
	f := folderAt(dir)
	defer f.Close()
	_, err := Apply(background, siteB, f, Options{})
	return err
}

func TestUnwritableTarget(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	mustApply(t, dir, siteA)
	for _, p := range []string{parent, filepath.Dir(parent)} {
		if err := os.Chmod(p, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	before := tree(t, dir)
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
	cmd, out := child(t, "publish-unprivileged", dir)
	said, _ := bufio.NewReader(out).ReadString('\n')
	_ = cmd.Wait()
	if want := "U202 " + dir + ": no permission to read or write here (hint: "; !strings.HasPrefix(said, want) {
		t.Errorf("the child says %q, want %q", said, want)
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Error("the old site is not as it was:", diff)
	}
}
