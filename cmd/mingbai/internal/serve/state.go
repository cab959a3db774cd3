package serve

import (
	"sync/atomic"

	"mingbai/cmd/mingbai/internal/diag"
)

// state is what the browser sees between two builds. It never changes.
type state struct {
	build    string         // names the build; open pages compare it with their own
	files    Files          // of the last good build; nil before there is one
	early    Files          // newer ones, of a build that is under way
	findings []diag.Finding // of the newest build
	failed   []byte         // the error page, or nil after a good build
	report   []byte         // the page that lists findings
	newer    chan struct{}  // closed when another state has taken its place
}

// store holds the newest state. Streams of events wait on the state's own
// channel, so nobody has to be registered or forgotten.
type store struct{ now atomic.Pointer[state] }

func (s *store) load() *state { return s.now.Load() }

// replace puts a state in place of the one before. One goroutine calls it.
func (s *store) replace(next *state) {
	next.newer = make(chan struct{})
	if before := s.now.Swap(next); before != nil {
		close(before.newer)
	}
}

// file gives the newest bytes of a file.
func (s *state) file(name string) (data []byte, found bool) {
	if data, found = s.early[name]; !found {
		data, found = s.files[name]
	}
	return data, found
}
