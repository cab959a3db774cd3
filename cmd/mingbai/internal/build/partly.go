package build

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/check"
	"mingbai/cmd/mingbai/internal/diag"
)

// partly brings public/ up to date after an edit of some documents, without the
// others. Where it is not done, nothing has changed, and everything has to be
// looked at.
func (b *building) partly(ctx context.Context, setting cache.Sum, out *folder) (built Built, done bool, err error) {
	folders := b.edited()
	if folders == nil {
		return Built{}, false, nil
	}
	state := b.before.state
	made := &held{memory{files: map[string][]byte{}}}
	before := &standing{state: state, intact: b.before.intact}
	w := &work{
		o: b.o, p: b.p, setting: setting, only: folders, lists: state.Lists,
		factory: &factory{target: made, jobs: b.o.jobs(), before: before, stats: b.o.Stats},
	}
	if ok, err := w.part(ctx, state); !ok {
		return Built{}, false, err
	}
	b.o.begin(Checking)
	p, ok := b.patch(w, made)
	if !ok || !steady(b.o.Root, b.inputs) {
		return Built{}, false, ctx.Err()
	}
	if err := out.ready(); err != nil {
		return Built{}, false, err
	}
	if !b.stands() { // nobody else writes from here on, but somebody may have until now
		return Built{}, false, nil
	}
	b.o.Stats.rest(len(state.Units)-len(w.factory.units), state.Outputs)
	b.o.Stats.content(len(folders), len(state.Documents))
	if err := b.publish(ctx, p, made, out, folders); err != nil {
		return Built{}, false, err
	}
	built = Built{Report: state.Report, Findings: state.Found, Changed: len(p.Outputs) > 0}
	return b.told(built), true, nil
}

// held is a target that holds what is made until it is known to be all.
type held struct{ memory }

func (h *held) keep(cache.Output) error { return nil }

// patch is in what the state changes, but for IDs; false where it is more than
// a patch can tell: other files, or something that the checks of the whole site
// look at.
func (b *building) patch(w *work, made *held) (*cache.Patch, bool) {
	state, before := b.before.state, w.factory.before
	p := &cache.Patch{Outputs: map[int]cache.Output{}, Units: map[int]cache.Unit{}, Same: true, Report: state.Report}
	for _, u := range w.factory.units {
		i, ok := before.units[u.Name]
		if !ok || i < 0 {
			return nil, false
		}
		old := state.Units[i]
		if u.Of == old.Of {
			continue
		}
		if u.Asked != 0 || len(u.Outputs) != len(old.Outputs) {
			return nil, false
		}
		for n, at := range old.Outputs {
			now := w.factory.outputs[u.Outputs[n]]
			if now.Path != state.Outputs[at].Path {
				return nil, false
			}
			if made.files[now.Path] != nil {
				if !b.alike(w.factory.check, now) {
					return nil, false
				}
				p.Outputs[at] = now.Output
				p.Report.Bytes += now.Size - state.Outputs[at].Size
			}
		}
		p.Same = p.Same && slices.Equal(u.Findings, old.Findings) && slices.Equal(u.About, old.About)
		u.Outputs = old.Outputs
		p.Units[i] = u
	}
	if slices.ContainsFunc(state.Checked, func(f diag.Finding) bool { return b.moves(f) || about(f, made.files) }) {
		return nil, false
	}
	b.patchFindings(w, p)
	return p, !diag.HasErrors(p.Found)
}

// alike reports whether a page that was made anew is, for checks of the whole
// site, what it was.
func (b *building) alike(c *check.Checker, now output) bool {
	old, err := os.ReadFile(filepath.Join(b.public, filepath.FromSlash(now.Path)))
	return err == nil && c.File(now.Path, old) == now.facts
}

// moves reports whether a finding may stand on another line now.
func (b *building) moves(f diag.Finding) bool {
	return slices.Contains(b.changes.Edited, f.File) || slices.Contains(b.changes.Edited, f.Cause.File)
}

// about reports whether a finding is about one of some finished files.
func about(f diag.Finding, files map[string][]byte) bool {
	name, ok := strings.CutPrefix(f.File, publicDir+"/")
	return ok && files[name] != nil
}

// patchFindings puts what was found in the edited documents in the place of what
// was found there before.
func (b *building) patchFindings(w *work, p *cache.Patch) {
	state := b.before.state
	inside := func(f diag.Finding) bool { return within(f, w.only) }
	outside := func(f diag.Finding) bool { return !inside(f) }
	old := slices.DeleteFunc(slices.Clone(state.Loaded), outside)
	now := slices.DeleteFunc(slices.Clone(w.loaded), outside)
	diag.Sort(old)
	diag.Sort(now)
	if p.Same = p.Same && slices.Equal(old, now); p.Same {
		return
	}
	p.Loaded = append(slices.DeleteFunc(slices.Clone(state.Loaded), inside), now...)
	units := slices.Clone(state.Units)
	for i, u := range p.Units {
		units[i] = u
	}
	p.Found = slices.Concat(p.Loaded, state.Checked, check.Suppress(textFindings(units), w.silenced))
	for _, u := range units {
		if len(u.About) == 0 {
			p.Found = append(p.Found, u.Findings...)
		}
	}
	diag.Sort(p.Found)
	p.Found = slices.Compact(p.Found)
}

// publish lets the pages that were made take their place, beside all others,
// and keeps the patch.
func (b *building) publish(ctx context.Context, p *cache.Patch, made *held, out *folder, folders []string) error {
	b.o.begin(Writing)
	for at, o := range p.Outputs {
		put, err := out.put(file{name: o.Path, data: made.files[o.Path]})
		if err != nil {
			return err
		}
		p.Outputs[at] = put
	}
	if len(p.Outputs) > 0 {
		if err := out.keepOthers(); err != nil {
			return err
		}
		if err := out.commit(ctx); err != nil {
			return err
		}
	}
	if err := cache.Settle(ctx, b.o.Root, b.inputs, b.readAnew(folders)); err != nil {
		return err
	}
	p.Inputs = map[int]cache.Input{}
	for i, in := range b.inputs {
		if in != b.before.state.Inputs[i] {
			p.Inputs[i] = in
		}
	}
	b.o.begin(Remembering)
	b.unkept = b.store.Amend(b.before.state, p, b.manifest())
	return out.close()
}

// readAnew tells what was read for the pages of some documents: everything but
// the other documents.
func (b *building) readAnew(folders []string) func(name string) bool {
	others := map[string]bool{}
	for _, d := range b.before.state.Documents {
		others[d.Folder] = !slices.Contains(folders, d.Folder)
	}
	return func(name string) bool {
		folder, _ := documentFolder(name)
		return !others[folder]
	}
}
