package main

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	"mingbai/cmd/mingbai/internal/build"
)

// A build is short, and most of what it makes it keeps: collecting garbage each
// time that the heap has doubled, beginning with 4 MB, is a tenth of its work.
// So the heap may grow to a floor before anything is collected, and behind that
// by heapGrowth. A build that takes over what stands holds it all until its end,
// and makes little: for it the floor is as high as what it will hold.
const (
	leastFloor = 216 << 20 // bytes
	mostFloor  = 512 << 20 // bytes
	heapGrowth = 60        // per cent

	heldForState = 28 // bytes in use by a build for each byte of the state that it takes over
)

// largeHeap is how much of the heap is asked for in large pages: the system gives
// memory by pages of 4 KB, and a build that touches hundreds of megabytes once
// would take them one by one.
const largeHeap = 256 << 20 // bytes

// useMemory lets the heap of a build of the project at root grow, and the
// collector of garbage wait. What the user says of memory in the environment
// goes before it, and so does every limit.
func (a *app) useMemory(o build.Options) {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		if os.Getenv(name) != "" {
			return
		}
	}
	c := collector{floor: leastFloor}
	if info, err := os.Stat(filepath.Join(o.Root, build.StateFile)); err == nil && !o.Fresh {
		c.floor = uint64(min(max(heldForState*info.Size(), leastFloor), mostFloor))
	}
	if a.memory == "" {
		debug.SetGCPercent(-1) // what is not used yet is not to be looked at
		askForLargePages(largeHeap)
		runtime.GC()
	}
	c.adjust(struct{}{})
}

// collector says when garbage is collected.
type collector struct{ floor uint64 }

// adjust says when garbage is next collected, and does so again behind each
// collection: the collector itself knows shares alone, no floor.
func (c collector) adjust(struct{}) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(c.growth(live[0].Value.Uint64()))
	collected := new([16]byte)
	runtime.AddCleanup(collected, c.adjust, struct{}{})
}

// growth is by how many per cent a heap may grow of which so many bytes are in
// use.
func (c collector) growth(live uint64) int {
	const least = 4 << 20 // the runtime counts no less
	live = max(live, least)
	if live >= c.floor {
		return heapGrowth
	}
	return max(int((c.floor-live)*100/live), heapGrowth)
}
