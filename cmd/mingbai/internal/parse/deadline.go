package parse

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/plan"
	"mingbai/cmd/mingbai/internal/zh"
)

// limit is a deadline found in a folded text, before it is checked.
type limit struct {
	start, end int // byte offsets of its words
	kind       plan.DeadlineKind
	from, to   *day
	bare       bool
}

// day is a date as far as it is written.
type day struct {
	year, month, date int  // 0 where not written
	first             bool // a missing part means its beginning, not its end
	at                int  // offset, for findings
}

// Pieces of patterns. Text is folded, so digits, brackets and dashes are narrow.
const (
	yearPart = `(\d{4}) ?年(?:度)?`
	point    = `(?:(\d{4}) ?年 ?)?(?:(\d{1,2}) ?月(?:份)? ?)?(?:(\d{1,2}) ?[日号] ?)?`
	bound    = `(?:年?底|年?末|月底|月末)`
	thisYear = `(?:今年|本年度?|当年)`
)

// dated is what follows a recognizer's key words: a date of at least a year or
// a month, perhaps with 底.
const dated = `((?:(?:\d{4} ?年|` + thisYear + `) ?(?:\d{1,2} ?月(?:份)? ?)?(?:\d{1,2} ?[日号])?|\d{1,2} ?月(?:份)? ?(?:\d{1,2} ?[日号])?) ?` + bound + `?)`

// deadlineForm is one way to write a time limit. read gives false where the
// match is none after all.
type deadlineForm struct {
	name    string
	pattern *regexp.Regexp
	read    func(s string, m []int) (limit, bool)
	clause  bool // counts inside clauses only
}

const zhCount = `(?:\d+|[一二两三四五六七八九十半]+)`

// chineseForms is the ordered table; what an earlier form has taken a later one
// leaves alone.
var chineseForms = []deadlineForm{
	{name: "recurring", pattern: regexp.MustCompile(`每(?:年度?|半年|个?月|季度?|周|星期|天|日)[^,，。;；、]{0,8}?(?:\d{1,2} ?[日月号]|周?[一二三四五六日末]|下班|月?底|结束)[^,，。;；、]{0,3}?前`), read: plainKind(plan.Recurring)},
	{name: "period", pattern: regexp.MustCompile(`(\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)(?:起)? ?(?:至|到|-{1,2}|~) ?((?:\d{4} ?年 ?)?\d{1,2} ?月(?: ?\d{1,2} ?日)?` + bound + `?)`), read: readPeriod},
	{name: "expiry by key word", pattern: regexp.MustCompile(`(?:(?:政策|执行|实施|缓缴|享受|有效|优惠|补贴|补助|过渡|延续)*(?:期限|有效期|执行期|实施期)(?:实施|执行|延长|延续|延期|截至|截止)?(?:到|至|为)?(?:到)?|(?:延长|延续|延期|顺延|展期|有效期?|执行|实施|缓缴|截止(?:日期|时间)?)(?:至|到|为)|截至|起至|不(?:超过|晚于))(?:至|到)? ?` + dated), read: readExpiry},
	{name: "set limit", pattern: regexp.MustCompile(`(?:完成时限|完成时间|时间节点|时限要求|办理时限|时限) ?: ?` + dated + `(?:之?前|内)?(?:完成)?`), read: dateAfter(plan.Due)},
	{name: "part of a year", pattern: regexp.MustCompile(`(?:在|于|到)?((?:\d{4} ?年|` + thisYear + `) ?)((?:第?[一二三四] ?季度|[上下]半年)(?:[底末]|[以之]?[前内])+)`), read: readPart},
	{name: "third of a month", pattern: regexp.MustCompile(`(?:在|于|到)?((?:\d{4} ?年 ?)?\d{1,2} ?月)([上中下])旬(?:[底末]|[以之]?[前内])?(?:完成)?`), read: readThird},
	{name: "before", pattern: regexp.MustCompile(`(?:在|于|到)?` + dated + ` ?(?:之|以)?前`), read: readBefore},
	{name: "by the end", pattern: regexp.MustCompile(`(?:在|于|到|至)((?:\d{4} ?年|` + thisYear + `) ?(?:\d{1,2} ?月(?:份)? ?)?` + bound + `)`), read: readBy},
	{name: "within", pattern: regexp.MustCompile(`(?:在|于)?((?:\d{4} ?年|` + thisYear + `) ?(?:\d{1,2} ?月)?) ?(?:度)?(?:之|以)?内(?:完成|建成|实现)?`), read: readBy},
	{name: "done at the end", pattern: regexp.MustCompile(dated + ` ?(?:完成|实现|建成|取得)`), read: readDone},
	{name: "target year", pattern: regexp.MustCompile(`(?:力争|确保)?到 ?(\d{4} ?年)`), read: readTarget},
	{name: "from", pattern: regexp.MustCompile(`((?:\d{4} ?年)(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?) ?(?:开始|起)`), read: readFrom},
	{name: "term", pattern: regexp.MustCompile(`(?:延长|延缓|延期|顺延|(?:期限|有效期|执行期|实施期|试行期|过渡期|免租期|宽限期|时限|期)(?:原则上|可|最长|一般|暂定)*(?:不超过|不少于|为|至少|最长|延长)*) ?` + zhCount + ` ?(?:个月|年|个?工作日|天|日|个季度)(?:以内|以上)?`), read: plainKind(plan.Term)},
	{name: "ongoing", pattern: regexp.MustCompile(`长期坚持|持续推进|持续实施|持续开展|常态化(?:推进|开展)|长期`), read: plainKind(plan.Ongoing), clause: true},
	{name: "date alone", pattern: regexp.MustCompile(`(?:^|[,，;；:、]) ?` + dated + ` ?(?:[,，;；)）]|$)`), read: dateAfter(plan.Due), clause: true},
	{name: "year alone", pattern: regexp.MustCompile(`(?:^|[。；;,，:：]|全[省市县区国]) ?(?:[一二三四五六七八九十]是)?(20\d\d ?年(?:度)?)`), read: readBareYear},
}

// titles are book titles, whose years bound nothing.
var titles = regexp.MustCompile(`《[^》]{0,120}》`)

// readDeadlines reads the time limits in a stretch of a line of a unit. limit
// says that the stretch is a time limit and nothing else, as a cell may be.
func (r *reader) readDeadlines(u *unit, i int, at span, clauses []clauseSpan, limit bool) {
	l := &r.lines[i]
	forms := englishForms
	if l.lang == plan.Zh {
		forms = chineseForms
	}
	stretch := stretch{folded: zh.Fold(l.text[at.from:at.to]), base: at.from, limit: limit}
	stretch.masked = mask(stretch.folded.Text)
	var taken []found
	for _, f := range forms {
		taken = append(taken, findForm(f, stretch, clauses, taken)...)
	}
	slices.SortFunc(taken, func(a, b found) int { return cmp.Compare(a.start, b.start) })
	for _, t := range taken {
		d, ok := r.date(t.limit, i, stretch)
		if ok {
			d.Rule = t.rule
			u.measure.Deadlines = append(u.measure.Deadlines, d)
		}
	}
	r.findDamaged(i, stretch)
}

// stretch is a part of a line that is searched for time limits.
type stretch struct {
	folded zh.Folded
	masked string // without book titles
	base   int    // byte offset within the line
	limit  bool
}

// offset is the place within the line of an offset in the folded text.
func (s stretch) offset(i int) int { return s.base + s.folded.Offset(i) }

// found is a limit with the rule that found it.
type found struct {
	limit
	rule string
}

// mask blanks book titles, keeping offsets.
func mask(s string) string {
	return titles.ReplaceAllStringFunc(s, func(t string) string { return strings.Repeat("#", len(t)) })
}

// findForm finds all matches of one form that nothing has taken yet.
func findForm(f deadlineForm, s stretch, clauses []clauseSpan, taken []found) []found {
	var out []found
	for _, m := range f.pattern.FindAllStringSubmatchIndex(s.masked, -1) {
		if f.clause && !s.limit && !inside(clauses, s.offset(m[0])) {
			continue
		}
		l, ok := f.read(s.masked, m)
		if ok && free(taken, l) && free(out, l) {
			out = append(out, found{l, f.rule()})
		}
	}
	return out
}

// rule is the stable name of a form: "due/before".
func (f deadlineForm) rule() string { return "deadline/" + strings.ReplaceAll(f.name, " ", "-") }

func free(taken []found, l limit) bool {
	for _, t := range taken {
		if l.start < t.end && t.start < l.end {
			return false
		}
	}
	return true
}
