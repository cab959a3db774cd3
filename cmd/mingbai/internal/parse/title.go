package parse

import (
	"path"
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// titleDocument sets the title: what is known beside the text, else as printed.
func (r *reader) titleDocument(title []int) {
	names := r.in.Names
	r.doc.Title, r.doc.Origins = names.Title.Text(), names.Title.Origins()
	printed := r.printedTitle(title)
	if printed == "" {
		printed = r.metaTitle
	}
	if printed != "" {
		lang := plan.En
		if zh.Chinese(printed) {
			lang = plan.Zh
		}
		if _, known := r.doc.Title.In(lang); !known {
			r.doc.Title.Set(lang, printed)
		}
	}
	if r.doc.Title == (plan.Text{}) {
		r.doc.Title.Zh = strings.TrimSuffix(r.in.File, path.Ext(r.in.File))
		r.doc.Origins.Zh = plan.Unconfirmed
		r.report(noTitle, 0, 0, r.doc.Title.Zh)
	}
	if r.doc.Number == "" {
		r.doc.Number = names.Number
	}
	r.doc.Published, r.doc.Record = names.Published, names.Record
}

// printedTitle joins the title's lines, and takes the document number off
// where it stands behind the title.
func (r *reader) printedTitle(title []int) string {
	for _, i := range title {
		r.whole(i, plan.PartTitle)
	}
	if len(title) == 0 {
		return ""
	}
	s := r.join(title)
	folded := zh.Fold(s)
	m := docNumberBehind.FindStringSubmatchIndex(folded.Text)
	if m == nil {
		return s
	}
	r.takeNumber(folded.Orig(m[4], m[5]))
	last := title[len(title)-1]
	l := &r.lines[last]
	if at := strings.LastIndex(l.text, folded.Orig(m[4], m[5])); at >= 0 {
		at = len(strings.TrimRight(l.text[:at], "（([【 　"))
		r.parts[last] = partsOf(l.text, cut{at, plan.PartTitle}, cut{len(l.text), plan.PartDocNo})
	}
	return folded.Orig(m[2], m[3])
}

var docNumberText = pattern.New(`^[(（\[【]?(.*号)[)）\]】]?$`)

// docNumber is a document number without brackets around it and without
// spaces but those between names, its digits half-width.
func docNumber(s string) string {
	if m := docNumberText.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	runes := []rune(strings.Join(strings.Fields(s), " "))
	var b strings.Builder
	for i, c := range runes {
		switch {
		case c == ' ' && !(zh.IsHan(runes[i-1]) && zh.IsHan(runes[i+1])):
		case c >= '０' && c <= '９':
			b.WriteRune(c - '０' + '0')
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}
