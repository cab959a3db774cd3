package build

import (
	"context"
	"crypto/sha256"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/check"
)

// standing is what an earlier build made and still stands as it was made. A nil
// standing is that of no build.
type standing struct {
	state  *cache.State
	intact []bool         // by output
	units  map[string]int // by name
	facts  []check.Facts  // by output; nil where nobody asks
}

// newStanding looks at the outputs of a state in the folder that they were
// written to.
func newStanding(ctx context.Context, state *cache.State, dir string) (*standing, error) {
	intact, err := cache.Intact(ctx, dir, state.Outputs)
	if err != nil {
		return nil, err
	}
	return &standing{state: state, intact: intact}, nil
}

// allStanding is a state all of whose outputs are at hand.
func allStanding(state *cache.State) *standing {
	return &standing{state: state, intact: slices.Repeat([]bool{true}, len(state.Outputs))}
}

// whole reports whether everything stands.
func (s *standing) whole() bool { return !slices.Contains(s.intact, false) }

// prepare readies what unit needs. Facts that cannot be read leave nothing to
// take over: then it gives nil.
func (s *standing) prepare(c *check.Checker) *standing {
	if s == nil {
		return nil
	}
	var err error
	if s.facts, err = c.DecodeFacts([]byte(s.state.Facts)); err != nil || len(s.facts) != len(s.state.Outputs) {
		return nil
	}
	s.units = make(map[string]int, len(s.state.Units))
	for i, u := range s.state.Units {
		s.units[u.Name] = i
	}
	return s
}

// only readies the units of the same names: no others can be taken over.
func (s *standing) only(units []unit) {
	s.units = make(map[string]int, len(units))
	for _, u := range units {
		s.units[u.name] = -1
	}
	for i, u := range s.state.Units {
		if _, wanted := s.units[u.Name]; wanted {
			s.units[u.Name] = i
		}
	}
}

// unit is an earlier unit that was made of the same things, if all its files
// stand; else nil.
func (s *standing) unit(u *unit, of cache.Sum) *cache.Unit {
	if s == nil {
		return nil
	}
	i, ok := s.units[u.name]
	if !ok || i < 0 || s.state.Units[i].Of != of {
		return nil
	}
	old := &s.state.Units[i]
	if slices.ContainsFunc(old.Outputs, func(at int) bool { return !s.intact[at] }) {
		return nil
	}
	if old.Asked != 0 && (u.also == nil || old.Also != u.also(asked(old.Asked))) {
		return nil
	}
	return old
}

// output is one of the earlier outputs.
func (s *standing) output(at int) output {
	o := output{Output: s.state.Outputs[at]}
	if s.facts != nil {
		o.facts = s.facts[at]
	}
	return o
}

// sameBytes is the file that stands under the name of one that was made, if it
// has the same bytes.
func (s *standing) sameBytes(f file) (cache.Output, bool) {
	if s == nil {
		return cache.Output{}, false
	}
	i, ok := slices.BinarySearchFunc(s.state.Outputs, f.name, func(o cache.Output, name string) int {
		return strings.Compare(o.Path, name)
	})
	if !ok || !s.intact[i] {
		return cache.Output{}, false
	}
	out := s.state.Outputs[i]
	if out.Size != int64(len(f.data)) || out.SHA256 != sha256.Sum256(f.data) {
		return cache.Output{}, false
	}
	return out, true
}
