package parse

import (
	"strings"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// planTitle is how titles of plans and their like end or read.
var planTitle = pattern.New(`(?i)(?:方案|计划|措施|意见|清单|办法|规划|细则|要点|政策|规定|分工|举措|行动|条例|安排|台账|任务表|分工表|分解表|计划表|一览表|清单|名单)(?:\(.{1,16}\))*$|\b(?:plan|scheme|measures|opinions|program(?:me)?|outline)\b`)

// divide finds the head matter and cuts the rest into plans. A covering notice
// ends with signature and date; what follows are the plans it issues. Without
// one the document is a single plan under its own title.
func (r *reader) divide() {
	start := r.noticeEnd()
	for i := range start {
		r.head = append(r.head, i)
	}
	r.cutPlans(start)
	for i := range r.bodies {
		r.takeAuthor(&r.bodies[i])
	}
	if start == 0 && len(r.bodies) > 0 {
		r.takeHead(&r.bodies[0])
	}
	if n := len(r.bodies); n > 0 {
		r.takeTail(&r.bodies[n-1])
	}
}

// noticeEnd is the index of the line behind a covering notice, or 0.
func (r *reader) noticeEnd() int {
	for i := range r.lines {
		if r.lines[i].numed && r.lines[i].num.form <= formOrdinal {
			return 0 // sections come first: a plan, not a letter
		}
		if !r.lines[i].isDate() || i < 2 || !r.numberedAfter(i) || !r.signed(i) {
			continue
		}
		end := i + 1
		for end < len(r.lines) && (r.lines[end].blank() || noticeLine.MatchString(r.lines[end].folded)) {
			end++
		}
		return end
	}
	return 0
}

// signed reports whether the date at i ends a letter: prose stands before it.
func (r *reader) signed(i int) bool {
	for j := range i {
		if l := &r.lines[j]; sentenceEnd.MatchString(l.folded) && !addresseeLine.MatchString(l.folded) {
			return true
		}
	}
	return false
}

func (r *reader) numberedAfter(i int) bool {
	for j := i + 1; j < len(r.lines); j++ {
		if r.lines[j].numed {
			return true
		}
	}
	return false
}

// cutPlans cuts lines[start:] at every block of title lines.
func (r *reader) cutPlans(start int) {
	cur := body{}
	for i := start; i < len(r.lines); i++ {
		block := r.titleBlock(i, cur.lines == nil && cur.title == nil)
		if len(block) == 0 {
			if cur.title == nil && cur.lines == nil && (r.lines[i].blank() || r.lines[i].mark()) {
				cur.extra = append(cur.extra, i)
				continue
			}
			cur.lines = append(cur.lines, i)
			continue
		}
		if cur.title != nil || r.prose(cur.lines) {
			r.bodies = append(r.bodies, cur)
			cur = body{}
		} else {
			cur.extra, cur.lines = append(cur.extra, cur.lines...), nil
		}
		cur.title = block
		i = block[len(block)-1]
	}
	r.bodies = append(r.bodies, cur)
}

func (r *reader) prose(lines []int) bool {
	for _, i := range lines {
		if l := &r.lines[i]; !l.blank() && !l.mark() {
			return true
		}
	}
	return false
}

// titleBlock gives the indexes of the title lines that begin at i, or nil. At
// the very start any title-like lines are a title; later one of them must read
// like a plan's title, or follow an annex mark.
func (r *reader) titleBlock(i int, first bool) []int {
	var block []int
	isPlan := first || i > 0 && annexMark.MatchString(r.lines[i-1].folded)
	for j := i; j < len(r.lines) && len(block) < 5; j++ {
		l := &r.lines[j]
		if l.blank() && len(block) > 0 && j+1 < len(r.lines) && r.lines[j+1].titleLike() && namesBody(r.lines[j+1].trimmed()) {
			continue
		}
		if !l.titleLike() {
			break
		}
		isPlan = isPlan || annexTitled.MatchString(l.folded) || planTitle.MatchString(l.folded) && !r.sectionName(l)
		block = append(block, j)
	}
	if !isPlan || len(block) == 0 || !r.proseFollows(block[len(block)-1]+1) {
		return nil
	}
	if !first && r.listGoesOn(block[len(block)-1]+1) {
		return nil
	}
	return block
}

// listGoesOn reports whether the next number is not a first one: what stands
// before it is a heading within a list, no plan's title.
func (r *reader) listGoesOn(from int) bool {
	for j := from; j < len(r.lines); j++ {
		if r.lines[j].numed {
			return r.lines[j].num.value > 1
		}
	}
	return false
}

// sectionName reports whether an unnumbered line is a section's heading.
func (r *reader) sectionName(l *line) bool { return sectionKind(l.trimmed()) != plan.OtherKind }

// proseFollows reports whether the next line with text is no title.
func (r *reader) proseFollows(from int) bool {
	for j := from; j < len(r.lines); j++ {
		if !r.lines[j].blank() {
			return !r.lines[j].titleLike() || r.lines[j].mark()
		}
	}
	return false
}

// takeAuthor takes the plan's author, where the last of several title lines
// names a body.
func (r *reader) takeAuthor(b *body) {
	n := len(b.title)
	if n < 2 {
		return
	}
	i := b.title[n-1]
	if l := &r.lines[i]; namesBody(l.trimmed()) && !planTitle.MatchString(l.folded) {
		b.author, b.title = i, b.title[:n-1]
	}
}

// takeHead moves document number, addressee, date and the like, which stand
// under the title of a document without covering notice, to the head matter.
func (r *reader) takeHead(b *body) {
	r.head = append(append(r.head, b.extra...), b.title...)
	b.extra = nil
	n := 0
	for n < len(b.lines) {
		l := &r.lines[b.lines[n]]
		if !l.blank() && !l.mark() && !addresseeLine.MatchString(l.folded) {
			break
		}
		r.head = append(r.head, b.lines[n])
		n++
	}
	b.lines = b.lines[n:]
}

// takeTail moves signature, date and notices behind the last plan's text.
func (r *reader) takeTail(b *body) {
	n := len(b.lines)
	for n > 0 {
		l := &r.lines[b.lines[n-1]]
		signature := n < len(b.lines) && l.titleLike() && namesBody(l.trimmed())
		if !l.blank() && !l.mark() && !signature {
			break
		}
		n--
	}
	r.tail, b.lines = b.lines[n:], b.lines[:n]
}

// join puts title lines together: Chinese without a space, English with one.
func (r *reader) join(lines []int) string {
	var b strings.Builder
	for _, i := range lines {
		s := r.lines[i].trimmed()
		folded := zh.Fold(s)
		if m := annexTitled.FindStringSubmatchIndex(folded.Text); m != nil {
			s = folded.Orig(m[2], m[3])
		}
		if b.Len() > 0 && !zh.HasHan(s) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}
