package content

import (
	"context"
	"runtime"
	"sync"
)

// crew does pieces of work on all processors; a piece may add others. Each
// gets the buffer of its worker.
type crew struct {
	mu    sync.Mutex
	wake  *sync.Cond
	jobs  []func(*buffer) // the last one is done first, so that few wait
	busy  int
	ended bool
}

// add leaves a piece of work to whoever is free.
func (c *crew) add(job func(*buffer)) {
	c.mu.Lock()
	c.jobs = append(c.jobs, job)
	if c.wake != nil {
		c.wake.Signal()
	}
	c.mu.Unlock()
}

// work returns when all is done, or when the context was stopped.
func (c *crew) work(ctx context.Context) error {
	c.wake = sync.NewCond(&c.mu)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			var buf buffer
			for job := c.next(ctx); job != nil; job = c.next(ctx) {
				job(&buf)
				c.done()
			}
		})
	}
	workers.Wait()
	return ctx.Err()
}

// next waits for a piece of work; nil says that there will be none.
func (c *crew) next(ctx context.Context) func(*buffer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.jobs) == 0 && c.busy > 0 && !c.ended {
		c.wake.Wait()
	}
	if c.ended = c.ended || ctx.Err() != nil || len(c.jobs) == 0; c.ended {
		c.wake.Broadcast()
		return nil
	}
	job := c.jobs[len(c.jobs)-1]
	c.jobs[len(c.jobs)-1] = nil
	c.jobs = c.jobs[:len(c.jobs)-1]
	c.busy++
	return job
}

func (c *crew) done() {
	c.mu.Lock()
	c.busy--
	if c.busy == 0 {
		c.wake.Broadcast()
	}
	c.mu.Unlock()
}
