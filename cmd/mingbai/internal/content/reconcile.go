package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// step is one file to be written or removed.
type step struct {
	path     string // under content/
	old, new []byte // nil is no file
}

// outcome is what import does to a folder, or to several.
type outcome struct {
	steps    []step
	bases    []step // written last
	changes  Changes
	findings []diag.Finding
}

func (o *outcome) add(other outcome) {
	o.steps = append(o.steps, other.steps...)
	o.bases = append(o.bases, other.bases...)
	o.findings = append(o.findings, other.findings...)
	o.changes = o.changes.Join(other.changes)
}

// reconciler compares, for every file of a set, what import wrote last, what
// is on disk and what is generated now.
type reconciler struct {
	outcome
	set   set
	disk  *disk
	next  *base           // what import will have written
	stems []string        // of the set's pages, in the set's folder
	away  []bool          // another page stands at the stem: this one has no file
	alive []bool          // the page has a file when import is done
	gone  map[string]bool // files that are removed
}

// reconcile plans what to write.
func reconcile(s set, d *disk) (outcome, error) {
	n := len(s.pages)
	r := &reconciler{
		set: s, disk: d, next: newBase(), gone: map[string]bool{},
		stems: make([]string, n), away: make([]bool, n), alive: make([]bool, n),
	}
	r.locate()
	r.retire()
	for i := n - 1; i >= 0; i-- { // children first: an _index follows its pages
		r.page(i)
	}
	if s.record != nil {
		r.record()
	}
	r.bases = append(r.bases, step{r.under(baseFile), d.files[baseFile], r.next.format()})
	for _, st := range slices.Concat(r.steps, r.bases) {
		if d.isBlocked(strings.TrimPrefix(st.path, s.dir+"/")) {
			return outcome{}, fmt.Errorf("%s%s: a link, a folder or another file is in the way (hint: move it out of content/)", shownDir, st.path)
		}
	}
	return r.outcome, nil
}

// under is a path under content/.
func (r *reconciler) under(name string) string { return path.Join(r.set.dir, name) }

func (r *reconciler) report(rule *diag.Rule, name string, args ...any) {
	r.findings = append(r.findings, find(rule, diag.Position{File: shownDir + r.under(name)}, args...))
}

// write plans a file and notes it in lists of the changes.
func (r *reconciler) write(name string, data []byte, changes ...*[]string) {
	r.steps = append(r.steps, step{r.under(name), r.disk.files[name], data})
	for _, c := range changes {
		*c = append(*c, shownDir+r.under(name))
	}
}

func (r *reconciler) remove(name string) {
	r.steps = append(r.steps, step{r.under(name), r.disk.files[name], nil})
	r.changes.Removed = append(r.changes.Removed, shownDir+r.under(name))
	r.gone[name] = true
}

// keep notes that a person's file stays as it is.
func (r *reconciler) keep(name string) {
	r.changes.Kept = append(r.changes.Kept, shownDir+r.under(name))
	r.changes.Unchanged++
}

// page plans both files of a page.
func (r *reconciler) page(i int) {
	p := &r.set.pages[i]
	was := r.disk.base.page(p.id)
	if was == nil {
		was = &basePage{}
	}
	now := &basePage{}
	r.next.pages[p.id] = now
	f := pageFiles{reconciler: r, page: p, was: was, now: now, stem: r.stems[i], away: r.away[i]}
	if f.deleted() && !(p.index && r.needsIndex(i)) {
		now.texts = p.texts
		r.report(staysDeleted, f.name(0))
		return
	}
	r.alive[i] = true
	for lang := range langs {
		f.reconcile(lang)
	}
}

// needsIndex reports whether a folder still has pages. That of the document
// always needs its own.
func (r *reconciler) needsIndex(i int) bool {
	if r.set.pages[i].parent < 0 {
		return true
	}
	for child := range r.set.pages {
		if r.set.pages[child].parent == i && r.alive[child] {
			return true
		}
	}
	dir := path.Dir(r.stems[i])
	for name := range r.disk.files {
		if strings.HasPrefix(name, dir+"/") && strings.HasSuffix(name, ".md") && !r.gone[name] {
			return true
		}
	}
	return false
}

// conflict notes that a person has to decide about a file.
func (r *reconciler) conflict(name string, ours, offered []byte) {
	r.findings = append(r.findings, conflictFinding(r.under(name), ours, offered))
	r.changes.Conflicts = append(r.changes.Conflicts, shownDir+r.under(name))
	r.changes.Unchanged++
}

// conflictFinding says that a person has to decide about a page, given by its
// path under content/. It points to the first line that differs.
func conflictFinding(page string, ours, offered []byte) diag.Finding {
	pos := diag.Position{File: shownDir + page}
	if len(offered) == 0 {
		return find(removedConflict, pos)
	}
	pos.Line = 1
	a, b := bytes.Split(ours, []byte("\n")), bytes.Split(offered, []byte("\n"))
	for pos.Line <= min(len(a), len(b)) && bytes.Equal(a[pos.Line-1], b[pos.Line-1]) {
		pos.Line++
	}
	pos.Line = min(pos.Line, len(a))
	return find(conflict, pos, path.Base(page)+offerSuffix)
}

// record plans source.txt. It is not merged: it is the text as issued or it
// is wrong.
func (r *reconciler) record() {
	data, there := r.disk.files[recordFile]
	was, now := sumOf(normalize(data)), sumOf(normalize(r.set.record))
	r.next.record = now
	switch {
	case !there:
		r.write(recordFile, r.set.record, &r.changes.Created)
	case was == now:
		r.changes.Unchanged++
	case was == r.disk.base.record:
		r.write(recordFile, likeLineEnds(r.set.record, data), &r.changes.Updated)
	default:
		r.next.record = r.disk.base.record
		r.keep(recordFile)
		r.report(changedRecord, recordFile)
	}
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
