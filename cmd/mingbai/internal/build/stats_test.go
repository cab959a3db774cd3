package build

import (
	"bytes"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// What is told of a build adds up: to the files that it has, and to the units
// that it made and took over.
func TestStats(t *testing.T) {
	root := newProject(t)
	if _, err := Import(t.Context(), Options{Root: root}); err != nil {
		t.Fatal(err)
	}
	measure := filepath.Join(root, "content", "small-shops-2024", "1-plan", "m01.zh.md")
	whole := statsOf(t, root)
	if whole.total.Reused > 0 || whole.total.Kept > 0 {
		t.Errorf("the first build took over %d units, kept %d bytes", whole.total.Reused, whole.total.Kept)
	}
	for i, stage := range stages {
		if i >= len(whole.Stages) || whole.Stages[i].Stage != stage {
			t.Fatalf("stages %v, want %v", whole.Stages, stages)
		}
	}
	if n := len(whole.Slowest); n != slowestPages {
		t.Errorf("%d slowest pages", n)
	}
	if !slices.IsSortedFunc(whole.Slowest, func(a, b UnitCost) int { return int(b.Time - a.Time) }) {
		t.Errorf("not by time: %v", whole.Slowest)
	}
	if len(whole.Layouts) == 0 {
		t.Error("no layouts")
	}
	edit(t, measure, " {#", "新词语 {#")
	again := statsOf(t, root)
	if again.total.Reused == 0 || again.total.Kept == 0 || again.total.Written == 0 || again.total.Made >= whole.total.Made {
		t.Errorf("after an edit: %+v", again.total)
	}
	nothing := statsOf(t, root)
	if len(nothing.Stages) != 1 || nothing.Stages[0].Stage != Looking || nothing.Total <= 0 {
		t.Errorf("of nothing to do: %+v", nothing.Costs)
	}
}

// told are costs with their sums.
type told struct {
	Costs
	total StageCost
}

func statsOf(t *testing.T, root string) told {
	t.Helper()
	stats := &Stats{}
	built, err := Build(t.Context(), Options{Root: root, Stats: stats, Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	c := told{Costs: stats.Costs()}
	var wall time.Duration
	for _, s := range c.Stages {
		wall += s.Wall
		c.total.Made += s.Made
		c.total.Reused += s.Reused
		c.total.Written += s.Written
		c.total.Kept += s.Kept
	}
	if wall != c.Total {
		t.Errorf("stages took %v, all %v", wall, c.Total)
	}
	if bytes := c.total.Written + c.total.Kept; built.Changed && bytes != built.Bytes {
		t.Errorf("%d bytes written and kept, the site has %d", bytes, built.Bytes)
	}
	return c
}

// Nothing of it is in any file.
func TestStatsChangeNothing(t *testing.T) {
	root := newProject(t)
	if _, err := Import(t.Context(), Options{Root: root}); err != nil {
		t.Fatal(err)
	}
	plain, err := Site(t.Context(), Options{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	counted, err := Site(t.Context(), Options{Root: root, Stats: &Stats{}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range plain.Files {
		if !bytes.Equal(data, counted.Files[name]) {
			t.Errorf("%s has other bytes", name)
		}
	}
	if len(plain.Files) != len(counted.Files) {
		t.Errorf("%d files, %d when counted", len(plain.Files), len(counted.Files))
	}
}

// Progress is told by many goroutines, but one at a time, and never goes back.
func TestTicks(t *testing.T) {
	var told []int // a race, if two tell at once
	tick := Options{Progress: func(s Step) { told = append(told, s.Done) }}.ticks(Rendering)
	const total = 1000
	var wait sync.WaitGroup
	next := make(chan int)
	for range 8 {
		wait.Go(func() {
			for done := range next {
				tick(done, total)
			}
		})
	}
	for done := range total {
		next <- done + 1
	}
	close(next)
	wait.Wait()
	if !slices.IsSorted(told) || !slices.Contains(told, total) {
		t.Errorf("told %v", told)
	}
}
