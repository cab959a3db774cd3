package content

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/diag"
)

// folder writes a folder without those in it. What it lists tells where its
// pages stand and of what kind they are.
func (e *packer) folder(f *folder) {
	e.grow(f)
	e.string(f.path)
	e.number(f.depth)
	e.stamp(f.stamp)
	e.number(len(f.entries))
	for _, entry := range f.entries {
		e.string(entry.name)
		e.number(int(entry.mode))
	}
	if f.record != nil {
		e.record(f.record)
	}
	for file := range f.pageFiles {
		e.file(file)
	}
}

// grow makes room for what a folder most likely takes.
func (e *packer) grow(f *folder) {
	size := 256 + 64*len(f.entries)
	if f.record != nil {
		size += len(f.record.text)
	}
	for file := range f.pageFiles {
		size += 512 + len(file.text)
	}
	e.data = slices.Grow(e.data, size)
}

// pageFiles ranges over the files of pages in a folder.
func (f *folder) pageFiles(yield func(*file) bool) {
	for _, s := range f.stems {
		for _, file := range s.files {
			if file != nil && file.kind != noPage && !yield(file) {
				return
			}
		}
	}
}

func (e *packer) record(r *record) {
	e.stamp(r.stamp)
	var findings []diag.Finding
	if r.finding != nil {
		findings = append(findings, *r.finding)
	}
	e.findings(findings)
	e.string(r.text)
	e.string(r.sum)
	e.data = append(e.data, r.digest[:]...)
}

// file writes a file as it was parsed.
func (e *packer) file(f *file) {
	e.stamp(f.stamp)
	e.string(f.text)
	e.findings(f.findings)
	if f.front == nil {
		e.number(0)
		return
	}
	e.number(1)
	e.text = f.text
	v := reflect.ValueOf(f.front).Elem()
	e.fields(forms()[v.Type()], v)
	e.part(f.body)
	e.number(f.bodyLine)
	e.data = append(append(e.data, f.frontSum[:]...), f.bodySum[:]...)
	e.findings(f.anchors)
	e.number(len(f.headings))
	for _, h := range f.headings {
		e.part(h.anchor)
		e.number(h.line)
	}
	if f.byHand == nil {
		e.number(0)
		return
	}
	e.number(1)
	e.strings(f.byHand.orgs)
	e.strings(f.byHand.uneven)
}

// folder reads a folder without those in it.
func (p *unpacker) folder() *folder {
	f := &folder{path: p.string(), depth: p.number()}
	f.name = f.path[strings.LastIndexByte(f.path, '/')+1:]
	f.stamp = p.stamp()
	f.entries = make([]entry, p.count())
	for i := range f.entries {
		f.entries[i] = entry{p.string(), fs.FileMode(p.number())}
	}
	if p.bad || !f.isWalked() {
		p.fail()
		return f
	}
	f.sort()
	if f.record != nil {
		p.record(f.record)
	}
	for file := range f.pageFiles {
		p.file(file)
	}
	return f
}

// isWalked reports whether a folder is one that a walk may find, its entries
// in order.
func (f *folder) isWalked() bool {
	depth := 1 + strings.Count(f.path, "/")
	if f.path == "." {
		depth = 0
	}
	inOrder := slices.IsSortedFunc(f.entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	return f.depth == depth && depth <= 3 && inOrder
}

func (p *unpacker) record(r *record) {
	r.stamp = p.stamp()
	for _, f := range p.findings() {
		r.finding = &f
	}
	r.text, r.sum = p.string(), p.string()
	r.split()
	copy(r.digest[:], p.take(len(r.digest)))
}

// file reads a file; its path, kind and language are known.
func (p *unpacker) file(f *file) {
	f.stamp = p.stamp()
	f.text = p.string()
	f.findings = p.findings()
	if p.number() == 0 || p.bad {
		return
	}
	p.text = f.text
	f.front = newFront(f.kind, f.lang)
	v := reflect.ValueOf(f.front).Elem()
	p.fields(forms()[v.Type()], v)
	f.body, f.bodyLine = p.part(), p.number()
	copy(f.frontSum[:], p.take(len(f.frontSum)))
	copy(f.bodySum[:], p.take(len(f.bodySum)))
	f.anchors = p.findings()
	if n := p.count(); n > 0 {
		f.headings = make([]heading, n)
		for i := range f.headings {
			f.headings[i] = heading{p.part(), p.number()}
		}
	}
	if p.number() == 1 {
		f.byHand = &byHand{p.strings(), p.strings()}
	}
}
