package build

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/diag"
)

// factory makes units, or takes over what stands of an earlier build.
type factory struct {
	target target
	jobs   int
	check  *check.Checker
	before *standing // nil for none
	stats  *Stats    // nil for none
	tick   func(done, total int)

	rooms   sync.Pool    // of *[]byte, to make pages in
	units   []cache.Unit // in the order in which they were given
	outputs []output     // of all units; a unit's indexes point here
	reused  int          // units

	sorted struct { // see inOrder
		units   []cache.Unit
		outputs []output
	}
}

// do makes units on all processors and gives what they found. What they gave
// stands in their order, whatever order they were made in. The first unit that
// fails ends the work.
func (f *factory) do(ctx context.Context, units []unit) (findings []diag.Finding, err error) {
	done := make([]outcome, len(units))
	g, ctx := errgroup.WithContext(ctx)
	var next, finished atomic.Int64
	for range min(f.jobs, len(units)) {
		g.Go(func() error {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(units) {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				o, err := f.measured(ctx, &units[i])
				if err != nil {
					return fmt.Errorf("make %s: %w", units[i].name, err)
				}
				done[i] = o
				f.tick(int(finished.Add(1)), len(units))
			}
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	files := 0
	for i := range done {
		files += len(done[i].outputs)
	}
	f.units, f.outputs = slices.Grow(f.units, len(units)), slices.Grow(f.outputs, files)
	for i, o := range done {
		f.note(&units[i], o)
		findings = append(findings, o.findings...)
	}
	return findings, nil
}

// output is a file with what checks keep of it.
type output struct {
	cache.Output
	facts check.Facts
}

// outcome is what became of a unit.
type outcome struct {
	outputs  []output
	of, also cache.Sum
	asked    asked
	findings []diag.Finding
	about    []string
	reused   bool
	cost     cost // where somebody asks
}

// measured is one, with what it costs where somebody asks.
func (f *factory) measured(ctx context.Context, u *unit) (outcome, error) {
	if f.stats == nil {
		return f.one(ctx, u)
	}
	begun := time.Now()
	o, err := f.one(ctx, u)
	f.stats.unit(u.stage, u.name, o, time.Since(begun))
	return o, err
}

// one takes a unit over, or makes it.
func (f *factory) one(ctx context.Context, u *unit) (outcome, error) {
	of := u.of()
	if old := f.before.unit(u, of); old != nil {
		o := outcome{of: of, also: old.Also, asked: asked(old.Asked), findings: old.Findings, about: old.About, reused: true}
		begun := f.stats.now()
		o.outputs = make([]output, 0, len(old.Outputs))
		for _, at := range old.Outputs {
			out := f.before.output(at)
			if err := f.target.keep(out.Output); err != nil {
				return outcome{}, err
			}
			o.outputs = append(o.outputs, out)
		}
		o.cost.writing = f.stats.now().Sub(begun)
		return o, nil
	}
	m, err := u.make(ctx)
	if err != nil {
		return outcome{}, err
	}
	o := outcome{of: of, asked: m.asked, findings: m.findings, about: m.about}
	if m.asked != 0 {
		o.also = u.also(m.asked)
	}
	for _, made := range m.files {
		out, err := f.put(made, &o.cost)
		if err != nil {
			return outcome{}, err
		}
		o.outputs = append(o.outputs, out)
	}
	if m.room != nil {
		f.rooms.Put(m.room)
	}
	return o, nil
}

// room is memory that no unit uses now.
func (f *factory) room() *[]byte {
	if room, ok := f.rooms.Get().(*[]byte); ok {
		return room
	}
	return new([]byte)
}

// put puts a file that was made, or keeps the one that stands where it has the
// same bytes: what is published by the time of files must not go out again.
func (f *factory) put(made file, c *cost) (output, error) {
	begun := f.stats.now()
	out, ok := f.before.sameBytes(made)
	var err error
	if ok {
		err = f.target.keep(out)
	} else {
		out, err = f.target.put(made)
		c.written += int64(len(made.data))
	}
	if err != nil {
		return output{}, err
	}
	stands := f.stats.now()
	facts := f.check.File(made.name, made.data)
	c.writing += stands.Sub(begun)
	c.checking += f.stats.now().Sub(stands)
	return output{out, facts}, nil
}
