package build

import (
	"context"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/cache"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/site"
)

// The edit that people make most often changes words of one document. Where the
// site has no file that shows the words of all documents, what the others hold
// need not even be read for it: the pages of that document are made from it and
// the departments, and everything else stays. Whether that is so is found out on
// the way; where it is not, everything is looked at, as after any other edit.

// edited are the folders of the documents whose files were edited since the
// last good build, if nothing else has changed; nil where more has.
func (b *building) edited() []string {
	if !b.stands() || b.changes.Moved || b.before.state.Whole {
		return nil
	}
	var folders []string
	for _, name := range b.changes.Edited {
		in, _ := find(b.inputs, name)
		folder, ok := documentFolder(name)
		if !ok || b.inputs[in].ID == (cache.ID{}) || path.Ext(name) != ".md" || !slices.ContainsFunc(b.before.state.Documents, is(folder)) {
			return nil
		}
		if !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	const share = 2 // of the documents, from which on the whole is the shorter way
	if share*len(folders) > len(b.before.state.Documents) {
		return nil
	}
	return folders
}

// documentFolder is the folder below content/ that a file of a document stands in.
func documentFolder(name string) (folder string, ok bool) {
	if name, ok = strings.CutPrefix(name, contentDir+"/"); ok {
		folder, _, ok = strings.Cut(name, "/")
	}
	return folder, ok
}

func is(folder string) func(cache.Document) bool {
	return func(d cache.Document) bool { return d.Folder == folder }
}

// documents are those of the site as a state keeps them.
func (w *work) documents() []cache.Document {
	var all []cache.Document
	for _, d := range w.site.Documents {
		all = append(all, cache.Document{Folder: d.Slug, Facts: w.table.Facts(d)})
	}
	return all
}

// part makes what changes with the words of some documents. It reports false
// where more than that has to be made, or where anything is wrong.
func (w *work) part(ctx context.Context, before *cache.State) (ok bool, err error) {
	if ok, err := w.prepare(ctx); !ok {
		return false, err
	}
	for _, d := range w.documents() {
		if !slices.Contains(before.Documents, d) {
			return false, nil
		}
	}
	if len(w.site.Documents) != len(w.only) || w.design.err != nil || len(w.site.AllDownloads()) > 0 {
		return false, nil
	}
	texts := slices.Concat(w.documentChecks(), w.comparisons())
	pages := w.pages(slices.DeleteFunc(slices.Clone(w.site.Pages), func(p *site.Page) bool { return p.Document == nil }))
	w.factory.before.only(slices.Concat(texts, pages))
	w.begin(Comparing)
	if found, err := w.do(ctx, texts); err != nil || diag.HasErrors(found) {
		return false, err
	}
	w.begin(Rendering)
	if found, err := w.do(ctx, pages); err != nil || diag.HasErrors(found) {
		return false, err
	}
	return !w.table.AskedWords(), nil
}

// within reports whether a finding is about one of the documents.
func within(f diag.Finding, folders []string) bool {
	for _, p := range []diag.Position{f.Position, f.Cause} {
		if folder, ok := documentFolder(p.File); ok && slices.Contains(folders, folder) {
			return true
		}
	}
	return false
}
