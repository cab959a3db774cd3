package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"mingbai/cmd/mingbai/internal/source/sourcetest"
)

// update rewrites what tests compare with: outputs in scripts, and the command
// reference of the README.
var update = flag.Bool("update", false, "rewrite wanted outputs")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"mingbai": main, "sums": sums, "document": document})
}

// document writes the lines of a text file as a document of another format:
// document text.txt notice.docx.
func document() {
	data, err := os.ReadFile(os.Args[1])
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	switch path := os.Args[2]; {
	case err != nil:
	case strings.HasSuffix(path, ".docx"):
		err = os.WriteFile(path, sourcetest.DocxOf(lines), 0o644)
	case strings.HasSuffix(path, ".html"):
		err = os.WriteFile(path, []byte(sourcetest.HTMLOf(lines)), 0o644)
	case strings.HasSuffix(path, ".pdf"):
		err = os.WriteFile(path, sourcetest.PDFOf(sourcetest.Set(lines)), 0o644)
	case strings.HasSuffix(path, ".ofd"):
		err = os.WriteFile(path, sourcetest.OFD(sourcetest.Set(lines), ""), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// sums prints the SHA-256 and path of every file below the folders named, so
// that a script can compare whole trees before and after.
func sums() {
	for _, dir := range os.Args[1:] {
		err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(dir, name)
			fmt.Printf("%x %s\n", sha256.Sum256(data), filepath.ToSlash(rel))
			return err
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// TestScript runs the command itself. Every script begins with a small project
// in the folder site, a copy of testdata/project.
func TestScript(t *testing.T) {
	project := os.DirFS(filepath.Join("testdata", "project"))
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"status": status},
		Setup: func(env *testscript.Env) error {
			env.Setenv("LC_ALL", "C.UTF-8") // English messages, whatever the machine speaks
			return os.CopyFS(filepath.Join(env.WorkDir, "site"), project)
		},
	})
}

// status runs a command and wants its exit status: "status 2 mingbai build".
// The script language itself only knows success and failure.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}
