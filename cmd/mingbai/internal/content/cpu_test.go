//go:build unix

package content

import (
	"syscall"
	"testing"
	"time"
)

// cpuTime is the time that all processors have spent on this process: of work
// that is done in parallel, on a machine that is shared, it tells what the
// clock on the wall does not.
func cpuTime(tb testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
