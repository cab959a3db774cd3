package build

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/layout"
)

// Stats collects what one build costs, and where. A nil Stats collects nothing
// and asks no clock.
type Stats struct {
	layouts layout.Stats

	mu      sync.Mutex
	stage   Stage     // at work; "" for none
	since   time.Time // when it began
	total   time.Duration
	stages  map[Stage]*StageCost
	slowest []UnitCost

	loaded, documents int
}

// Costs are what a build cost.
type Costs struct {
	Total   time.Duration
	Stages  []StageCost   // in the order of the work
	Slowest []UnitCost    // the slowest pages, each with its elder edition; the slowest first
	Layouts []layout.Cost // the dearest first; what one costs is part of what those cost that use it

	Loaded, Documents int // documents whose content was looked at, of so many; 0 where nothing had changed
}

// StageCost is what a stage of the work cost. That a file is checked and
// written as soon as it is made is counted as checking and writing.
type StageCost struct {
	Stage   Stage
	Wall    time.Duration // from begin to end; zero of what goes on beside another stage
	Work    time.Duration // for single units and files, of all that were at work at once
	Made    int           // units that were made
	Reused  int           // units that were taken over
	Written int64         // bytes of files that were written
	Kept    int64         // bytes of files that stay as they stood
}

// UnitCost is what a unit cost.
type UnitCost struct {
	Name  string
	Time  time.Duration // to make, check and write it
	Bytes int64         // of its files
}

// slowestPages is how many pages are named.
const slowestPages = 10

// Costs are what was collected so far.
func (s *Stats) Costs() Costs {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := Costs{
		Total: s.total, Slowest: slices.Clone(s.slowest), Layouts: s.layouts.All(), Loaded: s.loaded, Documents: s.documents,
	}
	for _, stage := range stages {
		if cost := s.stages[stage]; cost != nil {
			c.Stages = append(c.Stages, *cost)
		}
	}
	return c
}

// begin tells that a stage begins, and the one before has ended.
func (s *Stats) begin(stage Stage) {
	if s == nil {
		return
	}
	now := time.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stage != "" {
		took := now.Sub(s.since)
		s.of(s.stage).Wall += took
		s.total += took
	}
	s.stage, s.since = stage, now
}

// end tells that the build is over.
func (s *Stats) end() { s.begin("") }

// of is the cost of a stage, to be added to.
func (s *Stats) of(stage Stage) *StageCost {
	if s.stages == nil {
		s.stages = map[Stage]*StageCost{}
	}
	c := s.stages[stage]
	if c == nil {
		c = &StageCost{Stage: stage}
		s.stages[stage] = c
	}
	return c
}

// cost is what single steps of making a unit cost; the rest of its time is for
// making it.
type cost struct {
	checking, writing time.Duration
	written           int64 // bytes
}

// unit adds a unit that was made or taken over.
func (s *Stats) unit(stage Stage, name string, o outcome, took time.Duration) {
	var bytes int64
	for _, out := range o.outputs {
		bytes += out.Size
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.of(stage)
	c.Work += took - o.cost.checking - o.cost.writing
	c.Written += o.cost.written
	c.Kept += bytes - o.cost.written
	s.of(Checking).Work += o.cost.checking
	s.of(Writing).Work += o.cost.writing
	if o.reused {
		c.Reused++
		return
	}
	c.Made++
	if stage == Rendering {
		s.slow(UnitCost{Name: name, Time: took, Bytes: bytes})
	}
}

// rest adds units of an earlier build that nobody looked at, with all files that
// were not made.
func (s *Stats) rest(units int, outputs []cache.Output) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.of(Rendering)
	c.Reused += units
	seen := c.Written + c.Kept
	for _, o := range outputs {
		c.Kept += o.Size
	}
	c.Kept -= seen
}

// content tells of how many documents the content was looked at.
func (s *Stats) content(loaded, documents int) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaded, s.documents = loaded, documents
}

// slow puts a page among the slowest, if it is one of them.
func (s *Stats) slow(u UnitCost) {
	at, _ := slices.BinarySearchFunc(s.slowest, u, func(a, b UnitCost) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Name, b.Name))
	})
	if at < slowestPages {
		s.slowest = slices.Insert(s.slowest, at, u)
		s.slowest = s.slowest[:min(len(s.slowest), slowestPages)]
	}
}

// now is the time, where it is asked for.
func (s *Stats) now() time.Time {
	if s == nil {
		return time.Time{}
	}
	return time.Now()
}
