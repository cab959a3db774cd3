package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A build is short, and most of what it makes it keeps: collecting garbage each
// time that the heap has doubled, beginning with 4 MB, is a tenth of its work.
// So the heap may grow to heapFloor before anything is collected, and behind
// that by heapGrowth.
const (
	heapFloor  = 64 << 20 // bytes
	heapGrowth = 60       // per cent
)

// collectRarely lets the collector of garbage wait. What the user says of memory
// in the environment goes before it, and so does every limit.
func collectRarely() {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		if os.Getenv(name) != "" {
			return
		}
	}
	adjustCollector(nil)
}

// adjustCollector says when garbage is next collected, and does so again behind
// each collection: the collector itself knows shares alone, no floor.
func adjustCollector(*struct{}) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(growth(live[0].Value.Uint64()))
	collected := new([16]byte)
	runtime.AddCleanup(collected, adjustCollector, nil)
}

// growth is by how many per cent a heap may grow of which so many bytes are in
// use.
func growth(live uint64) int {
	const least = 4 << 20 // the runtime counts no less
	live = max(live, least)
	if live >= heapFloor {
		return heapGrowth
	}
	return max(int((heapFloor-live)*100/live), heapGrowth)
}
