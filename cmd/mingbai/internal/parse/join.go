package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/pattern"
	"mingbai/cmd/mingbai/internal/zh"
)

// Lines that were wrapped at a fixed width, and paragraphs that a page break
// cut, are joined again. A join needs evidence: every line that goes on is as
// wide as the page, or the sentence or its bracket is open.

// maxWrap is the widest line, in half-width columns, that is taken to be wrapped.
const maxWrap = 160

// rejoin joins what belongs together.
func rejoin(ps []passage) []passage {
	wrap := findWrapping(ps)
	var out []passage
	for i := 0; i < len(ps); {
		cur, next := ps[i], i+1
		for !cur.blank() {
			j, paged := nextText(ps, next)
			if j < 0 || !goesOn(&ps[next-1], &cur, &ps[j], wrap, j == next, paged) {
				break
			}
			cur = concat(between(cur.text, ps[j].text), cur, ps[j].trimmed())
			next = j + 1
		}
		out = append(out, cur)
		i = next
	}
	return out
}

// nextText is the next passage with text, at most a page's edge away; paged
// tells that something was left out between, such as a page number.
func nextText(ps []passage, from int) (at int, paged bool) {
	for j := from; j < len(ps) && j < from+6; j++ {
		if !ps[j].blank() {
			return j, paged
		}
		paged = paged || len(ps[j].pieces) == 0
	}
	return -1, false
}

// goesOn reports whether a paragraph goes on in the next passage. last is the
// passage that ends it so far, close that nothing stands between.
func goesOn(last, cur, next *passage, wrap wrapping, near, paged bool) bool {
	if len(cur.text) > maxJoined || beginsAnew(next) || tabbed(cur.text) || tabbed(next.text) {
		return false
	}
	if numberAlone.MatchString(strings.TrimSpace(zh.FoldString(head(cur.text, 12)))) && utf8.RuneCountInString(cur.text) < 12 {
		return true
	}
	if openBracket(cur.text, next.text) {
		return true
	}
	if wrap.width > 0 && near && columns(last.text) >= wrap.width-slack(last.text) {
		return !sentenceEnds(cur.text) || wrap.indents && !indented(next.text) && !headingLike(next)
	}
	return openSentence(cur.text, paged) && !headingLike(next) && (near || paged || hangs(cur.text))
}

// numberAlone is a number whose item stands on the next line.
var numberAlone = pattern.New(`^(?:[` + zhDigits + `]{1,3}、|\( ?[` + zhDigits + `]{1,3} ?\)|\d{1,2}[.、]|\( ?\d{1,2} ?\)|第[` + zhDigits + `]{1,4}条)$`)

// maxJoined bounds a joined paragraph, in bytes.
const maxJoined = 1 << 16

func tabbed(s string) bool { return strings.Contains(strings.TrimSpace(s), "\t") }

// beginsAnew reports whether a passage is the beginning of something.
func beginsAnew(p *passage) bool {
	l := newLine(*p)
	return l.numed || l.mark() || labelLine.MatchString(l.folded) || metaLine.MatchString(l.folded) || listDash.MatchString(l.folded)
}

var (
	labelLine = pattern.New(`^[\[(【]?(?:` + labelWords + `) ?[\])】]? ?:`)
	listDash  = pattern.New(`^--`)
)

// headingLike reports whether a passage is short and ends without a mark.
func headingLike(p *passage) bool {
	l := newLine(*p)
	return l.titleLike() && utf8.RuneCountInString(l.folded) < 30
}

func indented(s string) bool {
	return strings.HasPrefix(s, "　") || strings.HasPrefix(s, "  ") || strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\u00a0")
}

func sentenceEnds(s string) bool {
	return strings.ContainsRune("。！？；：!?;:.)）】」』", lastRune(strings.TrimRight(s, "”’\"' ")))
}

// hangs reports whether a text ends on a mark that nothing ends on.
func hangs(s string) bool { return strings.ContainsRune("，、,（(《“", lastRune(s)) }

// openSentence reports whether prose breaks off within a sentence.
func openSentence(s string, paged bool) bool {
	if !strings.ContainsAny(s, "。；") && !(paged && utf8.RuneCountInString(s) > 30 && strings.ContainsAny(s, "，,")) {
		return hangs(s) && utf8.RuneCountInString(s) > 20
	}
	r := lastRune(s)
	return zh.IsHan(r) || unicode.IsDigit(r) || hangs(s)
}

// openBracket reports whether a bracket that the first text leaves open is
// closed by the second before it opens one.
func openBracket(cur, next string) bool {
	_, open := zh.Brackets(cur)
	if open < 0 || len(cur)-open > 1200 {
		return false
	}
	at := strings.IndexAny(next, "()（）")
	return at >= 0 && at < 1200 && (strings.HasPrefix(next[at:], ")") || strings.HasPrefix(next[at:], "）"))
}

// between is what joins two texts: a space between English words.
func between(a, b string) string {
	x, y := lastRune(a), firstRune(b)
	if x < utf8.RuneSelf && y < utf8.RuneSelf && (unicode.IsLetter(x) || strings.ContainsRune(",.;:", x)) && unicode.IsLetter(y) {
		return " "
	}
	return ""
}

// columns is the width of a line in half-width columns.
func columns(s string) int {
	n := 0
	for _, r := range strings.TrimRightFunc(s, unicode.IsSpace) {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}

// slack is how much narrower than the page a full line may be: what did not
// fit on it was a punctuation mark, a number or an English word.
func slack(s string) int {
	if lastRune(s) < utf8.RuneSelf {
		return 14
	}
	return 6
}

// wrapping is how the lines of a document were wrapped.
type wrapping struct {
	width   int  // in half-width columns; 0 where they were not
	indents bool // paragraphs begin with space
}

func findWrapping(ps []passage) wrapping {
	var w wrapping
	for i := range ps {
		w.width = max(w.width, columns(ps[i].text))
		w.indents = w.indents || !ps[i].blank() && indented(ps[i].text)
	}
	if w.width > maxWrap || w.width < 30 {
		return wrapping{}
	}
	broken, full := 0, 0
	for i := 0; i+1 < len(ps); i++ {
		this, next := &ps[i], &ps[i+1]
		if this.blank() || next.blank() || sentenceEnds(this.text) || tabbed(this.text) || indented(next.text) || beginsAnew(next) {
			continue
		}
		broken++
		if columns(this.text) >= w.width-slack(this.text) {
			full++
		}
	}
	if broken < 4 || full*10 < broken*7 {
		return wrapping{}
	}
	return w
}
