// Package meter measures whole commands: wall time, the time of processors, and
// the most memory that was held at once; servers, from the save of a file to the
// answer that shows it; and the floor below every build, which is to write the
// same bytes from memory.
package meter

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// Sample is what one run took.
type Sample struct {
	Wall time.Duration `json:"wall"`
	CPU  time.Duration `json:"cpu"`  // user and system, of all threads
	Peak int64         `json:"peak"` // bytes
}

// Command is a command with its folder and what its environment has besides.
type Command struct {
	Dir  string
	Env  []string
	Args []string
}

// MeasureWord is the first argument by which a program that uses Run runs
// itself: then it has to call Measure with the others, and do nothing else.
const MeasureWord = "measure"

// Run runs a command to its end. What it printed is in the error where it fails.
//
// Linux counts the memory of the process that starts a command as if the command
// had used it. So a small process of its own stands between: this program, run
// anew.
func Run(ctx context.Context, c Command) (Sample, error) {
	self, err := os.Executable()
	if err != nil {
		return Sample{}, err
	}
	var out, wrong bytes.Buffer
	cmd := exec.CommandContext(ctx, self, append([]string{MeasureWord}, c.Args...)...)
	cmd.Dir, cmd.Env = c.Dir, append(os.Environ(), c.Env...)
	cmd.Stdout, cmd.Stderr = &out, &wrong
	if err := cmd.Run(); err != nil {
		return Sample{}, fmt.Errorf("%s: %w\n%s", c.Args[0], err, tail(wrong.Bytes()))
	}
	var s Sample
	if err := json.Unmarshal(out.Bytes(), &s); err != nil {
		return Sample{}, fmt.Errorf("%s: no measurement: %w", c.Args[0], err)
	}
	return s, nil
}

// Measure runs a command and prints what it took, for Run. It returns the status
// with which the program has to end.
func Measure(args []string) int {
	var out bytes.Buffer
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	err := cmd.Run()
	s := Sample{Wall: time.Since(start)}
	if err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out.Bytes())
		return 1
	}
	s.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.Peak = usage.Maxrss * 1024 // Linux counts in KiB
	}
	if err := json.NewEncoder(os.Stdout).Encode(s); err != nil {
		return 1
	}
	return 0
}

// tail is the end of what a command printed: there it says what went wrong.
func tail(out []byte) []byte { return out[max(0, len(out)-2000):] }
