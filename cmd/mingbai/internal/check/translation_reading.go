package check

import (
	"regexp"
	"strings"
)

// signs are what a text has, as far as forms ask for it: one pass over a text
// rules most of them out, and a regular expression costs more than all others.
type signs uint32

// allSigns is for texts of which that pass cannot tell.
const allSigns = ^signs(0)

// form is something to find in a text.
type form struct {
	re    *regexp.Regexp
	needs signs // without which it cannot match
}

func newForm(needs signs, re string) form { return form{regexp.MustCompile(re), needs} }

// reading is a text of which facts are taken away one after the other, so that
// nothing is counted twice.
type reading struct {
	text  string
	signs signs
	look  func(string) signs
}

func newReading(text string, look func(string) signs) *reading {
	return &reading{text, look(text), look}
}

// eat calls use for every match of a form, and puts blanks in its place.
func (r *reading) eat(f form, use func(m []string)) {
	if r.signs&f.needs != f.needs {
		return
	}
	changed := false
	text := f.re.ReplaceAllStringFunc(r.text, func(s string) string {
		changed = true
		if use != nil {
			use(f.re.FindStringSubmatch(s))
		}
		return blanks(len(s))
	})
	if changed {
		r.set(text)
	}
}

// replace writes every match of a form in another way.
func (r *reading) replace(f form, with string) {
	if r.signs&f.needs != f.needs {
		return
	}
	if text := f.re.ReplaceAllString(r.text, with); text != r.text {
		r.set(text)
	}
}

func (r *reading) set(text string) { r.text, r.signs = text, r.look(text) }

// eatAt calls find at every place where begins says that a match may begin;
// find gives its length, 0 for none.
func (r *reading) eatAt(next func(text string, from int) int, find func(text string) int) {
	var b strings.Builder
	done := 0
	for at := next(r.text, 0); at >= 0; {
		size := find(r.text[at:])
		if size == 0 {
			at = next(r.text, at+1)
			continue
		}
		b.WriteString(r.text[done:at])
		b.WriteString(blanks(size))
		done = at + size
		at = next(r.text, done)
	}
	if done > 0 {
		r.set(b.String() + r.text[done:])
	}
}

// blanks stand for a match of so many bytes.
func blanks(size int) string { return strings.Repeat(" ", max(1, size/3)) }
