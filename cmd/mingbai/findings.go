package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/publish"
)

// printFindings writes findings for people and ends them with their count.
// Lines that findings are about are shown from source.
func (a *app) printFindings(w io.Writer, findings []diag.Finding, source fs.FS) error {
	if len(findings) == 0 {
		return nil
	}
	opts := diag.TextOptions{Lang: a.lang, Colour: coloured(w), Source: source}
	if err := diag.WriteText(w, findings, opts); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w, diag.Summary(findings).In(a.lang))
	return err
}

// printPressing writes findings like printFindings, but only counts those that
// ask for nothing to be done: after every build they would hide the others.
func (a *app) printPressing(w io.Writer, findings []diag.Finding) error {
	pressing := slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool { return f.Severity == diag.Info })
	if err := a.printFindings(w, pressing, a.projectFS()); err != nil || len(pressing) == len(findings) {
		return err
	}
	_, err := fmt.Fprintf(w, a.say("%d for information: see mingbai check\n", "另有提示 %d 个，可用 mingbai check 查看\n"), len(findings)-len(pressing))
	return err
}

// projectFS is the project, for excerpts; nil where it cannot be opened, which
// costs the excerpts and nothing else. It lives as long as the process.
func (a *app) projectFS() fs.FS {
	root, err := os.OpenRoot(a.root)
	if err != nil {
		return nil
	}
	return seedText{root.FS()}
}

// outcome is the error by which findings of severity error set the exit status.
func outcome(findings []diag.Finding) error {
	if diag.HasErrors(findings) {
		return errFindings
	}
	return nil
}

// printError tells why a command could not do its work. An error that is a
// finding speaks the user's language and says how to mend it.
func (a *app) printError(err error) {
	var known *publish.Error
	if errors.As(err, &known) {
		_ = a.printFindings(a.stderr, []diag.Finding{known.Finding}, nil)
		return
	}
	fmt.Fprintf(a.stderr, "mingbai: %s\n", a.say(err.Error(), inChinese(err.Error())))
}
