package content

import "bytes"

// pageFiles are the two files of one page.
type pageFiles struct {
	*reconciler
	page     *page
	was, now *basePage
	stem     string
	away     bool
}

func (f *pageFiles) name(lang int) string { return f.stem + "." + string(langs[lang]) + ".md" }

// ours is what a person has there, and whether there is a file at all.
func (f *pageFiles) ours(lang int) ([]byte, bool) {
	data, ok := f.disk.files[f.name(lang)]
	return data, ok && !f.away
}

// open reports whether a conflict waits for a person.
func (f *pageFiles) open(lang int) bool {
	_, ok := f.disk.files[f.name(lang)+offerSuffix]
	return ok && !f.away
}

// deleted reports whether the page was written once and a person removed it.
func (f *pageFiles) deleted() bool {
	written := false
	for lang := range langs {
		if _, there := f.ours(lang); there || f.open(lang) {
			return false
		}
		written = written || f.was.texts[lang] != nil || f.was.offers[lang] != nil
	}
	return written
}

// reconcile plans one file.
func (f *pageFiles) reconcile(lang int) {
	name, generated := f.name(lang), f.page.texts[lang]
	data, there := f.ours(lang)
	ours := normalize(data)
	if f.open(lang) {
		f.now.texts[lang], f.now.offers[lang] = f.was.texts[lang], f.was.offers[lang]
		f.conflict(name, ours, normalize(f.disk.files[name+offerSuffix]))
		return
	}
	before := f.was.settled(lang)
	f.now.texts[lang] = generated
	switch {
	case !there || len(bytes.TrimSpace(ours)) == 0:
		f.create(lang, before != nil)
	case bytes.Equal(ours, generated):
		f.changes.Unchanged++
	case before != nil && bytes.Equal(ours, before):
		f.write(name, likeLineEnds(generated, data), &f.changes.Updated)
	case before != nil && bytes.Equal(before, generated):
		f.keep(name)
	default:
		f.merge(lang, before, data)
	}
}

// settled is the text that a person's file is compared with: once a person
// decided a conflict, the text that was offered there.
func (b *basePage) settled(lang int) []byte {
	switch offer := b.offers[lang]; {
	case offer == nil:
		return b.texts[lang]
	case len(offer) == 0:
		return nil // kept as the person's own when the document dropped it
	default:
		return offer
	}
}

// create writes a file that is not there, or empty.
func (f *pageFiles) create(lang int, written bool) {
	twin, there := f.ours(1 - lang)
	lonely := written && (there && len(bytes.TrimSpace(twin)) > 0 || f.page.index && f.deleted())
	if lonely {
		f.report(writtenAgain, f.name(lang))
	}
	f.write(f.name(lang), f.page.texts[lang], &f.changes.Created)
}

// merge joins what a person and import changed, or offers import's version.
func (f *pageFiles) merge(lang int, before, data []byte) {
	name, generated, ours := f.name(lang), f.page.texts[lang], normalize(data)
	m := mergePage(f.page, lang, before, ours, generated)
	switch {
	case m.clean && bytes.Equal(m.text, ours):
		f.keep(name)
	case m.clean:
		f.write(name, likeLineEnds(m.text, data), &f.changes.Updated, &f.changes.Merged)
	default:
		f.now.texts[lang], f.now.offers[lang] = before, generated
		f.steps = append(f.steps, step{f.under(name + offerSuffix), nil, m.text})
		f.conflict(name, ours, m.text)
	}
}
