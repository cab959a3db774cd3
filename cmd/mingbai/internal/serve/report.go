package serve

import (
	"bytes"
	_ "embed"
	"html/template"

	"mingbai/cmd/mingbai/internal/diag"
)

// maxShown bounds the findings on a page; who mends the first sees the others.
const maxShown = 100

//go:embed client/report.html
var reportSource string

// reportPage escapes everything it is given: messages and excerpts quote
// documents, which may hold anything.
var reportPage = template.Must(template.New("report").Parse(reportSource))

// Words of the pages.
var (
	titleFailed   = diag.Text{En: "The site could not be built", Zh: "网站未能生成"}
	titleFindings = diag.Text{En: "Findings of the last build", Zh: "最近一次生成的问题"}
	noteFailed    = diag.Text{
		En: "Mend what is listed and save. This page turns back into the one you were reading.",
		Zh: "请改正下列问题并保存，本页会自动恢复为您正在查看的页面。",
	}
	noteNone = diag.Text{En: "Nothing was found.", Zh: "没有发现问题。"}
	wordMore = diag.Text{En: "%d more are not shown.", Zh: "另有 %d 个问题未列出。"}
	wordHint = diag.Text{En: "Hint: ", Zh: "处理办法："}
	wordFrom = diag.Text{En: "From: ", Zh: "来源："}
	wordAll  = diag.Text{En: "All findings", Zh: "全部问题"}
)

// reporter makes the pages that list findings.
type reporter struct {
	lang   string
	source func(name string) ([]byte, error)
}

// reportView is what the template sees.
type reportView struct {
	Lang, Build, Title, Note, Summary, More string
	Hint, From, All                         string // words
	Style, Script, FindingsURL              string
	Failed                                  bool
	Items                                   []reportItem
}

type reportItem struct {
	Place, Cause          string // file:line:column; "" where unknown
	Level, Severity, Code string // Level for the style sheet, Severity for people
	Message, Hint         string
	Excerpt               []excerptLine
}

// failure is the page that stands for every page while the build fails. It
// shows the errors; the warnings are one link away.
func (r reporter) failure(build string, fs []diag.Finding) []byte {
	v := r.view(build, titleFailed, errorsOf(fs))
	v.Failed, v.Note, v.Summary = true, noteFailed.In(r.lang), diag.Summary(fs).In(r.lang)
	return v.render()
}

// list is the page that lists all findings.
func (r reporter) list(build string, fs []diag.Finding) []byte {
	v := r.view(build, titleFindings, fs)
	if v.Summary = diag.Summary(fs).In(r.lang); len(fs) == 0 {
		v.Summary = noteNone.In(r.lang)
	}
	return v.render()
}

func (r reporter) view(build string, title diag.Text, fs []diag.Finding) reportView {
	v := reportView{
		Lang: "en", Build: build, Title: title.In(r.lang),
		Hint: wordHint.In(r.lang), From: wordFrom.In(r.lang), All: wordAll.In(r.lang),
		Style: stylePath, Script: scriptPath, FindingsURL: findingsPath,
	}
	if r.lang == "zh" {
		v.Lang = "zh-CN"
	}
	if len(fs) > maxShown {
		v.More = wordMore.Sprintf(len(fs) - maxShown).In(r.lang)
		fs = fs[:maxShown]
	}
	source := &sourceLines{read: r.source}
	for _, f := range fs {
		v.Items = append(v.Items, r.item(f, source))
	}
	return v
}

func (r reporter) item(f diag.Finding, source *sourceLines) reportItem {
	item := reportItem{
		Place: f.Position.String(), Cause: f.Cause.String(),
		Level: string(f.Severity), Severity: f.Severity.In(r.lang), Code: f.Code,
		Message: f.Message.In(r.lang), Hint: f.Hint.In(r.lang),
	}
	// The content file behind a finished page is the one to mend.
	if item.Excerpt = source.around(f.Cause); item.Excerpt == nil {
		item.Excerpt = source.around(f.Position)
	}
	return item
}

func (v reportView) render() []byte {
	var b bytes.Buffer
	if err := reportPage.Execute(&b, v); err != nil {
		panic("serve: the report page does not fit its view: " + err.Error()) // a test renders it whole
	}
	return b.Bytes()
}
