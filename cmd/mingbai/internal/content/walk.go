package content

import (
	"context"
	"slices"
	"time"
)

// Names under content/.
const (
	configFile     = "site.yaml"
	departmentsDir = "departments"
	recordFile     = "source.txt"
	baseFile       = ".base.txtar"
	indexStem      = "_index"
	offerSuffix    = ".new" // import's side of an open conflict
)

// walker reads what stands under content/, folder by folder, on all
// processors. Each piece of work writes into its own folder or files alone, so
// that the outcome does not depend on their order.
type walker struct {
	library
	crew  crew
	keeps bool                    // the next walk will want to know what has changed
	only  []string                // folders of documents; nil for all
	stamp func(name string) Stamp // of files and folders; nil asks the system
	began int64                   // nanoseconds since 1970
}

// walk reads everything. before is what an earlier walk found, or nil; what
// has not changed is taken from there.
func (w *walker) walk(ctx context.Context, before *folder) (*folder, error) {
	w.began = time.Now().UnixNano()
	top := &folder{path: ".", name: "."}
	w.crew.add(func(buf *buffer) { w.folder(top, before, buf) })
	return top, w.crew.work(ctx)
}

// stampOf is the state of a file or folder; unknown where nothing is kept.
func (w *walker) stampOf(shelf *shelf, name string) Stamp {
	switch {
	case w.stamp != nil:
		return w.stamp(name)
	case w.keeps:
		if s := shelf.stamp(name); max(s.ModTime, s.ChangeTime) < w.began-justNow {
			return s
		}
	}
	return Stamp{}
}

// justNow is how recent a change may be, in nanoseconds, so that another one
// may get the same time from the system: its clock ticks a hundred times a
// second, or more often, and those of other machines are not quite right.
const justNow = 500_000_000

// folder lists a directory and reads its files; the folders in it are work of
// their own.
func (w *walker) folder(f, before *folder, buf *buffer) {
	shelf := w.shelf(f.path)
	defer shelf.close()
	f.stamp = w.stampOf(shelf, f.path)
	if before != nil && f.stamp.same(before.stamp) {
		f.sortLike(before)
	} else if entries, err := shelf.list(); err != nil {
		f.stamp = Stamp{}
		f.report(unreadable, f.path, reason(err))
		return
	} else {
		f.entries = entries
		f.sort()
		if f.depth == 0 && w.only != nil {
			f.folders = slices.DeleteFunc(f.folders, func(sub *folder) bool { return sub.name != departmentsDir && !slices.Contains(w.only, sub.name) })
		}
	}
	for _, sub := range f.folders {
		w.crew.add(func(buf *buffer) { w.folder(sub, before.folder(sub.name), buf) })
	}
	w.read(f, before, shelf, buf)
}

// read reads the files of a folder. Where there are many, others help.
func (w *walker) read(f, before *folder, shelf *shelf, buf *buffer) {
	if f.record != nil {
		f.record = w.record(f.record, before, shelf, buf)
	}
	const many = 64
	rest := f.stems
	for len(rest) > many {
		some := rest[:many]
		rest = rest[many:]
		w.crew.add(func(buf *buffer) {
			shelf := w.shelf(f.path)
			defer shelf.close()
			w.stems(some, before, shelf, buf)
		})
	}
	w.stems(rest, before, shelf, buf)
}

// stems reads pairs of files. A pair that is as it was before takes its place.
func (w *walker) stems(stems []*stem, before *folder, shelf *shelf, buf *buffer) {
	for n, s := range stems {
		old := before.stem(s.name)
		files := s.files
		for i, f := range s.files {
			if f != nil && f.kind != noPage {
				files[i] = w.file(f, old.file(i), shelf, buf)
			}
		}
		switch {
		case old != nil && old.files == files:
			stems[n] = old
		case old == s: // nothing changes what is kept
			stems[n] = &stem{s.name, files}
		default:
			s.files = files
		}
	}
}

// file reads a file, unless it is as it was before.
func (w *walker) file(f, before *file, shelf *shelf, buf *buffer) *file {
	stamp := w.stampOf(shelf, f.path)
	known := before != nil && before.kind == f.kind
	if known && stamp.same(before.stamp) {
		return before
	}
	now := f
	if f == before { // nothing changes what is kept
		now = &file{path: f.path, kind: f.kind, lang: f.lang}
	}
	now.stamp = stamp
	text, finding := buf.readText(shelf, f.path, maxPage)
	switch {
	case finding != nil:
		now.stamp = Stamp{}
		now.findings = append(now.findings, *finding)
	case known && before.text != "" && string(text) == before.text:
		if stamp == before.stamp {
			return before
		}
		*now = *before
		now.stamp, now.sum = stamp, Sum{}
	default:
		now.sum = buf.sum
		now.parse(string(text))
	}
	return now
}

// record reads a source.txt, unless it is as it was before.
func (w *walker) record(r *record, before *folder, shelf *shelf, buf *buffer) *record {
	r.stamp = w.stampOf(shelf, r.path)
	var old *record
	if before != nil {
		old = before.record
	}
	if old != nil && r.stamp.same(old.stamp) {
		return old
	}
	text, finding := buf.readText(shelf, r.path, maxRecord)
	switch {
	case finding != nil:
		r.stamp, r.finding = Stamp{}, finding
	case old != nil && old.text != "" && string(text) == old.text:
		if r.stamp == old.stamp {
			return old
		}
		stamp := r.stamp
		*r = *old
		r.stamp, r.read = stamp, Sum{}
	default:
		r.read = buf.sum
		r.parse(string(text))
	}
	return r
}
