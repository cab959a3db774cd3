package site

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// together calls do for 0 to n-1 on all processors. The calls must not depend
// on each other; each has a place of its own for what it finds, so that the
// outcome does not depend on their order.
func together(n int, do func(i int)) {
	processors := runtime.GOMAXPROCS(0)
	share := max(1, min(64, n/(4*processors))) // taken at a time
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(processors, n) {
		workers.Go(func() {
			for {
				end := int(next.Add(int64(share)))
				if end-share >= n {
					return
				}
				for i := end - share; i < min(end, n); i++ {
					do(i)
				}
			}
		})
	}
	workers.Wait()
}
