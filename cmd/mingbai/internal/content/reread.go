package content

import (
	"io/fs"
	"path"
	"strings"
)

// Reread reads the file of a text again, for a first look at an edit. It
// reports false where more than the body has changed, or where the file is not
// good: then everything that knows the text has to be made anew. What is wrong
// with the body alone is not told; Load does that.
func (l *Localized) Reread(fsys fs.FS) (Localized, bool) {
	var buf buffer
	shelf := library{fsys}.shelf(path.Dir(l.Path))
	defer shelf.close()
	data, finding := buf.readText(shelf, l.Path, maxPage)
	text := string(data)
	if finding != nil || markerLine(text) > 0 {
		return Localized{}, false
	}
	_, rest, ok := strings.Cut(text, "\n---\n")
	if !ok {
		return Localized{}, false
	}
	fresh := *l
	fresh.Body, fresh.BodyLine = bodyOf(text, rest)
	at := len(strings.TrimRight(text, "\n")) - len(fresh.Body)
	fresh.BodySum = partSum(fresh.Body)
	return fresh, partSum(text[:at]) == l.FrontSum
}
