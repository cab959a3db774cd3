package main

import (
	"runtime"
	"testing"
)

// The heap grows to the floor, and in proportion behind it.
func TestGrowth(t *testing.T) {
	const heapFloor = leastFloor
	c := collector{floor: heapFloor}
	for live, goal := range map[uint64]uint64{
		0: heapFloor, 8 << 20: heapFloor, heapFloor / 2: heapFloor,
		heapFloor: heapFloor + heapFloor*heapGrowth/100, 4 * heapFloor: 4*heapFloor + 4*heapFloor*heapGrowth/100,
	} {
		live := max(live, 4<<20)
		got := live + live*uint64(c.growth(live))/100
		if got > goal || goal-got > live/100 {
			t.Errorf("with %d bytes in use the next collection is at %d, want %d", live, got, goal)
		}
	}
}

// Asking for large pages leaves nothing in use, and takes no memory by itself.
func TestLargePagesAreLetGo(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	askForLargePages(largeHeap)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > largeHeap/16 {
		t.Errorf("%d bytes more are in use", grown)
	}
}
