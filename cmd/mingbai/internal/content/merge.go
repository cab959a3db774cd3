package content

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/aymanbagabas/go-udiff" // the Go team's line diff, kept up by others; its own merge is too trusting for us
)

// merged is the outcome of a merge by lines.
type merged struct {
	clean bool
	text  []byte // ours with the changes of theirs; where both changed a line, that of theirs
}

// mergeLines joins what two sides made of base. A line that both changed,
// differently, is a conflict, and so are different lines that both put in one
// place. Changes of neighbouring lines are none: a line here is one fact or
// one paragraph.
func mergeLines(base, ours, theirs []byte) merged {
	src := string(base)
	own, other := udiff.Lines(src, string(ours)), udiff.Lines(src, string(theirs))
	clean := true
	edits := slices.Clone(other)
	for _, e := range own {
		switch {
		case slices.Contains(other, e):
		case slices.ContainsFunc(other, func(o udiff.Edit) bool { return collide(e, o) }):
			clean = false
		default:
			edits = append(edits, e)
		}
	}
	slices.SortStableFunc(edits, func(a, b udiff.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	text, err := udiff.Apply(src, edits)
	if err != nil {
		return merged{text: theirs} // edits that do not fit together are a conflict like any other
	}
	return merged{clean: clean, text: []byte(text)}
}

// collide reports whether two different edits change the same lines, or both
// insert at one place.
func collide(a, b udiff.Edit) bool {
	if a.Start == a.End && b.Start == b.End {
		return a.Start == b.Start
	}
	return a.Start < b.End && b.Start < a.End
}

// mergePage merges the files of a page. A result that reads worse than what
// the person had is a conflict too: lines can fit together that say nothing
// together.
func mergePage(p *page, lang int, base, ours, theirs []byte) merged {
	m := mergeLines(base, ours, theirs)
	if !m.clean {
		return m
	}
	if faults(p.kind, lang, m.text) > faults(p.kind, lang, ours) {
		return merged{text: theirs}
	}
	return m
}

// faults counts what is wrong with a file by itself.
func faults(k kind, lang int, data []byte) int {
	if invalidUTF8(data) >= 0 {
		return 1
	}
	f := &file{kind: k, lang: langs[lang]}
	f.parse(string(data))
	return len(f.findings)
}

// likeLineEnds gives text the line ends of a person's file.
func likeLineEnds(text, model []byte) []byte {
	if bytes.Contains(model, []byte("\r\n")) {
		return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
	}
	return text
}
