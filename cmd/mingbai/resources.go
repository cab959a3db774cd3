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

	"mingbai/cmd/mingbai/internal/build"
)

// resources is what a build may use, and what is recorded of its use.
type resources struct {
	jobs       int
	memory     string // --memory-limit as given
	cpuProfile string // file
	memProfile string // file
}

func (a *app) resourceFlags(cmd *cobra.Command) *resources {
	r := &resources{}
	flags := cmd.Flags()
	flags.IntVar(&r.jobs, "jobs", 0, a.say("make `N` things at once; by default as many as there are processors",
		"同时处理 `N` 项，默认与处理器数相同"))
	flags.StringVar(&r.memory, "memory-limit", "", a.say("try to use at most `SIZE` of memory, like 500M or 2G",
		"内存用量尽量不超过 `SIZE`，如 500M、2G"))
	flags.StringVar(&r.cpuProfile, "cpu-profile", "", a.say("write a profile of processor time to `FILE`, for go tool pprof",
		"把处理器时间的剖析数据写入 `FILE`，供 go tool pprof 读取"))
	flags.StringVar(&r.memProfile, "memory-profile", "", a.say("write a profile of memory to `FILE`, for go tool pprof",
		"把内存的剖析数据写入 `FILE`，供 go tool pprof 读取"))
	return r
}

// apply sets what the process may use, and begins to record it. The caller
// calls end when the build is over.
func (r *resources) apply(a *app, cmd *cobra.Command, o *build.Options) (end func() error, err error) {
	if r.jobs < 0 {
		return nil, a.usageError(cmd, fmt.Errorf(a.say("--jobs %d: want a number from 1", "--jobs %d：应为 1 以上的数"), r.jobs))
	}
	o.Jobs = r.jobs
	if r.jobs > 0 {
		runtime.GOMAXPROCS(r.jobs)
	}
	if r.memory != "" {
		limit, ok := parseSize(r.memory)
		if !ok {
			return nil, a.usageError(cmd, fmt.Errorf(a.say("--memory-limit %q: want a size such as 500M or 2G",
				"--memory-limit %q：应为 500M、2G 这样的大小"), r.memory))
		}
		debug.SetMemoryLimit(limit)
	}
	if r.cpuProfile == "" {
		return r.writeMemory, nil
	}
	f, err := os.Create(r.cpuProfile)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() error {
		pprof.StopCPUProfile()
		return errors.Join(f.Close(), r.writeMemory())
	}, nil
}

func (r *resources) writeMemory() error {
	if r.memProfile == "" {
		return nil
	}
	f, err := os.Create(r.memProfile)
	if err != nil {
		return err
	}
	return errors.Join(pprof.Lookup("allocs").WriteTo(f, 0), f.Close())
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
