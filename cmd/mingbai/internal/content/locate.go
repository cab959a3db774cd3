package content

import (
	"fmt"
	"path"
	"slices"
)

// locate finds out where the files of every page stand. The id in a file
// counts, so that a file or folder may be renamed; a page that is not there
// gets the name that comes from its structure and number.
func (r *reconciler) locate() {
	for i, p := range r.set.pages {
		if stems := r.stemsOf(p.id, p.index); len(stems) > 0 {
			r.stems[i] = stems[0]
			if named := r.named(i); slices.Contains(stems, named) {
				r.stems[i] = named
			}
		}
	}
	for i := range r.set.pages {
		if r.stems[i] == "" {
			r.place(i)
		}
	}
}

// stemsOf lists where the id stands on disk.
func (r *reconciler) stemsOf(id string, index bool) []string {
	return slices.DeleteFunc(slices.Clone(r.disk.ids[id]), func(stem string) bool {
		return (path.Base(stem) == indexStem) != index
	})
}

// named is the stem by structure and number. The stem of the page's parent
// may not be known yet; then it is by structure too.
func (r *reconciler) named(i int) string {
	p := r.set.pages[i]
	dir := "."
	if p.parent >= 0 {
		parent := r.stems[p.parent]
		if parent == "" {
			parent = r.named(p.parent)
		}
		dir = path.Dir(parent)
	}
	if p.index {
		return path.Join(dir, p.name, indexStem)
	}
	return path.Join(dir, p.name)
}

// place gives a stem to a page that is not on disk. Where a person moved
// another page to its name, a page that was written before counts as deleted,
// and a new one gets a name of its own.
func (r *reconciler) place(i int) {
	stem := r.named(i)
	r.stems[i] = stem
	p := r.set.pages[i]
	if !r.taken(stem, p.id) {
		return
	}
	if r.disk.base.page(p.id) != nil {
		r.away[i] = true
		return
	}
	for n := 2; r.taken(r.stems[i], p.id); n++ {
		if p.index {
			r.stems[i] = fmt.Sprintf("%s-%d/%s", path.Dir(stem), n, indexStem)
		} else {
			r.stems[i] = fmt.Sprintf("%s-%d", stem, n)
		}
	}
}

// taken reports whether another page's file stands at a stem.
func (r *reconciler) taken(stem, id string) bool {
	data, ok := r.disk.files[stem+".zh.md"]
	other := pageID(data)
	return ok && other != "" && other != id
}
