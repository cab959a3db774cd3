package layout

import (
	"cmp"
	"maps"
	"slices"
	"sync"
	"time"
)

// Stats counts what templates cost. It may be shared by sets.
type Stats struct {
	mu    sync.Mutex
	costs map[string]Cost
}

// Cost is what a template cost in all.
type Cost struct {
	Name  string
	Count int // times that it was executed
	Slow  int // times that html/template had to do it
	Time  time.Duration
	Bytes int // of output
}

func (s *Stats) add(name string, took time.Duration, bytes int, compiled bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.costs == nil {
		s.costs = map[string]Cost{}
	}
	c := s.costs[name]
	c.Name = name
	c.Count++
	c.Time += took
	c.Bytes += bytes
	if !compiled {
		c.Slow++
	}
	s.costs[name] = c
}

// All are the costs of all templates, the dearest first.
func (s *Stats) All() []Cost {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.SortedFunc(maps.Values(s.costs), func(a, b Cost) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Name, b.Name))
	})
}
