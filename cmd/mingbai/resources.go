package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// resourceFlags adds what a command that builds pages may use.
func (a *app) resourceFlags(cmd *cobra.Command) {
	cmd.Flags().IntVar(&a.jobs, "jobs", 0, a.say("make `N` things at once; by default as many as there are processors",
		"同时处理 `N` 项，默认与处理器数相同"))
	cmd.Flags().StringVar(&a.memory, "memory-limit", "", a.say("try to use at most `SIZE` of memory, like 500M or 2G",
		"内存用量尽量不超过 `SIZE`，如 500M、2G"))
}

// limitResources sets what the process may use.
func (a *app) limitResources(cmd *cobra.Command) error {
	if given(cmd, "jobs") {
		if a.jobs < 1 {
			return a.usageError(cmd, fmt.Errorf(a.say("--jobs %d: want a number from 1", "--jobs %d：应为 1 以上的数"), a.jobs))
		}
		runtime.GOMAXPROCS(a.jobs)
	}
	if given(cmd, "memory-limit") {
		limit, ok := parseSize(a.memory)
		if !ok {
			return a.usageError(cmd, fmt.Errorf(a.say("--memory-limit %q: want a size such as 500M or 2G",
				"--memory-limit %q：应为 500M、2G 这样的大小"), a.memory))
		}
		debug.SetMemoryLimit(limit)
	}
	return nil
}

// given reports whether the user gave a flag to a command that has it.
func given(cmd *cobra.Command, flag string) bool {
	f := cmd.Flags().Lookup(flag)
	return f != nil && f.Changed
}

// parseSize reads a number of bytes with K, M or G behind it, in powers of
// 1024, as people write the memory of machines.
func parseSize(s string) (int64, bool) {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(s), "B"), "I")
	shift := 0
	for i, unit := range []string{"K", "M", "G"} {
		if rest, ok := strings.CutSuffix(s, unit); ok {
			s, shift = rest, 10*(i+1)
		}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 || n > 1<<(62-shift) {
		return 0, false
	}
	return n << shift, true
}

// profiles are the files to which it is recorded what a command uses.
type profiles struct {
	cpu, memory string // "" for none
}

func (a *app) profileFlags(cmd *cobra.Command) *profiles {
	p := &profiles{}
	cmd.Flags().StringVar(&p.cpu, "cpu-profile", "", a.say("write a profile of processor time to `FILE`, for go tool pprof",
		"把处理器时间的剖析数据写入 `FILE`，供 go tool pprof 读取"))
	cmd.Flags().StringVar(&p.memory, "memory-profile", "", a.say("write a profile of memory to `FILE`, for go tool pprof",
		"把内存的剖析数据写入 `FILE`，供 go tool pprof 读取"))
	return p
}

// begin makes the files, so that what cannot be written fails before the work,
// and begins to record. The caller calls end when the work is over.
func (p *profiles) begin() (end func() error, err error) {
	memory, err := create(p.memory)
	if err != nil {
		return nil, err
	}
	cpu, err := create(p.cpu)
	if err == nil && cpu != nil {
		err = pprof.StartCPUProfile(cpu)
	}
	if err != nil {
		return nil, errors.Join(err, discard(cpu), discard(memory))
	}
	return func() error {
		var wrong error
		if cpu != nil {
			pprof.StopCPUProfile()
			wrong = cpu.Close()
		}
		if memory != nil {
			runtime.GC() // the profile knows what was made before the last collection
			wrong = errors.Join(wrong, pprof.Lookup("allocs").WriteTo(memory, 0), memory.Close())
		}
		return wrong
	}, nil
}

// create makes a file; nil for no name.
func create(name string) (*os.File, error) {
	if name == "" {
		return nil, nil
	}
	return os.Create(name)
}

func discard(f *os.File) error {
	if f == nil {
		return nil
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
