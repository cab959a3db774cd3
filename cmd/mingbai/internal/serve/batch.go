package serve

import "time"

// How long a batch of changes waits for more: an editor's save is several
// events within a millisecond or two, and a checkout of another version is
// thousands. A build that began too early is ended by the next batch.
const (
	quietTime = 15 * time.Millisecond // without a change
	batchTime = time.Second           // at most, since the first change
)

// batch is a timer that fires when changes have settled.
type batch struct {
	C     <-chan time.Time // receives once per batch
	timer *time.Timer
	ends  time.Time // when the batch closes at the latest; zero while there is none
}

func newBatch() *batch {
	timer := time.NewTimer(0)
	timer.Stop()
	return &batch{C: timer.C, timer: timer}
}

// touch opens a batch or prolongs the one that is open.
func (b *batch) touch() {
	now := time.Now()
	if b.ends.IsZero() {
		b.ends = now.Add(batchTime)
	}
	b.timer.Reset(min(quietTime, b.ends.Sub(now)))
}

// close ends the batch; whoever received from C calls it.
func (b *batch) close() { b.ends = time.Time{} }
