package build

import (
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/check"
)

// note adds what became of a unit to what the build has made.
func (f *factory) note(u *unit, o outcome) {
	record := cache.Unit{
		Name: u.name, Of: o.of, Also: o.also, Asked: int(o.asked), Findings: o.findings, About: o.about, Outputs: make([]int, 0, len(o.outputs)),
	}
	for _, out := range o.outputs {
		record.Outputs = append(record.Outputs, len(f.outputs))
		f.outputs = append(f.outputs, out)
	}
	f.units = append(f.units, record)
	if o.reused {
		f.reused++
	}
}

// asked reports whether any unit so far has asked for something.
func (f *factory) asked(what asked) bool {
	return slices.ContainsFunc(f.units, func(u cache.Unit) bool { return asked(u.Asked)&what != 0 })
}

// sizes are the lengths of all files so far, by path.
func (f *factory) sizes() map[string]int {
	sizes := make(map[string]int, len(f.outputs))
	for _, o := range f.outputs {
		sizes[o.Path] = int(o.Size)
	}
	return sizes
}

// inOrder gives units and outputs as a state keeps them: outputs by path.
func (f *factory) inOrder() ([]cache.Unit, []output) {
	if len(f.sorted.outputs) == len(f.outputs) {
		return f.sorted.units, f.sorted.outputs
	}
	order := make([]int, len(f.outputs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(f.outputs[a].Path, f.outputs[b].Path) })
	outputs, place := make([]output, len(order)), make([]int, len(order))
	for to, from := range order {
		outputs[to], place[from] = f.outputs[from], to
	}
	units := slices.Clone(f.units)
	for i := range units {
		moved := make([]int, len(units[i].Outputs))
		for n, from := range units[i].Outputs {
			moved[n] = place[from]
		}
		units[i].Outputs = moved
	}
	f.sorted.units, f.sorted.outputs = units, outputs
	return units, outputs
}

// keepIn keeps in a state what was made.
func (f *factory) keepIn(state *cache.State) {
	units, outputs := f.inOrder()
	state.Units, state.Outputs = units, make([]cache.Output, len(outputs))
	for i, o := range outputs {
		state.Outputs[i] = o.Output
	}
	state.Facts = string(f.check.AppendFacts(nil, files(outputs)))
}

// files are outputs as checks want them.
func files(outputs []output) []check.File {
	all := make([]check.File, len(outputs))
	for i, o := range outputs {
		all[i] = check.File{Name: o.Path, Facts: o.facts}
	}
	return all
}
