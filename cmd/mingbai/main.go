// Command mingbai turns government policy documents into websites that people
// understand. Each subcommand has a file of its own; README.md in this folder
// tells how the packages below internal/ work together.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit statuses, the same for every subcommand.
const (
	statusDone     = 0
	statusFindings = 1 // findings of severity error, or differences found by verify
	statusFailed   = 2 // wrong usage, or something that cannot be read or written
)

// errFindings ends a command whose findings, already printed, include errors.
var errFindings = errors.New("findings of severity error")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// run is the whole command but for the process: it returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	a := &app{stdout: stdout, stderr: stderr, lang: chooseLang(args, os.Getenv)}
	root := newRootCmd(a)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errFindings):
		return statusFindings
	case ctx.Err() != nil:
		err = errors.New(a.say("interrupted; what was there before is unchanged", "已中断，原有内容未改动"))
	}
	a.printError(err)
	return statusFailed
}
