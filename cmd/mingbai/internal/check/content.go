package check

import (
	"path"

	"mingbai/cmd/mingbai/internal/content"
	"mingbai/cmd/mingbai/internal/diag"
	"mingbai/cmd/mingbai/internal/plan"
)

// contentDir is where content files stand in a project.
const contentDir = "content"

// treeCheck looks at the content as loaded.
type treeCheck struct {
	rules []*diag.Rule
	run   func(*treeReport, *content.Document)
}

func treeChecks() []treeCheck {
	return []treeCheck{dateCheck, repeatCheck, translationCheck, titleOriginCheck, unassignedCheck, recordCheck, statedCheck, topicCheck, guideCheck}
}

// Document holds a document against the rules that need no page: what a
// publicity office should look at before anything is published. The findings
// depend on this document alone.
func Document(doc *content.Document) []diag.Finding {
	var r treeReport
	for _, c := range treeChecks() {
		c.run(&r, doc)
	}
	return r.findings
}

// treeReport collects findings about content files.
type treeReport struct{ findings []diag.Finding }

// file reports that a content file breaks a rule.
func (r *treeReport) file(l *content.Localized, rule *diag.Rule, args ...any) {
	r.findings = append(r.findings, rule.At(diag.Position{File: path.Join(contentDir, l.Path)}, args...))
}

// plans gives all plans of a document, those of its actions first.
func plans(doc *content.Document) []*content.Plan {
	var all []*content.Plan
	for _, a := range doc.Actions {
		all = append(all, a.Plans...)
	}
	return append(all, doc.Plans...)
}

// measures gives all measures of a document in order.
func measures(doc *content.Document) []*content.Measure {
	var all []*content.Measure
	for _, p := range plans(doc) {
		all = append(all, p.Measures...)
	}
	return all
}

// pairs gives the texts of a document in both languages, its own first.
func pairs(doc *content.Document) []*content.Pair {
	all := []*content.Pair{&doc.Pair}
	for _, a := range doc.Actions {
		all = append(all, &a.Pair)
	}
	for _, p := range plans(doc) {
		all = append(all, &p.Pair)
		for _, m := range p.Measures {
			all = append(all, &m.Pair)
		}
	}
	return all
}

var dateCheck = treeCheck{
	rules: []*diag.Rule{dueBeforeIssue},
	run: func(r *treeReport, doc *content.Document) {
		for _, m := range measures(doc) {
			for _, d := range m.Deadlines {
				if d.End != "" && doc.Date != "" && d.End < doc.Date {
					r.file(&m.Zh, dueBeforeIssue, d.Text, string(d.End), string(doc.Date))
				}
			}
		}
	},
}

var dueBeforeIssue = &diag.Rule{
	Code: "K701", Severity: diag.Info,
	Title:   diag.Text{En: "limit before the date of issue", Zh: "时限早于成文日期"},
	Message: diag.Text{En: "the time limit “%s” (%s) lies before the date of issue, %s", Zh: "时限“%s”（%s）早于成文日期 %s"},
	Hint:    diag.Text{En: "compare it with the document as issued; correct the year if it was read wrongly", Zh: "请与文件原件核对；如年份识别有误，请更正"},
	Explain: diag.Text{
		En: "The document sets a limit that had passed when it was issued. That happens, where a limit is taken over from an earlier document; but it may also be a year that was read or typed wrongly.",
		Zh: "文件规定的时限在成文时已经过去。沿用此前文件的时限时会出现这种情况，但也可能是年份识别或录入有误。",
	},
	Example: "date: 2022-06-08 … deadlines: [{ text: 5月底前, kind: due, end: 2022-05-31 }]",
}

var titleOriginCheck = treeCheck{
	rules: []*diag.Rule{unconfirmedTitle},
	run: func(r *treeReport, doc *content.Document) {
		for _, p := range pairs(doc) {
			for _, lang := range []plan.Lang{plan.Zh, plan.En} {
				if l := p.In(lang); l.TitleOrigin == plan.Unconfirmed {
					r.file(l, unconfirmedTitle, l.Title)
				}
			}
		}
	},
}

var unconfirmedTitle = &diag.Rule{
	Code: "K711", Severity: diag.Warning,
	Title:   diag.Text{En: "title is a guess", Zh: "标题未经核实"},
	Message: diag.Text{En: "the title “%s” is a guess that nobody has confirmed", Zh: "标题“%s”是推测的，尚未核实"},
	Hint:    diag.Text{En: "compare it with the official document, then change the title's origin in the front matter", Zh: "请对照正式文件核实，然后修改头部信息中的标题来源"},
	Explain: diag.Text{
		En: "The name does not stand in the document as it was read; it was put together from other places. The page marks it as unconfirmed. It should be confirmed before the site is published under the office's name.",
		Zh: "该名称没有出现在读入的文件中，是根据其他线索推测的，页面上已注明未经核实。以本单位名义发布之前应当核实。",
	},
	Example: "title: 清欠活企专项行动\ntitleOrigin: unconfirmed",
}

var unassignedCheck = treeCheck{
	rules: []*diag.Rule{unassigned},
	run: func(r *treeReport, doc *content.Document) {
		for _, p := range plans(doc) {
			for _, m := range p.Measures {
				if !m.Heading && len(m.Responsibilities) == 0 && kindOf(p, m.Section) == plan.Measures {
					r.file(&m.Zh, unassigned)
				}
			}
		}
	},
}

// kindOf is the kind of a plan's section.
func kindOf(p *content.Plan, id string) plan.SectionKind {
	for _, s := range p.Sections {
		if s.ID == id {
			return s.Kind
		}
	}
	return ""
}

var unassigned = &diag.Rule{
	Code: "K712", Severity: diag.Info,
	Title:   diag.Text{En: "measure without a department", Zh: "举措没有责任单位"},
	Message: diag.Text{En: "the measure names no department that is responsible", Zh: "该举措没有列明责任单位"},
	Hint:    diag.Text{En: "where the document does say who is responsible, add it to the front matter", Zh: "如文件另有规定，请在头部信息中补充职责"},
	Explain: diag.Text{
		En: "Nobody is named for this measure, so its page cannot say whom to ask. Either the document says it elsewhere, or the clause was not understood.",
		Zh: "该举措没有列明责任单位，页面因此无法告诉读者找谁。可能是文件在别处规定，也可能是责任条款未被识别。",
	},
	Example: "section: measures\nresponsibilities: []",
}

var recordCheck = treeCheck{
	rules: []*diag.Rule{noRecord},
	run: func(r *treeReport, doc *content.Document) {
		if doc.Published == "" {
			r.file(&doc.Zh, noRecord)
		}
	},
}

var noRecord = &diag.Rule{
	Code: "K713", Severity: diag.Warning,
	Title:   diag.Text{En: "time of publication not recorded", Zh: "没有发布时间记录"},
	Message: diag.Text{En: "the document's time of publication is not recorded", Zh: "文件的发布时间没有记录"},
	Hint:    diag.Text{En: "write it into the front matter: published: 2022-06-08 09:00", Zh: "请写入头部信息：published: 2022-06-08 09:00"},
	Explain: diag.Text{
		En: "Portal tags need the time at which the document was published (PubDate). It must come from the document's record and is never taken from the day of the build: forged dates fail the inspection of a whole site.",
		Zh: "网站标签需要文件的发布时间（PubDate）。该时间只能取自文件的发布记录，不能用生成网站的日期代替：伪造发布时间可使整个网站检查不合格。",
	},
	Example: "title: 关于印发实施方案的通知\ndate: 2022-06-08",
}
