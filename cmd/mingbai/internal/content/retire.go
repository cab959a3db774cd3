package content

import "bytes"

// retire plans for pages that import wrote once and the document no longer
// has. A page without a file on disk is forgotten.
func (r *reconciler) retire() {
	current := map[string]bool{}
	for _, p := range r.set.pages {
		current[p.id] = true
	}
	for _, id := range sortedKeys(r.disk.base.pages) {
		if stems := r.disk.ids[id]; !current[id] && len(stems) > 0 {
			f := pageFiles{reconciler: r, was: r.disk.base.pages[id], stem: stems[0]}
			if f.retire() {
				r.next.pages[id] = f.now
			}
		}
	}
}

// retire removes a page that nobody edited, and asks about one that somebody
// did: the empty offer beside it stands for "nothing". It reports whether the
// page must still be remembered.
func (f *pageFiles) retire() bool {
	switch {
	case f.waiting():
		f.now = f.was
		return true
	case f.adopted():
		return false
	}
	f.now = &basePage{texts: f.was.texts}
	asked := false
	for lang := range langs {
		if f.edited(lang) {
			asked = true
			f.now.offers[lang] = []byte{}
			f.steps = append(f.steps, step{f.under(f.name(lang) + offerSuffix), nil, []byte{}})
			f.conflict(f.name(lang), nil, nil)
		}
	}
	if asked {
		return true
	}
	for lang := range langs {
		if _, there := f.ours(lang); there {
			f.remove(f.name(lang))
		}
	}
	return false
}

// waiting reports whether a person has still to decide, and says so again.
func (f *pageFiles) waiting() bool {
	waiting := false
	for lang := range langs {
		if f.open(lang) {
			waiting = true
			name := f.name(lang)
			ours, _ := f.ours(lang)
			f.conflict(name, normalize(ours), normalize(f.disk.files[name+offerSuffix]))
		}
	}
	return waiting
}

// adopted reports whether a person was asked and kept the page as their own.
func (f *pageFiles) adopted() bool {
	for lang := range langs {
		offer := f.was.offers[lang]
		if _, there := f.ours(lang); there && offer != nil && len(offer) == 0 {
			return true
		}
	}
	return false
}

// edited reports whether a file says anything that import did not write.
func (f *pageFiles) edited(lang int) bool {
	data, there := f.ours(lang)
	ours := normalize(data)
	return there && len(bytes.TrimSpace(ours)) > 0 && !bytes.Equal(ours, f.was.settled(lang))
}
