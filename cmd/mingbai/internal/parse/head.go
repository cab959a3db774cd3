package parse

import (
	"path"
	"regexp"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
)

// readHead takes title, number, issuer and date from the head matter and the
// signature at the end, and keeps the covering letter.
func (r *reader) readHead() {
	titles := map[int]bool{}
	if len(r.bodies) > 0 {
		for _, i := range r.bodies[0].title {
			titles[i] = true
		}
	}
	var title []int
	letter := false
	for _, i := range r.head {
		l := &r.lines[i]
		switch {
		case l.blank():
		case r.readMark(i):
		case titles[i], !letter && l.titleLike():
			title = append(title, i)
			r.whole(i, plan.PartTitle)
		case addresseeLine.MatchString(l.folded):
			letter = true
			r.whole(i, plan.PartAddress)
			r.doc.Covering = append(r.doc.Covering, r.paragraph(i, 0))
		case l.titleLike() && namesBody(l.trimmed()):
			r.readIssuer(i)
		default:
			letter = true
			r.doc.Covering = append(r.doc.Covering, r.paragraph(i, 0))
		}
	}
	for _, i := range r.tail {
		if !r.lines[i].blank() && !r.readMark(i) {
			r.readIssuer(i)
		}
	}
	r.titleDocument(title)
}

// readMark reads document number, date, notice and annex lines.
func (r *reader) readMark(i int) bool {
	l := &r.lines[i]
	if m := docNumberLine.FindStringSubmatchIndex(l.folded); m != nil {
		if r.doc.Number == "" {
			r.doc.Number = docNumber(l.trimmed())
		}
		r.whole(i, plan.PartDocNo)
		return true
	}
	if l.isDate() {
		r.whole(i, plan.PartDate)
		if d, ok := l.date(); !ok {
			r.report(noSuchDate, i, 0, l.trimmed())
		} else if r.doc.Date == "" {
			r.doc.Date = d
		}
		return true
	}
	if noticeLine.MatchString(l.folded) || annexLine.MatchString(l.folded) {
		r.whole(i, plan.PartNotice)
		return true
	}
	return false
}

func (r *reader) readIssuer(i int) {
	r.whole(i, plan.PartIssuer)
	if r.doc.Issuer == "" {
		r.doc.Issuer = r.resolve(i, 0, r.lines[i].trimmed()).ID
	}
}

// titleDocument sets the title: what is known beside the text, else as printed.
func (r *reader) titleDocument(title []int) {
	names := r.in.Names
	r.doc.Title, r.doc.Origins = names.Title.Text(), names.Title.Origins()
	if len(title) > 0 {
		lang := r.lines[title[0]].lang
		if _, known := r.doc.Title.In(lang); !known {
			r.doc.Title.Set(lang, r.join(title))
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
	if r.doc.Date == "" {
		r.report(noDate, 0, 0)
	}
}

var docNumberText = regexp.MustCompile(`^[(（]?(.*号)[)）]?$`)

// docNumber is a document number without brackets around it and without spaces.
func docNumber(s string) string {
	if m := docNumberText.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	return strings.Join(strings.Fields(s), "")
}
