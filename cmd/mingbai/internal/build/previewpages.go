package build

import (
	"context"
	"io/fs"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/site"
)

// first makes those of the viewed pages whose texts were edited, from the last
// good build: an edit of a text, and nothing else, can be shown at once. What
// else it changes, all shows.
func (v *Preview) first(viewed []string, early func(map[string][]byte)) error {
	if v.last == nil || len(viewed) == 0 {
		return nil
	}
	p, err := open(v.o)
	if err != nil {
		return err
	}
	defer p.close()
	dir, done, err := p.content()
	if err != nil {
		return err
	}
	defer done()
	files := map[string][]byte{}
	for _, name := range viewed {
		page := v.last.work.site.Page(site.OfElder(name))
		if page == nil || !v.reread(dir, page) {
			continue
		}
		for _, f := range makePage(v.last.work.renderer, page, new([]byte)).files {
			files[f.name] = f.data
		}
	}
	early(files)
	return nil
}

// reread reads the texts of a page again, and reports whether only words of
// theirs have changed.
func (v *Preview) reread(dir fs.FS, page *site.Page) bool {
	if page.Pair() == nil {
		return false
	}
	changed := false
	for _, lang := range []plan.Lang{plan.Zh, plan.En} {
		old := page.Pair().In(lang)
		text, ok := old.Reread(dir)
		if old.FrontSum == (content.Sum{}) {
			continue // there is no file
		}
		if !ok {
			return false
		}
		if text.BodySum != old.BodySum {
			changed = v.last.work.site.Reword(page, lang, text) || changed
		}
	}
	return changed
}

// all makes every file that is not what it was.
func (v *Preview) all(ctx context.Context) (map[string][]byte, []diag.Finding, error) {
	p, err := open(v.o)
	if err != nil {
		return nil, nil, err
	}
	defer p.close()
	setting, inputs, err := v.setting(ctx)
	if err != nil {
		return nil, nil, err
	}
	files := &memory{files: map[string][]byte{}}
	w := &work{o: v.o, p: p, setting: setting, kept: v.kept, keep: v.keep, factory: &factory{target: files, jobs: v.o.jobs()}}
	if v.last != nil {
		files.before = v.last.files
		w.factory.before = allStanding(v.last.state)
	}
	err = w.run(ctx)
	diag.Sort(w.findings)
	if err != nil || diag.HasErrors(w.findings) {
		return nil, w.findings, err
	}
	state := &cache.State{}
	w.factory.keepIn(state)
	v.last = &shown{work: w, files: files.files, state: state}
	if !steady(v.o.Root, inputs) {
		v.last = nil
	}
	return files.files, w.findings, nil
}

// keep takes the content as it was read last.
func (v *Preview) keep(_ context.Context, now *content.Kept) error {
	v.kept = now
	return nil
}

// setting is the sum of what every file depends on, and what it is the sum of.
func (v *Preview) setting(ctx context.Context) (cache.Sum, []cache.Input, error) {
	inputs, err := cache.Scan(ctx, v.o.Root, read, func(name string) bool { return !isEverywhere(name) })
	if err != nil {
		return cache.Sum{}, nil, err
	}
	if _, err := cache.Recall(ctx, v.o.Root, inputs, nil); err != nil {
		return cache.Sum{}, nil, err
	}
	return everywhere(inputs), inputs, nil
}
