package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// statedCheck holds the facts of front matter against the text: what a page
// says at a glance must stand in the document.
var statedCheck = treeCheck{
	rules: []*diag.Rule{noSuchLine, notInText, otherThanText},
	run: func(r *treeReport, doc *content.Document) {
		if len(doc.Lines) == 0 {
			return // nothing to hold them against
		}
		for _, m := range measures(doc) {
			if m.Source.Line > len(doc.Lines) {
				r.file(&m.Zh, noSuchLine, m.Source.Line, len(doc.Lines))
				continue
			}
			r.statedFacts(doc, m)
		}
	},
}

func (r *treeReport) statedFacts(doc *content.Document, m *content.Measure) {
	if len(m.Deadlines)+len(m.Amounts) == 0 {
		return
	}
	text := squeezed(statedText(doc, m))
	for _, d := range m.Deadlines {
		if !strings.Contains(text, squeezed(d.Text)) {
			r.file(&m.Zh, notInText, d.Text)
		} else if !datesAgree(d) {
			r.file(&m.Zh, otherThanText, d.Text, strings.Trim(string(d.Start)+".."+string(d.End), "."))
		}
	}
	for _, a := range m.Amounts {
		if !strings.Contains(text, squeezed(a.Text)) {
			r.file(&m.Zh, notInText, a.Text)
		} else if !sumsAgree(a) {
			r.file(&m.Zh, otherThanText, a.Text, strconv.FormatFloat(a.Value, 'f', -1, 64))
		}
	}
}

// statedText is the text that facts must stand in: the Chinese page where it is as
// issued, so that an edit of the text is noticed; else, where the words of the
// facts are those of the document, its lines too.
func statedText(doc *content.Document, m *content.Measure) string {
	text := m.Zh.Title + "\n" + m.Zh.Body
	if m.Zh.Translation == nil {
		return text
	}
	text += "\n" + m.En.Title + "\n" + m.En.Body
	for _, body := range []string{m.Zh.Body, m.En.Body} {
		for _, at := range sourceLine.FindAllStringSubmatch(body, -1) {
			if n, err := strconv.Atoi(at[1]); err == nil && n >= 1 && n <= len(doc.Lines) {
				text += "\n" + doc.Lines[n-1]
			}
		}
	}
	return text
}

var sourceLine = regexp.MustCompile(`\{#p(\d+)`)

// squeezed makes texts comparable: no spaces, no Markdown escapes, narrow marks.
func squeezed(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch r {
		case '\\':
			continue
		case '，', '：', '；', '（', '）', '％':
			r -= '，' - ','
		case '—', '–':
			r = '-'
		default:
			if unicode.IsSpace(r) {
				continue
			}
		}
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}

var (
	writtenYear  = regexp.MustCompile(`(\d{4}) ?年`)
	writtenMonth = regexp.MustCompile(`(\d{1,2}) ?月`)
	writtenDay   = regexp.MustCompile(`(\d{1,2}) ?[日号]`)
)

// datesAgree reports whether every date is made of the numbers in the words,
// as far as the words have them.
func datesAgree(d plan.Deadline) bool {
	for _, date := range []plan.Date{d.Start, d.End} {
		if date == "" {
			continue
		}
		t := date.Time()
		for _, part := range []struct {
			form *regexp.Regexp
			want int
		}{{writtenYear, t.Year()}, {writtenMonth, int(t.Month())}, {writtenDay, t.Day()}} {
			if found := numbersIn(part.form, d.Text); len(found) > 0 && !slices.Contains(found, part.want) {
				return false
			}
		}
	}
	return true
}

func numbersIn(form *regexp.Regexp, text string) []int {
	var out []int
	for _, m := range form.FindAllStringSubmatch(text, -1) {
		out = append(out, atoi(m[1]))
	}
	return out
}

// sumsAgree reports whether the value is one that the words say. Words in which
// no number is read are not judged.
func sumsAgree(a plan.Amount) bool {
	want := decimal(a.Value)
	if a.Unit == plan.Ratio {
		want = decimal(a.Value*100) + "%"
	}
	said := 0
	for _, f := range []*facts{zhFacts(a.Text), enFacts(a.Text)} {
		for k := range f.firm {
			if k.kind != numberFact {
				continue
			}
			said++
			if k.value == want {
				return true
			}
		}
	}
	return said == 0
}

var noSuchLine = &diag.Rule{
	Code: "K721", Severity: diag.Error,
	Title:   diag.Text{En: "no such line in the document", Zh: "原文没有这一行"},
	Message: diag.Text{En: "the source is line %d, but the document has %d", Zh: "出处为第 %d 行，但文件只有 %d 行"},
	Hint:    diag.Text{En: "correct source.line in the front matter", Zh: "请更正头部信息中的 source.line"},
	Explain: diag.Text{
		En: "Every measure leads to the line of the document that it comes from, so that readers can check it. This line does not exist in source.txt.",
		Zh: "每项举措都链接到文件原文的对应行，供读者核对。source.txt 中没有这一行。",
	},
	Example: "source: { file: plan.txt, line: 9999 }",
}

var notInText = &diag.Rule{
	Code: "K722", Severity: diag.Error,
	Title:   diag.Text{En: "fact does not stand in the text", Zh: "正文中没有该事实"},
	Message: diag.Text{En: "the text does not say “%s”", Zh: "正文中没有“%s”"},
	Hint:    diag.Text{En: "bring the fact in the front matter and the text into agreement", Zh: "请使头部信息与正文一致"},
	Explain: diag.Text{
		En: "A time limit or a sum in the front matter is shown at the head of the page. Its words must stand in the text of the measure: otherwise the text was edited and the fact was not, or a fact was invented.",
		Zh: "头部信息中的时限或金额显示在页面开头，其文字应当出现在举措正文中；否则要么正文已改而事实未改，要么事实没有依据。",
	},
	Example: "amounts: [{ text: 1600元, value: 1600, unit: CNY }] above a text that says 1700元",
}

var otherThanText = &diag.Rule{
	Code: "K723", Severity: diag.Error,
	Title:   diag.Text{En: "fact differs from its words", Zh: "事实与文字不符"},
	Message: diag.Text{En: "“%s” does not say %s", Zh: "“%s”的含义不是 %s"},
	Hint:    diag.Text{En: "correct the value or the date in the front matter", Zh: "请更正头部信息中的数值或日期"},
	Explain: diag.Text{
		En: "The value or the date of a fact is not the one that its words name. The page would show the wrong one, and the status would be computed from it.",
		Zh: "事实的数值或日期与其文字所述不同。页面将显示错误的数值，有效状态也会据此算错。",
	},
	Example: "deadlines: [{ text: 2022年底前, kind: due, end: 2031-01-01 }]",
}
