package serve

import (
	"testing"
	"testing/synctest"
	"time"
)

// TestBatch tries when a batch closes, by the times of its changes.
func TestBatch(t *testing.T) {
	everyTen := make([]time.Duration, 125)
	for i := range everyTen {
		everyTen[i] = time.Duration(i) * 10 * time.Millisecond
	}
	for _, test := range []struct {
		name    string
		changes []time.Duration // since the start, ascending
		want    []time.Duration // when batches close
	}{
		{"one change", []time.Duration{0}, []time.Duration{quietTime}},
		{"a save in three steps", []time.Duration{0, 5 * time.Millisecond, 15 * time.Millisecond}, []time.Duration{30 * time.Millisecond}},
		{"two saves", []time.Duration{0, 500 * time.Millisecond}, []time.Duration{15 * time.Millisecond, 515 * time.Millisecond}},
		{"never quiet", everyTen, []time.Duration{time.Second, 1255 * time.Millisecond}},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b, start := newBatch(), time.Now()
				var got []time.Duration
				next := func(until time.Duration) {
					for {
						select {
						case <-b.C:
							b.close()
							got = append(got, time.Since(start))
							continue
						case <-time.After(time.Until(start.Add(until))):
						}
						return
					}
				}
				for _, at := range test.changes {
					next(at)
					b.touch()
				}
				next(10 * time.Second)
				if len(got) != len(test.want) {
					t.Fatalf("batches closed at %v, want %v", got, test.want)
				}
				for i := range got {
					if got[i] != test.want[i] {
						t.Errorf("batches closed at %v, want %v", got, test.want)
					}
				}
			})
		})
	}
}
