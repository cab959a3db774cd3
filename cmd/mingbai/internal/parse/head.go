package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
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
		case !letter && titleEnded(r, title) && (noteLine.MatchString(l.folded) || namesBody(l.trimmed()) && !titleWord.MatchString(l.folded)):
			r.readUnderTitle(i)
		case titles[i], !letter && l.titleLike():
			title = append(title, i)
		case addresseeLine.MatchString(l.folded):
			letter = true
			r.whole(i, plan.PartAddress)
			r.doc.Covering = append(r.doc.Covering, r.paragraph(i, 0))
		case l.titleLike() && namesBody(lastName(l.trimmed())):
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
	r.readSignatures()
	r.titleDocument(title)
	r.findIssuer()
}

var (
	// titleWord is how titles of documents end.
	titleWord = pattern.New(`(?:通知|意见|办法|方案|计划|规定|决定|措施|细则|公告|通告|函|批复|规划|要点|条例|政策|清单|举措|报告|纲要|指南|》)(?:\(.{1,20}\))*$`)
	// noteLine is a note under a title: by whom and when it was passed.
	noteLine = pattern.New(`^\(.*(?:通过|公布|发布|印发|修订|修正|批准|年 ?\d{1,2} ?月 ?\d{1,2} ?日).*\)$`)
)

// titleEnded reports whether the title's lines so far end like a title.
func titleEnded(r *reader, title []int) bool {
	return len(title) > 0 && titleWord.MatchString(r.lines[title[len(title)-1]].folded)
}

// readUnderTitle reads a note or the issuing body under the title.
func (r *reader) readUnderTitle(i int) {
	if namesBody(r.lines[i].trimmed()) {
		r.readIssuer(i)
		return
	}
	r.whole(i, plan.PartNotice)
	r.takeDate(i, r.lines[i].folded, headDate)
}

// readMark reads the marks around the text: document number, date, metadata,
// notice and annex lines.
func (r *reader) readMark(i int) bool {
	l := &r.lines[i]
	if len(l.folded) > longestMark {
		return false
	}
	switch body, printedBy, signed := l.signature(); {
	case docNumberLine.MatchString(l.folded):
		r.takeNumber(l.trimmed())
		r.whole(i, plan.PartDocNo)
	case l.isDate():
		r.whole(i, plan.PartDate)
		r.takeDate(i, l.folded, r.rankOf(i))
	case signed:
		r.readSigned(i, body, printedBy)
	case l.isMeta() && r.onEdge(i):
		r.readMeta(i)
	case noticeLine.MatchString(l.folded), annexLine.MatchString(l.folded), r.annexItems[i], redHead.MatchString(l.folded) && r.onEdge(i):
		r.whole(i, plan.PartNotice)
	default:
		return false
	}
	return true
}

// readSigned reads a body and a date in one line.
func (r *reader) readSigned(i int, body string, printedBy bool) {
	l := &r.lines[i]
	folded := zh.Fold(l.text)
	at := strings.Index(folded.Text, body) + len(body)
	r.parts[i] = partsOf(l.text, cut{folded.Offset(at), plan.PartIssuer}, cut{len(l.text), plan.PartDate})
	if printedBy {
		r.takeDate(i, l.folded, printedDate)
	} else {
		r.takeDate(i, l.folded, r.rankOf(i))
	}
	if r.doc.Issuer == "" {
		r.doc.Issuer = r.resolve(i, 0, firstName(body)).ID
	}
}

// firstName is the first of several names with space between them.
func firstName(s string) string {
	if !zh.HasHan(s) {
		return s
	}
	if names := strings.Fields(s); len(names) > 0 {
		return names[0]
	}
	return s
}

// rankOf is the rank of a date line by where it stands.
func (r *reader) rankOf(i int) dateRank {
	switch l := &r.lines[i]; {
	case strings.HasSuffix(l.folded, "印发"):
		return printedDate
	case i < r.textFrom:
		return headDate
	}
	return signedDate
}

// onEdge reports whether a line stands before the text or at the very end.
func (r *reader) onEdge(i int) bool { return i < r.textFrom || i >= r.textTo }

func (r *reader) takeNumber(s string) {
	if r.doc.Number == "" {
		r.doc.Number = docNumber(s)
	}
}

func (r *reader) readIssuer(i int) {
	r.whole(i, plan.PartIssuer)
	if r.doc.Issuer == "" {
		r.doc.Issuer = r.resolve(i, 0, firstName(r.lines[i].trimmed())).ID
	}
}

// readSignatures finds the bodies that sign above a date within the text, where
// annexes follow.
func (r *reader) readSignatures() {
	for i := range r.lines {
		if i < r.textFrom || !r.lines[i].isDate() {
			continue
		}
		for j := i - 1; j > r.textFrom; j-- {
			l := &r.lines[j]
			if l.blank() {
				continue
			}
			if r.parts[j] != nil || !l.titleLike() || !namesBody(lastName(l.trimmed())) {
				break
			}
			r.signers[j] = true
		}
	}
}

// issuerOfTitle is the body that a title names as its issuer.
var issuerOfTitle = pattern.New(`^(?:中共)?(\p{Han}{2,30}?)(?: \p{Han}{2,30}?)*?(?:等[\d` + zhDigits + `]{1,3}(?:个)?(?:部门|单位))?(?:关于|印发|转发|批转)`)

// findIssuer falls back on metadata and title where nobody signed.
func (r *reader) findIssuer() {
	if r.doc.Issuer != "" || len(r.lines) == 0 {
		return
	}
	name := firstName(r.metaIssuer)
	if name == "" {
		if m := issuerOfTitle.FindStringSubmatch(zh.FoldString(r.doc.Title.Zh)); m != nil && r.doc.Origins.Zh == plan.Printed {
			name = firstName(m[1])
		}
	}
	if name != "" && namesBody(name) {
		r.doc.Issuer = r.resolve(0, 0, name).ID
	}
}
